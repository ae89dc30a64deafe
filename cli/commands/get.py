"""`duizhao get`: a published version, fetched and proved."""

from __future__ import annotations

import argparse

from duizhao.datapackage.versions.fetch import fetch
from duizhao.errors import Exit


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "source", metavar="SOURCE[@VERSION]", help="a folder, or an fsspec address; without a version the newest"
    )
    parser.add_argument(
        "-o", "--output", required=True, metavar="DIR", help="folder to make; an older package gives way"
    )


def run(arguments: argparse.Namespace) -> int:
    fetched = fetch(arguments.source, arguments.output, tell=print)
    print(f"{fetched.path}: {fetched.name} {fetched.version}, {fetched.files} files, {fetched.bytes} bytes, all proved")
    return Exit.OK
