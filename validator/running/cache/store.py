"""The cache as a run sees it: results are asked for by key, and kept."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from typing import Any, NamedTuple

from duizhao.validator.configuration.settings import Settings
from duizhao.validator.finding import Finding
from duizhao.validator.running.cache.database import is_held, note, open_database, shrink
from duizhao.validator.running.cache.keys import key_of_extra, prefix_of
from duizhao.validator.running.cache.refused import begin, is_refused, refuse
from duizhao.validator.running.cache.rows import finding_of
from duizhao.validator.running.cache.sealed import pack, seal, seal_all, unpack, unseal, unseal_all

_MANY = 500  # keys in one query
_FRESH = 7  # days for which an entry counts as just asked for: to say so anew it must be written as a whole
Findings = tuple[Finding, ...]


class Kept(NamedTuple):
    """What is to be kept of a file."""

    key: bytes
    findings: Findings | None
    """None where the file is to be checked anew each time."""
    digests: tuple[bytes, ...] = ()
    """Of its articles, where they are compared; see `across.digest`."""
    extra: list[Any] | None = None
    """What else was made of it, as JSON data."""


class Known(NamedTuple):
    """What was kept of a file."""

    key: bytes
    findings: Findings
    extra: list[Any]
    """Empty where nothing is kept but results."""
    digests: list[bytes]
    """Likewise; of its articles, where they are compared."""


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
        self._folder = folder
        self._database = None if is_refused(folder) else open_database(folder)

    @property
    def usable(self) -> bool:
        """False where nothing can be kept."""
        return self._database is not None

    def get(self, keys: Sequence[bytes], *, digests: bool) -> dict[bytes, Findings]:
        """The findings kept under some keys.

        Args:
            keys: of files, as `key_of` gives them.
            digests: whether to pass over entries that were kept without digests.
        """
        found, stale = {}, []
        for key, used, sealed, others in self._rows("key, used, findings, length(digests) FROM result", keys):
            # What was kept without digests is of no use to a run that compares articles.
            rows = unseal(key, sealed) if others or not digests else None
            if rows is not None:
                found[key] = tuple(map(finding_of, rows))
                stale += [key] if self._is_stale(used) else []
        self._run("UPDATE result SET used = ? WHERE key = ?", [(self._today, key) for key in stale])
        return found

    def known(self, keys: Sequence[bytes], plan: CachePlan, *, digests: bool) -> dict[bytes, Known]:
        """All that was kept under some keys; nothing of a file of which something is missing.

        Args:
            keys: of files.
            plan: says what there is to be known.
            digests: whether to pass over files that were kept without digests.
        """
        found = self.get(keys, digests=digests)
        if not plan.extra:
            return {key: Known(key, findings, [], []) for key, findings in found.items()}
        extra = self.get_extra(list(found), plan.extra)
        if not digests:
            return {key: Known(key, found[key], extra[key], []) for key in extra}
        kept = zip(extra, self.digests(extra), strict=True)
        return {key: Known(key, found[key], extra[key], some) for key, some in kept if some}

    def get_extra(self, keys: Sequence[bytes], kind: bytes) -> dict[bytes, list[Any]]:
        """What else was kept under some keys, as long as the source that made it is the same.

        Args:
            keys: of files.
            kind: the hash of that source.
        """
        own = {key_of_extra(key, kind): key for key in keys}
        found, stale = {}, []
        for key, used, sealed in self._rows("key, used, data FROM extra", list(own)):
            data = unpack(key, sealed)
            if data is not None:
                found[own[key]] = data
                stale += [key] if self._is_stale(used) else []
        self._run("UPDATE extra SET used = ? WHERE key = ?", [(self._today, key) for key in stale])
        return found

    def digests(self, keys: Iterable[bytes]) -> Iterator[list[bytes]]:
        """The digests of each file that were kept under some keys, in their order; [] where there are none."""
        keys = iter(keys)
        while some := list(islice(keys, _MANY)):  # SQLite takes only so many marks in one query
            rows = {key: unseal_all(key, sealed) for key, sealed in self._rows("key, digests FROM result", some)}
            yield from (rows.get(key, []) for key in some)

    def put(self, results: Sequence[Kept], kind: bytes = b"") -> None:
        """Keep results.

        Args:
            results: of files.
            kind: the hash of the source that made what else there is of them.
        """
        rows = [
            (
                kept.key,
                self._today,
                # Waivers are no part of the key: whether a finding is accepted is asked anew in each run.
                b"" if kept.findings is None else seal(kept.key, [one._replace(waived="") for one in kept.findings]),
                seal_all(kept.key, kept.digests) if kept.digests else b"",
            )
            for kept in results
        ]
        self._run("INSERT OR REPLACE INTO result VALUES (?, ?, ?, ?)", rows)
        extras = [(key_of_extra(kept.key, kind), kept.extra) for kept in results if kept.extra is not None]
        packed = [(key, self._today, pack(key, extra)) for key, extra in extras]
        self._run("INSERT OR REPLACE INTO extra VALUES (?, ?, ?)", packed)

    def close(self) -> None:
        """Close it."""
        database, self._database = self._database, None
        if database is not None:
            database.close()

    def settle(self, files: int) -> None:
        """At the end of a run: drop the entries that were not asked for longest, where there are too many.

        Args:
            files: how many the run looked up; what so many need is kept.
        """
        if self._database is None:
            return
        with suppress(sqlite3.Error):  # another process is at it
            note(self._database, self._today, files)
            shrink(self._database, self._today)

    def _is_stale(self, used: object) -> bool:
        return not isinstance(used, int) or not 0 <= self._today - used < _FRESH

    def _rows(self, columns: str, keys: Sequence[bytes]) -> list[tuple[Any, ...]]:
        if self._database is None or not keys:
            return []
        query = f"SELECT {columns} WHERE key IN ({','.join('?' * len(keys))})"  # only names and marks
        try:
            return self._database.execute(query, list(keys)).fetchall()
        except sqlite3.Error as error:
            self._give_up(self._database, error)
            return []

    def _run(self, statement: str, rows: list[tuple[Any, ...]]) -> None:
        if self._database is None or not rows:
            return
        try:
            with self._database:
                self._database.executemany(statement, rows)
        except sqlite3.Error as error:
            self._give_up(self._database, error)

    def _give_up(self, database: sqlite3.Connection, error: sqlite3.Error) -> None:
        """A cache that is locked or broken is none."""
        if is_held(error):
            refuse(self._folder)
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
    begin(folder)
    cache = Cache(folder)
    usable = cache.usable
    cache.close()  # before processes are copied: a database must not be open in two of them by one opening
    return CachePlan(folder, prefix_of(settings), extra) if usable else None


def settle(folder: str, files: int) -> None:
    """End a run that went through; see `Cache.settle`."""
    cache = Cache(folder)
    cache.settle(files)
    cache.close()
