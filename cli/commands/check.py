"""`duizhao check`: findings on article files."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from contextlib import ExitStack

from duizhao.cli.destination import Destination, File, Standard
from duizhao.cli.output import FORMATS, QUOTING, Options, writer
from duizhao.cli.terminal import wants_colour, width
from duizhao.errors import Exit, UsageError
from duizhao.schema.inputs.discover import list_sources
from duizhao.validator.finding import Severity
from duizhao.validator.report import FileResult, Tally
from duizhao.validator.runner import Job, check_sources
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
    parser.add_argument("--output", action="append", default=[], metavar="[FORMAT=]FILE", help="")
    parser.add_argument(
        "--fail-on",
        choices=("info", "warning", "error"),
        default="error",
        help="least severity that makes the exit code 1 (default: %(default)s)",
    )
    parser.add_argument(
        "--jobs", type=int, metavar="N", help="processes to use (default: as many as there are cores, where it pays)"
    )
    parser.add_argument("--show-waived", action="store_true")
    parser.add_argument("--statistics", action="store_true")
    parser.add_argument("--quiet", action="store_true")


def run(arguments: argparse.Namespace) -> int:
    targets = _targets(arguments.output_format, arguments.output)
    options = Options(Severity.of(arguments.fail_on), arguments.show_waived, arguments.quiet, arguments.statistics)
    job = Job(Settings(), texts=not QUOTING.isdisjoint(name for name, _ in targets))
    results = check_sources(list_sources(arguments.paths), job, jobs=arguments.jobs)
    tally = _report(results, targets, options)
    if tally.unreadable:
        return Exit.UNREADABLE
    return Exit.FINDINGS if tally.failing(options.fail_on) else Exit.OK


def _targets(chosen: str, outputs: list[str]) -> list[tuple[str, str]]:
    """Format and file of each report; '' is standard output."""
    named = [output.split("=", 1) for output in outputs if output.split("=", 1)[0] in FORMATS and "=" in output]
    plain = [output for output in outputs if output.split("=", 1)[0] not in FORMATS or "=" not in output]
    if len(plain) > 1:
        raise UsageError("--output FILE is given twice; write --output FORMAT=FILE for further reports")
    return [(chosen, plain[0] if plain else ""), *((name, path) for name, path in named)]


def _report(results: Iterable[FileResult], targets: list[tuple[str, str]], options: Options) -> Tally:
    tally = Tally()
    with ExitStack() as stack:
        outputs = []
        for name, path in targets:
            destination: Destination = File(path) if path else Standard()
            stack.enter_context(destination)
            shown = options if path else options._replace(colour=wants_colour(sys.stdout), width=width(sys.stdout))
            outputs.append(writer(name, destination.write, shown))
        for result in results:
            tally.add(result)
            if not result.skipped:
                for output in outputs:
                    output.add(result)
        for output in outputs:
            output.end(tally)
    return tally
