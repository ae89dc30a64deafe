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


def test_messages() -> None:
    verdict = judge(D(day=30), D(day=30, relative="this-month"), DISPATCH)
    assert verdict is not None
    assert verdict.message == "that would be November 1946; the last such day before the paper was 30 October 1946"
    verdict = judge(D(day=31, relative="last-month"), D(month=12, day=31), PAPER)
    assert verdict is not None
    assert verdict.message == "the original has the 31st of last month, which is 31 October 1946"
