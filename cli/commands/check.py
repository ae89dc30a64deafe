"""`duizhao check`: findings on article files."""

from __future__ import annotations

import argparse
import sys

from duizhao.cli.output import FORMATS, render
from duizhao.errors import Exit
from duizhao.validator.finding import Severity
from duizhao.validator.report import Report
from duizhao.validator.runner import check_paths
from duizhao.validator.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        nargs="*",
        default=["."],
        metavar="PATH",
        help="files, folders, globs, archives, or - for standard input",
    )
    parser.add_argument("--output-format", choices=FORMATS, default="text", help="default: %(default)s")
    parser.add_argument(
        "--fail-on",
        choices=("info", "warning", "error"),
        default="error",
        help="least severity that makes the exit code 1 (default: %(default)s)",
    )
    parser.add_argument(
        "--jobs", type=int, metavar="N", help="processes to use (default: as many as there are cores, where it pays)"
    )


def run(arguments: argparse.Namespace) -> int:
    report = Report.of(check_paths(arguments.paths, Settings(), jobs=arguments.jobs))
    sys.stdout.write(render(report, arguments.output_format))
    if report.problems:
        return Exit.UNREADABLE
    return Exit.FINDINGS if report.failing(Severity.of(arguments.fail_on)) else Exit.OK
