"""Dates as written to points in time, given when the paper appeared."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from duizhao.schema.dates import days_in_month, possible
from duizhao.validator.quantities.model import DateParts

Day = tuple[int, int, int]
"""Year, month and day."""

_YEARS = {"year-before-last": -2, "last-year": -1, "this-year": 0, "next-year": 1, "year-after-next": 2}
_MONTHS = {"last-month": -1, "this-month": 0, "next-month": 1}
_DAYS = {"day-before-yesterday": -2, "yesterday": -1, "today": 0, "tomorrow": 1, "day-after-tomorrow": 2}
_POST = 14
"""Days a report may be on its way before it is printed; its 昨日 and 上月 are counted from when it was written."""


class Point(NamedTuple):
    """A year (negative before our era), a month or a day; what is not known is None."""

    year: int | None
    month: int | None
    day: int | None


def point(parts: DateParts, written: Day | None) -> Point:
    """What a date says if it was written on that day: 上月三十一日, of 5 February 1948, is 31 January 1948.

    A relative word does not replace what is written beside it (去年, 1947).  Without a day of writing it is left out.
    """
    year, month, day = signed_year(parts), parts.month, parts.day
    relative = parts.relative
    if not relative or written is None:
        return Point(year, month, day)
    if relative in _YEARS:
        return Point(year or written[0] + _YEARS[relative], month, day)
    if relative in _MONTHS:
        moved = shift_month(written, _MONTHS[relative])
        return Point(year or moved[0], month or moved[1], day)
    if relative in _DAYS:
        moved_day = shift_day(written, _DAYS[relative])
        return Point(year or moved_day[0], month or moved_day[1], day or moved_day[2])
    return Point(year, month, day)


def signed_year(parts: DateParts) -> int | None:
    """The year (of a century: its number), negative before our era, so that 221 B.C. is not 221."""
    return -parts.year if parts.year is not None and parts.calendar == "bc" else parts.year


def level(parts: DateParts) -> int:
    """The finest unit of the calendar that is written: 1 year, 2 month, 3 day, 0 none (a time of day, a week)."""
    if parts.day is not None or parts.relative in _DAYS:
        return 3
    if parts.month is not None or parts.relative in _MONTHS:
        return 2
    return 1 if parts.year is not None or parts.relative in _YEARS else 0


@lru_cache(maxsize=64)  # an issue has one day, and a dozen relative words
def moments(issue: Day | None, relative: str) -> tuple[Day | None, ...]:
    """Days on which a text of that issue may have been written, so far as they matter to such a word, latest first.

    >>> moments((1948, 8, 4), 'last-month')
    ((1948, 8, 4), (1948, 7, 21))
    """
    if issue is None or not possible(*issue):
        return (None,)
    if relative in _DAYS:
        return tuple(shift_day(issue, -days) for days in range(_POST + 1))
    # for a month or a year only whether another had begun matters, so that two days stand for all
    earlier = shift_day(issue, -_POST)
    if relative in _YEARS:
        return (issue, earlier) if earlier[0] != issue[0] else (issue,)
    return (issue, earlier) if earlier[1] != issue[1] else (issue,)


def shift_month(day: Day, months: int) -> tuple[int, int]:
    """Year and month so many months later."""
    count = day[0] * 12 + day[1] - 1 + months
    return count // 12, count % 12 + 1


def shift_day(day: Day, days: int) -> Day:
    """The day so many days later, at most a month's length away."""
    year, month, at = day[0], day[1], day[2] + days
    while at < 1:
        year, month = shift_month((year, month, 1), -1)
        at += days_in_month(year, month)
    while at > days_in_month(year, month):
        at -= days_in_month(year, month)
        year, month = shift_month((year, month, 1), 1)
    return year, month, at


def last_such_day(issue: Day, day: int) -> Day:
    """The latest day of that number that is not after the issue: in the paper of 1 November the 30th is 30 October.

    Args:
        issue: of the paper.
        day: 1 to 31.
    """
    year, month = issue[0], issue[1]
    # more than once round: before a month of thirty days there may be one without a 31st, or February
    while day > days_in_month(year, month) or (year, month, day) > issue:
        year, month = shift_month((year, month, 1), -1)
    return year, month, day
