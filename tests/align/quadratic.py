"""The same search without any haste: every cell, every bead, every cost from the texts' own lengths and values."""

from __future__ import annotations

from collections.abc import Sequence
from math import log
from typing import NamedTuple

from duizhao.validator.align import Piece

_MOST_MERGED = 6  # paragraphs of one side in a bead
_SHAPES = (
    *((1, width, 0.0) for width in range(1, _MOST_MERGED + 1)),
    *((width, 1, 0.0) for width in range(2, _MOST_MERGED + 1)),
    (2, 2, 0.4),
)
"""Of beads with both sides: English and Chinese paragraphs, and what such a shape costs beyond its paragraphs."""
_ALONE = (0.8, 5.0)  # cost of a paragraph without counterpart, least and most

_Side = Sequence[Piece]


def _cost(en: _Side, zh: _Side, ratio: float) -> float:
    """How badly two groups of paragraphs fit: lengths that differ, less the numbers they share."""
    letters = sum(p.length for p in en)
    characters = sum(p.length for p in zh)
    stretch = log((letters + 20) / (characters * ratio + 20))
    cost = 3.0 * stretch * stretch
    ours = en[0].values if len(en) == 1 else frozenset().union(*(p.values for p in en))
    theirs = zh[0].values if len(zh) == 1 else frozenset().union(*(p.values for p in zh))
    if ours and theirs:
        shared = len(ours & theirs)
        cost += 1.5 - 6.0 * shared / (len(ours) + len(theirs))
    return cost + 1.0 * (len(en) + len(zh) - 2)


def _alone(piece: Piece, scale: float) -> float:
    least, most = _ALONE
    return min(least + piece.length * scale / 200 + 0.5 * len(piece.values), most)


class _Step(NamedTuple):
    cost: float
    en: int
    zh: int


def path(en: _Side, zh: _Side, ratio: float) -> list[tuple[_Side, _Side]]:
    """The cheapest way through both bodies, as groups of paragraphs."""
    rows, columns = len(en), len(zh)
    best: list[dict[int, _Step]] = [{0: _Step(0.0, 0, 0)}]
    for i in range(rows + 1):
        if i:
            best.append({})
        for j in range(columns + 1):
            if i or j:
                step = _cheapest(best, en, zh, i, j, ratio)
                if step is not None:
                    best[i][j] = step
    groups: list[tuple[_Side, _Side]] = []
    i, j = rows, columns
    while i or j:
        step = best[i][j]
        groups.append((en[i - step.en : i], zh[j - step.zh : j]))
        i, j = i - step.en, j - step.zh
    return groups[::-1]


def _cheapest(best: list[dict[int, _Step]], en: _Side, zh: _Side, i: int, j: int, ratio: float) -> _Step | None:
    steps = []
    if i and (before := best[i - 1].get(j)):
        steps.append(_Step(before.cost + _alone(en[i - 1], 1 / ratio), 1, 0))
    if j and (before := best[i].get(j - 1)):
        steps.append(_Step(before.cost + _alone(zh[j - 1], 1.0), 0, 1))
    steps += [
        _Step(before.cost + extra + _cost(en[i - rows : i], zh[j - columns : j], ratio), rows, columns)
        for rows, columns, extra in _SHAPES
        if rows <= i and columns <= j and (before := best[i - rows].get(j - columns))
    ]
    return min(steps, default=None)
