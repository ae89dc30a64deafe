"""`duizhao verify`: proof that a data package is what its descriptor says."""

from __future__ import annotations

import argparse
from typing import Any

from duizhao.cli.key_options import add_key_option
from duizhao.datapackage.format.readme import files_or_parts
from duizhao.datapackage.prove.verify import verify
from duizhao.errors import Exit
from duizhao.printable import in_one_line


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("package", metavar="PACKAGE", help="folder of the package, or its datapackage.json")
    add_key_option(parser, "jobs", configured=False)
    parser.add_argument(
        "--allow-incomplete", action="store_true", help="exit with 0 though files were left out when it was made"
    )


def run(arguments: argparse.Namespace) -> int:
    verified = verify(arguments.package, jobs=arguments.jobs)
    for flaw in verified.flaws:
        print(flaw)
    if verified.flaws:
        return Exit.FINDINGS
    incomplete = verified.package.left_out
    if incomplete:
        print(_incomplete(arguments.package, verified.package.descriptor["duizhao"]["incomplete"]))
    counts = " · ".join(f"{rows} {name}" for name, rows in verified.rows.items())
    print(f"{arguments.package}: as it was made ({counts})")
    return Exit.FINDINGS if incomplete and not arguments.allow_incomplete else Exit.OK


def _incomplete(location: str, incomplete: dict[str, Any]) -> str:
    """That files are missing, and which, as far as the package names them."""
    count, files = incomplete["count"], incomplete["files"]
    lines = [f"{location}: incomplete: {files_or_parts(count)} could not be used when it was made, and left out"]
    lines += [f"  {in_one_line(file['path'])}: {in_one_line(file['reason'])}" for file in files]
    return "\n".join([*lines, *(["  …"] if count > len(files) else [])])
