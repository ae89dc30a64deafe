"""`duizhao build`: article files into a data package."""

from __future__ import annotations

import argparse
import sys

from duizhao.datapackage.build import Built, build
from duizhao.errors import Exit


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "sources", nargs="*", default=["."], metavar="SRC", help="files, folders, globs or archives (default: .)"
    )
    parser.add_argument("-o", "--output", required=True, metavar="OUT", help="folder of the package")
    parser.add_argument(
        "--jobs", type=int, metavar="N", help="processes to use (default: as many as there are cores, where it pays)"
    )


def run(arguments: argparse.Namespace) -> int:
    built = build(arguments.sources, arguments.output, jobs=arguments.jobs)
    print(told(built))
    for problem in built.problems:
        print(problem, file=sys.stderr)
    return Exit.UNREADABLE if built.problems else Exit.OK


def told(built: Built) -> str:
    """What was built, in a few lines."""
    counts = " · ".join(f"{item.rows} {item.table.name}" for item in built.tables)
    tally = built.tally
    lines = [
        f"{built.path}: data package with {counts}",
        f"findings: {tally.errors} errors, {tally.warnings} warnings, {tally.infos} infos, {tally.waived} waived",
    ]
    if built.problems:
        lines.append(f"left out: {len(built.problems)} that could not be read")
    lines.append(f"what the columns mean: {built.path}/README.md")
    return "\n".join(lines)
