"""The same search without any haste: every cell, every bead, every cost from the texts' own lengths and values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import inf, log

from duizhao.validator.align import Piece
from duizhao.validator.align import cells as c
from duizhao.validator.align import evidence as e

_Side = Sequence[Piece]


class Costs:
    """What beads of an article cost."""

    def __init__(self, en: _Side, zh: _Side, ratio: float, *, habit: bool) -> None:
        self.en, self.zh, self.ratio = en, zh, ratio
        self.share = c.HABIT if habit else 1.0
        counts = [Counter(value for piece in side for value in piece.values) for side in (en, zh)]
        self.once = {value for value, count in counts[0].items() if count == counts[1][value] == 1}

    def worth(self, values: frozenset[object]) -> float:
        return sum(1 if value in self.once else e.COMMON for value in values)

    def bead(self, en: _Side, zh: _Side) -> float:
        """Of groups that belong together; infinite where no such bead is allowed."""
        letters, expected = sum(p.length for p in en), sum(p.length for p in zh) * self.ratio
        stretch = log(letters + e.SMOOTHING) - log(expected + e.SMOOTHING)
        if (len(zh) > len(en) and -stretch > c.FARTHEST) or (len(en) > len(zh) and stretch > c.FARTHEST):
            return inf
        return self.values(en, zh) + c._lengths(abs(stretch)) + self.merged(len(en)) + self.merged(len(zh))

    def merged(self, count: int) -> float:
        return self.share * min(c.MERGED + c.MERGED_MORE * (count - 2), c.MERGED_MOST) if count > 1 else 0.0

    def values(self, en: _Side, zh: _Side) -> float:
        mean = sum(self.worth(piece.values) for piece in (*en, *zh)) / 2
        if not any(piece.values for piece in en) or not any(piece.values for piece in zh):
            return 0.0
        shared = self.worth(frozenset().union(*(p.values for p in en)) & frozenset().union(*(p.values for p in zh)))
        return (c.DISAGREE - (c.DISAGREE + c.AGREE) * shared / mean) * min(mean, 1)

    def alone(self, piece: Piece, letters: float) -> float:
        return min(e.ALONE_LEAST + piece.length * letters / e.ALONE_LETTERS, e.ALONE_MOST)

    def step(self, i: int, rows: int, j: int, columns: int) -> float:
        """Of any bead of a way."""
        if not columns:
            return self.alone(self.en[i], 1.0)
        if not rows:
            return self.alone(self.zh[j], self.ratio)
        return self.bead(self.en[i : i + rows], self.zh[j : j + columns])


def least(costs: Costs) -> float:
    """What the cheapest way costs."""
    rows, columns = len(costs.en), len(costs.zh)
    shapes = [(0, 1), (1, 0), (2, 2), *((1, n) for n in range(1, columns + 1)), *((n, 1) for n in range(2, rows + 1))]
    best = {(0, 0): 0.0}
    for i in range(rows + 1):
        for j in range(columns + 1):
            before = [(i - r, j - k, r, k) for r, k in shapes if r <= i and k <= j]
            if before:
                best[i, j] = min(best[a, b] + costs.step(a, r, b, k) for a, b, r, k in before)
    return best[rows, columns]
