"""Files of a package, hashed while they are written."""

from __future__ import annotations

import hashlib
import os
from types import TracebackType
from typing import NamedTuple, Self

from duizhao.datapackage.format import cells
from duizhao.datapackage.format.tables import Table


class WrittenTable(NamedTuple):
    """A table that was written."""

    table: Table
    bytes: int
    sha256: str
    rows: int


class TableWriter:
    """Writes the CSV file of a table; a context manager.

    Args:
        folder: of the package.
        table: which table.
    """

    def __init__(self, folder: str, table: Table) -> None:
        self._table = table
        path = os.path.join(folder, *table.path.split("/"))
        os.makedirs(os.path.dirname(path), exist_ok=True)
        # Rows of `articles` are of several KB each: with Python's own buffer every one would be a call of the system.
        self._file = open(path, "xb", buffering=1 << 18)  # noqa: SIM115  closed by __exit__
        self._hash = hashlib.sha256()
        self._bytes = self._rows = 0

    def __enter__(self) -> Self:
        self._put(cells.line(self._table.columns).encode())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._file.close()

    def write(self, lines: bytes, rows: int) -> None:
        """Append lines of CSV that hold so many rows."""
        self._put(lines)
        self._rows += rows

    def written(self) -> WrittenTable:
        """What was written, once it is."""
        return WrittenTable(self._table, self._bytes, self._hash.hexdigest(), self._rows)

    def _put(self, data: bytes) -> None:
        self._file.write(data)
        self._hash.update(data)
        self._bytes += len(data)
