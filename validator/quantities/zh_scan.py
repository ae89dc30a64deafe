"""The state of one pass over a Chinese text, and how a quantity is put down."""

from __future__ import annotations

import re
from typing import NamedTuple

from duizhao.validator.quantities.model import Approx, DateParts, Form, Kind, Number, Quantity, Relation
from duizhao.validator.quantities.zh_context import after, before
from duizhao.validator.quantities.zh_numeral import RUN, Numeral, parse
from duizhao.validator.quantities.zh_words import Follow, follow


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
        span = (self.base + start, self.base + end)
        self.out.append(Quantity(*span, kind, value, value, form=Form.DIGITS, weak=weak))
        return end

    def date(self, start: int, end: int, parts: DateParts, number: int, form: Form, *, weak: bool = False) -> int:
        """Put down a date."""
        span = (self.base + start, self.base + end)
        self.out.append(Quantity(*span, Kind.DATE, number, number, form=form, date=parts, weak=weak))
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
        if approx is Approx.OVER and relates in _EXCEEDING and start < found.start:
            approx, start = found.numeral.approx or after(self.text, found.stop)[0], found.start
        low, high, further = found.numeral.low, found.numeral.high, found.numeral.others
        if scale != 1:
            low, high = low * scale, high * scale
            further = tuple((first * scale, last * scale) for first, last in further)
        if start and self.out and start + self.base < self.out[-1].end:
            start = found.start
        form = found.numeral.form
        self.out.append(
            Quantity(
                self.base + start,
                self.base + end,
                kind,
                low,
                high,
                approx,
                unit,
                counter,
                form,
                relates,
                further + others,
                None,
                parts,
                weak,
            )
        )
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
    ahead, start = before(text, found.start)
    behind, end = after(text, found.stop)
    if ahead is Approx.OVER and text.startswith(_STANDARDS, end):
        ahead, start = Approx.NONE, found.start
    if ahead is Approx.UNDER and found.word.code in _TIMES and text[start : found.start] == "近":
        ahead, start = _recent(text, start, found.start)
    inner = found.numeral.approx
    if inner is Approx.SEVERAL:
        return inner, start, end
    if ahead is Approx.AT_LEAST or ahead is Approx.AT_MOST:
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
SEPARATOR = re.compile(r"\ ?(?:[至到~～]|[－—\-–─]{1,2})\ ?")
