"""Results of files that have not changed.

A result is kept under a hash of all it depends on: the file's path and bytes, the settings in force, and the source of
this package.  Beside it may lie what a room above makes of the article, under a key of its own.  The store is an SQLite
file, which several processes can read and write at once; each entry carries a checksum, and whatever cannot be read is
checked anew.  Nothing here ever fails a run.
"""

from __future__ import annotations

import json
import os
import sqlite3
import sys
import time
import zlib
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import Any, NamedTuple

from duizhao.validator.across.signature import Signature
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.finding import Finding, Place, Severity

FILE = "results-3.sqlite"  # the number rises where findings are stored in another form
MAX_BYTES = 512 << 20
_KEPT = 0.7  # share of the bound that is left after the oldest entries were dropped, so that not every run has to
_WAIT = 10  # seconds for another process to finish writing
_CHECK = 8  # bytes of the checksum
_MANY = 500  # keys in one query
_LEVEL = 1  # of zlib: rows of CSV shrink to a fifth at once, and hardly more with patience
_TABLES = """
CREATE TABLE IF NOT EXISTS result (key BLOB PRIMARY KEY, findings BLOB, signature BLOB, used INTEGER) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS extra (key BLOB PRIMARY KEY, data BLOB, used INTEGER) WITHOUT ROWID;
"""
Findings = tuple[Finding, ...]


class Kept(NamedTuple):
    """What is to be kept of a file."""

    key: bytes
    findings: Findings
    signature: Signature | None = None
    extra: list[Any] | None = None
    """What else was made of it, as JSON data."""


class Known(NamedTuple):
    """What was kept of a file."""

    key: bytes
    findings: Findings
    extra: list[Any]
    """Empty where nothing is kept but results."""


class CachePlan(NamedTuple):
    """Where results are kept, and under what; sent to every worker once."""

    folder: str
    prefix: bytes
    """What the keys begin from."""
    extra: bytes = b""
    """A hash of the source that makes more of an article than a result, b'' where nothing does."""


class Cache:
    """An open cache; made in the process that uses it.

    Args:
        folder: where it lies; made where it is missing.
    """

    def __init__(self, folder: str) -> None:
        self._today = int(time.time() // 86_400)
        self._database = _open(folder)

    @property
    def usable(self) -> bool:
        """False where nothing can be kept."""
        return self._database is not None

    def get(self, keys: Sequence[bytes], *, signatures: bool) -> dict[bytes, Findings]:
        """The findings kept under some keys.

        Args:
            keys: of files, as `key_of` gives them.
            signatures: whether to pass over entries that were kept without a signature.
        """
        found, stale = {}, []
        for key, sealed, signature, used in self._rows("key, findings, signature, used FROM result", keys):
            rows = _opened(key, sealed) if signature or not signatures else None
            if rows is not None:
                found[key] = tuple(map(_finding, rows))
                stale += [key] if used != self._today else []
        self._run("UPDATE result SET used = ? WHERE key = ?", [(self._today, key) for key in stale])
        return found

    def known(self, keys: Sequence[bytes], plan: CachePlan, *, signatures: bool) -> dict[bytes, Known]:
        """All that was kept under some keys; nothing of a file of which something is missing.

        Args:
            keys: of files.
            plan: says what there is to be known.
            signatures: whether to pass over files that were kept without a signature.
        """
        found = self.get(keys, signatures=signatures)
        if not plan.extra:
            return {key: Known(key, findings, []) for key, findings in found.items()}
        extra = self.get_extra(list(found), plan.extra)
        return {key: Known(key, found[key], extra[key]) for key in found if key in extra}

    def get_extra(self, keys: Sequence[bytes], kind: bytes) -> dict[bytes, list[Any]]:
        """What else was kept under some keys, as long as the source that made it is the same.

        Args:
            keys: of files.
            kind: the hash of that source.
        """
        own = {_key_of_extra(key, kind): key for key in keys}
        found, stale = {}, []
        for key, sealed, used in self._rows("key, data, used FROM extra", list(own)):
            data = _unpacked(key, sealed)
            if data is not None:
                found[own[key]] = data
                stale += [key] if used != self._today else []
        self._run("UPDATE extra SET used = ? WHERE key = ?", [(self._today, key) for key in stale])
        return found

    def signatures(self, keys: Sequence[bytes]) -> Iterator[Signature | None]:
        """The signatures kept under some keys, in their order; None where there is none."""
        for start in range(0, len(keys), _MANY):
            some = keys[start : start + _MANY]
            rows = {key: _opened(key, sealed) for key, sealed in self._rows("key, signature FROM result", some)}
            yield from (_signature(rows.get(key)) for key in some)

    def put(self, results: Sequence[Kept], kind: bytes = b"") -> None:
        """Keep results.

        Args:
            results: of files.
            kind: the hash of the source that made what else there is of them.
        """
        rows = [
            (
                kept.key,
                _sealed(kept.key, [finding._replace(waived="") for finding in kept.findings]),
                _sealed(kept.key, kept.signature) if kept.signature else b"",
                self._today,
            )
            for kept in results
        ]
        self._run("INSERT OR REPLACE INTO result VALUES (?, ?, ?, ?)", rows)
        extras = [(_key_of_extra(kept.key, kind), kept.extra) for kept in results if kept.extra is not None]
        packed = [(key, _packed(key, extra), self._today) for key, extra in extras]
        self._run("INSERT OR REPLACE INTO extra VALUES (?, ?, ?)", packed)

    def close(self) -> None:
        """Drop the oldest entries where there are too many, and close."""
        database, self._database = self._database, None
        if database is None:
            return
        try:
            _shrink(database)
        except sqlite3.Error:
            pass  # another process is at it
        finally:
            database.close()

    def _rows(self, columns: str, keys: Sequence[bytes]) -> list[tuple[Any, ...]]:
        if self._database is None or not keys:
            return []
        query = f"SELECT {columns} WHERE key IN ({','.join('?' * len(keys))})"  # only names and marks
        try:
            return self._database.execute(query, list(keys)).fetchall()
        except sqlite3.Error:
            self._give_up(self._database)
            return []

    def _run(self, statement: str, rows: list[tuple[Any, ...]]) -> None:
        if self._database is None or not rows:
            return
        try:
            with self._database:
                self._database.executemany(statement, rows)
        except sqlite3.Error:
            self._give_up(self._database)

    def _give_up(self, database: sqlite3.Connection) -> None:
        """A cache that is locked or broken is none."""
        self._database = None
        database.close()


def cache_plan(folder: str, settings: Settings, extra: bytes = b"") -> CachePlan | None:
    """How to use a cache, None where nothing can be kept in that folder.

    Args:
        folder: where it lies, '' for nowhere.
        settings: what is in force.
        extra: a hash of the source that makes more of an article than a result.
    """
    if not folder:
        return None
    cache = Cache(folder)
    usable = cache.usable
    cache.close()  # before processes are copied: a database must not be open in two of them by one opening
    return CachePlan(folder, prefix_of(settings), extra) if usable else None


def prefix_of(settings: Settings) -> bytes:
    """Hash of everything but the file that a result depends on: settings, Python, and the source of this package."""
    words = (repr(settings), sys.version, source_of_findings())
    return blake2b("\x1f".join(words).encode("utf-8", "surrogatepass"), digest_size=32).digest()


def key_of(prefix: bytes, path: str, data: bytes) -> bytes:
    """The key of a file."""
    name = path.encode("utf-8", "surrogatepass")
    return blake2b(b"%d\0%b%b" % (len(name), name, data), key=prefix, digest_size=16).digest()


def source_hash(folders: Iterable[tuple[str, bool]]) -> bytes:
    """Hash of source and data.

    Args:
        folders: each with whether what lies in folders below it counts too.
    """
    state = blake2b(digest_size=16)
    for path in sorted(path for folder, deep in folders for path in _files(folder, deep=deep)):
        state.update(os.path.basename(path).encode() + b"\0")
        with open(path, "rb") as file:
            state.update(file.read())
    return state.digest()


def source_of_findings() -> str:
    """Hash of the source and data that findings come from."""
    import duizhao  # noqa: PLC0415  no other part needs the packages themselves
    from duizhao import schema, validator  # noqa: PLC0415

    folders = [(duizhao.__path__[0], False), (schema.__path__[0], True), (validator.__path__[0], True)]
    return source_hash(folders).hex()


def _files(folder: str, *, deep: bool) -> Iterable[str]:
    for entry in os.scandir(folder):
        if entry.name.endswith((".py", ".json", ".yaml", ".txt", ".tsv")):
            yield entry.path
        elif deep and entry.is_dir() and entry.name != "__pycache__":
            yield from _files(entry.path, deep=True)


def _open(folder: str) -> sqlite3.Connection | None:
    """The database; a damaged one is made anew, and where none can be made there is none."""
    path = os.path.join(folder, FILE)
    try:
        os.makedirs(folder, exist_ok=True)
        _hide(folder)
        try:
            return _connect(path)
        except sqlite3.DatabaseError as error:
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


def _shrink(database: sqlite3.Connection) -> None:
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
    database.execute("VACUUM")


def _key_of_extra(key: bytes, kind: bytes) -> bytes:
    return blake2b(kind, key=key, digest_size=16).digest()


def _packed(key: bytes, data: object) -> bytes:
    """Data as JSON, made small, behind a checksum."""
    payload = zlib.compress(json.dumps(data, ensure_ascii=False).encode("utf-8", "surrogatepass"), _LEVEL)
    return _checksum(key, payload) + payload


def _unpacked(key: bytes, sealed: object) -> list[Any] | None:
    """The data, None where it is not what was written."""
    payload = _payload(key, sealed)
    return None if payload is None else _data(zlib.decompress(payload))


def _sealed(key: bytes, data: object) -> bytes:
    """Data as JSON behind a checksum."""
    payload = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return _checksum(key, payload) + payload


def _opened(key: bytes, sealed: object) -> list[Any] | None:
    """The data, None where it is not what was written."""
    payload = _payload(key, sealed)
    return None if payload is None else _data(payload)


def _checksum(key: bytes, payload: bytes) -> bytes:
    return blake2b(payload, key=key, digest_size=_CHECK).digest()


def _payload(key: bytes, sealed: object) -> bytes | None:
    """What stands behind a checksum, None where the two do not fit."""
    if not isinstance(sealed, bytes) or _checksum(key, sealed[_CHECK:]) != sealed[:_CHECK]:
        return None
    return sealed[_CHECK:]


def _data(payload: bytes) -> list[Any]:
    data: list[Any] = json.loads(payload.decode("utf-8", "surrogatepass"))
    return data


def _finding(row: list[Any]) -> Finding:
    rule, name, severity, path, message, en, zh, *rest = row
    return Finding(rule, name, Severity(severity), path, message, _place(en), _place(zh), *rest)


def _signature(row: list[Any] | None) -> Signature | None:
    if row is None:
        return None
    path, identity, title, headline, *hashes, sketch = row
    original, translation, title_key, headline_key, letters = hashes
    places = _place(title), _place(headline)
    return Signature(path, identity, *places, original, translation, title_key, headline_key, letters, tuple(sketch))


def _place(row: list[Any] | None) -> Place | None:
    return Place(*row) if row else None
