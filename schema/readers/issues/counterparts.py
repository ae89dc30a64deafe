"""Which articles of two halves belong together.

Both halves have their articles in the same order, but either may lack some, and a headline that was swallowed by a
paragraph makes one article of two.  The cheapest way through both is sought by dynamic programming, in the manner of
Gale & Church (1993) with articles in place of sentences: what speaks for a pair are the lengths of its paragraphs one
by one, figures and days that both have, the rarer the more, and the page (`likeness`).  So one loss costs one article
its counterpart, and not the rest theirs, as long as the articles around it say which they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from duizhao.schema.readers.issues.likeness import LEAST, Measure, ReckonedMeasure, difference, rarity

_RATIO = 4.5  # letters of English for a character of the original, of the halves that were measured
_RATIO_BOUNDS = (3.5, 6.5)  # where the halves themselves suggest another one
_ALONE = 2.5  # for an article without counterpart: less than a false pair, more than a doubtful one
_JOINED = 4.0  # for a headline that one half has lost
_UNREAD = 2.0  # for a pair of which nothing is known: less than one without counterpart
_FARTHEST_JOINED = 0.8  # that logarithms of lengths lie apart where two are joined; others are not even compared
_SLACK = 16  # articles that the way may leave the straight one, beside the difference of both numbers
_MOST_CELLS = 200_000  # what is compared in all, in a second; an issue of 400 articles that lacks 100 needs 100,000

Pair = tuple[range, range]
"""The articles of the original and of the translation that are one."""


def counterparts(chinese: Sequence[Measure], english: Sequence[Measure]) -> list[Pair]:
    """The pairs in order; a range that is empty stands for what a half lacks.

    >>> some = [Measure((5, 100), (n,), None) for n in (11, 22, 33)]
    >>> other = [Measure((25, 450), (n,), None) for n in (11, 33)]
    >>> counterparts(some, other)
    [(range(0, 1), range(0, 1)), (range(1, 2), range(1, 1)), (range(2, 3), range(1, 2))]
    """
    if len(chinese) == len(english) == 1:
        # Neither could have another: how unlike they are, as where only the headline was translated, the rules say.
        return [(range(1), range(1))]
    return _Way(chinese, english).pairs()


_STEPS = ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2))
"""How many articles of either half each takes; of two that cost the same the first counts."""
_CHEAP_FIRST = (1, 2, 0, 3, 4)
"""The order in which they are looked at: what an article without counterpart costs is known beforehand."""
_LEAST = (min(LEAST, _UNREAD), _ALONE, _ALONE, LEAST + _JOINED, LEAST + _JOINED)
"""The least that each can cost."""


class _Way:
    """The cheapest way from the beginnings of both halves to their ends, within a band around the straight one."""

    def __init__(self, chinese: Sequence[Measure], english: Sequence[Measure]) -> None:
        lengths = sum(sum(one.lengths) for one in chinese), sum(sum(one.lengths) for one in english)
        low, high = _RATIO_BOUNDS
        self._ratio = min(max(lengths[1] / lengths[0], low), high) if all(lengths) else _RATIO
        rows, columns = len(chinese), len(english)
        wanted = abs(rows - columns) + _SLACK
        self._width = max(min(wanted, _MOST_CELLS // (2 * rows + 2)), 2 + columns // (rows + 1))
        self._worth = rarity(chinese, english)
        self._chinese, self._english = chinese, english
        # Each is compared with some forty others: what can be known of it alone is made once, and kept so long.
        self._zh: ReckonedMeasure | None = None  # the last one of the row
        self._two_zh: ReckonedMeasure | None = None  # the last two of the row, as one
        self._en: dict[int, ReckonedMeasure] = {}  # those that end before a column of the band
        self._two_en: dict[int, ReckonedMeasure] = {}

    def pairs(self) -> list[Pair]:
        rows, columns = len(self._chinese), len(self._english)
        steps: list[bytearray] = []
        costs: list[tuple[int, list[float]]] = []  # of the last three rows: first column, and the costs from there
        for row in range(rows + 1):
            first, last = self._band(row)
            self._enter(row, first)
            line, taken = self._row(row, first, last, costs)
            costs = [*costs[-2:], (first, line)]
            steps.append(taken)
        return list(self._back(steps, rows, columns))[::-1]

    def _enter(self, row: int, first: int) -> None:
        """Make what a row ends with, by itself and with the one before, and forget what stands before its band."""
        chinese = self._chinese
        self._zh = ReckonedMeasure.of(chinese[row - 1], 1.0) if row else None
        self._two_zh = ReckonedMeasure.of(chinese[row - 2].plus(chinese[row - 1]), 1.0) if row > 1 else None
        for made in (self._en, self._two_en):
            for column in [one for one in made if one < first]:
                del made[column]

    def _single_en(self, column: int) -> ReckonedMeasure:
        found = self._en.get(column)
        if found is None:
            found = self._en[column] = ReckonedMeasure.of(self._english[column - 1], self._ratio)
        return found

    def _joined_en(self, column: int) -> ReckonedMeasure:
        found = self._two_en.get(column)
        if found is None:
            both = self._english[column - 2].plus(self._english[column - 1])
            found = self._two_en[column] = ReckonedMeasure.of(both, self._ratio)
        return found

    def _band(self, row: int) -> tuple[int, int]:
        """First and last column that are looked at in a row; those of the corners always."""
        rows, columns = len(self._chinese), len(self._english)
        middle = row * columns // rows if rows else columns
        first, last = max(0, middle - self._width), min(columns, middle + self._width)
        return (0 if row == 0 else first), (columns if row == rows else last)

    def _row(
        self, row: int, first: int, last: int, before: list[tuple[int, list[float]]]
    ) -> tuple[list[float], bytearray]:
        line: list[float] = []
        taken = bytearray()
        here = [*before, (first, line)]
        steps = [
            (number, right, *here[-1 - down])
            for number in _CHEAP_FIRST
            for down, right in (_STEPS[number],)
            if down <= row and down < len(here)
        ]
        for column in range(first, last + 1):
            best, step = (0.0, 0) if row == column == 0 else (float("inf"), 0)
            for number, right, start, values in steps:
                at = column - right - start
                # Most are so far off that nothing could make up for it: those are not even compared.
                if 0 <= at < len(values) and values[at] + _LEAST[number] <= best:
                    cost = values[at] + self._cost(column, number)
                    if cost < best or (cost == best and number < step):
                        best, step = cost, number
            line.append(best)
            taken.append(step)
        return line, taken

    def _cost(self, column: int, step: int) -> float:
        if step in (1, 2):
            return _ALONE
        zh = self._two_zh if step == 3 else self._zh
        en = self._joined_en(column) if step == 4 else self._single_en(column)
        if zh is None:  # as no row is that has such a step
            return float("inf")
        if zh.unread or en.unread:
            return float("inf") if step else _UNREAD
        if step and not -_FARTHEST_JOINED < en.length - zh.length < _FARTHEST_JOINED:
            return float("inf")
        return difference(zh, en, self._worth) + (_JOINED if step else 0)

    def _back(self, steps: list[bytearray], row: int, column: int) -> Iterator[Pair]:
        while row or column:
            down, right = _STEPS[steps[row][column - self._band(row)[0]]]
            yield range(row - down, row), range(column - right, column)
            row, column = row - down, column - right
