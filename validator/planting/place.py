"""Where a slip can be planted: an English expression that says what a Chinese one says, and the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from duizhao.regex import regex
from duizhao.validator.case import Case
from duizhao.validator.planting.numerals import WrittenNumeral, numerals
from duizhao.validator.quantities.model import Kind, Number, Quantity

_SENTENCE_BEFORE = regex(r"(?:^|[.!?]|\n)[\s\"“‘'(\[]*$")
_YEAR = regex("(?:1[5-9]|20)[0-9]{2}")
_LOOK_BACK = 40  # characters; enough for the word before, and the end of the sentence before that
_LOOK_AHEAD = 400  # characters; a longer sentence is left alone


class Edit(NamedTuple):
    """A stretch of the text, and what takes its place."""

    start: int
    end: int
    after: str


class PlantingPlace:
    """An expression to alter.

    Args:
        text: of the whole file.
        region: the title or paragraph that the expression stands in, as offsets.
        pair: the expression of the original and its English counterpart, which agree.
        title: whether it is of the title.
        taken: every value of the original, none of which an invented number may have.
    """

    def __init__(
        self,
        text: str,
        region: tuple[int, int],
        pair: tuple[Quantity, Quantity],
        *,
        title: bool,
        taken: frozenset[Number] = frozenset(),
    ) -> None:
        self.text = text
        self.region = region
        self.zh, self.en = pair
        self.title = title
        self.taken = taken

    @property
    def words(self) -> str:
        """The English expression."""
        return self.text[self.en.start : self.en.end]

    @property
    def original(self) -> str:
        """The Chinese expression."""
        return self.text[self.zh.start : self.zh.end]

    @property
    def rest(self) -> str:
        """What follows the expression in its paragraph, as far as it matters."""
        return self.text[self.en.end : min(self.region[1], self.en.end + _LOOK_AHEAD)]

    @property
    def year(self) -> bool:
        """Whether a year was read as a count, as some are where both sides may be (一九五六年产粮…)."""
        count = self.en.date is None and self.zh.date is None
        return count and "年" in self.original and _YEAR.fullmatch(self.words) is not None

    def before(self, offset: int) -> str:
        """What stands before an offset, as far as it matters."""
        return self.text[max(self.region[0], offset - _LOOK_BACK) : offset]

    def word_before(self, offset: int) -> str:
        """The word before an offset, in lower case; '' at the head of a sentence."""
        found = re.search(r"([A-Za-z.]+)[ \n]$", self.before(offset))
        return found[1].lower() if found else ""

    def opens(self, offset: int) -> bool:
        """Whether a sentence begins there."""
        return offset == self.region[0] or _SENTENCE_BEFORE.search(self.before(offset)) is not None

    @cached_property
    def numeral(self) -> WrittenNumeral | None:
        """The one numeral of the expression, where it is the whole of its value; offsets are those of the text."""
        found = [] if self.year else numerals(self.words)
        if len(found) != 1 or self.en.low != self.en.high:
            return None
        one, low = found[0], Fraction(self.en.low)
        if one.value != (low * 100 if self.en.kind is Kind.PERCENT else low):
            return None
        return one._replace(start=one.start + self.en.start, end=one.end + self.en.start)


def places(case: Case) -> Iterator[PlantingPlace]:
    """The places of an article, in the order of its links: those whose two sides agree as they are."""
    article, text = case.article, case.text
    taken = frozenset(
        value
        for some in (*case.readings.zh, case.readings.headline)
        for cluster in some
        for cover in cluster.covers
        for q in cover.quantities
        for value in (q.low, q.high)
    )
    title = article.english.header("Title")
    regions = [(p.start, p.end) for p in article.english.paragraphs]
    for link in case.links.title:
        if title and link.zh and link.en and not link.verdict:
            region = (title.value.start, title.value.end)
            yield PlantingPlace(text, region, (link.zh, link.en), title=True, taken=taken)
    at = 0
    for link in sorted((one for one in case.links.body if one.en), key=lambda one: one.en.start if one.en else 0):
        if link.zh is None or link.en is None or link.verdict:
            continue
        while at < len(regions) - 1 and regions[at][1] <= link.en.start:
            at += 1
        yield PlantingPlace(text, regions[at], (link.zh, link.en), title=False, taken=taken)
