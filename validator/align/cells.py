"""The cells of the search: what it costs at least to have read so many paragraphs of either side."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from math import inf, log
from typing import NamedTuple

from duizhao.validator.align.evidence import SMOOTHING, Evidence, Measure
from duizhao.validator.align.model import Piece

# Like those of `evidence`, chosen on drawn articles and held by `tests/align/test_weights.py`.
LENGTH = 5.0
"""Of lengths that differ e-fold, squared: the English of a paragraph is mostly within 30 % of what is expected."""
BEND = 0.3
"""From which difference on the cost grows in proportion only: what is half translated or has a foreign name in each
line is further off than a normal distribution would have it."""
DISAGREE = 1.5
"""Of two paragraphs with values none of which they share, ..."""
AGREE = 1.5
"""... and what is gained where they share all."""
MERGED = 1.2
"""Of two paragraphs of one side that are one on the other, ..."""
MERGED_MORE = 0.9
"""... of each further one, ..."""
MERGED_MOST = 3.0
"""... and of any number: the lines of a poem and the rows of a table are merged by one decision, not one by one."""
HABIT = 0.25
"""Share of these costs where nearly all paragraphs were merged; see `path`."""
FARTHEST = 1.1
"""Nothing is merged that is more than e ** 1.1, three times, longer than its counterpart."""
MOST_MERGED = 400
"""Paragraphs of one side in a bead: the longest poems and tables; it bounds what one giant paragraph can cost."""
SURE = 0.6
"""Where all paragraphs of the same rank cost less, there is nothing to look for."""
_ENGLISH = 1 << 20  # a step as one number: English paragraphs times this, and Chinese ones


class Step(NamedTuple):
    """A bead of the way: where it begins, and how many paragraphs of either side it takes."""

    i: int
    rows: int
    j: int
    columns: int


def one_by_one(en: Sequence[Piece], zh: Sequence[Piece], ratio: float) -> bool:
    """Whether paragraphs of the same rank fit so well that nothing needs to be looked for."""
    return len(en) == len(zh) and all(_fit(*pair, ratio) for pair in zip(en, zh, strict=True))


def one_in_all(en: Sequence[Piece], zh: Sequence[Piece], ratio: float) -> bool:
    """Whether one side is a single paragraph, as long as all of the other: decks and all, there is nothing to part.

    Nor is there between one and one, however much of it was left out.
    """
    if min(len(en), len(zh)) != 1:
        return False
    stretch = _stretch(sum(p.length for p in en), sum(p.length for p in zh), ratio)
    return len(en) == len(zh) or _lengths(stretch) < SURE


def _stretch(letters: int, characters: int, ratio: float) -> float:
    return abs(log((letters + SMOOTHING) / (characters * ratio + SMOOTHING)))


def _fit(en: Piece, zh: Piece, ratio: float) -> bool:
    cost = _lengths(_stretch(en.length, zh.length, ratio))
    if en.values and zh.values:
        shared = len(en.values & zh.values) * 2 / (len(en.values) + len(zh.values))
        cost += DISAGREE - (DISAGREE + AGREE) * shared
    return cost < SURE


def _cost(both: Evidence, en: Measure, zh: Measure) -> float:
    """How badly two groups of paragraphs fit: lengths that differ, less the values that they share."""
    return _lengths(abs(en[0] - zh[0])) + _values(both, en, zh)


def _lengths(stretch: float) -> float:
    """Like a normal distribution in the middle, with the heavy tails of paragraphs that are half translated."""
    return LENGTH * (stretch * stretch if stretch < BEND else BEND * (2 * stretch - BEND))


def _values(both: Evidence, en: Measure, zh: Measure) -> float:
    if not en[2] or not zh[2]:
        return 0.0
    shared, mean = both.values.worth(en[1] & zh[1]), (en[2] + zh[2]) / 2
    return (DISAGREE - (DISAGREE + AGREE) * shared / mean) * min(mean, 1)


def _prices(share: float) -> list[float]:
    """What it costs that so many paragraphs of one side are one on the other."""
    prices = [min(MERGED + MERGED_MORE * (count - 2), MERGED_MOST) for count in range(2, MOST_MERGED + 1)]
    return [0.0, 0.0, *(share * price for price in prices)]


_PRICES = _prices(1.0), _prices(HABIT)


class Cells:
    """All cells of an article; of steps that arrive with the same cost the smallest is taken."""

    def __init__(self, both: Evidence, *, habit: bool = False) -> None:
        """Both sides; and whether paragraphs were merged or split by habit."""
        self.both = both
        self._merged = _PRICES[habit]
        self.looked_at = 0
        self._above: list[dict[int, float]] = []
        """Costs of the rows that a bead may begin in, the nearest last."""
        self._band: list[tuple[int, int]] = []
        self._zh: dict[int, list[Measure]] = {}

    def search(self, top: int, band: Iterable[tuple[int, int]]) -> list[Step]:
        """The cheapest way from the first cell of a band, whose first row is given, to its last."""
        self._above, self._band, self._zh = [], [], {}
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
        columns = range(first, last + 1)
        best, steps = dict.fromkeys(columns, inf), dict.fromkeys(columns, 0)
        if self._above:
            ours = self.both.en.groups(i, self._longest(first, last), self._reach(first))
            self._prepare(columns, ours[0][0] + FARTHEST)
            self._alone(self.both.en.alone[i - 1], best, steps)
            self._one_to_many(ours[0], best, steps)
            self._many_to_one(ours, best, steps)
            self._two_to_two(ours, best, steps)
        else:
            best[first] = 0.0
        cost, alone = best[first], self.both.zh.alone
        for j in columns[1:]:
            cost += alone[j - 1]
            if cost < best[j]:
                best[j], steps[j] = cost, 1
            else:
                cost = best[j]
        self._above.append(best)
        self._band.append((first, last))
        del self._above[:-MOST_MERGED], self._band[:-MOST_MERGED]
        return list(steps.values())

    def _longest(self, first: int, last: int) -> float:
        """What is longer than this fits none of the Chinese paragraphs that end in these columns."""
        return FARTHEST + max((size for size, _, _ in self.both.zh.single[max(first - 1, 0) : last]), default=0.0)

    def _reach(self, first: int) -> int:
        """How many rows above have cells from which a bead may lead to this row."""
        rows = 1
        while rows < len(self._band) and self._band[-rows - 1][1] >= first - 1:
            rows += 1
        return rows

    def _prepare(self, columns: range, longest: float) -> None:
        """Have the Chinese groups that end in these columns, up to a length."""
        for j in [j for j in self._zh if j < columns[0]]:
            del self._zh[j]
        start = self._band[-1][0]
        for j in columns:
            made = self._zh.get(j, ())
            most = min(j - start, MOST_MERGED)
            if j and (not made or (len(made) < most and made[-1][0] <= longest)):
                self._zh[j] = self.both.zh.groups(j, longest, most)

    def _alone(self, cost: float, best: dict[int, float], steps: dict[int, int]) -> None:
        above = self._above[-1]
        for j in best:
            if j in above:
                best[j], steps[j] = above[j] + cost, _ENGLISH

    def _one_to_many(self, one: Measure, best: dict[int, float], steps: dict[int, int]) -> None:
        length, mask, weight = one
        above, merged, worth, many = self._above[-1], self._merged, self.both.values.worth, self._zh
        gain = AGREE if mask else 0.0
        least = min(above.values()) - gain
        start = self._band[-1][0]
        for j, limit in best.items():
            for columns, (other, bits, others) in enumerate(many.get(j, ()), 1):
                if j - columns < start:
                    break
                stretch = length - other if length > other else other - length
                cost = LENGTH * (stretch * stretch if stretch < BEND else BEND * (2 * stretch - BEND)) + merged[columns]
                if columns > 1 and other > length and (stretch > FARTHEST or least + cost >= limit):
                    break  # with more paragraphs it only gets worse
                cost += above.get(j - columns, inf)
                if cost - gain < limit:  # only then the values matter
                    if weight and others:
                        shared, mean = mask & bits, (weight + others) / 2
                        value = DISAGREE - (DISAGREE + AGREE) * worth(shared) / mean if shared else DISAGREE
                        cost += value if mean > 1 else value * mean
                    if cost < limit:
                        best[j], steps[j] = cost, _ENGLISH + columns
                        limit = cost  # noqa: PLW2901  quicker than to look it up

    def _many_to_one(self, many: list[Measure], best: dict[int, float], steps: dict[int, int]) -> None:
        worth, single = self.both.values.worth, self.both.zh.single
        ones = [(j, *single[j - 1]) for j in best if j]
        for rows in range(2, len(many) + 1):
            above, price, last = self._above[-rows], self._merged[rows], self._band[-rows][1]
            length, mask, weight = many[rows - 1]
            gain = AGREE if mask else 0.0
            ones = [one for one in ones if one[1] + FARTHEST >= length and one[0] - 1 <= last]
            if not ones:
                break
            for j, other, bits, others in ones:
                cost, limit = above.get(j - 1, inf) + price, best[j]
                if cost - gain < limit:
                    stretch = length - other if length > other else other - length
                    cost += LENGTH * (stretch * stretch if stretch < BEND else BEND * (2 * stretch - BEND))
                    if weight and others and cost - gain < limit:
                        shared, mean = mask & bits, (weight + others) / 2
                        value = DISAGREE - (DISAGREE + AGREE) * worth(shared) / mean if shared else DISAGREE
                        cost += value if mean > 1 else value * mean
                    if cost < limit:
                        best[j], steps[j] = cost, _ENGLISH * rows + 1

    def _two_to_two(self, en: list[Measure], best: dict[int, float], steps: dict[int, int]) -> None:
        if len(en) < 2 or len(self._above) < 2:
            return
        above, price = self._above[-2], 2 * self._merged[2]
        gain = AGREE if en[1][1] else 0.0
        for j, limit in best.items():
            cost = above.get(j - 2, inf) + price
            if cost - gain < limit and len(self._zh[j]) > 1:
                cost += _cost(self.both, en[1], self._zh[j][1])
                if cost < limit:
                    best[j], steps[j] = cost, _ENGLISH * 2 + 2
