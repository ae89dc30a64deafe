"""Write `schema/lunar_years.json`, which turns a day of the Chinese calendar into one of the Gregorian.

The months are computed by sxtwl, from new moons and solar terms.  `nox -s generate` installs it (the group `sources` of
pyproject.toml).  Where it cannot be had – it is made of C++, and not built for every Python –, `--check` says so and
tests the file by what must be true of any calendar of that kind.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from itertools import pairwise

from pages import ROOT, Made, main

FILE = ROOT / "schema" / "lunar_years.json"
FIRST, LAST = 1840, 2100
"""Wider than newspapers tell of by lunar day; outside of it `times/calendars.py` compares the months alone."""
ABOUT = (
    "Lunar years: the day their first month begins (Gregorian), the leap month (0 for none; it follows the month of "
    "that number), and for each month 1 for 30 days, 0 for 29. Computed from the new moons and solar terms with sxtwl "
    "2.0.7; a month printed at the time may begin a day earlier or later (so 1933, 1954 and 1978 in other tables)."
)
LONG, SHORT = 30, 29
NEW_YEAR = ((1, 21), (2, 21))
"""The sun reaches 雨水, about 19 February, in the first month: so its first day lies up to a month before that."""


def made() -> Made:
    return Made(FILE, "sxtwl", lambda: render(map(row, range(FIRST, LAST + 1))), wrong)


def render(rows: Iterator[str]) -> str:
    return json.dumps({"about": ABOUT, "years": list(rows)}, ensure_ascii=False, indent=2) + "\n"


def row(year: int) -> str:
    """`1840-02-03 0 101001010111`."""
    import sxtwl

    first = sxtwl.fromLunar(year, 1, 1)
    leap = sxtwl.getRunMonth(year)
    lengths = []
    for month in range(1, 13):
        lengths.append(sxtwl.getLunarMonthNum(year, month, False))
        if month == leap:
            lengths.append(sxtwl.getLunarMonthNum(year, month, True))
    day = dt.date(first.getSolarYear(), first.getSolarMonth(), first.getSolarDay())
    return f"{day} {leap} {''.join('1' if days == LONG else '0' for days in lengths)}"


def wrong(text: str) -> Iterator[str]:
    """What no table of new moons can hold."""
    years = [_parsed(one) for one in json.loads(text)["years"]]
    if [first.year for first, _, _ in years] != list(range(FIRST, LAST + 1)):
        yield f"not the years {FIRST} to {LAST}"
    for first, leap, lengths in years:
        if not NEW_YEAR[0] <= (first.month, first.day) <= NEW_YEAR[1]:
            yield f"{first.year}: begins outside of the time from 21 January to 21 February"
        if len(lengths) != (13 if leap else 12):
            yield f"{first.year}: {len(lengths)} months, leap month {leap}"
    for (first, _, lengths), (following, _, _) in pairwise(years):
        if first + dt.timedelta(sum(lengths)) != following:
            yield f"{first.year}: does not end where {following.year} begins"


def _parsed(one: str) -> tuple[dt.date, int, list[int]]:
    day, leap, lengths = one.split()
    return dt.date.fromisoformat(day), int(leap), [LONG if length == "1" else SHORT for length in lengths]


if __name__ == "__main__":
    raise SystemExit(main([made()]))
