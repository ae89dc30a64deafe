"""What is said of a pair of dates, and how surely."""

from __future__ import annotations

import pytest

from duizhao.validator.dates.judge import Surroundings, judge
from duizhao.validator.finding import Severity
from duizhao.validator.quantities.model import DateParts as D

PAPER = Surroundings((1946, 11, 1))
LATE_PAPER = Surroundings((1946, 11, 25))
DISPATCH = PAPER._replace(dateline=True)


@pytest.mark.parametrize(
    ("zh", "en", "around", "what", "severity"),
    [
        (D(year=2016), D(year=2026), PAPER, "year", Severity.ERROR),
        (D(relative="last-year"), D(year=1943), PAPER, "year", Severity.WARNING),
        (D(month=6, day=5), D(month=7, day=6), PAPER, "month", Severity.WARNING),
        (D(day=30), D(month=11, day=30), DISPATCH, "month", Severity.ERROR),
        (D(day=30), D(month=11, day=30), DISPATCH._replace(months={11}), "month", Severity.WARNING),
        (D(day=7), D(month=7, day=7), PAPER, "month", Severity.WARNING),
        (D(day=7), D(month=12, day=7), PAPER, "month", Severity.WARNING),
        (D(day=7), D(month=10, day=7), LATE_PAPER, "month", Severity.WARNING),
        (D(day=30), D(day=30, relative="this-month"), DISPATCH, "relative", Severity.ERROR),
        (D(day=30), D(day=30, relative="this-month"), LATE_PAPER, "relative", Severity.WARNING),
        (D(month=9, day=15), D(year=1938, month=9, day=15), PAPER, "year", Severity.WARNING),
        (D(relative="last-month"), D(relative="this-month"), PAPER, "relative", Severity.ERROR),
        (D(hour=3), D(hour=4), PAPER, "time", Severity.ERROR),
        (D(span="am"), D(span="pm"), PAPER, "time", Severity.WARNING),
        (D(month=1, calendar="lunar"), D(month=1), PAPER, "calendar", Severity.WARNING),
        (D(month=1), D(month=1, calendar="lunar"), PAPER, "calendar", Severity.WARNING),
        (D(month=9, day=29), D(month=9), PAPER, "coarse", Severity.WARNING),
    ],
)
def test_wrong(zh: D, en: D, around: Surroundings, what: str, severity: Severity) -> None:
    verdict = judge(zh, en, around)
    assert verdict is not None
    assert (verdict.what, verdict.severity) == (what, severity)


@pytest.mark.parametrize(
    ("zh", "en", "around"),
    [
        (D(day=30), D(day=30), DISPATCH),
        (D(day=30), D(month=10, day=30), DISPATCH),
        (D(day=30), D(day=30, relative="last-month"), DISPATCH),
        (D(day=30), D(day=30, relative="this-month"), PAPER),
        (D(day=30), D(day=30, relative="this-month"), LATE_PAPER._replace(to_come=True)),
        (D(day=7), D(month=7, day=7), PAPER._replace(months={7})),
        (D(day=7), D(month=7, day=7), Surroundings(None)),
        (D(day=7), D(month=11, day=7), PAPER),
        (D(day=1), D(month=11, day=1), PAPER),
        (D(day=7), D(month=12, day=7), LATE_PAPER),
        (D(month=9, day=15), D(year=1946, month=9, day=15), PAPER),
        (D(month=9, day=15), D(year=1938, month=9, day=15), PAPER._replace(years={1938})),
        (D(day=5, calendar="lunar"), D(day=5), PAPER),
        (D(year=1947), D(month=3), PAPER),
    ],
)
def test_right_or_unrelated(zh: D, en: D, around: Surroundings) -> None:
    assert judge(zh, en, around) is None


@pytest.mark.parametrize(
    ("zh", "en", "around", "severity", "message"),
    [
        (D(day=30), D(month=11, day=30), DISPATCH, Severity.ERROR, "the dispatch of the 30th is of 30 October 1946"),
        (
            D(day=7),
            D(month=7, day=7),
            PAPER,
            Severity.WARNING,
            "the original names no month; the last such day was 7 October 1946",
        ),
        (
            D(month=9, day=15),
            D(year=1945, month=9, day=15),
            PAPER,
            Severity.WARNING,
            "the original names no year; the last such month was of 1946",
        ),
        (
            D(month=12, day=15),
            D(year=1947, month=12, day=15),
            PAPER,
            Severity.WARNING,
            "the original names no year; the last such month was of 1945",
        ),
        (
            D(month=12, day=15),
            D(year=1944, month=12, day=15),
            PAPER,
            Severity.WARNING,
            "the original names no year, and the paper is of 1946",
        ),
        (
            D(month=9, day=15),
            D(year=1948, month=9, day=15),
            PAPER,
            Severity.WARNING,
            "the original names no year, and the paper is of 1946",
        ),
        (
            D(month=1, day=5, calendar="lunar"),
            D(month=1, day=5),
            PAPER,
            Severity.WARNING,
            "the original counts in the lunar calendar: the 5th of the 1st lunar month",
        ),
        (
            D(month=1, day=5),
            D(month=1, day=5, calendar="lunar"),
            PAPER,
            Severity.WARNING,
            "the English counts in the lunar calendar: the 5th of the 1st lunar month",
        ),
        (D(hour=3), D(hour=4), PAPER, Severity.ERROR, "the original has 3:00"),
        (D(span="am"), D(hour=15), PAPER, Severity.WARNING, "the original has in the morning"),
        (D(hour=15), D(span="am"), PAPER, Severity.WARNING, "the original has 15:00"),
        (D(weekday=3, day=5), D(weekday=4, day=5), PAPER, Severity.ERROR, "the original has Wednesday"),
        (
            D(day=30),
            D(day=30, relative="this-month"),
            LATE_PAPER,
            Severity.WARNING,
            "that would be November 1946; the last such day before the paper was 30 October 1946",
        ),
        (
            D(day=30),
            D(day=30, relative="this-month"),
            Surroundings((1948, 1, 5), dateline=True),
            Severity.ERROR,
            "that would be January 1948; the last such day before the paper was 30 December 1947",
        ),
        (D(year=2016), D(year=2026), PAPER, Severity.ERROR, "the original has 2016"),
        (D(month=6, day=5), D(month=7, day=5), PAPER, Severity.ERROR, "the original has 5 June"),
        (D(month=6, day=5), D(month=7), PAPER, Severity.WARNING, "the original has 5 June"),
        (D(month=6, day=5, relative="last-year"), D(month=7, day=5), PAPER, Severity.WARNING, None),
        (D(month=6), D(month=7, relative="last-year"), PAPER, Severity.WARNING, None),
        (
            D(relative="last-year"),
            D(year=1943),
            PAPER,
            Severity.WARNING,
            "the original has last year, which is 1945",
        ),
        (D(relative="last-year"), D(year=1943), Surroundings(None), None, None),
        (D(month=12, day=1), D(year=1946, month=12, day=1), PAPER, None, None),
        (D(month=11, day=1), D(year=1946, month=11, day=1), PAPER, None, None),
        (D(month=11, day=1), D(year=1945, month=11, day=1), PAPER, Severity.WARNING, None),
        (D(month=12, day=1), D(year=1945, month=12, day=1), PAPER, None, None),
        (D(month=9, day=1), D(year=1947, month=9, day=1), PAPER, None, None),
        (D(month=11, day=1), D(year=1947, month=11, day=1), PAPER, Severity.WARNING, None),
        (D(day=1), D(day=1, relative="this-month"), DISPATCH, None, None),  # the day of the paper itself
        (D(day=2), D(day=2, relative="this-month"), DISPATCH, Severity.ERROR, None),
        (D(day=7), D(month=7, day=7), DISPATCH, Severity.ERROR, None),
        (D(day=25), D(month=11, day=25), LATE_PAPER, None, None),
        (D(day=26), D(month=11, day=26), LATE_PAPER, None, None),
        (D(day=24), D(month=12, day=24), LATE_PAPER, Severity.WARNING, None),
        (D(day=24), D(month=12, day=24), LATE_PAPER._replace(ahead=True), None, None),
        (D(day=24), D(month=12, day=24), LATE_PAPER._replace(ahead=True, done=True), Severity.WARNING, None),
        (D(day=10), D(month=12, day=10), LATE_PAPER, Severity.WARNING, None),  # fifteen days ago
        (D(day=9), D(month=12, day=9), LATE_PAPER, None, None),
        (D(day=26), D(month=12, day=26), LATE_PAPER, Severity.WARNING, None),
        (D(day=30), D(day=30, relative="next-month"), PAPER, Severity.WARNING, None),
        (D(day=30), D(day=30, relative="next-month"), PAPER._replace(months={12}), None, None),
        (D(day=30), D(day=30, relative="this-month"), LATE_PAPER._replace(months={11}), Severity.WARNING, None),
        (D(month=6, day=5), D(weekday=5), PAPER, None, None),
    ],
)
def test_how_surely_and_in_what_words(
    zh: D, en: D, around: Surroundings, severity: Severity | None, message: str | None
) -> None:
    verdict = judge(zh, en, around)
    assert (verdict and verdict.severity) is severity
    if verdict and message is not None:
        assert verdict.message == message


def test_messages() -> None:
    verdict = judge(D(day=30), D(day=30, relative="this-month"), DISPATCH)
    assert verdict is not None
    assert verdict.message == "that would be November 1946; the last such day before the paper was 30 October 1946"
    verdict = judge(D(day=31, relative="last-month"), D(month=12, day=31), PAPER)
    assert verdict is not None
    assert verdict.message == "the original has the 31st of last month, which is 31 October 1946"
