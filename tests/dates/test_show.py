"""Dates in messages."""

from __future__ import annotations

import pytest

from duizhao.schema.publication import Publication
from duizhao.validator.dates.run import outside
from duizhao.validator.dates.show import show, show_day, show_month, weekday_name
from duizhao.validator.quantities.model import DateParts as D


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (D(1946, 10, 30), "30 October 1946"),
        (D(day=7), "the 7th"),
        (D(day=22), "the 22nd"),
        (D(day=13), "the 13th"),
        (D(day=11), "the 11th"),
        (D(day=12), "the 12th"),
        (D(day=21), "the 21st"),
        (D(day=23), "the 23rd"),
        (D(day=31), "the 31st"),
        (D(day=1), "the 1st"),
        (D(year=11, span="century"), "the 11th century"),
        (D(year=221, calendar="bc"), "221 B.C."),
        (D(span="evening"), "in the evening"),
        (D(hour=12, span="noon"), "12:00 at noon"),
        (D(span="midnight"), "at midnight"),
        (D(month=9, span="mid"), "the middle of September"),
        (D(month=9, span="late"), "late September"),
        (D(year=1950, span="second-half"), "the second half of 1950"),
        (D(span="winter"), "the winter"),
        (D(day=5, relative="last-month"), "the 5th of last month"),
        (D(relative="last-week", weekday=6), "Saturday last week"),
        (D(day=5, month=8, hour=8, minute=5, span="am"), "5 August, 8:05 in the morning"),
        (D(calendar="lunar", day=5), "the 5th of a lunar month"),
        (D(calendar="lunar", month=11, day=21), "the 21st of the 11th lunar month"),
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


@pytest.mark.parametrize(
    ("year", "month", "expected"),
    [(1946, 11, "November 1946"), (None, 11, "November"), (1946, None, "1946"), (None, None, "")],
)
def test_show_month(year: int | None, month: int | None, expected: str) -> None:
    assert show_month(year, month) == expected


MONTHS = ["January", "February", "March", "April", "May", "June"]
MONTHS += ["July", "August", "September", "October", "November", "December"]
WEEK = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def test_names() -> None:
    assert [show_day((1946, number, 1)) for number in range(1, 13)] == [f"1 {name} 1946" for name in MONTHS]
    assert [weekday_name(number) for number in range(1, 8)] == WEEK


@pytest.mark.parametrize(
    ("issue", "title", "expected"),
    [
        ((1946, 5, 14), "The Paper", "The Paper first appeared on 15 May 1946"),
        ((1946, 5, 15), "The Paper", ""),
        ((2003, 12, 31), "The Paper", ""),
        ((2004, 1, 1), "The Paper", "The Paper last appeared on 31 December 2003"),
        ((2004, 1, 1), "", "paper last appeared on 31 December 2003"),
    ],
)
def test_the_run_of_a_newspaper(issue: tuple[int, int, int], title: str, expected: str) -> None:
    paper = Publication(name="paper", title=title, first="1946-05-15", last="2003-12-31")
    assert outside(paper, issue) == expected
    assert outside(Publication(name="paper", title=title, first="", last=""), issue) == ""
