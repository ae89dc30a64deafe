"""The months of the Chinese lunisolar calendar, as a table."""

from __future__ import annotations

import json
import os
from functools import lru_cache

_LONG, _SHORT = 30, 29
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


def gregorian(year: int, month: int, day: int, *, leap: bool = False) -> str:
    """The Gregorian day of a lunar one, YYYY-MM-DD; '' where there is no such day, or the table lacks its year.

    >>> gregorian(1908, 9, 30), gregorian(1909, 2, 1, leap=True), gregorian(1909, 3, 1, leap=True)
    ('1908-10-24', '1909-03-22', '')
    """
    first, leap_month, lengths = table().get(year, ((1, 1, 1), 0, ""))
    index = month - 1 + (leap or 0 < leap_month < month)
    if not 0 < month <= 12 or index >= len(lengths) or (leap and month != leap_month):
        return ""
    days = [_LONG if length == "1" else _SHORT for length in lengths[: index + 1]]
    if not 0 < day <= days[-1]:
        return ""
    from datetime import date, timedelta  # noqa: PLC0415  few newspapers are dated so

    return (date(*first) + timedelta(sum(days[:-1]) + day - 1)).isoformat()
