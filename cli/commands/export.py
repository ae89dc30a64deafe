"""`duizhao export`: a data package in other forms."""

from __future__ import annotations

import argparse

from duizhao.cli.key_options import add_key_option
from duizhao.datapackage.exports.export import export, formats
from duizhao.errors import Exit

_ALL = "all"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    # A table of formats must keep its lines.
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = "formats:\n" + "\n".join(f"  {name:12}{summary}" for name, summary in formats().items())
    parser.add_argument("package", metavar="PACKAGE", help="folder of the package, or its datapackage.json")
    parser.add_argument("--to", required=True, metavar="FORMAT[,FORMAT]", help=f"what to write, or `{_ALL}`")
    parser.add_argument(
        "-o", "--output", required=True, metavar="DIR", help="folder to write; an older export gives way"
    )
    add_key_option(parser, "jobs", configured=False)


def run(arguments: argparse.Namespace) -> int:
    names = [name.strip() for name in arguments.to.split(",")]
    chosen = list(formats()) if names == [_ALL] else names
    exported = export(arguments.package, chosen, arguments.output, jobs=arguments.jobs)
    for path in exported.files:
        print(f"{exported.path.rstrip('/')}/{path}")
    return Exit.OK
