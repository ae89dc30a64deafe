"""English ordinals, and what looks like them: days of the month, centuries, decades; bare years."""

from __future__ import annotations

import re

from duizhao.validator.quantities import en_clock, en_dates
from duizhao.validator.quantities import en_words as w
from duizhao.validator.quantities.en_amount import counter_at
from duizhao.validator.quantities.en_measure import unit_at
from duizhao.validator.quantities.en_page import Page
from duizhao.validator.quantities.model import DateParts, Form, Kind

_ORDINAL = re.compile(r"([0-9]{1,6})(?:st|nd|rd|th)(?![a-z])")
_DECADE = re.compile(r"((?:1[6-9]|20)?[0-9]0)'?s(?![a-z])")


def suffixed(page: Page, pos: int) -> int:
    """Read 3rd or 1950s at `pos`; 0 where nothing of the kind stands there."""
    match = _DECADE.match(page.low, pos)
    if match:
        return decade(page, pos, match.end(), int(match[1]), Form.DIGITS)
    match = _ORDINAL.match(page.low, pos)
    return ordinal(page, pos, match.end(), int(match[1]), Form.DIGITS) if match else 0


_OWNERS = frozenset({"their", "his", "her", "our", "my", "your", "its"})


def decade(page: Page, start: int, end: int, value: int, form: Form) -> int:
    """Keep the 1950s, the fifties; people in their seventies and eighties are 70 to 79 and 80 to 89."""
    low = page.low
    near = low[max(0, start - 24) : start].split()
    if value < 100 and (value < 30 or not _OWNERS.isdisjoint(near)):
        return page.put(start, end, Kind.CARDINAL, value, value + 9, counter=low[start:end], form=form)
    if low[start - 1] == "'" and form is Form.DIGITS:
        start -= 1
    year = value if value > 100 else 1900 + value
    _, begin = en_dates.span_before(low, page.floor, start)
    return page.date(en_dates.DateHit(begin, end, DateParts(year=year, span="decade"), form))


_CENTURY = re.compile(r"[ -]centur(?:y|ies)(?![a-z])|(?=(?: and|-| to)(?: the)? ?[0-9a-z-]+ centur)")


def ordinal(page: Page, start: int, end: int, value: int, form: Form, *, weak: bool = False) -> int:
    """Keep an ordinal, or the day of a month, the lunar month or the century that it stands for."""
    low = page.low
    figures = form is Form.DIGITS
    if figures and low[end] == " " and (found := en_dates.day_month(page.text, low, page.floor, start)):
        return page.date(found)
    century = _CENTURY.match(low, end) if value < 23 else None
    if century:
        parts = DateParts(year=100 * value - 99, span="century")
        return page.put(start, century.end(), Kind.DATE, value, form=form, date=parts)
    if value < 31 and (lunar := en_clock.lunar_date(low, start, end, value)):
        return page.date(lunar)
    if figures and value < 32 and _is_day(page, start, end):
        parts, stop = en_dates.tail(low, end, DateParts(day=value))
        return page.date(en_dates.DateHit(start, stop, parts))
    return page.put(start, end, Kind.ORDINAL, value, counter=counter_at(low, end), form=form, weak=weak)


_PARTS_OF_DAY = ("morning of the ", "afternoon of the ", "evening of the ", "night of the ", "eve of the ")
_ALWAYS = ("on the ", "since the ", "until the ", *_PARTS_OF_DAY)
_AT_END = ("by the ", "from the ", "before the ", "after the ", "at the ", "to the ")
_JOINTS = (" and ", " and the ", " to ", " to the ", "-", ", ", ", the ", " or ", " or the ")
_OF_MONTH = tuple(f" of {which} month" for which in ("this", "last", "next", "the", "each", "every", "that"))


def _is_day(page: Page, start: int, end: int) -> bool:
    """Whether 29th is a day of the month: in a dateline, after on the and the like, or joined to a day."""
    low = page.low
    after = low[end]
    row = page.floor == start - 2 and bool(page.found) and page.found[-1].kind is Kind.ORDINAL
    if not row and low.endswith(", ", 0, start) and (after in "]).:;,-" or low.startswith(" -", end)):
        return True
    if low.startswith(_OF_MONTH, end):
        return True
    if after.isalnum() or (after in " -" and not _leaves_day(low, end)):
        return False
    if low.endswith(_ALWAYS, 0, start) or _joined_to_day(page, start):
        return True
    return after in ".,;:)]" and low.endswith(_AT_END, 0, start)


def _leaves_day(low: str, end: int) -> bool:
    """Whether the word behind 29th is no noun that it could number."""
    words = low[end : end + 16].split(None, 1)
    return (
        low[end] == " "
        and bool(words)
        and (words[0] in w.NAMES_DAY or words[0].endswith("ed") or not words[0][0].isalnum())
    )


def _joined_to_day(page: Page, start: int) -> bool:
    """Whether a day of the month stands just before, joined by and or to."""
    if not page.found or not page.low.endswith(_JOINTS, page.floor, start):
        return False
    date = page.found[-1].date
    return date is not None and date.day is not None and start - page.floor < 10


def year(page: Page, pos: int, end: int) -> int:
    """Read 1958 as a year, with the words that belong to it; 0 where the number counts something."""
    low = page.low
    if not low[pos:end].isdecimal():
        return 0  # 18.3, which begins like a year
    value = int(low[pos:end])
    if low[end].isalpha() or low[end] == "%" or (low[end] in ",." and low[end + 1].isdigit()):
        return 0
    words = low[max(0, pos - 16) : pos].replace("-", " ").split()
    previous = words[-1].strip("(\"',") if words else ""
    known = previous in w.BEFORE_YEAR
    strong = previous in w.STRONG_BEFORE_YEAR and value >= 1900
    if not 1900 <= value < 2100 and not (1600 <= value < 2100 and known):
        return 0
    if _counts(page, end, certain=strong and value % 100 != 0) or (value % 100 == 0 and not known):
        return 0
    return _whole_year(page, pos, end, value)


def _counts(page: Page, end: int, *, certain: bool) -> bool:
    """Whether the words behind a bare number of four digits show that it counts something."""
    low = page.low
    word = counter_at(low, end)
    if not word:
        return low.startswith((" to ", "-"), end) and _range_counts(low, end)
    if word in w.COUNTED or unit_at(low, end, figures=True):
        return True
    plural = word[-1] == "s" and word[-2:] != "ss" and page.text[end + 1].islower()
    return plural and not certain


_RANGE_UNIT = re.compile(r"(?: to |-)[0-9]{4}")


def _range_counts(low: str, end: int) -> bool:
    """2000-3000 yuan are no years."""
    match = _RANGE_UNIT.match(low, end)
    return match is not None and unit_at(low, match.end(), figures=True) is not None


_SECOND_YEAR = re.compile(r"[-/]([0-9]{2})(?![0-9a-z%]|[.,][0-9])")


def _whole_year(page: Page, pos: int, end: int, value: int) -> int:
    low = page.low
    span, start = en_dates.span_before(low, page.floor, pos)
    words = low[max(page.floor, pos - 12) : pos].split()
    if words and words[-1] in w.SEASONS:
        span, start = words[-1], low.rindex(words[-1], 0, pos)
    stop = page.date(en_dates.DateHit(start, end, DateParts(year=value, span=span)))
    match = _SECOND_YEAR.match(low, end)
    if match and value % 100 < int(match[1]):
        later = value // 100 * 100 + int(match[1])
        return page.date(en_dates.DateHit(match.start(1), match.end(), DateParts(year=later)))
    return stop
