"""Dates of issues as the head of an article writes them."""

from __future__ import annotations

import re

from duizhao.regex import regex

_WRITTEN = regex(r"(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?", re.ASCII)
_PERIOD = regex(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
ISO_FORM = regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
"""A day as the format writes it, whether the calendar has it or not."""
MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
MONTH_STEMS = tuple(name[:3].lower() for name in MONTH_NAMES)
"""What all ways to write a month in English begin with, whole or short."""
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def days_in_month(year: int, month: int) -> int:
    """Days of a Gregorian month, 0 where there is no such month."""
    if not 1 <= month <= 12:
        return 0
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return _DAYS[month - 1] + leap


def month_number(written: str) -> int:
    """The number of a month in English, whole or short.

    >>> month_number("Sept."), month_number("MAY")
    (9, 5)
    """
    return MONTH_STEMS.index(written[:3].lower()) + 1


def possible(year: int, month: int, day: int) -> bool:
    """Whether the Gregorian calendar has such a day."""
    return 1 <= day <= days_in_month(year, month)


def in_calendar(written: str) -> bool:
    """Whether there is such a year, month or day, written YYYY, YYYY-MM or YYYY-MM-DD.

    >>> [in_calendar(word) for word in ("1945", "1945-13", "1940-02-29", "1941-02-29", "0000", "1945-1")]
    [True, False, True, False, False, False]
    """
    match = _PERIOD.fullmatch(written)
    year, month, day = (int(part or 1) for part in match.groups()) if match else (0, 0, 0)
    return year > 0 and possible(year, month, day)


def parts_of(written: str) -> tuple[int, int, int] | None:
    """Year, month and day of a date as written (1958-10-13, 1958.10.3, 1958年10月3日), possible or not."""
    match = _WRITTEN.fullmatch(written.strip())
    return (int(match[1]), int(match[2]), int(match[3])) if match else None


def iso_date(written: str) -> str | None:
    """A date as written to YYYY-MM-DD; None where it is no possible date."""
    parts = parts_of(written)
    if parts is None or not possible(*parts) or parts[0] == 0:
        return None
    return f"{parts[0]:04d}-{parts[1]:02d}-{parts[2]:02d}"
