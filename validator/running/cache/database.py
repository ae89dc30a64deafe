"""The file that results are kept in: opened, made anew where it is damaged, and kept small."""

from __future__ import annotations

import os
import sqlite3

FILE = "results-4.sqlite"  # the number rises where findings are stored in another form
MAX_BYTES = 512 << 20
_KEPT = 0.7  # share of the bound that is left after the oldest entries were dropped, so that not every run has to
_WAIT = 10  # seconds for another process to finish writing
_TABLES = """
CREATE TABLE IF NOT EXISTS result (key BLOB PRIMARY KEY, findings BLOB, signatures BLOB, used INTEGER) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS extra (key BLOB PRIMARY KEY, data BLOB, used INTEGER) WITHOUT ROWID;
"""


def open_database(folder: str) -> sqlite3.Connection | None:
    """The database; a damaged one is made anew, and where none can be made there is none.

    Args:
        folder: where it lies; made where it is missing.
    """
    path = os.path.join(folder, FILE)
    try:
        os.makedirs(folder, exist_ok=True)
        _hide(folder)
        try:
            return _connect(path)
        except sqlite3.DatabaseError as error:
            # Locked, full or not allowed: the file itself may be sound, and is left to others.
            if isinstance(error, sqlite3.OperationalError):
                return None
            os.unlink(path)
            return _connect(path)
    except (OSError, sqlite3.Error):
        return None


def _connect(path: str) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=_WAIT)
    try:
        # A reader need not wait for a writer; what a crash of the system costs is only checked again.
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")
        database.executescript(_TABLES)
    except sqlite3.Error:
        database.close()
        raise
    return database


def _hide(folder: str) -> None:
    """Keep the cache out of version control."""
    path = os.path.join(folder, ".gitignore")
    if not os.path.exists(path):
        with open(path, "w", encoding="ascii") as file:
            file.write("*\n")


def shrink(database: sqlite3.Connection) -> None:
    """Drop the entries that were not asked for longest, where there are too many.

    Args:
        database: an open one.
    """
    pages, size = (database.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    free = database.execute("PRAGMA freelist_count").fetchone()[0]
    used = (pages - free) * size
    if used <= MAX_BYTES:
        return
    for table in ("result", "extra"):
        count = database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608  one of two names
        drop = int(count * (1 - _KEPT * MAX_BYTES / used))
        with database:
            query = f"DELETE FROM {table} WHERE key IN (SELECT key FROM {table} ORDER BY used LIMIT ?)"  # noqa: S608
            database.execute(query, (drop,))
    # Deleted rows only free pages of the file; this gives them back.
    database.execute("VACUUM")
