"""The files of issues by newspaper and day, in memory that does not grow with their number."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from duizhao.schema.inputs.walk import Beside

if TYPE_CHECKING:
    import sqlite3

_HELD = 10_000  # files; some megabytes.  A newspaper of a century has thirty thousand days
_TABLE = "CREATE TABLE file (key BLOB PRIMARY KEY, path BLOB, file BLOB) WITHOUT ROWID"


class Day(NamedTuple):
    """The day of an issue."""

    publication: str
    date: str
    """YYYY-MM-DD."""


class IssueFiles:
    """Of each day the first page, and the first file that may hold the English alone.

    The first of them are held in memory, all others in a temporary file that is gone with this object.
    """

    def __init__(self, held: int = _HELD) -> None:
        self._held = held
        self._first: dict[str, Beside] = {}
        self._others: sqlite3.Connection | None = None

    def add(self, day: Day, file: Beside, *, page: bool) -> None:
        """Take a file, unless the day has one of its kind."""
        key = _key(day, page=page)
        if key in self._first:
            return
        if len(self._first) < self._held:
            self._first[key] = file
        else:
            self._table().execute("INSERT OR IGNORE INTO file VALUES (?, ?, ?)", _row(key, *file))

    def get(self, day: Day, *, page: bool) -> Beside | None:
        """The page of a day, or its file of English alone; None where there is none."""
        key = _key(day, page=page)
        found = self._first.get(key)
        if found is not None or self._others is None:
            return found
        row = self._others.execute("SELECT path, file FROM file WHERE key = ?", _row(key)).fetchone()
        return Beside(*(word.decode("utf-8", "surrogatepass") for word in row)) if row else None

    def _table(self) -> sqlite3.Connection:
        if self._others is None:
            import sqlite3  # noqa: PLC0415  few runs have so many issues

            self._others = sqlite3.connect("", isolation_level=None)
            self._others.execute(_TABLE)
            self._others.execute("BEGIN")  # once: what is never read again needs no journal
        return self._others

    def close(self) -> None:
        """Remove the temporary file, where there is one."""
        if self._others is not None:
            self._others.close()


def _key(day: Day, *, page: bool) -> str:
    return f"{day.publication}\n{day.date}\n{'page' if page else 'alone'}"


def _row(*words: str) -> tuple[bytes, ...]:
    # As bytes: names of files may hold what is no UTF-8.
    return tuple(word.encode("utf-8", "surrogatepass") for word in words)
