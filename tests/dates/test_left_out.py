"""What a date leaves out, and what tells it all the same."""

from __future__ import annotations

import pytest

from duizhao.validator.dates.left_out import left_out
from duizhao.validator.quantities.model import DateParts as D

PAPER = (1958, 10, 12)


@pytest.mark.parametrize(
    ("around", "expected"),
    [
        ("in june it ended", True),
        ("in 1956, in june it ended", False),
        ("in '56, in june it ended", False),
        ("in june 19563 it ended", True),
        ("last year, in june it ended", False),
        ("the year before, in june it ended", False),
        ("that same summer, in june it ended", False),
        ("that very dry and hot summer, in june it ended", True),
        ("two years ago, in june it ended", False),
    ],
)
def test_how_a_year_is_told(around: str, expected: bool) -> None:
    assert left_out(D(1956, 6), D(month=6), PAPER, lambda: around) is expected


@pytest.mark.parametrize(
    ("zh", "en", "expected"),
    [
        (D(1956, 6), D(month=6), True),
        (D(1958, 6), D(month=6), False),  # the year of the paper
        (D(1957, 11), D(month=11), False),  # the last such month
        (D(1957, 6), D(month=6), True),
        (D(1956, 6, calendar="roc"), D(month=6), True),
        (D(1856, 6, calendar="era"), D(month=6), False),
        (D(1956, span="spring"), D(span="spring"), True),
        (D(1956, span="spring"), D(span="autumn"), False),
        (D(1956, 6), D(1956), True),
        (D(1956, 6), D(1956, span="spring"), False),
        (D(1956, span="winter"), D(1956), True),
        (D(1956, span="winter"), D(1956, 12), False),
        (D(day=6, weekday=1), D(day=6), True),
        (D(day=6, weekday=1), D(day=6, weekday=1), False),
    ],
)
def test_what_is_left_out(zh: D, en: D, expected: bool) -> None:
    assert left_out(zh, en, PAPER, lambda: "it ended") is expected


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        (D(1956, 6), D(1956, 6)),
        (D(1958, 6), D(month=6)),
        (D(1956, span="spring"), D(span="autumn")),
        (D(day=6, weekday=1), D(day=6, weekday=1)),
        (D(day=6), D(1958, 6, 6)),
    ],
)
def test_the_words_around_are_not_asked_for_where_no_part_is_missing(zh: D, en: D) -> None:
    def around() -> str:
        raise AssertionError

    assert not left_out(zh, en, PAPER, around)
