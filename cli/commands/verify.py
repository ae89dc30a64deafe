"""`duizhao verify`: proof that a data package is what its descriptor says."""

from __future__ import annotations

import argparse

from duizhao.datapackage.verify import verify
from duizhao.errors import Exit


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("package", metavar="PACKAGE", help="folder of the package, or its datapackage.json")


def run(arguments: argparse.Namespace) -> int:
    verified = verify(arguments.package)
    for flaw in verified.flaws:
        print(flaw)
    if verified.flaws:
        return Exit.FINDINGS
    counts = " · ".join(f"{rows} {name}" for name, rows in verified.rows.items())
    print(f"{arguments.package}: as it was made ({counts})")
    return Exit.OK
