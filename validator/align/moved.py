"""Paragraphs that moved, brought together with their counterparts."""

from __future__ import annotations

from collections.abc import Sequence

from duizhao.validator.align.anchors import SIMILAR
from duizhao.validator.align.evidence import Evidence
from duizhao.validator.align.model import Bead


def bring_together(beads: Sequence[Bead], both: Evidence) -> list[Bead]:
    """Paragraphs without counterpart, joined by the values that they share."""
    lonely: dict[int, set[int]] = {}
    """By the bit of a value, the English paragraphs without counterpart that have it."""
    for bead in beads:
        if not bead.zh:
            for bit in _bits(both.en.single[bead.en[0]][1]):
                lonely.setdefault(bit, set()).add(bead.en[0])
    joined: dict[int, int] = {}
    for bead in beads:
        if not bead.en:
            j = bead.zh[0]
            near = {i for bit in _bits(both.zh.single[j][1]) for i in lonely.get(bit, ())} - joined.keys()
            fitting = [(-_shared(both, i, j), i) for i in near if _same(both, i, j)]
            if fitting:
                joined[min(fitting)[1]] = j
    partners = {j: i for i, j in joined.items()}
    rest = [bead for bead in beads if bead.zh or bead.en[0] not in joined]
    return [bead if bead.en else Bead(_one(partners.get(bead.zh[0])), bead.zh) for bead in rest]


def _one(position: int | None) -> tuple[int, ...]:
    return () if position is None else (position,)


def _bits(mask: int) -> list[int]:
    bits = []
    while mask:
        bits.append(mask & -mask)
        mask &= mask - 1
    return bits


def _shared(both: Evidence, i: int, j: int) -> float:
    return both.values.worth(both.en.single[i][1] & both.zh.single[j][1])


def _same(both: Evidence, i: int, j: int) -> bool:
    en, zh = both.en.single[i], both.zh.single[j]
    return abs(en[0] - zh[0]) < SIMILAR and 2 * _shared(both, i, j) >= max(en[2], zh[2])


def in_order(beads: Sequence[Bead], others: Sequence[tuple[int, int]]) -> list[Bead]:
    """Beads, and pairs besides, in the order of the original; what it lacks stays behind what stood before it."""
    places, last = [], -1
    for bead in beads:
        last = bead.zh[0] if bead.zh else last
        places.append((last, bead))
    places += [(j, Bead((i,), (j,))) for i, j in others]
    return [bead for _, bead in sorted(places, key=lambda place: place[0])]
