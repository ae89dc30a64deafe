"""`duizhao publish`: releases to the place where people fetch them."""

from __future__ import annotations

import argparse

from duizhao.datapackage.versions.publish import publish
from duizhao.errors import Exit


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("releases", metavar="RELEASES", help="folder that `duizhao release` wrote")
    parser.add_argument("target", metavar="TARGET", help="a folder, or an fsspec address such as s3://bucket/name")
    parser.add_argument("--version", default="", metavar="X.Y.Z", help="only this one (default: all that are missing)")
    parser.add_argument("--dry-run", action="store_true", help="say what would be done, and write nothing")


def run(arguments: argparse.Namespace) -> int:
    dry_run = arguments.dry_run
    done = publish(arguments.releases, arguments.target, version=arguments.version, dry_run=dry_run, tell=print)
    for item in done:
        what = "would be published" if dry_run else "is published"
        print(f"version {item.version} {what}: {item.files} files, {item.bytes} bytes")
    if not done:
        print("all versions are there already; nothing to do")
    return Exit.OK
