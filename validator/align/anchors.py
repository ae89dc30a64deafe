"""Pairs of paragraphs that belong together whatever stands around them: both have values that stand nowhere else."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Sequence
from collections.abc import Set as AbstractSet

from duizhao.validator.align.evidence import Evidence
from duizhao.validator.align.model import Piece

SIMILAR = 0.7
"""Logarithm of how far lengths may differ, here two times, where values alone say that paragraphs belong together."""
CERTAIN = 2
"""Values shared by two paragraphs and no others, without which they have not moved: one may be chance."""

Pair = tuple[int, int]
"""Positions of an English and a Chinese paragraph."""


def meetings(en: Sequence[Piece], zh: Sequence[Piece], once: AbstractSet[Hashable]) -> Counter[Pair]:
    """How many values that occur in one paragraph of either side each pair of paragraphs shares."""
    where = {value: i for i, piece in enumerate(en) for value in piece.values if value in once}
    return Counter((where[value], j) for j, piece in enumerate(zh) for value in piece.values if value in once)


def chain(pairs: Counter[Pair]) -> list[Pair]:
    """The pairs in one order on both sides that share most values in all."""
    order = sorted(pairs, key=lambda pair: (pair[0], -pair[1]))
    # The heaviest increasing sequence: for every weight that can be reached, the least Chinese paragraph it ends in.
    ends: list[int] = []
    weights: list[int] = []
    nodes: list[tuple[Pair, int]] = []
    tops: list[int] = []
    for pair in order:
        at = bisect_left(ends, pair[1])
        weight = pairs[pair] + (weights[at - 1] if at else 0)
        nodes.append((pair, tops[at - 1] if at else -1))
        stop = at
        while stop < len(ends) and weights[stop] <= weight:
            stop += 1
        ends[at:stop], weights[at:stop], tops[at:stop] = [pair[1]], [weight], [len(nodes) - 1]
    found, node = [], tops[-1] if tops else -1
    while node >= 0:
        pair, node = nodes[node]
        found.append(pair)
    return found[::-1]


def crossing(pairs: Counter[Pair], ordered: Sequence[Pair], both: Evidence) -> list[Pair]:
    """Pairs that stand in another order than most, and belong together beyond doubt."""
    most: tuple[dict[int, int], dict[int, int]] = {}, {}
    for pair, count in pairs.items():
        for side, best in zip(pair, most, strict=True):
            best[side] = max(best.get(side, 0), count)
    found = []
    for (i, j), count in pairs.items():
        if count >= CERTAIN and count == most[0][i] == most[1][j] and _crosses((i, j), ordered):
            en, zh = both.en.single[i], both.zh.single[j]
            if abs(en[0] - zh[0]) < SIMILAR and 2 * count >= max(en[2], zh[2]):
                found.append((i, j))
    return found


def _crosses(pair: Pair, ordered: Sequence[Pair]) -> bool:
    at = bisect_left(ordered, pair)
    return any(one[1] > pair[1] for one in ordered[at - 1 : at] if at) or any(
        one[0] > pair[0] and one[1] < pair[1] for one in ordered[at : at + 2]
    )
