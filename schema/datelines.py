"""Datelines as a newspaper writes them, in either language, to what they say of the day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from duizhao.regex import regex

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
"""A month in English."""
_NUMBER = "[0-9０-９一二三四五六七八九十廿卅]{1,3}"
_DAY_ZH = f"(?:(?P<month_zh>{_NUMBER})月)?(?P<day_zh>{_NUMBER})日?[晨早午晚夜]?"
_DAY_EN = (
    rf"(?:the )?(?:(?P<month>{MONTH}) )?(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?(?: (?:of )?(?P<month_second>{MONTH}))?"
    r"(?:,? [0-9]{4})?"
)
_PLACE_ZH, _PLACE_EN = "[\u3400-\u9fff]{1,12}?", r"[A-Z][A-Za-z'’.-]{0,20}(?: [A-Z][A-Za-z'’.-]{0,20}){0,3}"
_PARTS = regex("(PLACE|DATE)")
_CHANGES = regex("PLACE|DATE| ")
_CHINESE = regex("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")


class Dateline(NamedTuple):
    """A dateline in a text."""

    start: int
    end: int
    month: str
    """As it is written, '' where none is named."""


def datelines(written: tuple[str, ...], text: str, start: int, end: int) -> Iterator[Dateline]:
    """The datelines of a stretch of text.

    Args:
        written: how the newspaper writes them, with PLACE for a place and DATE for a day.
        text: of either language.
        start: where to begin.
        end: where to stop.
    """
    for fixed, pattern in _patterns(written):
        if text.find(fixed, start, end) < 0:  # of most paragraphs: no pattern is needed to see it
            continue
        for match in pattern.finditer(text, start, end):
            said = match.groupdict()
            month = next((said[name] for name in ("month", "month_second", "month_zh") if said.get(name)), "")
            yield Dateline(*match.span(), month or "")


def opening(written: tuple[str, ...], text: str) -> str:
    """The dateline that a text begins with, '' for none."""
    found = (match[0] for _, pattern in _patterns(written) if (match := pattern.match(text)))
    return max(found, key=len, default="")


@lru_cache(maxsize=64)  # asked for each paragraph; few newspapers are in a run
def _patterns(written: tuple[str, ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Of each the longest words that stand in it as they are, and the pattern."""
    return tuple((max(_CHANGES.split(one), key=len), _pattern(one)) for one in written)


def _pattern(written: str) -> re.Pattern[str]:
    chinese = _CHINESE.search(written) is not None
    parts = {"PLACE": _PLACE_ZH if chinese else _PLACE_EN, "DATE": _DAY_ZH if chinese else _DAY_EN}
    # Blanks are put or left out in Chinese as it happens.
    blank = r"\s{0,3}" if chinese else " "
    words = (parts.get(part) or blank.join(map(re.escape, part.split(" "))) for part in _PARTS.split(written))
    return regex("".join(words))
