"""The weekday of a Gregorian day."""

from __future__ import annotations

_OFFSETS = (0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4)
"""Weekdays from the first of January to that of each month; one less from March on, which no year is taken from."""


def weekday(year: int, month: int, day: int) -> int:
    """1 Monday … 7 Sunday, of a possible day (Sakamoto's method)."""
    if month < 3:
        year -= 1  # the leap day of a year comes after these months
    sunday_first = (year + year // 4 - year // 100 + year // 400 + _OFFSETS[month - 1] + day) % 7
    return sunday_first or 7
