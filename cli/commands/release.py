"""`duizhao release`: the next version of a data set."""

from __future__ import annotations

import argparse
import sys

from duizhao.datapackage.changelog import render
from duizhao.datapackage.changes import Level
from duizhao.datapackage.release import Released, Terms, release
from duizhao.errors import Exit


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "sources", nargs="*", default=["."], metavar="SRC", help="files, folders, globs or archives (default: .)"
    )
    parser.add_argument("--to", default="releases", metavar="DIR", help="folder of the releases (default: %(default)s)")
    parser.add_argument(
        "--bump",
        choices=("patch", "minor", "major"),
        help="raise at least this part of the version",
    )
    parser.add_argument(
        "--allow-findings", type=int, default=0, metavar="N", help="errors that may stand (default: %(default)s)"
    )
    parser.add_argument(
        "--jobs", type=int, metavar="N", help="processes to use (default: as many as there are cores, where it pays)"
    )


def run(arguments: argparse.Namespace) -> int:
    bump = Level[arguments.bump.upper()] if arguments.bump else Level.NONE
    terms = Terms(bump, arguments.allow_findings)
    released = release(arguments.sources, arguments.to, terms=terms, jobs=arguments.jobs)
    print(_told(released))
    for reason in released.left_out:
        print(f"note: {reason}", file=sys.stderr)
    return Exit.OK


def _told(released: Released) -> str:
    if not released.new:
        return f"nothing has changed since {released.version}; nothing was released"
    if released.changes is None:
        return f"{released.path}: version {released.version}, the first"
    changes = render(released.changes, "text", title=f"{released.path}: version {released.version}")
    return changes.rstrip("\n")
