"""Sorting more than memory holds: sorted runs on disk, merged when they are read."""

from __future__ import annotations

import heapq
import os
import struct
from collections.abc import Iterable, Iterator

from duizhao.datapackage.disk.staging import writing

SortItem = tuple[bytes, ...]

_BUDGET = 48 * 1024 * 1024  # bytes held before a run is written: some 1,500 articles; smaller builds write none
_RUNS = 64  # files read at once, before they are merged into one; some systems let a process open no more than 256
_BUFFER = 1 << 16  # bytes of a file that is read or written; two hundred runs of a large archive are read at once
_OVERHEAD = 49  # bytes that Python adds to an item of some hundred bytes, for each of its fields


class Sorter:
    """Takes items in any order and gives them back in order.

    Args:
        folder: where runs may be written; whoever made it takes it away again.
        width: fields of an item; they are compared from the first.
        budget: bytes to hold in memory.
    """

    def __init__(self, folder: str, width: int, *, budget: int = _BUDGET) -> None:
        self._folder = folder
        self._head = struct.Struct(f"<{width}I")
        self._budget = budget
        self._held: list[SortItem] = []
        self._size = 0
        self._tiers: list[list[str]] = []
        """Runs; those of the second tier were each merged from `_RUNS` of the first, and so on: no item is written more
        often than there are tiers, which are three for a million articles."""
        self._made = 0

    def add(self, item: SortItem) -> None:
        """Take one item."""
        self._held.append(item)
        self._size += sum(map(len, item)) + _OVERHEAD * len(item)
        # By size, not by number: an article may be one line or a book of them.
        if self._size >= self._budget:
            self._spill()

    def sorted(self) -> Iterator[SortItem]:
        """All items in order; nothing can be added afterwards."""
        self._held.sort()
        runs = [path for tier in self._tiers for path in tier]
        if not runs:
            return iter(self._held)
        # The rest in memory is merged as it is: another run would be written only to be read once.
        return heapq.merge(*map(self._read, runs), self._held)

    def runs(self) -> list[str]:
        """All items as files, for a sorter of another process to adopt; nothing can be added afterwards."""
        if self._held:
            # Another process knows files only, so what is in memory goes there too.
            self._spill()
        return [path for tier in self._tiers for path in tier]

    def adopt(self, runs: Iterable[str]) -> None:
        """Take the items that another sorter, of the same width, has in files; these files are this one's then."""
        for path in runs:
            self._keep(path)

    def _spill(self) -> None:
        self._held.sort()
        self._keep(self._write(self._held))
        self._held, self._size = [], 0

    def _keep(self, path: str, tier: int = 0) -> None:
        if tier == len(self._tiers):
            self._tiers.append([])
        self._tiers[tier].append(path)
        # Merged before there are more of them than may be open at once.
        if len(self._tiers[tier]) < _RUNS:
            return
        old, self._tiers[tier] = self._tiers[tier], []
        # Only once the merged run is whole do the old ones go: a full disk loses nothing but time.
        merged = self._write(heapq.merge(*map(self._read, old)))
        for one in old:
            os.unlink(one)
        self._keep(merged, tier + 1)

    def _write(self, items: Iterable[SortItem]) -> str:
        path = os.path.join(self._folder, f"run-{self._made}")
        self._made += 1
        pack = self._head.pack
        with writing(path), open(path, "xb", buffering=_BUFFER) as file:
            for item in items:
                # Lengths go first, since any byte may stand in a field: no sign could part them.
                file.write(pack(*map(len, item)))
                file.writelines(item)
        return path

    def _read(self, path: str) -> Iterator[SortItem]:
        size, unpack = self._head.size, self._head.unpack
        with open(path, "rb", buffering=_BUFFER) as file:
            read = file.read
            while head := read(size):
                # Field by field: a slice of one block would be copied twice.
                yield tuple([read(length) for length in unpack(head)])
