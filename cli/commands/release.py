"""`duizhao release`: the next version of a data set."""

from __future__ import annotations

import argparse
import sys

from duizhao.cli.engine import add_engine_arguments
from duizhao.cli.packaging import request_of
from duizhao.cli.setup import add_common_arguments
from duizhao.datapackage.versions.changelog import render
from duizhao.datapackage.versions.changes import Level
from duizhao.datapackage.versions.release import Released, Terms, release
from duizhao.errors import Exit


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_common_arguments(parser)
    add_engine_arguments(parser)
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
        "--leave-out",
        type=int,
        default=0,
        metavar="N",
        help="files that may be left out because they cannot be used; the package says so (default: %(default)s)",
    )


def run(arguments: argparse.Namespace) -> int:
    bump = Level[arguments.bump.upper()] if arguments.bump else Level.NONE
    terms = Terms(bump, arguments.allow_findings, arguments.leave_out)
    request = request_of(arguments)
    released = release(request.sources, arguments.to, request.making, terms)
    print(_told(released))
    for reason in released.left_out:
        print(f"note: {reason}", file=sys.stderr)
    for problem in released.problems:
        print(problem, file=sys.stderr)
    if any(problem.fault for problem in released.problems):
        return Exit.FAULT
    return Exit.UNREADABLE if released.problems else Exit.OK


def _told(released: Released) -> str:
    if not released.new:
        return f"nothing has changed since {released.version}; nothing was released"
    if released.changes is None:
        return f"{released.path}: version {released.version}, the first"
    changes = render(released.changes, "text", title=f"{released.path}: version {released.version}")
    return "".join(changes).rstrip("\n")
