"""`duizhao unpack`: the files that a data package was made from, byte by byte."""

from __future__ import annotations

import argparse

from duizhao.datapackage.reading.unpack import unpack
from duizhao.errors import Exit


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("package", metavar="PACKAGE", help="folder of the package")
    parser.add_argument("-o", "--output", required=True, metavar="DIR", help="a folder that does not exist yet")


def run(arguments: argparse.Namespace) -> int:
    count = unpack(arguments.package, arguments.output)
    print(f"{arguments.output}: {count:,} {'file' if count == 1 else 'files'}")
    return Exit.OK
