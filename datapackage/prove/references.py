"""Keys and references between tables, compared on disk, so that no table is too large."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator

from duizhao.datapackage.disk.external_sort import Sorter, SortItem

_BUDGET = 8 * 1024 * 1024  # bytes a key; the tables of a package have nine keys, which are all gathered at once


class Keys:
    """Values of a key, each with the place it stands on, as a number.

    Args:
        folder: for what memory does not hold.
    """

    def __init__(self, folder: str) -> None:
        self._sorter = Sorter(tempfile.mkdtemp(dir=folder), 2, budget=_BUDGET)
        self._last = ""

    def add(self, values: tuple[str, ...], line: int) -> None:
        """Take one."""
        # No cell holds this sign, so that ("a", "bc") and ("ab", "c") stay apart.
        self._sorter.add(("\x1f".join(values).encode(), b"%d" % line))

    def add_new(self, value: str, line: int) -> None:
        """Take one, unless it is the same as the one before."""
        # The rows of an article stand together: its identifier is taken once and not hundreds of times.
        if value != self._last:
            self._last = value
            self.add((value,), line)

    def runs(self) -> list[str]:
        """All of them as files, for those of the whole table to take over."""
        return self._sorter.runs()

    def take_over(self, runs: list[str]) -> None:
        """Take what was gathered from one file of a table, in whatever process."""
        self._sorter.adopt(runs)

    def sorted(self) -> Iterator[SortItem]:
        """All of them in order, as pairs of value and place."""
        return self._sorter.sorted()

    def repeated(self) -> Iterator[tuple[str, int]]:
        """Values that stand in several places, with one of these places."""
        before = b""
        for value, line in self.sorted():
            if value == before:
                yield value.decode(), int(line)
            before = value


def dangling(children: Iterator[SortItem], parents: Iterator[SortItem]) -> Iterator[tuple[str, int]]:
    """Values among the children that are not among the parents, each with its place."""
    parent = next(parents, None)
    for value, line in children:
        # Both are sorted, so one pass does, however large they are.
        while parent is not None and parent[0] < value:
            parent = next(parents, None)
        if parent is None or parent[0] != value:
            yield value.decode(), int(line)
