"""Days counted from the day of the paper."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duizhao.validator.quantities.model import DateParts as D
from duizhao.validator.times.resolve import Day, Point, last_such_day, level, moments, point, shift_day, shift_month
from duizhao.validator.times.weekdays import weekday


@pytest.mark.parametrize(
    ("parts", "written", "expected"),
    [
        (D(day=31, relative="last-month"), (1948, 2, 5), Point(1948, 1, 31)),
        (D(day=15, relative="last-month"), (1948, 1, 5), Point(1947, 12, 15)),
        (D(relative="next-month"), (1948, 12, 5), Point(1949, 1, None)),
        (D(month=4, relative="this-year"), (1946, 11, 4), Point(1946, 4, None)),
        (D(month=12, relative="year-before-last"), (1953, 4, 2), Point(1951, 12, None)),
        (D(relative="yesterday"), (1948, 3, 1), Point(1948, 2, 29)),
        (D(relative="tomorrow"), (1947, 12, 31), Point(1948, 1, 1)),
        (D(relative="last-week", weekday=3), (1948, 3, 1), Point(None, None, None)),
        (D(relative="last-year"), None, Point(None, None, None)),
        (D(year=1947, relative="last-year"), (1950, 1, 1), Point(1947, None, None)),
    ],
)
def test_point(parts: D, written: Day | None, expected: Point) -> None:
    assert point(parts, written) == expected


@pytest.mark.parametrize(
    ("issue", "day", "expected"),
    [
        ((1946, 11, 1), 30, (1946, 10, 30)),
        ((1948, 8, 4), 31, (1948, 7, 31)),
        ((1947, 5, 8), 7, (1947, 5, 7)),
        ((1947, 5, 8), 8, (1947, 5, 8)),
        ((1947, 3, 1), 30, (1947, 1, 30)),
        ((1947, 1, 1), 31, (1946, 12, 31)),
    ],
)
def test_last_such_day(issue: Day, day: int, expected: Day) -> None:
    assert last_such_day(issue, day) == expected


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (D(year=1948), 1),
        (D(relative="last-year"), 1),
        (D(year=1948, month=2), 2),
        (D(relative="this-month"), 2),
        (D(day=7), 3),
        (D(relative="yesterday"), 3),
        (D(hour=3), 0),
        (D(relative="last-week"), 0),
    ],
)
def test_level(parts: D, expected: int) -> None:
    assert level(parts) == expected


@pytest.mark.parametrize(
    ("issue", "relative", "expected"),
    [
        (None, "last-month", (None,)),
        ((1948, 2, 30), "last-month", (None,)),
        ((1948, 8, 4), "last-month", ((1948, 8, 4), (1948, 7, 21))),
        ((1948, 8, 24), "last-month", ((1948, 8, 24),)),
        ((1949, 1, 4), "last-year", ((1949, 1, 4), (1948, 12, 21))),
        ((1949, 5, 4), "last-year", ((1949, 5, 4),)),
    ],
)
def test_moments(issue: Day | None, relative: str, expected: tuple[Day | None, ...]) -> None:
    assert moments(issue, relative) == expected


DATES = st.dates(dt.date(1600, 2, 1), dt.date(2400, 1, 1))


@given(DATES, st.integers(-31, 31))
def test_shift_day(day: dt.date, days: int) -> None:
    moved = day + dt.timedelta(days)
    assert shift_day((day.year, day.month, day.day), days) == (moved.year, moved.month, moved.day)


@given(DATES, st.integers(-40, 40))
def test_shift_month(day: dt.date, months: int) -> None:
    year, month = shift_month((day.year, day.month, day.day), months)
    assert (year - day.year) * 12 + month - day.month == months
    assert 1 <= month <= 12


@given(DATES)
def test_weekday(day: dt.date) -> None:
    assert weekday(day.year, day.month, day.day) == day.isoweekday()
