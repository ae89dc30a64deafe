"""Months of the lunar calendar told by their number alone: 正月 as "the first month of this year"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from duizhao.regex import regex
from duizhao.source import Span
from duizhao.validator.align.places import Places
from duizhao.validator.dates.pairs import Dated, DatePair
from duizhao.validator.dates.show import show
from duizhao.validator.dates.words import SPELT_DAYS
from duizhao.validator.rule import Hit

_SAID = regex(
    r"\blunar\b|\bold calendar\b|spring festival|new year|zhengyue|zheng yue|\bmoon\b|\btraditional\b|\bla ?yue\b"
)
_NEAR = 240
"""Letters on either side in which the English may have called its months lunar: a sentence or two."""
_COUNTED = regex("[头第][一二两三四五六七八九十几]?个?月")
"""Months that the original counts, which are told by their number as well."""


def told_by_their_numbers(found: Sequence[DatePair], text: str, places: Places) -> Iterator[Hit]:
    """The lunar months that the English has as months of the year, and does not call lunar.

    Args:
        found: the pairs.
        text: of the article.
        places: to ask for the paragraphs of both languages.
    """
    for zh, en, *_ in found:
        if zh and zh.parts.calendar == "lunar" and (hit := _told_by_its_number(zh, en, text, places)):
            yield hit


def _told_by_its_number(zh: Dated, en: Dated | None, text: str, places: Places) -> Hit | None:
    month = zh.parts.month
    original = places.texts(zh.span.start)[0]
    if month is None or zh.parts.day is not None or _COUNTED.search(original):
        return None
    told = regex(
        rf"\b(?:{SPELT_DAYS[month]}|{month}(?:st|nd|rd|th)) month of (?:the |this |last |that |next )(?:same )?year\b"
    )
    for one in places.paragraphs(zh.span.start)[1]:
        words = text[one.start : one.end].lower()
        found = told.search(words)
        if found is None or _SAID.search(words, max(0, found.start() - _NEAR), found.end() + _NEAR):
            continue
        span = Span(one.start + found.start(), one.start + found.end())
        if en is None or (en.span.start < span.end and span.start < en.span.end):
            return Hit(f"“{found[0]}” is not called lunar: the original has {show(zh.parts)}", span, zh.span)
    return None
