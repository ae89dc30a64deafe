"""`duizhao diff`: what changed between two data packages."""

from __future__ import annotations

import argparse
import sys

from duizhao.datapackage.format.package import open_package
from duizhao.datapackage.prove.hashes import see_hashes
from duizhao.datapackage.versions.changelog import FORMATS, render
from duizhao.datapackage.versions.changes import compare
from duizhao.errors import Exit
from duizhao.faults import about


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("old", metavar="OLD", help="folder of the older package")
    parser.add_argument("new", metavar="NEW", help="folder of the newer package")
    parser.add_argument("--output-format", choices=FORMATS, default="text", help="default: %(default)s")
    parser.add_argument("--exit-code", action="store_true", help="exit with 1 where there is a difference")


def run(arguments: argparse.Namespace) -> int:
    with about(f"{arguments.old} or {arguments.new}"):
        both = open_package(arguments.old), open_package(arguments.new)
        for package in both:
            see_hashes(package)  # where the descriptors agree, nobody looks into the tables
        changes = compare(*both)
    sys.stdout.writelines(render(changes, arguments.output_format, title=f"{arguments.old} → {arguments.new}"))
    return Exit.FINDINGS if changes.level and arguments.exit_code else Exit.OK
