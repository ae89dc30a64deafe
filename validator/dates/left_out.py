"""Parts of a date that its counterpart leaves out: 去年六月 as "in June", 五七年六月 as "in 1957", 去冬 as "last year".

A part that a reader finds beside the date, or can infer from the day of the paper, is not left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from duizhao.regex import regex
from duizhao.schema.dates import MONTH_STEMS
from duizhao.schema.tree import Paragraph
from duizhao.validator.dates.pairs import Dated, DatePair
from duizhao.validator.dates.show import show, weekday_name
from duizhao.validator.dates.words import dates_dispatch, told
from duizhao.validator.quantities.model import DateParts
from duizhao.validator.rule import Hit
from duizhao.validator.times.clock import part
from duizhao.validator.times.resolve import Day, level, point

_SEASONS = frozenset(("spring", "summer", "autumn", "winter"))
_SEASON_SAID_WORDS = r"\b(?:spring|summer|autumn|fall|winter|season|harvest|vernal)"
_SEASON_SAID = regex(_SEASON_SAID_WORDS)
_NAMES = "|".join(MONTH_STEMS)
_MONTH_SAID = regex(rf"\b(?:{_NAMES})[a-z]*\b|\bmonths?\b|\bquarters?\b|\bhal(?:f|ves)\b")
"""Months are told by their names or as "the same month"; "the first half" tells them loosely."""
_HOUR_SAID = (
    r"\b(?:[ap]\.?m\b|o'clock|hours?|morning|forenoon|dawn|daybreak|sunrise|daylight|noon|midday|afternoon|evening|dusk|"
    r"sunset|nightfall|twilight|night|midnight|tonight|overnight|early|late|dark)"
)
_WHICH = "last|previous|preceding|past|prior|same|that|this|current|following|next|coming|each|before|ago|later|earlier"
_YEAR_SAID = regex(
    rf"\b(?:{_WHICH})\b[a-z ]{{0,12}}\b(?:years?|spring|summer|autumn|fall|winter|{_NAMES})|"
    rf"\byears? (?:{_WHICH})\b|\byear-end\b"
)
"""Years told without their figures."""


def left_out(zh: DateParts, en: DateParts, issue: Day | None, around: Callable[[], str]) -> bool:
    """Whether the English has less of a date than the original, and nothing beside it that makes up for it.

    Args:
        zh: as written in the original.
        en: its counterpart, which agrees with it as far as it goes.
        issue: of the paper.
        around: the English before and behind the date, in lower case; it is asked for where a part is missing, as few
            dates miss one.
    """
    return (
        (issue is not None and _year(zh, en, issue, around))
        or (zh.month is not None and level(en) == 1 and not en.span and not _MONTH_SAID.search(around()))
        or (zh.span in _SEASONS and not en.span and level(en) == 1 and not _SEASON_SAID.search(around()))
        or (bool(zh.weekday) and not en.weekday and weekday_name(zh.weekday or 0).lower() not in around())
    )


_COUNTED_ON = frozenset(("", "roc"))
"""Calendars whose years are told by the Gregorian one as well; of a reign the English may give its name."""


def _year(zh: DateParts, en: DateParts, issue: Day, around: Callable[[], str]) -> bool:
    """A year that a reader would not supply: 去年六月 in the paper of October, which has had a June of its own."""
    year = point(zh, issue).year
    if year is None or zh.calendar not in _COUNTED_ON or point(en, issue).year is not None:
        return False
    if en.month is None and not (zh.span and zh.span == en.span):
        return False
    expected = issue[0] - (en.month is not None and en.month > issue[1])
    if year in (issue[0], expected):
        return False
    said = around()
    return not re.search(rf"(?<![0-9])(?:{year}|'{year % 100:02d})(?![0-9])", said) and not _YEAR_SAID.search(said)


def part_of_day_lost(zh: Dated, paragraphs: str, text: str) -> bool:
    """Whether the part of a day that is told by its number is lost: 二日拂晓 as "on the 2nd".

    Args:
        zh: a date of the original without counterpart.
        paragraphs: the English that belongs to it.
        text: of the article.
    """
    if zh.parts != DateParts(span=part(zh.parts)) or not paragraphs or not _DAY.match(text, zh.span.start - 2):
        return False
    return not dates_dispatch(text, zh.span.end) and not told(_HOUR_SAID, paragraphs)


_DAY = regex("[0-9０-９一二三四五六七八九十廿卅][日号號]")
"""The end of a day told by its number, which 日夜 has not."""


_YEARS_BACK = frozenset(("last-year", "year-before-last"))
_SEASON_TOLD = regex(rf"{_SEASON_SAID_WORDS}|\b(?:{_NAMES})[a-z]*\b|\byears?\b")


def season_lost(zh: Dated, paragraphs: str) -> Hit | None:
    """A season of a year before that the English paragraphs do not tell: 去秋用新法 as "they used the new method".

    Args:
        zh: a date of the original without counterpart.
        paragraphs: the English that belongs to it.
    """
    parts = zh.parts
    if parts.span not in _SEASONS or parts.relative not in _YEARS_BACK or not paragraphs:
        return None
    if _SEASON_TOLD.search(paragraphs.lower()):
        return None
    return Hit(f"the English leaves out {show(parts)}", None, zh.span)


_PARTS = frozenset(("early", "mid", "late"))
_BESIDE_ANOTHER = frozenset("、和及与至到—－-~～")
"""What has a part of a month beside another, of which the English may have the month once: mid- and late April."""
_TOLD_OTHERWISE = regex(r"\bmonths?\b|\bmonthly\b|\bquarters?\b")


def part_of_month_lost(zh: Dated, found: Sequence[DatePair], paragraphs: Sequence[Paragraph], text: str) -> Hit | None:
    """A part of a month that is nowhere in the English, whose paragraphs have that month for another date alone.

    Args:
        zh: a date of the original without counterpart.
        found: the pairs.
        paragraphs: the English that belongs to it.
        text: of the article.
    """
    month, part_said = zh.parts.month, zh.parts.span
    if month is None or zh.parts != DateParts(month=month, span=part_said) or part_said not in _PARTS:
        return None
    if _BESIDE_ANOTHER.intersection((text[zh.span.start - 1], text[zh.span.end])):
        return None
    said = " ".join(text[one.start : one.end] for one in paragraphs).lower()
    named = len(re.findall(rf"\b{MONTH_STEMS[month - 1]}[a-z]*\b", said))
    of_others = {
        one.en.span
        for one in found
        if one.zh
        and one.en
        and one.en.parts.month == month
        and any(p.start <= one.en.span.start < p.end for p in paragraphs)
    }
    if not named or named > len(of_others) or _TOLD_OTHERWISE.search(said):
        return None
    return Hit(f"the English leaves out {show(zh.parts)}", None, zh.span)
