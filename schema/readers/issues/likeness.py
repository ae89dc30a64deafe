"""How like two articles of the halves of an issue are, by what can be seen without reading them.

Costs are like negative logarithms of odds: 0 says nothing, what is less speaks for a pair, what is more against it.
The weights were chosen on articles of newspapers some of which had been taken out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log
from typing import NamedTuple

_ADDED = 12  # characters added to all lengths, for of a line of a few words the length says little
_SPREAD = 0.25  # how far the logarithm of the ratio of both lengths lies off, mostly
_FARTHEST = 6.0  # most that a difference of length can cost: then it says no more than that
_COUNT_ALIKE = -0.7  # as many paragraphs
_PARAGRAPH, _PARAGRAPHS = 1.2, 3.5  # for each paragraph more or less, and at most
_SPREAD_OF_ONE = 0.35  # of the lengths of a single paragraph, as above, ...
_SPREAD_AT_RANDOM = 1.0  # ... and of two that have nothing to do with one another
_LINES_AGAINST, _LINES_FOR = 2.0, -3.0  # most that one paragraph can cost, and most that all of them can save
_LINES_WEIGHT = 0.5  # for the lengths of paragraphs hang on one another
_FIGURE, _FIGURES = 0.5, 3.0  # for a figure that the other half should have, and at most
_MORE, _MOST_MORE = 0.1, 1.5  # for those that one half has more than the other
_NONE, _MOST_NONE = 0.3, 2.5  # for each where the other half has none at all
_RARE, _RAREST = 4.0, 8.0  # most that a figure of both can save, and all of them
_SMALLEST = 2  # articles that are added to all, for among two or three what one has alone says something as well
_PAGE = 1.5  # where both have marks, of different pages
LEAST = _COUNT_ALIKE + _LINES_FOR - _RAREST
"""Of what a pair costs: nothing can speak more for it."""


class Measure(NamedTuple):
    """What is compared of an article, in as little room as may be: a file has thousands of them."""

    lengths: tuple[int, ...]
    """Of the headline, 0 where it has none, and of each paragraph."""
    marks: tuple[int, ...]
    """Its figures, each once; days, and what else is counted as they are, as negative ones."""
    page: int | None
    unread: bool = False
    """Whether nothing is known of it: then it is as like to one as to any other."""

    def plus(self, other: Measure) -> Measure:
        """Both as one article, in which the second headline is a paragraph."""
        marks = tuple({*self.marks, *other.marks})
        return Measure(self.lengths + other.lengths, marks, self.page, self.unread or other.unread)


class ReckonedMeasure(NamedTuple):
    """The same, as far as it can be reckoned before it is compared."""

    length: float
    """The logarithm, in characters of the original."""
    lengths: tuple[float, ...]
    marks: frozenset[int]
    many: int
    """Marks."""
    page: int | None
    unread: bool

    @classmethod
    def of(cls, measure: Measure, ratio: float) -> ReckonedMeasure:
        """Reckon; the ratio is how many characters stand for one of the original."""
        lengths = tuple([log(length / ratio + _ADDED) for length in measure.lengths])
        length = log(sum(measure.lengths) / ratio + _ADDED)
        return cls(length, lengths, frozenset(measure.marks), len(measure.marks), measure.page, measure.unread)


Rarity = Mapping[int, float]
"""What each mark of both halves is worth."""


def rarity(chinese: Sequence[Measure], english: Sequence[Measure]) -> Rarity:
    """How much each figure says that both halves have: the more, the fewer articles have it."""
    ours, theirs = _frequencies(chinese), _frequencies(english)
    articles = max(len(chinese), len(english)) + _SMALLEST
    return {
        mark: min(log(articles / max(count, theirs[mark])), _RARE) for mark, count in ours.items() if mark in theirs
    }


def _frequencies(measures: Iterable[Measure]) -> Counter[int]:
    found: Counter[int] = Counter()
    for one in measures:
        found.update(one.marks)
    return found


def difference(zh: ReckonedMeasure, en: ReckonedMeasure, worth: Rarity) -> float:
    """What it costs to take two articles for one."""
    off = en.length - zh.length
    cost = min(off * off / (2 * _SPREAD * _SPREAD), _FARTHEST)
    if zh.page != en.page and zh.page is not None and en.page is not None:
        cost += _PAGE
    return cost + _lines(zh.lengths, en.lengths, off) + _marks(zh, en, worth)


_NARROW, _WIDE = 1 / (2 * _SPREAD_OF_ONE * _SPREAD_OF_ONE), 1 / (2 * _SPREAD_AT_RANDOM * _SPREAD_AT_RANDOM)
_NEAR = log(_SPREAD_AT_RANDOM / _SPREAD_OF_ONE)


def _lines(zh: Sequence[float], en: Sequence[float], off: float) -> float:
    """What the lists of paragraphs say."""
    if len(zh) != len(en):
        return min(abs(len(zh) - len(en)) * _PARAGRAPH, _PARAGRAPHS)
    if len(zh) < 3 or not -1 < off < 1:  # of a single paragraph the length of all has said it
        return _COUNT_ALIKE
    off /= 2  # a terse translation is so throughout; half of what all are off may be chance
    cost = 0.0
    for one, other in zip(zh, en):  # noqa: B905  as many
        apart = other - one - off
        line = apart * apart * (_NARROW - _WIDE) - _NEAR
        cost += min(line, _LINES_AGAINST)
    return _COUNT_ALIKE + max(cost * _LINES_WEIGHT, _LINES_FOR)


def _marks(zh: ReckonedMeasure, en: ReckonedMeasure, worth: Rarity) -> float:
    """What the figures say that both have, or one of them."""
    more, fewer = (zh.many, en.many) if zh.many > en.many else (en.many, zh.many)
    if not fewer:
        return min(_NONE * more, _MOST_NONE)
    shared = zh.marks & en.marks
    cost = min(_FIGURE * (fewer - len(shared)), _FIGURES) + min(_MORE * (more - fewer), _MOST_MORE)
    if shared:
        cost -= min(sum([worth[mark] for mark in shared]), _RAREST)
    return cost
