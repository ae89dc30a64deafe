"""Chinese against English dates: the same, or what differs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duizhao.validator.quantities.model import DateParts as D
from duizhao.validator.times.compare import compatible, difference, distance
from duizhao.validator.times.resolve import Day

ISSUE = (1948, 2, 5)

SAME = [
    (D(day=31, relative="last-month"), D(month=1, day=31), ISSUE),
    (D(relative="this-year"), D(year=1948), ISSUE),
    (D(relative="this-year"), D(year=1948), (1949, 1, 4)),
    (D(relative="last-year", span="winter"), D(year=1947, span="winter"), ISSUE),
    (D(relative="yesterday"), D(month=2, day=3), ISSUE),
    (D(day=30), D(month=10, day=30), (1946, 11, 1)),
    (D(year=1958, month=9, day=15), D(month=9, day=15), ISSUE),
    (D(day=7), D(month=7, day=7), None),
    (D(month=6, span="early"), D(month=6, span="first-half"), ISSUE),
    (D(hour=3, span="pm"), D(hour=15), ISSUE),
    (D(day=29, hour=0), D(day=29, hour=0, minute=0), ISSUE),
    (D(day=5, span="am"), D(day=5), ISSUE),
    (D(weekday=3), D(weekday=3, month=10, day=15), ISSUE),
    (D(year=1948, calendar="roc"), D(year=1948), ISSUE),
    (D(year=18, span="century"), D(year=1701, span="century"), ISSUE),
    (D(month=1, calendar="lunar", relative="this-year"), D(month=2, relative="this-year"), (1946, 11, 4)),
    (D(month=8, day=15, calendar="lunar", year=1946), D(month=9, day=10, year=1946), ISSUE),
    (D(relative="last-month"), D(relative="last-month"), None),
    (D(relative="last-year"), D(year=1947), None),
]
DIFFERENT = [
    (D(year=2016), D(year=2026), ISSUE, "year"),
    (D(relative="last-year"), D(year=1946), ISSUE, "year"),
    (D(year=1950, span="decade"), D(year=1960, span="decade"), ISSUE, "year"),
    (D(year=18, span="century"), D(year=19, span="century"), ISSUE, "year"),
    (D(month=6), D(month=7), ISSUE, "month"),
    (D(month=6, day=5), D(month=6, day=15), ISSUE, "day"),
    (D(day=6), D(month=6, day=7), ISSUE, "day"),
    (D(weekday=3), D(weekday=4), ISSUE, "weekday"),
    (D(hour=3, span="pm"), D(hour=3, span="am"), ISSUE, "time"),
    (D(span="am"), D(span="pm"), ISSUE, "time"),
    (D(hour=8, minute=30), D(hour=8, minute=15), ISSUE, "time"),
    (D(month=9, span="early"), D(month=9, span="late"), ISSUE, "part"),
    (D(month=9, span="early"), D(month=9), ISSUE, "part"),
    (D(month=9, span="mid"), D(month=9), ISSUE, "part"),
    (D(month=9, span="late"), D(month=9, day=5), ISSUE, "coarse"),
    (D(year=1951, span="winter"), D(year=1951, span="summer"), ISSUE, "part"),
    (D(month=1, calendar="lunar"), D(month=1), ISSUE, "calendar"),
    (D(day=5, month=1, calendar="lunar"), D(day=5, month=1), ISSUE, "calendar"),
    (D(relative="last-month"), D(relative="this-month"), ISSUE, "relative"),
    (D(relative="last-week"), D(relative="this-week"), ISSUE, "relative"),
    (D(relative="yesterday"), D(relative="today"), ISSUE, "relative"),
    (D(relative="last-year"), D(relative="this-year"), None, "relative"),
    (D(month=9, day=29), D(month=9), ISSUE, "coarse"),
    (D(year=1958, month=9), D(year=1958), ISSUE, "coarse"),
    (D(year=1950, span="decade"), D(year=1958), ISSUE, "coarse"),
    (D(year=20, span="century"), D(year=1950, span="decade"), ISSUE, "coarse"),
    (D(day=5, hour=8), D(hour=8), ISSUE, "coarse"),
    (D(year=1947), D(month=3), ISSUE, "none"),
    (D(span="winter"), D(weekday=3), ISSUE, "none"),
]


@pytest.mark.parametrize(("zh", "en", "issue"), SAME)
def test_same(zh: D, en: D, issue: Day | None) -> None:
    assert difference(zh, en, issue) == ""
    assert compatible(zh, en, issue)
    assert distance(zh, en, issue) <= 0.25


@pytest.mark.parametrize(("zh", "en", "issue", "what"), DIFFERENT)
def test_different(zh: D, en: D, issue: Day | None, what: str) -> None:
    assert difference(zh, en, issue) == what
    assert not compatible(zh, en, issue)
    assert distance(zh, en, issue) > 0.25


@pytest.mark.parametrize(
    ("near", "far"),
    [
        (D(year=2016, month=3), D(year=2016, month=4)),
        (D(year=2026), D(year=1947)),
        (D(month=7, day=6), D(month=8, day=9)),
        (D(month=7, day=6), D(day=6, month=7, calendar="lunar")),
    ],
)
def test_nearer(near: D, far: D) -> None:
    zh = D(year=2016, month=3) if near.month == 3 else D(year=2016) if near.year else D(month=7, day=6)
    assert distance(zh, near, None) < distance(zh, far, None)


def optional(low: int, high: int) -> st.SearchStrategy[int | None]:
    return st.none() | st.integers(low, high)


PARTS = st.builds(
    D,
    year=optional(1840, 2100),
    month=optional(1, 12),
    day=optional(1, 31),
    hour=optional(0, 24),
    minute=optional(0, 59),
    weekday=optional(1, 7),
    calendar=st.sampled_from(["", "lunar", "roc", "era"]),
    relative=st.sampled_from(["", "last-year", "this-month", "last-month", "yesterday", "today", "last-week"]),
    span=st.sampled_from(["", "decade", "century", "early", "late", "am", "pm", "noon", "midnight", "winter"]),
)
ISSUES = st.none() | st.tuples(st.integers(1840, 2100), st.integers(1, 12), st.integers(1, 28))


@given(PARTS, ISSUES)
def test_equal_dates_are_the_same(parts: D, issue: Day | None) -> None:
    assert compatible(parts, parts._replace(), issue)
    assert distance(parts, parts, issue) == 0


@given(PARTS, PARTS, ISSUES)
def test_any_two_dates_compare(zh: D, en: D, issue: Day | None) -> None:
    apart = distance(zh, en, issue)
    assert 0 <= apart <= 1
    assert compatible(zh, en, issue) == (apart <= 0.25)


@given(st.integers(1840, 2099), st.integers(1, 12), st.integers(1, 28), st.sampled_from(["year", "month", "day"]))
def test_a_changed_figure_is_seen(year: int, month: int, day: int, unit: str) -> None:
    zh = D(year, month, day)
    changed = {
        "year": D(year + 1, month, day),
        "month": D(year, month % 12 + 1, day),
        "day": D(year, month, day % 28 + 1),
    }
    assert difference(zh, changed[unit], ISSUE) == unit
