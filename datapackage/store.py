"""Places where releases lie: folders of this machine, and whatever fsspec has an address for (`s3://…`, `sftp://…`)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import Protocol

from duizhao.datapackage.index import FileEntry
from duizhao.errors import DuizhaoError, Exit

CHUNK = 1 << 22
_URL = re.compile(r"([a-z][a-z0-9+.-]+)(?:://|::)")  # one letter and a colon is a drive
_SECRET = re.compile(r"(?<=://)[^/@]*@")


class StoreError(DuizhaoError):
    """A place that cannot be reached, or does not do what is asked."""

    exit_code = Exit.UNREADABLE


class Store(Protocol):
    """A place for files.  Paths are POSIX and relative to it; every method raises `StoreError` where it fails."""

    def shown(self, path: str = "") -> str:
        """How the place, or a file of it, is named to the user; without passwords."""

    def read(self, path: str) -> bytes | None:
        """A small file as a whole, None where there is none."""

    def size(self, path: str) -> int | None:
        """Of a file, None where there is none."""

    def blocks(self, path: str, start: int, end: int) -> Iterator[bytes]:
        """The bytes of a file from `start`, at most up to `end`."""

    def write(self, path: str, data: bytes) -> None:
        """Write a small file; whoever reads finds the old one or the new one."""

    def upload(self, path: str, source: str) -> None:
        """Copy a file of this machine there."""

    def remove(self, path: str) -> None:
        """Remove a file, if it is there."""

    def tidy(self) -> None:
        """Remove what killed runs left half written."""


def open_store(address: str) -> Store:
    """The place of an address.

    Args:
        address: a folder of this machine, or an fsspec address.

    Raises:
        UsageError: fsspec, or what it needs for this address, is not installed; or it knows no such address.
    """
    match = _URL.match(address)
    if match is None or match[1] in {"file", "local"}:
        from duizhao.datapackage.store_local import LocalStore  # noqa: PLC0415  only what is needed

        return LocalStore(address[match.end() :] if match else address)
    from duizhao.datapackage.store_remote import RemoteStore  # noqa: PLC0415  only what is needed

    return RemoteStore(address, without_secret(address))


def without_secret(address: str) -> str:
    """An address without the user name and password in it.

    >>> without_secret("sftp://me:secret@example.org/data")
    'sftp://example.org/data'
    """
    return _SECRET.sub("", address)


def holds(store: Store, path: str, entry: FileEntry) -> bool:
    """Whether a file is there and has the size and the hash that it must have; reads it back."""
    return store.size(path) == entry.bytes and _hash(store, path, entry.bytes) == entry.hash


def _hash(store: Store, path: str, size: int) -> str:
    digest = hashlib.sha256()
    for block in store.blocks(path, 0, size):
        digest.update(block)
    return f"sha256:{digest.hexdigest()}"
