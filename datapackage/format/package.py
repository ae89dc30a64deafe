"""A package on disk: its descriptor and the paths of its files."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from typing import Any, NamedTuple

from duizhao.datapackage.format.csv_file import CsvTable
from duizhao.datapackage.format.descriptor_shape import flaws_of, paths_of
from duizhao.errors import MalformedError, PackageError, UnreadableError, UsageError
from duizhao.regular import open_regular
from duizhao.validator.configuration.located import deeper

DESCRIPTOR = "datapackage.json"
README = "README.md"
_DEEPEST = 20  # of lists and objects within each other; ours have nine
LARGEST = 16 * 1024 * 1024  # bytes; ours have some forty thousand


class Package(NamedTuple):
    """A package that was opened; nothing of it is verified yet."""

    folder: str
    descriptor: dict[str, Any]

    @property
    def version(self) -> str:
        """Of the data set, '' where it has none."""
        return str(self.descriptor.get("version", ""))

    @property
    def left_out(self) -> int:
        """Files that should be in it, and could not be used when it was made."""
        # Looked at piece by piece: `verify` asks this of descriptors of any shape.
        ours = self.descriptor.get("duizhao")
        incomplete = ours.get("incomplete") if isinstance(ours, dict) else None
        count = incomplete.get("count") if isinstance(incomplete, dict) else None
        return count if isinstance(count, int) else 0

    def resource(self, name: str) -> dict[str, Any]:
        """The resource of that name.

        Raises:
            MalformedError: there is none.
        """
        for resource in self.descriptor.get("resources", []):
            if isinstance(resource, dict) and resource.get("name") == name:
                return resource
        raise MalformedError(f"the package has no table {name}", path=self.shown(DESCRIPTOR))

    def file(self, path: str) -> str:
        """Where a file of the package lies on disk."""
        return os.path.join(self.folder, *path.split("/"))

    def regular(self, path: str) -> str:
        """Where a file of the package lies on disk, once it is known to be a file and to lie there itself.

        Raises:
            PackageError: it is something else, or a link leads out of the package.
        """
        place = self.file(path)
        root = os.path.realpath(self.folder)
        # The folder itself may be reached by a link: only what lies below it may not.
        if os.path.realpath(place) != os.path.join(root, *path.split("/")):
            raise PackageError("is a symbolic link; a package holds its files itself", path=self.shown(path))
        if os.path.lexists(place) and not os.path.isfile(place):
            raise PackageError("is no regular file", path=self.shown(path))
        return place

    def table(self, name: str) -> CsvTable:
        """The rows of a table, in as many files as it has.

        Raises:
            MalformedError: there is no such table.
            PackageError: a file is something else, or a link leads out of the package.
        """
        paths = paths_of(self.resource(name))
        return CsvTable([(self.regular(path), self.shown(path)) for path in paths])

    def need(self, table: str, columns: Iterable[str]) -> None:
        """See that a table has the columns that are about to be read.

        Raises:
            MalformedError: it has not.
        """
        there = {field["name"] for field in self.resource(table)["schema"]["fields"]}
        for column in columns:
            if column not in there:
                raise MalformedError(f"the table {table} has no column {column}", path=self.shown(DESCRIPTOR))

    def shown(self, path: str) -> str:
        """How a file of the package is named to the user."""
        return f"{self.folder.rstrip('/')}/{path}"


def open_package(location: str) -> Package:
    """Open a package whose descriptor has the shape that everything here reads it by.

    Args:
        location: its folder, or the descriptor in it.

    Raises:
        UsageError: there is nothing.
        UnreadableError: the descriptor cannot be read.
        MalformedError: it is no descriptor of a package of duizhao.
    """
    package = read_package(location)
    if flaw := next(flaws_of(package.descriptor), ""):
        raise MalformedError(flaw, path=package.shown(DESCRIPTOR))
    return package


def read_package(location: str) -> Package:
    """Open a package without a look at what its descriptor says; see `open_package`.

    Raises:
        UsageError: there is nothing.
        UnreadableError: the descriptor cannot be read.
        MalformedError: it is no JSON object, or nested deeper than any descriptor.
    """
    folder = os.path.dirname(location) or "." if os.path.basename(location) == DESCRIPTOR else location
    path = os.path.join(folder, DESCRIPTOR)
    # A link that leads nowhere is there, and is told as unreadable.
    if not os.path.lexists(path):
        what = "no such folder" if not os.path.isdir(folder) else f"is no data package: it has no {DESCRIPTOR}"
        raise UsageError(what, path=folder)
    return Package(folder, _object(_text(path), path))


def _text(path: str) -> str:
    try:
        with open_regular(path) as file:
            # One byte more than is allowed tells that there are too many, without reading them.
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise UnreadableError(f"cannot be read: {error.strerror or error}", path=path) from None
    if len(data) > LARGEST:
        raise MalformedError("too large for a descriptor", path=path)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise MalformedError(f"not UTF-8: byte 0x{data[error.start]:02x} at offset {error.start}", path=path) from None


def _object(text: str, path: str) -> dict[str, Any]:
    try:
        document = json.loads(text, parse_constant=_no_number)  # Python reads NaN and Infinity, JSON has neither
    except json.JSONDecodeError as error:
        raise MalformedError(f"no JSON: {error.msg}", path=path, line=error.lineno, column=error.colno) from None
    except ValueError as error:  # of `_no_number`, or an integer of more digits than Python reads
        raise MalformedError(f"no JSON: {error}", path=path) from None
    except RecursionError:
        raise MalformedError("no descriptor: nested too deeply", path=path) from None
    if not isinstance(document, dict):
        raise MalformedError("no descriptor: not a JSON object", path=path)
    if deeper(document, _DEEPEST):
        raise MalformedError("no descriptor: nested too deeply", path=path)
    return document


def _no_number(word: str) -> float:
    raise ValueError(f"{word} is no number in JSON")
