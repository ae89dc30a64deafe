"""Where most articles of a half have no counterpart: that is one fault of the issue, and not one of each of them."""

from __future__ import annotations

from collections.abc import Sequence

from duizhao.schema.readers.issues.counterparts import Pair
from duizhao.schema.tree import Unpaired

_FEW = 3  # each of which may be told by itself, whatever the half has


class UnpairedOf:
    """The articles without counterpart among the pairs of an issue."""

    def __init__(self, pairs: Sequence[Pair]) -> None:
        alone = [zh for zh, en in pairs if not en], [en for zh, en in pairs if not zh]
        alls = sum(len(zh) for zh, _ in pairs), sum(len(en) for _, en in pairs)
        self._half = [
            (len(some), number, some[0]) if len(some) > _FEW and number < 2 * len(some) else None
            for some, number in zip(alone, alls, strict=True)
        ]

    def of(self, zh: range, en: range) -> Unpaired | None:
        """What is to be said of a pair one half of which is not there; None where it is told by itself."""
        half = self._half[0] if not en else self._half[1] if not zh else None
        return None if half is None else Unpaired(half[0], half[1], first=half[2] == (zh or en))
