"""The state of one pass over a Chinese text, and how a quantity is put down."""

from __future__ import annotations

import re
from typing import NamedTuple

from duizhao.validator.quantities.model import Approx, DateParts, Form, Kind, Number, Quantity, Relation
from duizhao.validator.quantities.zh_context import AFTER_FIRST, BEFORE_LAST, after, before
from duizhao.validator.quantities.zh_numeral import RUN, Numeral, parse
from duizhao.validator.quantities.zh_words import Follow, follow

_NONE, _OVER, _UNDER = Approx.NONE, Approx.OVER, Approx.UNDER
_SEVERAL, _AT_LEAST, _AT_MOST = Approx.SEVERAL, Approx.AT_LEAST, Approx.AT_MOST
_DATE, _NO_RELATION = Kind.DATE, Relation.NONE
"""Members at hand: to look one up in its class costs as much as a slice."""
_new = tuple.__new__
"""Makes a named tuple without checking the number of its fields, three times as fast; a test checks it."""


class Scan:
    """A text being read: `text` is the part in question with a line end behind it, `base` its offset in the whole."""

    __slots__ = ("base", "out", "text", "year")

    def __init__(self, text: str, base: int, year: int | None) -> None:
        self.text = text
        self.base = base
        self.year = year
        self.out: list[Quantity] = []

    def code(self, start: int, end: int, kind: Kind = Kind.CODE, *, weak: bool = False, value: Number = 0) -> int:
        """Put down something that has no value to compare: a code, a list marker, masked digits."""
        if self.out:
            start = max(start, self.out[-1].end - self.base)
        span = (self.base + start, self.base + end)
        self.out.append(Quantity(*span, kind, value, value, form=Form.DIGITS, weak=weak))
        return end

    def date(self, start: int, end: int, parts: DateParts, number: int, form: Form, *, weak: bool = False) -> int:
        """Put down a date."""
        base = self.base
        row = (base + start, base + end, _DATE, number, number, _NONE, "", "", form, _NO_RELATION)
        self.out.append(_new(Quantity, (*row, (), parts, (), weak)))
        return end

    def put(
        self,
        found: Found,
        kind: Kind,
        *,
        unit: str = "",
        counter: str = "",
        weak: bool = False,
        scale: Number = 1,
        others: tuple[tuple[Number, Number], ...] = (),
        relates: Relation = Relation.NONE,
        parts: tuple[tuple[Number, str], ...] = (),
    ) -> int:
        """Put down a number with its approximators; `scale` multiplies it (1/100 for a percentage).

        Returns:
            Where the search goes on.
        """
        approx, start, end = qualifiers(self.text, found)
        if unit == "century":
            unit, scale = "year", scale * 100
        low, high, inner, form, further = found.numeral
        if start < found.start and approx is _OVER and relates in _EXCEEDING:
            approx, start = inner or after(self.text, found.stop)[0], found.start
        if scale != 1:
            low, high = low * scale, high * scale
            further = tuple((first * scale, last * scale) for first, last in further)
        base, out = self.base, self.out
        if out and base + start < out[-1].end:
            start = max(found.start, out[-1].end - base)
        row = (base + start, base + end, kind, low, high, approx, unit, counter, form, relates)
        out.append(_new(Quantity, (*row, further + others, None, parts, weak)))
        return end


class Found(NamedTuple):
    """A numeral in a text: where it starts and ends, what it says, the word that follows and where that ends."""

    start: int
    end: int
    numeral: Numeral
    word: Follow
    stop: int


def find(text: str, at: int) -> Found | None:
    """Read the numeral that starts at `at` and the word after it; None where no numeral stands."""
    run = RUN.match(text, at)
    numeral = parse(run[0]) if run else None
    if run is None or numeral is None:
        return None
    word, stop = follow(text, run.end())
    return Found(at, run.end(), numeral, word, stop)


def qualifiers(text: str, found: Found) -> tuple[Approx, int, int]:
    """Gather the approximator of a number from before, inside and behind it, and the span with them."""
    start, _, numeral, word, end = found
    inner, behind = numeral.approx, _NONE
    if text[end] in AFTER_FIRST:
        behind, end = after(text, end)
    if text[start - 1] not in BEFORE_LAST:
        return (inner or behind), start, end
    ahead, start = before(text, start)
    if ahead is _OVER and text.startswith(_STANDARDS, end):
        ahead, start = _NONE, found.start
    if ahead is _UNDER and word.code in _TIMES and text[start : found.start] == "近":
        ahead, start = _recent(text, start, found.start)
    if inner is _SEVERAL:
        return inner, start, end
    if ahead is _AT_LEAST or ahead is _AT_MOST:
        return ahead, start, end
    return inner or behind or ahead, start, end


def _recent(text: str, near: int, start: int) -> tuple[Approx, int]:
    """Tell 近三年, the last three years, from 用了近三年, nearly three years."""
    if text[near - 1] in "了有达用时需将要等长过":
        return Approx.UNDER, near
    return Approx.NONE, start


_TIMES = {"year", "month", "day", "week"}
_EXCEEDING = {Relation.EXCEEDS_BY, Relation.INCREASE_BY}
"""Relations that 超过 itself states, so that it is no approximator: 超过了一倍."""
_STANDARDS = ("计划", "定额", "指标", "水平", "预算")
"""What is exceeded, not how much: 超过五年计划."""
_SEPARATOR = re.compile(r"\ ?(?:[至到~～]|[－—\-–─]{1,2})\ ?")
_SEPARATES = frozenset("至到~～－—-–─ ")


def gap(text: str, at: int) -> int:
    """Give where 至, 到, a dash or ～ between the ends of a range ends; 0 where none stands at `at`."""
    if text[at] not in _SEPARATES:
        return 0
    found = _SEPARATOR.match(text, at)
    return found.end() if found else 0
