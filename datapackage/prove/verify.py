"""Proof that a package is what its descriptor says, also where other validators look away."""

from __future__ import annotations

import os
from typing import Any, NamedTuple

from duizhao.datapackage.format import checksums
from duizhao.datapackage.format.csv_file import CsvTable
from duizhao.datapackage.format.descriptor_shape import flaws_of, paths_of
from duizhao.datapackage.format.package import DESCRIPTOR, Package, open_package, read_package
from duizhao.datapackage.prove.references import Keys, dangling
from duizhao.datapackage.prove.verify_table import Flaws, TableKeys, verify_table
from duizhao.errors import PackageError
from duizhao.scratch import anywhere
from duizhao.validator.report import Problem

_LARGEST_SUMS = 16 << 20  # characters; ours have some hundreds


class Verified(NamedTuple):
    """The outcome of a verification."""

    package: Package
    flaws: tuple[Problem, ...]
    rows: dict[str, int]
    """Rows of each table."""


def verify(location: str) -> Verified:
    """Verify a package: descriptor, checksums, every cell, keys and references, and that nothing else is there.

    Args:
        location: the folder of the package, or its descriptor.

    Raises:
        UsageError: there is no package.
        UnreadableError: its descriptor cannot be read.
        MalformedError: its descriptor is no JSON object.
    """
    package = read_package(location)
    flaws = Flaws()
    sums = _checksums(package, flaws)
    for message in flaws_of(package.descriptor):
        flaws.add(package.shown(DESCRIPTOR), message)
    # A descriptor or checksums that are not sound say nothing that tables could be compared with.
    resources = [] if flaws.found else package.descriptor["resources"]
    paths = {path for resource in resources for path in paths_of(resource)}
    _files(package, sums, {*sums, *paths}, flaws)
    with anywhere() as folder:
        rows = _tables(package, resources, sums, flaws, folder)
    return Verified(package, tuple(flaws.found), rows)


def ensure(location: str) -> Package:
    """The package, proved.

    Raises:
        MalformedError: its form is not that of ours.
        PackageError: with the first flaw.
    """
    open_package(location)  # for its exit code: a form that is not ours is 2, and only a changed package 1
    verified = verify(location)
    if verified.flaws:
        flaw = verified.flaws[0]
        raise PackageError(flaw.message, path=flaw.path, line=flaw.line, column=flaw.column)
    return verified.package


def _checksums(package: Package, flaws: Flaws) -> dict[str, str]:
    shown = package.shown(checksums.NAME)
    try:
        with open(package.regular(checksums.NAME), encoding="utf-8", newline="") as file:
            return checksums.read_checksums(file.read(_LARGEST_SUMS), shown)
    except PackageError as error:
        flaws.add_error(error)
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8"
        flaws.add(shown, f"cannot be read: {reason}")
    return {}


def _files(package: Package, sums: dict[str, str], declared: set[str], flaws: Flaws) -> None:
    """That the files are those declared, no more and no fewer; tables are hashed when they are read."""
    present = set(checksums.files_below(package.folder)) - {checksums.NAME}
    for path in sorted(present - declared):
        flaws.add(package.shown(path), "is not declared; the package did not have it when it was made")
    for path in sorted(declared - present):
        flaws.add(package.shown(path), "is missing")
    for path in sorted(declared & present):
        if os.path.islink(package.file(path)):
            flaws.add(package.shown(path), "is a symbolic link; a package holds its files itself")
        elif not os.path.isfile(package.file(path)):
            flaws.add(package.shown(path), "is no regular file")
        elif path not in sums:
            flaws.add(package.shown(path), f"has no line in {checksums.NAME}")
        elif not path.startswith("data/") and checksums.file_hash(package.file(path)) != sums[path]:
            flaws.add(package.shown(path), "was changed: its SHA-256 is not the one declared")


def _tables(
    package: Package, resources: list[dict[str, Any]], sums: dict[str, str], flaws: Flaws, folder: str
) -> dict[str, int]:
    keys = TableKeys(resources, lambda: Keys(folder))
    rows, tables = {}, []
    for resource in resources:
        places = [(package.file(path), package.shown(path)) for path in paths_of(resource)]
        if all(os.path.isfile(place) and not os.path.islink(place) for place, _ in places):
            table = CsvTable(places)
            tables.append((resource, table))
            checksums_of = [sums.get(path, "") for path in paths_of(resource)]
            count = verify_table(table, resource, checksums_of, keys, flaws)
            if count is not None:
                rows[resource["name"]] = count
    if len(rows) == len(resources):  # else whatever refers to the table that could not be read would seem to dangle
        for resource, table in tables:
            _references(resource, table, keys, flaws)
    return rows


def _references(resource: dict[str, Any], table: CsvTable, keys: TableKeys, flaws: Flaws) -> None:
    for column, target, children, parents in keys.references(resource):
        for value, mark in dangling(children.sorted(), parents.sorted()):
            shown, line = table.place(mark)
            flaws.add(shown, f"{column}: {target} has no {value}", line, 1)
    for columns, unique in keys.unique(resource):
        for value, mark in unique.repeated():
            shown, line = table.place(mark)
            flaws.add(shown, f"{columns}: {value!r} stands twice", line, 1)
