"""Dates in messages."""

from __future__ import annotations

import pytest

from duizhao.validator.dates.show import show
from duizhao.validator.quantities.model import DateParts as D


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (D(1946, 10, 30), "30 October 1946"),
        (D(day=7), "the 7th"),
        (D(day=22), "the 22nd"),
        (D(day=13), "the 13th"),
        (D(month=1, relative="this-year"), "January of this year"),
        (D(relative="last-month"), "last month"),
        (D(year=1950, span="decade"), "the 1950s"),
        (D(year=18, span="century"), "the 18th century"),
        (D(month=9, span="early"), "early September"),
        (D(year=1951, span="winter"), "the winter of 1951"),
        (D(span="first-half"), "the first half"),
        (D(hour=3, span="pm"), "3:00 in the afternoon"),
        (D(day=29, hour=0, minute=30), "the 29th, 0:30"),
        (D(day=5, span="am"), "the 5th, in the morning"),
        (D(weekday=3, month=10, day=15), "Wednesday 15 October"),
        (D(month=1, day=5, calendar="lunar"), "the 5th of the 1st lunar month"),
        (D(month=1, calendar="lunar", relative="this-year"), "the 1st lunar month of this year"),
        (D(day=5, calendar="lunar", year=1946), "the 5th of a lunar month of 1946"),
        (D(relative="last-year", span="winter"), "the winter of last year"),
        (D(), "no date"),
    ],
)
def test_show(parts: D, expected: str) -> None:
    assert show(parts) == expected
