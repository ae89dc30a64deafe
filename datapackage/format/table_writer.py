"""Files of a package, hashed while they are written."""

from __future__ import annotations

import hashlib
import os
from types import TracebackType
from typing import BinaryIO, NamedTuple, Self

from duizhao.datapackage.format import cells
from duizhao.datapackage.format.tables import Table

MOST_BYTES = 90_000_000
"""Of one file: GitHub takes 100 MB, and some places count what they wrap around it."""


class WrittenPart(NamedTuple):
    """A file of a table that was written."""

    path: str
    """Within the package."""
    sha256: str


class WrittenTable(NamedTuple):
    """A table that was written."""

    table: Table
    bytes: int
    sha256: str
    """Of the table in one piece, with one header: it says nothing of where the table was cut."""
    rows: int
    parts: tuple[WrittenPart, ...]


class TableWriter:
    """Writes the CSV files of a table; a context manager.

    Args:
        folder: of the package.
        table: which table.
        most: bytes of a file; where the next rows would be too many, another begins, with a header of its own.
    """

    def __init__(self, folder: str, table: Table, most: int = MOST_BYTES) -> None:
        self._folder = folder
        self._table = table
        self._most = most
        self._header = cells.line(table.columns).encode()
        self._parts: list[WrittenPart] = []
        self._hash = hashlib.sha256()
        self._own = self._hash
        self._bytes = self._rows = 0
        self._path = table.path
        os.makedirs(os.path.dirname(self._place(table.path)), exist_ok=True)
        self._file = self._opened()
        self._size = 0

    def __enter__(self) -> Self:
        self._put(self._header)
        self._bytes += len(self._header)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._file.close()

    def write(self, lines: bytes, rows: int) -> None:
        """Append lines of CSV that hold so many rows; they come to lie in one file."""
        # Not for nothing, such as an article without findings: a part would have a header and no rows.
        if lines and self._size + len(lines) > self._most and self._size > len(self._header):
            self._next_part()
        self._put(lines)
        if self._own is not self._hash:  # up to its first cut a table is its file
            self._hash.update(lines)
        self._bytes += len(lines)
        self._rows += rows

    def written(self) -> WrittenTable:
        """What was written, once it is."""
        parts = (*self._parts, self._part())
        return WrittenTable(self._table, self._bytes, self._hash.hexdigest(), self._rows, parts)

    def _next_part(self) -> None:
        self._file.close()
        # Renamed when the second is needed: how many there will be nobody knows before.
        if not self._parts:  # a table that is never cut keeps its plain name
            first = self._table.part(1)
            os.rename(self._place(self._path), self._place(first))
            self._path = first
        self._parts.append(self._part())
        self._path = self._table.part(len(self._parts) + 1)
        self._file = self._opened()
        self._own, self._size = hashlib.sha256(), 0
        self._put(self._header)

    def _opened(self) -> BinaryIO:
        # Rows of `articles` are of several KB each: with Python's own buffer every one would be a call of the system.
        return open(self._place(self._path), "xb", buffering=1 << 18)

    def _part(self) -> WrittenPart:
        return WrittenPart(self._path, self._own.hexdigest())

    def _place(self, path: str) -> str:
        return os.path.join(self._folder, *path.split("/"))

    def _put(self, data: bytes) -> None:
        self._file.write(data)
        self._own.update(data)
        self._size += len(data)
