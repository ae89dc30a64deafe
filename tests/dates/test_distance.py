"""How far apart two dates are, exactly: what stands for what is decided by it."""

from __future__ import annotations

import pytest

from duizhao.validator.quantities.model import DateParts as D
from duizhao.validator.times.compare import alike, difference, distance
from duizhao.validator.times.resolve import Day

PAPER = (1948, 2, 5)


@pytest.mark.parametrize(
    ("zh", "en", "expected"),
    [
        # the same: a step for each part that one side alone has
        (D(1948, 2, 3), D(1948, 2, 3), 0.0),
        (D(1948, 2, 3), D(month=2, day=3), 0.08),  # 一九四八年二月三日 as "February 3"
        (D(1948, 2, 3), D(day=3), 0.12),
        (D(1948, 2, 3, hour=8, minute=0, span="am"), D(day=3), 0.2),  # six parts count no more than five
        (D(hour=3, span="pm"), D(hour=15), 0.04),  # 下午三时 as "15:00": both parts are there
        # what a translator changes
        (D(month=1, day=5, calendar="lunar"), D(month=1, day=5), 0.27),  # 正月初五 as "January 5"
        (D(month=9, day=29), D(month=9), 0.3),  # 九月二十九日 as "September"
        (D(month=9, span="early"), D(month=9, span="late"), 0.3),
        (D(hour=3, span="pm"), D(hour=3, span="am"), 0.35),
        (D(weekday=3), D(weekday=4), 0.4),
        (D(relative="last-month"), D(relative="this-month"), 0.5),
        # years of the Republic
        (D(year=1948, calendar="roc"), D(year=37), 0.27),  # 民国三十七年 as "the year 37"
        (D(year=1948, calendar="roc"), D(year=1937), 0.27),  # as "1937"
        (D(year=1948, calendar="roc"), D(year=1938), 0.65),
        (D(year=1948, calendar="roc"), D(year=37, calendar="bc"), 0.8),
        # figures
        (D(year=2016), D(year=2026), 0.65),  # one digit
        (D(year=2016), D(year=2061), 0.8),  # two
        (D(month=6), D(month=7), 0.65),
        (D(month=6, day=5), D(month=7, day=6), 0.75),
        (D(1948, 6, 5), D(1949, 7, 6), 0.85),
        (D(1948, 6, 5), D(1957, 7, 6), 0.95),
        (D(1948, 6, 5), D(month=7, day=5), 0.75),  # another month, and no year
        (D(month=6), D(month=7, day=5), 0.75),
        (D(1948, 6), D(month=7, day=5), 0.85),
        (D(relative="last-year"), D(year=1943), 0.65),
        (D(year=1947), D(month=3), 1.0),  # nothing in common
    ],
)
def test_distance(zh: D, en: D, expected: float) -> None:
    assert distance(zh, en, PAPER) == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize(
    ("zh", "en", "issue", "what"),
    [
        # centuries and decades
        (D(year=18, span="century"), D(year=1799), PAPER, "coarse"),  # 十八世纪 as "1799", which lies in it
        (D(year=18, span="century"), D(year=1800), PAPER, "year"),
        (D(year=18, span="century"), D(year=1700, span="decade"), PAPER, ""),  # and "the 1700s"
        (D(year=18, span="century"), D(year=1710, span="decade"), PAPER, "coarse"),
        (D(year=1701, span="century"), D(year=18, span="century"), PAPER, ""),
        (D(year=99, span="century"), D(year=9801, span="century"), PAPER, ""),
        (D(year=101, span="century"), D(year=2, span="century"), PAPER, ""),  # from 101 on it is a year, not a number
        (D(year=100, span="century"), D(year=1, span="century"), PAPER, ""),
        (D(year=1801, span="century"), D(year=18, span="century"), PAPER, "year"),
        (D(year=3, span="century", calendar="bc"), D(year=221, calendar="bc"), PAPER, "coarse"),
        (D(year=2, span="century", calendar="bc"), D(year=221, calendar="bc"), PAPER, "year"),
        (D(year=221, calendar="bc"), D(year=221), PAPER, "year"),
        (D(year=1950, span="decade"), D(year=1959), PAPER, "coarse"),
        (D(year=1950, span="decade"), D(year=1960), PAPER, "year"),
        (D(year=1950, span="decade"), D(year=1950), PAPER, "coarse"),
        (D(year=1950), D(year=1950, span="decade"), PAPER, "coarse"),
        (D(year=1950, span="early"), D(year=1950, span="first-half"), PAPER, ""),
        # parts
        (D(month=6, span="late"), D(month=6, span="second-half"), PAPER, ""),
        (D(month=6, span="first-half"), D(month=6, span="early"), PAPER, ""),
        (D(month=6, span="second-half"), D(month=6, span="late"), PAPER, ""),
        (D(month=6, span="first-half"), D(month=6, span="late"), PAPER, "part"),
        (D(month=6, span="first-half"), D(month=6), PAPER, "part"),
        (D(month=6, span="second-half"), D(month=6), PAPER, "part"),
        (D(month=6), D(month=6, span="late"), PAPER, ""),  # only what the original says may not be lost
        (D(year=1947, span="winter"), D(year=1947), PAPER, ""),  # what is lost beside it is asked elsewhere
        (D(month=6, span="late"), D(year=1948, month=6, span="late"), PAPER, ""),
        # units
        (D(weekday=3), D(day=15), PAPER, "none"),
        (D(weekday=3, day=15), D(weekday=3), PAPER, ""),
        (D(month=9), D(month=9, day=29), PAPER, "coarse"),
        (D(1948, 9), D(1948, 9, 29), PAPER, "coarse"),
        (D(1948, 9), D(1948), PAPER, "coarse"),
        (D(hour=8), D(day=5, hour=8), PAPER, "coarse"),
        (D(span="am"), D(day=5, span="am"), PAPER, "coarse"),  # 晨 as "on the morning of the 5th"
        (D(span="am"), D(day=5), PAPER, "none"),
        (D(hour=8), D(weekday=3), PAPER, "none"),
        (D(relative="last-week"), D(relative="last-week", weekday=3), PAPER, ""),
        (D(relative="last-week"), D(weekday=3), PAPER, "none"),
        # calendars
        (D(1946, 1, 1, calendar="lunar"), D(1946, 2, 2), PAPER, ""),  # New Year's Day of 1946
        (D(1946, 1, 1, calendar="lunar"), D(1946, 2, 3), PAPER, "month"),
        (D(1946, 1, calendar="lunar"), D(1946, 1), PAPER, "calendar"),
        (D(day=5, calendar="lunar"), D(day=5), PAPER, ""),  # 初五
        (D(day=5, calendar="lunar"), D(day=6), PAPER, "day"),
        (D(month=8, day=15, calendar="lunar"), D(month=8, day=16), PAPER, "calendar"),
        (D(month=8, day=15, calendar="lunar"), D(day=15), PAPER, "calendar"),
        (D(month=8, day=15, calendar="lunar"), D(year=1946), PAPER, ""),
        (D(month=8, day=15, calendar="lunar"), D(weekday=3), PAPER, "none"),
        (D(year=1735, calendar="era"), D(year=1735, calendar="lunar"), PAPER, ""),
        # relative words
        (D(relative="day-before-yesterday"), D(month=2, day=3), PAPER, ""),
        (D(relative="day-before-yesterday"), D(month=2, day=4), PAPER, "day"),
        (D(relative="yesterday"), D(month=2, day=4), PAPER, ""),
        (D(relative="today"), D(month=2, day=5), PAPER, ""),
        (D(relative="today"), D(month=1, day=22), PAPER, ""),  # written up to fourteen days before
        (D(relative="today"), D(month=1, day=21), PAPER, "month"),
        (D(relative="tomorrow"), D(month=2, day=6), PAPER, ""),
        (D(relative="tomorrow"), D(month=2, day=7), PAPER, "day"),
        (D(relative="day-after-tomorrow"), D(month=2, day=7), PAPER, ""),
        (D(relative="day-after-tomorrow"), D(month=2, day=8), PAPER, "day"),
        (D(relative="year-before-last"), D(year=1946), PAPER, ""),
        (D(relative="year-after-next"), D(year=1950), PAPER, ""),
        (D(relative="next-year"), D(year=1949), PAPER, ""),
        (D(relative="next-month"), D(month=3), PAPER, ""),
        (D(relative="last-year"), D(relative="this-year"), PAPER, "relative"),
        (D(relative="last-year"), D(relative="this-month"), None, "none"),
        (D(relative="last-week"), D(relative="next-week"), PAPER, "relative"),
        (D(relative="this-week"), D(relative="next-week"), PAPER, "relative"),
    ],
)
def test_difference(zh: D, en: D, issue: Day | None, what: str) -> None:
    assert difference(zh, en, issue) == what


@pytest.mark.parametrize(
    ("zh", "en", "issue", "expected"),
    [
        (D(relative="last-year"), D(relative="next-year"), PAPER, True),
        (D(relative="last-year"), D(relative="last-month"), PAPER, False),
        (D(relative="last-year"), D(year=1943), PAPER, True),  # four years from 1947
        (D(relative="last-year"), D(year=1942), PAPER, False),
        (D(relative="last-year"), D(year=1951), PAPER, True),
        (D(relative="last-year"), D(year=1952), PAPER, False),
        (D(relative="last-year"), D(year=1947), None, False),
        (D(relative="last-month"), D(month=1), PAPER, False),
        (D(year=1947), D(relative="last-year"), PAPER, True),
        (D(span="am"), D(span="evening"), PAPER, True),
        (D(span="am"), D(day=5), PAPER, False),
        (D(hour=3, span="am"), D(span="pm"), PAPER, False),
        (D(span="am"), D(hour=3, span="pm"), PAPER, False),
        (D(month=6, span="early"), D(month=7, span="late"), PAPER, True),
        (D(month=6, span="early"), D(year=1947, span="winter"), PAPER, False),
        (D(month=6, span="early"), D(month=6), PAPER, False),
    ],
)
def test_alike(zh: D, en: D, issue: Day | None, expected: bool) -> None:
    assert alike(zh, en, issue) is expected
