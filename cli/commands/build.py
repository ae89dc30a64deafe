"""`duizhao build`: article files into a data package."""

from __future__ import annotations

import argparse
import sys

from duizhao.cli.engine import add_engine_arguments
from duizhao.cli.nothing import HELP, nothing_recognised
from duizhao.cli.packaging import request_of
from duizhao.cli.setup import add_common_arguments
from duizhao.datapackage.format.readme import files_or_parts
from duizhao.datapackage.make.build import Built, build
from duizhao.errors import Exit, NothingRecognisedError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_common_arguments(parser)
    add_engine_arguments(parser)
    parser.add_argument("-o", "--output", required=True, metavar="OUT", help="folder of the package")
    parser.add_argument("--allow-empty", action="store_true", help=HELP)


def run(arguments: argparse.Namespace) -> int:
    request = request_of(arguments)
    try:
        built = build(request.sources, arguments.output, request.making)
    except NothingRecognisedError as error:
        if not arguments.allow_empty:
            raise nothing_recognised(arguments.paths, error.skipped) from None
        print("nothing recognised; no package was written")
        return Exit.OK
    print(_told(built))
    for problem in built.problems:
        print(problem, file=sys.stderr)
    # a fault of our own outweighs a file that nobody could read
    if any(problem.fault for problem in built.problems):
        return Exit.FAULT
    return Exit.UNREADABLE if built.problems else Exit.OK


def _told(built: Built) -> str:
    """What was built, in a few lines."""
    counts = " · ".join(f"{item.rows:,} {item.table.name}" for item in built.tables)
    tally = " · ".join(f"{count:,} {name}" for name, count in built.tally._asdict().items())
    lines = [f"{built.path}: data package with {counts}", f"findings: {tally}"]
    if built.skipped:
        skipped = " · ".join(f"{count:,} {reason}" for reason, count in built.skipped)
        looked_at = built.read + built.unused + sum(count for _, count in built.skipped)
        lines.append(f"files: {looked_at:,} looked at · {built.read:,} recognised and read · skipped: {skipped}")
    if built.problems:
        missing = files_or_parts(len(built.problems))
        lines.append(f"left out: {missing} that could not be used; the package is incomplete, and says so")
    lines.append(f"what the columns mean: {built.path}/README.md")
    return "\n".join(lines)
