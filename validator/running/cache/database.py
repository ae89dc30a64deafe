"""The file that results are kept in: opened, made anew where it is damaged, and kept small."""

from __future__ import annotations

import os
import sqlite3

from duizhao.validator.running.cache.refused import refuse

FILE = "results-5.sqlite"  # the number rises where findings are stored in another form
MAX_BYTES = 512 << 20
"""What it may hold in any case."""
_CORPORA = 2  # of the largest of late, which it may hold too: as it is, and as it was under other settings
_LATE = 30  # days
_KEPT = 0.7  # share of the bound that is left after the oldest entries were dropped, so that not every run has to
_WAIT = 2  # seconds for another process to finish writing, which takes a fraction of one
# With row numbers: keys are hashes, so that without them each new row would go to another page of all.
_TABLES = """
CREATE TABLE IF NOT EXISTS result (key BLOB NOT NULL UNIQUE, used INTEGER, findings BLOB, digests BLOB);
CREATE TABLE IF NOT EXISTS extra (key BLOB NOT NULL UNIQUE, used INTEGER, data BLOB);
CREATE TABLE IF NOT EXISTS corpus (day INTEGER PRIMARY KEY, files INTEGER);
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
                if is_held(error):
                    refuse(folder)
                return None
            os.unlink(path)
            return _connect(path)
    except (OSError, sqlite3.Error):
        return None


def is_held(error: sqlite3.Error) -> bool:
    """Whether another process holds the database, and has not let it go for as long as one waits."""
    return isinstance(error, sqlite3.OperationalError) and "locked" in str(error)


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


def note(database: sqlite3.Connection, day: int, files: int) -> None:
    """Keep in mind how many files a run looked up.

    Args:
        database: an open one.
        day: of the run.
        files: how many.
    """
    statement = "INSERT INTO corpus VALUES (?, ?) ON CONFLICT (day) DO UPDATE SET files = max(files, excluded.files)"
    with database:
        database.execute(statement, (day, files))
        database.execute("DELETE FROM corpus WHERE day <= ?", (day - _LATE,))


def shrink(database: sqlite3.Connection, day: int) -> None:
    """Drop the entries that were not asked for longest, where there are too many.

    That is more than `MAX_BYTES`, and more than the largest run of late needs, with room for as many again.

    Args:
        database: an open one.
        day: of the run.
    """
    pages, size = (database.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    free = database.execute("PRAGMA freelist_count").fetchone()[0]
    used = (pages - free) * size
    if used <= MAX_BYTES:
        return
    count = database.execute("SELECT count(*) FROM result").fetchone()[0]
    files = database.execute("SELECT max(files) FROM corpus WHERE day > ?", (day - _LATE,)).fetchone()[0] or 0
    bound = max(MAX_BYTES, _CORPORA * files * used // max(count, 1))
    if used <= bound:
        return
    for table in ("result", "extra"):
        count = database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608  one of two names
        drop = int(count * (1 - _KEPT * bound / used))
        with database:
            query = f"DELETE FROM {table} WHERE key IN (SELECT key FROM {table} ORDER BY used LIMIT ?)"  # noqa: S608
            database.execute(query, (drop,))
    # Deleted rows only free pages of the file; this gives them back.
    database.execute("VACUUM")
