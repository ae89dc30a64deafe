"""The months of the Chinese lunisolar calendar, as a table."""

from __future__ import annotations

import json
import os
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

_LONG, _SHORT = 30, 29
"""Days of a lunar month: the moon takes twenty-nine and a half."""
Day = tuple[int, int, int]
"""Year, month and day."""


@lru_cache(maxsize=1)
def table() -> dict[int, tuple[Day, int, str]]:
    """Of each lunar year from 1840 to 2100 its first day, its leap month (0 for none), and `1` for each long month."""
    path = os.path.join(os.path.dirname(__file__), "lunar_years.json")
    with open(path, encoding="utf-8") as file:
        rows = [row.split() for row in json.load(file)["years"]]
    years = {}
    for first, leap, lengths in rows:
        year, month, day = (int(part) for part in first.split("-"))
        years[year] = ((year, month, day), int(leap), lengths)
    return years


class LunarMonth(NamedTuple):
    """A month of a lunar year."""

    month: int
    leap: bool
    first: Day
    """Gregorian day on which it begins."""
    days: int


@lru_cache(maxsize=8)  # an article speaks of one or two lunar years, and for each of its dates
def months(year: int) -> tuple[LunarMonth, ...]:
    """Months of a lunar year in order; none where the year is outside the table (1840 to 2100)."""
    row = table().get(year)
    if row is None:
        return ()
    first, leap, lengths = row
    numbers = list(range(1, 13))
    if leap:
        numbers.insert(leap, leap)
    found, begins = [], date(*first)
    for at, (number, long) in enumerate(zip(numbers, lengths, strict=True)):
        days = _LONG if long == "1" else _SHORT
        day = begins.year, begins.month, begins.day
        found.append(LunarMonth(number, bool(leap) and at == leap, day, days))
        begins += timedelta(days)
    return tuple(found)


def gregorian(year: int, month: int, day: int, *, leap: bool = False) -> str:
    """The Gregorian day of a lunar one, YYYY-MM-DD; '' where there is no such day, or the table lacks its year.

    >>> gregorian(1908, 9, 30), gregorian(1909, 2, 1, leap=True), gregorian(1909, 3, 1, leap=True)
    ('1908-10-24', '1909-03-22', '')
    """
    found = next((one for one in months(year) if (one.month, one.leap) == (month, leap)), None)
    if found is None or not 0 < day <= found.days:
        return ""
    return (date(*found.first) + timedelta(day - 1)).isoformat()
