"""Proof that a package is what its descriptor says, also where other validators look away."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator
from contextlib import closing
from itertools import islice
from typing import Any, NamedTuple

from duizhao.datapackage.format import checksums
from duizhao.datapackage.format.cell_forms import checker
from duizhao.datapackage.format.descriptor_shape import flaws_of, paths_of
from duizhao.datapackage.format.package import DESCRIPTOR, Package, open_package, read_package
from duizhao.datapackage.prove.references import Keys, dangling
from duizhao.datapackage.prove.verify_table import STRIDE, Flaws, Part, PartReader, ReadPart, TableKeys, verify_table
from duizhao.errors import PackageError
from duizhao.scratch import anywhere
from duizhao.validator.report import Problem
from duizhao.validator.running.pool import one_by_one

_LARGEST_SUMS = 16 << 20  # characters; ours have some hundreds
_PARALLEL_FROM = 8 << 20  # bytes of tables; below, starting processes costs more than it saves


class Verified(NamedTuple):
    """The outcome of a verification."""

    package: Package
    flaws: tuple[Problem, ...]
    rows: dict[str, int]
    """Rows of each table."""


class Reading(NamedTuple):
    """How tables are read."""

    folder: str
    """For what memory does not hold."""
    jobs: int | None
    """Processes; None for one a core."""


def verify(location: str, *, jobs: int | None = None) -> Verified:
    """Verify a package: descriptor, checksums, every cell, keys and references, and that nothing else is there.

    Args:
        location: the folder of the package, or its descriptor.
        jobs: processes to use where there is enough to do; None for one a core.

    Raises:
        UsageError: there is no package.
        UnreadableError: its descriptor cannot be read.
        MalformedError: its descriptor is no JSON object.
        WorkerError: a process was ended from outside.
    """
    package = read_package(location)
    flaws = Flaws()
    sums = _checksums(package, flaws)
    for message in flaws_of(package.descriptor):
        flaws.add(package.shown(DESCRIPTOR), message)
    if not flaws.found:
        for message in _unheld(package):
            flaws.add(package.shown(DESCRIPTOR), message)
    # A descriptor or checksums that are not sound say nothing that tables could be compared with.
    resources = [] if flaws.found else package.descriptor["resources"]
    paths = {path for resource in resources for path in paths_of(resource)}
    _files(package, sums, {*sums, *paths}, flaws)
    with anywhere() as folder:
        rows = _tables(package, resources, sums, flaws, Reading(folder, jobs))
    return Verified(package, tuple(flaws.found), rows)


def ensure(location: str, *, jobs: int | None = None) -> Package:
    """The package, proved.

    Args:
        location: see `verify`.
        jobs: likewise.

    Raises:
        MalformedError: its form is not that of ours.
        PackageError: with the first flaw.
    """
    open_package(location)  # for its exit code: a form that is not ours is 2, and only a changed package 1
    verified = verify(location, jobs=jobs)
    if verified.flaws:
        flaw = verified.flaws[0]
        raise PackageError(flaw.message, path=flaw.path, line=flaw.line, column=flaw.column)
    return verified.package


def _unheld(package: Package) -> Iterator[str]:
    """What the descriptor asks of its fields that nobody here could vouch for; told of it, and not of a table."""
    for resource in package.descriptor["resources"]:
        for field in resource["schema"]["fields"]:
            try:
                checker(field)
            except PackageError as error:
                yield f"{resource['name']}: {error.message}"


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
    # A list of checksums cannot hold its own.
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
        # A large table would else be read twice.
        elif not path.startswith("data/") and checksums.file_hash(package.file(path)) != sums[path]:
            flaws.add(package.shown(path), "was changed: its SHA-256 is not the one declared")


def _tables(
    package: Package, resources: list[dict[str, Any]], sums: dict[str, str], flaws: Flaws, reading: Reading
) -> dict[str, int]:
    keys = TableKeys(resources, lambda: Keys(reading.folder))
    parts = {resource["name"]: _parts(package, resource) for resource in resources}
    every = [part for some in parts.values() for part in some]
    # By the paths to show, which is what a part knows of itself.
    checksums_of = {package.shown(path): checksum for path, checksum in sums.items()}
    rows: dict[str, int] = {}
    with closing(_read(every, PartReader(resources, reading.folder), reading.jobs)) as read:
        for resource in resources:
            mine = parts[resource["name"]]
            found = list(islice(read, len(mine)))
            count = verify_table(resource, mine, found, checksums_of, keys, flaws) if mine else None
            if count is not None:
                rows[resource["name"]] = count
            # Closing ends the workers too, which would read on for nothing.
            if flaws.full:
                break
    if len(rows) == len(resources):  # else whatever refers to the table that could not be read would seem to dangle
        for resource in resources:
            _references(resource, parts[resource["name"]], keys, flaws)
    return rows


def _parts(package: Package, resource: dict[str, Any]) -> list[Part]:
    """The files of a table, none of them where one is missing, or is none."""
    places = [(package.file(path), package.shown(path)) for path in paths_of(resource)]
    if not all(os.path.isfile(place) and not os.path.islink(place) for place, _ in places):
        return []
    return [Part(resource["name"], number, *place) for number, place in enumerate(places)]


def _read(parts: list[Part], reader: PartReader, jobs: int | None) -> Generator[ReadPart]:
    """What is found in each file; several are read at once, where together they are large enough."""
    size = sum(os.path.getsize(part.path) for part in parts)
    for some in one_by_one(parts, reader, jobs if size >= _PARALLEL_FROM else 1):
        yield from some


def _references(resource: dict[str, Any], parts: list[Part], keys: TableKeys, flaws: Flaws) -> None:
    for column, target, children, parents in keys.references(resource):
        for value, mark in dangling(children.sorted(), parents.sorted()):
            number, line = divmod(mark, STRIDE)
            flaws.add(parts[number].shown, f"{column}: {target} has no {value}", line, 1)
    for columns, unique in keys.unique(resource):
        for value, mark in unique.repeated():
            number, line = divmod(mark, STRIDE)
            flaws.add(parts[number].shown, f"{columns}: {value!r} stands twice", line, 1)
