"""What every place does, whatever it is: a `Store` of files, read and written whole."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from typing import Protocol

from duizhao.errors import DuizhaoError, Exit

CHUNK = 1 << 22  # bytes held of a file that is sent, fetched or read back, however large it is
MOST_READ = 64 << 20  # bytes of a file that is read as a whole: an index

Tell = Callable[[str], object]
"""Takes a line on each file that is sent or fetched."""


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


def holds(store: Store, path: str, size: int, digest: str) -> bool:
    """Whether a file is there and has the size and the hash (`sha256:…`) that it must have; reads it back."""
    # The size first: it is one question, where the hash means to read every byte.
    return store.size(path) == size and _hash(store, path, size) == digest


def _hash(store: Store, path: str, size: int) -> str:
    digest = hashlib.sha256()
    for block in store.blocks(path, 0, size):
        digest.update(block)
    return f"sha256:{digest.hexdigest()}"
