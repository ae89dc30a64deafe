"""`index.json`: the releases of a data set, with the size and the hash of each of their files.

A release lies in a folder of its own beside the index and never changes.  The index is written last: what it does not
name is not published.
"""

from __future__ import annotations

import json
import os
import re
from itertools import pairwise
from typing import Any, NamedTuple

from duizhao.datapackage.format.checksums import file_hash, files_below
from duizhao.datapackage.format.package import DESCRIPTOR
from duizhao.datapackage.places.store import MOST_READ
from duizhao.errors import MalformedError, PackageError, UnreadableError
from duizhao.regular import read_regular

INDEX_FILE = "index.json"
# Nine digits a number are more than enough, and int() of thousands of them is an error of its own.
VERSION = re.compile(r"(?:0|[1-9][0-9]{0,8})(?:\.(?:0|[1-9][0-9]{0,8})){2}", re.ASCII)
_NAME = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+)*+", re.ASCII)
# Nothing that disguises a name (control characters, marks of direction, halves of characters) or that Windows does not
# take: the separators and signs here, and a blank or a full stop at the end below.
_UNFIT = r'\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff/\\:*?"<>|'
_SEGMENT = re.compile(rf"[^{_UNFIT}]*[^{_UNFIT} .]")
_HASH = re.compile(r"sha256:[0-9a-f]{64}", re.ASCII)


class FileEntry(NamedTuple):
    """A file of a release."""

    path: str
    """POSIX, below the folder of the release."""
    bytes: int
    hash: str
    """`sha256:` and 64 hexadecimal digits."""


class Release(NamedTuple):
    """A version of the data set."""

    version: str
    path: str
    """Of its folder, beside the index."""
    created: str
    """RFC 3339, '' where it is not known."""
    files: tuple[FileEntry, ...]

    @property
    def bytes(self) -> int:
        """Of all its files."""
        return sum(file.bytes for file in self.files)


class ReleaseIndex(NamedTuple):
    """All releases of a data set, the oldest first."""

    name: str
    versions: tuple[Release, ...] = ()

    def find(self, version: str) -> Release | None:
        """The release of a version, None where there is none."""
        return next((release for release in self.versions if release.version == version), None)

    @property
    def newest(self) -> Release | None:
        """The release with the highest version, None where there is none at all."""
        return self.versions[-1] if self.versions else None

    def with_release(self, release: Release) -> ReleaseIndex:
        """The index with one release more.

        Raises:
            PackageError: the version is there already with other files.
        """
        there = self.find(release.version)
        # The same once more is no error: an interrupted run is done again.
        if there is not None and there != release:
            raise PackageError(f"version {release.version} exists already with other files; a release never changes")
        others = [known for known in self.versions if known.version != release.version]
        return self._replace(versions=tuple(sorted([*others, release], key=lambda each: version_key(each.version))))


def version_key(version: str) -> tuple[int, ...]:
    """A version as numbers, which sort as versions do.

    >>> version_key("1.10.0") > version_key("1.9.3")
    True
    """
    return tuple(map(int, version.split(".")))


def release_of(folder: str, *, version: str, created: str, path: str = "") -> Release:
    """The release that a folder holds, every file of it hashed.

    Args:
        folder: of the package.
        version: of the data set.
        created: RFC 3339, '' where it is not known.
        path: of the folder beside the index; '' for the version itself.
    """
    files = []
    for name in files_below(folder):
        file = os.path.join(folder, *name.split("/"))
        files.append(FileEntry(name, os.path.getsize(file), f"sha256:{file_hash(file)}"))
    return Release(version, path or version, created, tuple(files))


def serialise_index(index: ReleaseIndex) -> bytes:
    """An index as the bytes of its file."""
    versions = [_document(release) for release in index.versions]
    return (json.dumps({"name": index.name, "versions": versions}, ensure_ascii=False, indent=2) + "\n").encode()


def _document(release: Release) -> dict[str, Any]:
    document: dict[str, Any] = {"version": release.version, "path": release.path}
    if release.created:
        document["created"] = release.created
    return {**document, "files": [file._asdict() for file in release.files]}


def read_index(folder: str) -> ReleaseIndex | None:
    """The index of a folder of releases, None where it has none.

    Raises:
        UnreadableError: it cannot be read.
        MalformedError: it is no index.
    """
    path = os.path.join(folder, INDEX_FILE)
    try:
        return parse_index(read_regular(path, MOST_READ), path)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise UnreadableError(f"cannot be read: {error.strerror or error}", path=path) from None


def parse_index(data: bytes, shown: str) -> ReleaseIndex:
    """An index from the bytes of its file; nothing in it is taken on trust.

    Args:
        data: the bytes.
        shown: the path for errors.

    Raises:
        MalformedError: it is no index of releases, or names a file outside them.
    """
    try:
        document = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise MalformedError(f"is no index of releases: no JSON: {error}", path=shown) from None
    try:
        return _index(document)
    except _FlawError as flaw:
        raise MalformedError(f"is no index of releases: {flaw}", path=shown) from None


class _FlawError(Exception):
    """What is wrong with an index."""


def _index(document: Any) -> ReleaseIndex:
    name = _field(document, "name", str, "the index")
    if not _NAME.fullmatch(name):
        raise _FlawError(f"{name!r} is no name of a data set")
    releases = [_release(item) for item in _field(document, "versions", list, "the index")]
    keys = [version_key(release.version) for release in releases]
    # Strictly: a version that is named twice could be either.
    if any(first >= second for first, second in pairwise(keys)):
        raise _FlawError("the versions are not in ascending order")
    # Else files of one version would be fetched as those of another.
    if len({release.path for release in releases}) < len(releases):
        raise _FlawError("two versions lie in one folder")
    return ReleaseIndex(name, tuple(releases))


def _release(item: Any) -> Release:
    version = _field(item, "version", str, "a version")
    if not VERSION.fullmatch(version):
        raise _FlawError(f"{version!r} is no version; one is written 1.2.3")
    created = _field(item, "created", str, version) if "created" in item else ""
    files = tuple(_file(entry, version) for entry in _field(item, "files", list, version))
    paths = [file.path for file in files]
    if len(set(paths)) < len(paths):
        raise _FlawError(f"{version}: a file is named twice")
    if DESCRIPTOR not in paths:
        raise _FlawError(f"{version}: has no {DESCRIPTOR}")
    return Release(version, _safe(_field(item, "path", str, version)), created, files)


def _file(item: Any, version: str) -> FileEntry:
    path = _safe(_field(item, "path", str, f"{version}: a file"))
    size = _field(item, "bytes", int, f"{version}: {path}")
    digest = _field(item, "hash", str, f"{version}: {path}")
    if size < 0 or not _HASH.fullmatch(digest):
        raise _FlawError(f"{version}: {path}: bytes or hash is not what it must be")
    return FileEntry(path, size, digest)


def _field(item: Any, name: str, kind: type, where: str) -> Any:
    value = item.get(name) if isinstance(item, dict) else None
    # True is a number to Python, and none in an index.
    if not isinstance(value, kind) or isinstance(value, bool):
        raise _FlawError(f"{where} has no {name}, or not of the right kind")
    return value


def _safe(path: str) -> str:
    """The path, if it cannot lead out of its folder, on any system."""
    if len(path) <= 1000 and all(_SEGMENT.fullmatch(segment) for segment in path.split("/")):
        return path
    raise _FlawError(f"{path[:60]!r} is no path below the folder of a release")
