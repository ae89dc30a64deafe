"""Which articles of two halves belong together.

Both halves have their articles in the same order, but either may lack some, and a headline that was swallowed by a
paragraph makes one article of two.  The cheapest way through both is sought by dynamic programming, in the manner of
Gale & Church (1993) with articles in place of sentences: what speaks for a pair are lengths, numbers of paragraphs,
figures that both have, and the page.  So one loss costs one article its counterpart, and never shifts the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import log
from typing import NamedTuple

_RATIO = 4.5  # letters of English for a character of the original, of the halves that were measured
_RATIO_BOUNDS = (3.5, 6.5)  # where the halves themselves suggest another one
_SPREAD = 0.3  # how far the logarithm of that ratio lies off, mostly
_ADDED = 12  # characters added to both lengths, for of a line of a few words the length says little
_FARTHEST = 6.0  # most that a difference of length can cost: then it says no more than that
_PARAGRAPH, _PARAGRAPHS = 0.7, 2.8  # for each paragraph more or less, and at most
_FIGURES = 2.5  # where none of the figures is in both
_NO_FIGURES = 0.5  # where they can say nothing
_PAGE = 1.5  # where both have marks, of different pages
_ALONE = 2.6  # for an article without counterpart: less than a false pair, more than a doubtful one
_JOINED = 1.5  # for a headline that one half has lost
_SLACK = 16  # articles that the way may leave the straight one, beside the difference of both numbers
_MOST_CELLS = 200_000  # what is compared in all, in a second; an issue of 400 articles that lacks 100 needs 100,000

Pair = tuple[range, range]
"""The articles of the original and of the translation that are one."""


class Measure(NamedTuple):
    """What is compared of an article."""

    length: int
    paragraphs: int
    figures: frozenset[int]
    page: int | None

    def plus(self, other: Measure) -> Measure:
        """Both as one article."""
        paragraphs = self.paragraphs + other.paragraphs + 1  # the headline that is none in the other half
        return Measure(self.length + other.length, paragraphs, self.figures | other.figures, self.page)


class _Known(NamedTuple):
    """The same, as far as it can be reckoned before it is compared."""

    length: float
    """The logarithm, in characters of the original."""
    paragraphs: int
    figures: frozenset[int]
    number_of_figures: int
    page: int | None


def counterparts(chinese: Sequence[Measure], english: Sequence[Measure]) -> list[Pair]:
    """The pairs in order; a range that is empty stands for what a half lacks.

    >>> some = [Measure(100, 1, frozenset({n}), None) for n in (11, 22, 33)]
    >>> other = [Measure(450, 1, frozenset({n}), None) for n in (11, 33)]
    >>> counterparts(some, other)
    [(range(0, 1), range(0, 1)), (range(1, 2), range(1, 1)), (range(2, 3), range(1, 2))]
    """
    return _Way(chinese, english).pairs()


_STEPS = ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2))


class _Way:
    """The cheapest way from the beginnings of both halves to their ends, within a band around the straight one."""

    def __init__(self, chinese: Sequence[Measure], english: Sequence[Measure]) -> None:
        lengths = sum(one.length for one in chinese), sum(one.length for one in english)
        low, high = _RATIO_BOUNDS
        self._ratio = min(max(lengths[1] / lengths[0], low), high) if all(lengths) else _RATIO
        rows, columns = len(chinese), len(english)
        wanted = abs(rows - columns) + _SLACK
        self._width = max(min(wanted, _MOST_CELLS // (2 * rows + 2)), 2 + columns // (rows + 1))
        # Each is compared with some forty others: what can be known of it alone is made once.
        self._zh = self._known(chinese, 1.0)
        self._en = self._known(english, self._ratio)
        self._zh_joined = self._known([one.plus(other) for one, other in pairwise(chinese)], 1.0)
        self._en_joined = self._known([one.plus(other) for one, other in pairwise(english)], self._ratio)

    @staticmethod
    def _known(measures: Sequence[Measure], ratio: float) -> list[_Known]:
        return [
            _Known(log(one.length / ratio + _ADDED), one.paragraphs, one.figures, len(one.figures), one.page)
            for one in measures
        ]

    def pairs(self) -> list[Pair]:
        rows, columns = len(self._zh), len(self._en)
        steps: list[bytearray] = []
        costs: list[tuple[int, list[float]]] = []  # of the last three rows: first column, and the costs from there
        for row in range(rows + 1):
            first, last = self._band(row)
            line, taken = self._row(row, first, last, costs)
            costs = [*costs[-2:], (first, line)]
            steps.append(taken)
        return list(self._back(steps, rows, columns))[::-1]

    def _band(self, row: int) -> tuple[int, int]:
        """First and last column that are looked at in a row; those of the corners always."""
        rows, columns = len(self._zh), len(self._en)
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
            for number, (down, right) in enumerate(_STEPS)
            if down <= row and down < len(here)
        ]
        for column in range(first, last + 1):
            best, step = (0.0, 0) if row == column == 0 else (float("inf"), 0)
            for number, right, start, values in steps:
                at = column - right - start
                if 0 <= at < len(values) and (known := values[at]) < best:
                    cost = known + self._cost(row, column, number)
                    if cost < best:
                        best, step = cost, number
            line.append(best)
            taken.append(step)
        return line, taken

    def _cost(self, row: int, column: int, step: int) -> float:
        if step in (1, 2):
            return _ALONE
        zh = self._zh_joined[row - 2] if step == 3 else self._zh[row - 1]
        en = self._en_joined[column - 2] if step == 4 else self._en[column - 1]
        return self._difference(zh, en) + (_JOINED if step else 0)

    @staticmethod
    def _difference(zh: _Known, en: _Known) -> float:
        zh_length, zh_paragraphs, zh_figures, zh_count, zh_page = zh
        en_length, en_paragraphs, en_figures, en_count, en_page = en
        off = (en_length - zh_length) / _SPREAD
        cost = min(off * off / 2, _FARTHEST)
        cost += min(abs(zh_paragraphs - en_paragraphs) * _PARAGRAPH, _PARAGRAPHS)
        fewer = min(zh_count, en_count)
        cost += _FIGURES * (1 - len(zh_figures & en_figures) / fewer) if fewer else _NO_FIGURES
        if zh_page != en_page and zh_page is not None and en_page is not None:
            cost += _PAGE
        return cost

    def _back(self, steps: list[bytearray], row: int, column: int) -> Iterator[Pair]:
        while row or column:
            down, right = _STEPS[steps[row][column - self._band(row)[0]]]
            yield range(row - down, row), range(column - right, column)
            row, column = row - down, column - right
