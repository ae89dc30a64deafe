"""A package on disk: its descriptor and the paths of its files."""

from __future__ import annotations

import json
import os
from typing import Any, NamedTuple

from duizhao.errors import PackageError, UnreadableError, UsageError

DESCRIPTOR = "datapackage.json"
README = "README.md"
_LARGEST = 16 * 1024 * 1024  # bytes; ours have some forty thousand


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
        ours = self.descriptor.get("duizhao")
        incomplete = ours.get("incomplete") if isinstance(ours, dict) else None
        count = incomplete.get("count") if isinstance(incomplete, dict) else None
        return count if isinstance(count, int) else 0

    def resource(self, name: str) -> dict[str, Any]:
        """The resource of that name.

        Raises:
            PackageError: there is none.
        """
        for resource in self.descriptor.get("resources", []):
            if isinstance(resource, dict) and resource.get("name") == name:
                return resource
        raise PackageError(f"the package has no table {name}", path=self.shown(DESCRIPTOR))

    def file(self, path: str) -> str:
        """Where a file of the package lies on disk."""
        return os.path.join(self.folder, *path.split("/"))

    def shown(self, path: str) -> str:
        """How a file of the package is named to the user."""
        return f"{self.folder.rstrip('/')}/{path}"


def open_package(location: str) -> Package:
    """Open a package and read its descriptor.

    Args:
        location: its folder, or the descriptor in it.

    Raises:
        UsageError: there is nothing.
        UnreadableError: the descriptor cannot be read.
        PackageError: it is no JSON object.
    """
    folder = os.path.dirname(location) or "." if os.path.basename(location) == DESCRIPTOR else location
    path = os.path.join(folder, DESCRIPTOR)
    if not os.path.lexists(path):
        what = "no such folder" if not os.path.isdir(folder) else f"is no data package: it has no {DESCRIPTOR}"
        raise UsageError(what, path=folder)
    return Package(folder, _object(_text(path), path))


def _text(path: str) -> str:
    try:
        with open(path, "rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError as error:
        raise UnreadableError(f"cannot be read: {error.strerror or error}", path=path) from None
    if len(data) > _LARGEST:
        raise PackageError("too large for a descriptor", path=path)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise PackageError(f"not UTF-8: byte 0x{data[error.start]:02x} at offset {error.start}", path=path) from None


def _object(text: str, path: str) -> dict[str, Any]:
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        raise PackageError(f"no JSON: {error.msg}", path=path, line=error.lineno, column=error.colno) from None
    except RecursionError:
        raise PackageError("no descriptor: nested too deeply", path=path) from None
    if not isinstance(document, dict):
        raise PackageError("no descriptor: not a JSON object", path=path)
    return document
