"""The cells of the search: what it costs at least to have read so many paragraphs of either side."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from math import inf
from typing import NamedTuple

from duizhao.validator.align.evidence import MOST_MERGED, Evidence, Group, groups

_TWO_TO_TWO = 0.4  # what a bead of two and two costs beyond its paragraphs
_LENGTH = 3.0  # cost of lengths that differ e-fold
_SHARED = 1.5  # cost of two groups that share no value; as much is gained when they share all
_SURE = 0.6  # a cost below this between paragraphs of one rank needs no search
_ENGLISH = 1 << 20  # a step as one number: English paragraphs times this, and Chinese ones


class Step(NamedTuple):
    """A bead of the way: where it begins, and how many paragraphs of either side it takes."""

    i: int
    rows: int
    j: int
    columns: int


def one_by_one(both: Evidence) -> bool:
    """Whether paragraphs of the same rank fit so well that nothing needs to be looked for."""
    en, zh = both[0].single, both[1].single
    return len(en) == len(zh) and all(_cost(e, z) < _SURE for e, z in zip(en, zh, strict=True))


def _cost(en: Group, zh: Group) -> float:
    """How badly two groups of paragraphs fit: lengths that differ, less the numbers they share."""
    stretch = en.log - zh.log
    return _LENGTH * stretch * stretch + _unshared(en, zh)


def _unshared(en: Group, zh: Group) -> float:
    if not en.size or not zh.size:
        return 0.0
    return _SHARED - 4 * _SHARED * (en.mask & zh.mask).bit_count() / (en.size + zh.size)


class Field:
    """All cells of an article; of steps that arrive with the same cost the smallest is taken."""

    def __init__(self, both: Evidence) -> None:
        self.en, self.zh = groups(both[0]), groups(both[1])
        self.alone = both[0].alone, both[1].alone
        self.looked_at = 0
        self._above: list[dict[int, float]] = []
        """Costs of the rows that a bead may begin in, the nearest last."""
        self._least: list[float] = []

    def search(self, top: int, band: Iterable[tuple[int, int]]) -> list[Step]:
        """The cheapest way from the first cell of a band, whose first row is given, to its last."""
        self._above, self._least = [], []
        back: list[tuple[int, array[int]]] = []
        for i, (first, last) in enumerate(band, top):
            back.append((first, array("q", self._row(i, first, last))))
            self.looked_at += last - first + 1
        steps = []
        i, j = top + len(back) - 1, last
        while i > top or j > back[0][0]:
            rows, columns = divmod(back[i - top][1][j - back[i - top][0]], _ENGLISH)
            i, j = i - rows, j - columns
            steps.append(Step(i, rows, j, columns))
        return steps[::-1]

    def _row(self, i: int, first: int, last: int) -> list[int]:
        """Cost of one more row; the steps that lead to its cells."""
        row, steps, zh = dict[int, float](), [], self.alone[1]
        inside = bool(self._above)
        above, alone = (self._above[-1], self.alone[0][i - 1]) if inside else ({first: 0.0}, 0.0)
        for j in range(first, last + 1):
            best, step = (row[j - 1] + zh[j - 1], 1) if j > first else (inf, 0)
            if j in above and above[j] + alone < best:
                best, step = above[j] + alone, _ENGLISH
            if inside and j:
                best, step = self._one_to_many(i, j, best, step)
                best, step = self._many_to_one(i, j, best, step)
            row[j] = best
            steps.append(step)
        self._above = [*self._above[1 - MOST_MERGED :], row]
        self._least = [*self._least[1 - MOST_MERGED :], min(row.values())]
        return steps

    def _one_to_many(self, i: int, j: int, best: float, step: int) -> tuple[float, int]:
        above, least = self._above[-1], self._least[-1]
        length, mask, size = self.en[i][0]
        for columns, (other, bits, count) in enumerate(self.zh[j], 1):
            stretch = length - other
            cost = _LENGTH * stretch * stretch + (columns - 1)
            if stretch < 0 and least + cost - _SHARED >= best:
                break  # with more paragraphs it only gets worse
            cost += above.get(j - columns, inf)
            if cost - _SHARED < best:  # only then the values matter
                if size and count:
                    cost += _SHARED - 4 * _SHARED * (mask & bits).bit_count() / (size + count)
                if cost < best:
                    best, step = cost, _ENGLISH + columns
        return best, step

    def _many_to_one(self, i: int, j: int, best: float, step: int) -> tuple[float, int]:
        ours, theirs, above = self.en[i], self.zh[j], self._above
        least = min(self._least)
        other, bits, count = theirs[0]
        for rows in range(2, min(len(ours), len(above)) + 1):
            length, mask, size = ours[rows - 1]
            stretch = length - other
            cost = _LENGTH * stretch * stretch + (rows - 1)
            if stretch > 0 and least + cost - _SHARED >= best:
                break
            cost += above[-rows].get(j - 1, inf)
            if cost - _SHARED < best:
                if size and count:
                    cost += _SHARED - 4 * _SHARED * (mask & bits).bit_count() / (size + count)
                if cost < best:
                    best, step = cost, _ENGLISH * rows + 1
        if len(above) > 1 and j > 1:
            stretch = ours[1].log - theirs[1].log
            cost = above[-2].get(j - 2, inf) + _LENGTH * stretch * stretch + 2 + _TWO_TO_TWO
            if cost - _SHARED < best and cost + _unshared(ours[1], theirs[1]) < best:
                best, step = cost + _unshared(ours[1], theirs[1]), _ENGLISH * 2 + 2
        return best, step
