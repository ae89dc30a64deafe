"""Lists of any length: the first items in memory, the others in a file that the system forgets with the process."""

from __future__ import annotations

import pickle
import tempfile
import weakref
from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from typing import IO, Generic, TypeVar

Item = TypeVar("Item")

_HELD = 1_000  # items


class Spool(Collection[Item], Generic[Item]):
    """Items that can be gone through as often as is wished; equal to any others that are the same in the same order.

    Args:
        items: what to gather; they can be pickled.
    """

    def __init__(self, items: Iterable[Item] = ()) -> None:
        self._first: list[Item] = []
        self._file: IO[bytes] | None = None
        self._count = 0
        for item in items:
            self.add(item)

    def add(self, item: Item) -> None:
        """Gather one more."""
        self._count += 1
        if self._count <= _HELD:
            self._first.append(item)
            return
        if self._file is None:
            self._file = tempfile.TemporaryFile()  # noqa: SIM115  it lives as long as this object
            weakref.finalize(self, self._file.close)
        # Who goes through it has moved the place in the meantime.
        self._file.seek(0, 2)
        pickle.dump(item, self._file, pickle.HIGHEST_PROTOCOL)

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Item]:
        return chain(self._first, self._others())

    def __contains__(self, item: object) -> bool:
        return any(item == one for one in self)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Collection):
            return NotImplemented
        # Lengths first: they are known, and the items lie on the disk.
        return len(self) == len(other) and all(one == two for one, two in zip(self, other, strict=True))

    # It grows, so its hash would not stay the same.
    __hash__ = None  # type: ignore[assignment]

    def _others(self) -> Iterator[Item]:
        at = 0
        while self._file is not None:
            self._file.seek(at)  # others may be going through it too
            try:
                item: Item = pickle.load(self._file)  # noqa: S301  this process wrote it
            except EOFError:
                return
            at = self._file.tell()
            yield item
