"""Lunar dates against Gregorian ones; the days are those of published calendars."""

from __future__ import annotations

import datetime as dt

import pytest

from duizhao.schema.lunar import months
from duizhao.validator.times.calendars import meets
from duizhao.validator.times.resolve import Day, Point

NEW_YEARS = [
    (1900, (1900, 1, 31)),
    (1912, (1912, 2, 18)),
    (1937, (1937, 2, 11)),
    (1946, (1946, 2, 2)),
    (1949, (1949, 1, 29)),
    (1958, (1958, 2, 18)),
    (1985, (1985, 2, 20)),
    (2000, (2000, 2, 5)),
    (2023, (2023, 1, 22)),
]
LEAP_MONTHS = [(1851, 8), (1900, 8), (1949, 7), (1952, 5), (1984, 10), (2020, 4), (2023, 2), (2033, 11)]


@pytest.mark.parametrize(("year", "first"), NEW_YEARS)
def test_new_year(year: int, first: Day) -> None:
    assert months(year)[0].first == first


@pytest.mark.parametrize(("year", "leap"), LEAP_MONTHS)
def test_leap_month(year: int, leap: int) -> None:
    assert [month.month for month in months(year) if month.leap] == [leap]
    assert len(months(year)) == 13


def test_years_follow_each_other() -> None:
    for year in range(1840, 2100):
        last = months(year)[-1]
        after = dt.date(*last.first) + dt.timedelta(last.days)
        assert months(year + 1)[0].first == (after.year, after.month, after.day)
        assert [month.month for month in months(year) if not month.leap] == list(range(1, 13))


def test_years_outside_the_table() -> None:
    assert months(1839) == ()
    assert months(2101) == ()


@pytest.mark.parametrize(
    ("lunar", "solar", "expected"),
    [
        (Point(1946, 1, None), Point(None, 2, None), True),
        (Point(1946, 1, None), Point(1946, 3, None), True),
        (Point(1946, 1, None), Point(1946, 1, None), False),
        (Point(1946, 8, 15), Point(1946, 9, 10), True),
        (Point(1946, 8, 15), Point(1946, 9, 11), False),
        (Point(None, 8, 15), Point(1946, 9, 10), True),
        (Point(1957, 12, 29), Point(1958, 2, 17), True),
        (Point(1957, 12, 29), Point(None, 2, 17), True),
        (Point(None, 12, 29), Point(1958, 2, 17), True),
        (Point(1949, 7, 15), Point(1949, 9, 7), True),
        (Point(None, 1, None), Point(None, 2, None), True),
        (Point(None, 1, None), Point(None, 1, None), False),
        (Point(1700, 1, None), Point(1700, 3, None), True),
        (Point(None, None, 5), Point(None, None, 5), True),
        (Point(None, None, 5), Point(None, 8, 5), False),
        (Point(1946, 8, 15), Point(None, None, 10), True),
        (Point(1946, 8, 15), Point(1946, None, None), True),
    ],
)
def test_meets(lunar: Point, solar: Point, expected: bool) -> None:
    assert meets(lunar, solar) is expected
