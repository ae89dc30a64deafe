"""Dates looked at by themselves: what no calendar has, what comes too late, and what one side alone names."""

from __future__ import annotations

import pytest

from duizhao.source import Span
from duizhao.validator.dates.alone import (
    Days,
    added,
    day_lost,
    half_lost,
    hour_lost,
    impossible,
    late,
    weekday_off,
    year_added,
)
from duizhao.validator.dates.pairs import Dated
from duizhao.validator.finding import Severity
from duizhao.validator.quantities.model import DateParts as D
from duizhao.validator.times.resolve import Day

PAPER = (1948, 2, 5)


def dated(parts: D, text: str = "", words: str = "") -> Dated:
    start = text.find(words) if words else 0
    return Dated(Span(start, start + len(words)), parts)


@pytest.mark.parametrize(
    ("parts", "text", "words", "said"),
    [
        (D(1947, 2, 29), "一九四七年二月二十九日", "一九四七年二月二十九日", "一九四七年二月二十九日"),
        (D(1948, 2, 29), "一九四八年二月二十九日", "一九四八年二月二十九日", None),
        (D(month=2, day=29), "二月二十九日", "二月二十九日", None),  # of a leap year, who knows
        (D(month=2, day=30), "二月三十日", "二月三十日", "二月三十日"),
        (D(month=4, day=31), "四月三十一日", "四月三十一日", "四月三十一日"),
        (D(day=31), "三十一日", "三十一日", None),
        (D(day=32), "三十二日", "三十二日", "三十二日"),
        (D(day=0), "〇日", "〇日", "〇日"),
        (D(month=1, day=30, calendar="lunar"), "正月三十", "正月三十", None),
        (D(month=1, day=31, calendar="lunar"), "正月三十一", "正月三十一", "正月三十一"),
        (D(day=5), "13月5日", "5日", "13月5日"),
        (D(day=5), "十三月5日", "5日", "十三月5日"),
        (D(day=5), "二十二月5日", "5日", "二十二月5日"),
        (D(day=5), "他在12月5日", "5日", None),
        (D(month=3), "三月", "三月", None),
    ],
)
def test_a_day_that_no_calendar_has(parts: D, text: str, words: str, said: str | None) -> None:
    hit = impossible(dated(parts, text, words), None, text)
    assert (hit and hit.message) == (said and f"the original has “{said}”, and there is no such day")


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (D(month=2, day=5), None),  # the day of the paper
        (D(month=2, day=6), (None, "6 February 1948")),
        (D(month=2, day=15), (None, "15 February 1948")),  # ten days: a misprint
        (D(month=2, day=16), (Severity.INFO, "16 February 1948")),  # it may be of another year
        (D(month=8, day=1), (Severity.INFO, "1 August 1948")),
        (D(month=9, day=1), None),  # seven months ahead: of the year before
        (D(1949, 2, 5), (Severity.INFO, "5 February 1949")),
        (D(month=2), None),
        (D(month=3, day=9, calendar="lunar"), None),
    ],
)
def test_a_dispatch_is_not_later_than_the_paper(parts: D, expected: tuple[Severity | None, str] | None) -> None:
    hit = late(dated(parts), None, (1948, 2, 5))
    if expected is None:
        assert hit is None
    else:
        assert hit is not None
        assert (hit.severity, hit.message) == (
            expected[0],
            f"a dispatch of {expected[1]} in the paper of 5 February 1948",
        )


@pytest.mark.parametrize(
    ("parts", "issue", "expected"),
    [
        (D(1948, 2, 5, weekday=4), None, None),  # it was a Thursday
        (D(1948, 2, 5, weekday=5), None, (Severity.WARNING, "Friday", "Thursday")),
        (D(month=2, day=5, weekday=5), (1948, 3, 1), (Severity.INFO, "Friday", "Thursday")),
        (D(month=2, day=5, weekday=5), None, None),
        (D(1948, 2, 30, weekday=5), None, None),
        (D(1948, 2, weekday=5), None, None),
        (D(1948, 1, 5, weekday=5, calendar="lunar"), None, None),
    ],
)
def test_a_weekday_is_that_of_its_date(parts: D, issue: Day | None, expected: tuple[Severity, str, str] | None) -> None:
    hit = weekday_off(dated(parts), issue, "the English", None, None)
    if expected is None:
        assert hit is None
    else:
        assert hit is not None
        severity, said, right = expected
        assert (hit.severity, hit.message) == (severity, f"the English has {said}, but 5 February 1948 was a {right}")


@pytest.mark.parametrize(
    ("days", "asked", "expected"),
    [
        ([D(1948, 2, 5)], D(month=2, day=5), True),
        ([D(1948, 2, 5)], D(month=3, day=5), False),
        ([D(1948, 2, 5)], D(month=2, day=6), False),
        ([D(day=5)], D(month=3, day=5), True),  # 五日 may be of any month
        ([D(day=5)], D(month=3, day=6), False),
        ([D(relative="yesterday")], D(month=2, day=4), True),
        ([D(relative="yesterday")], D(month=2, day=5), False),
        ([D(day=5, relative="last-month")], D(month=1, day=5), True),
        ([D(day=5, relative="last-month")], D(month=3, day=5), False),
        ([D(month=2)], D(month=2, day=5), False),
    ],
)
def test_whether_a_side_names_a_day(days: list[D], asked: D, expected: bool) -> None:
    assert Days(days).have(asked, (1948, 2, 5)) is expected


@pytest.mark.parametrize(
    ("parts", "paragraphs", "lost"),
    [
        (D(hour=8, span="am"), "They set out at 8 in the morning.", False),
        (D(hour=8, span="am"), "They set out at eight.", False),
        (D(hour=8, span="am"), "They set out at 20:00.", False),
        (D(hour=20), "They set out at 8.", False),
        (D(hour=8, span="am"), "They set out at 9.", True),
        (D(hour=8, span="am"), "There were 8.5 tons and 18 men.", False),
        (D(hour=8, span="am"), "There were 1.8 tons and 18 men and 1,8.", True),
        (D(hour=5, minute=45), "They set out at a quarter to six.", False),
        (D(hour=5, minute=45), "They set out at a quarter to seven.", True),
        (D(hour=5), "They set out at six.", True),
        (D(hour=0), "They set out at midnight.", False),
        (D(hour=12), "They set out at noon.", False),
        (D(hour=12), "They set out at one.", True),
        (D(hour=11), "They set out at eleven.", False),
        (D(hour=23), "They set out at 11.", False),
        (D(hour=8, span="am"), "", False),
        (D(day=5, hour=8), "They set out early.", False),
        (D(span="am"), "They set out early.", False),
    ],
)
def test_an_hour_that_the_english_leaves_out(parts: D, paragraphs: str, lost: bool) -> None:
    assert (hour_lost(dated(parts), paragraphs) is not None) is lost


@pytest.mark.parametrize(
    ("parts", "chinese", "told"),
    [
        (D(year=1937), "当时敌人来了。", True),
        (D(year=1937), "一九三七年，敌人来了。", False),
        (D(year=1937), "1937，敌人来了。", False),
        (D(year=1937), "他三七、37都记得。", False),  # the two figures at its end
        (D(year=1937), "那年敌人来了。", False),
        (D(year=1937), "战争三年后", False),
        (D(year=1947), "敌人来了。", False),  # of the paper, a year more or less
        (D(year=1949), "敌人来了。", False),
        (D(year=1946), "敌人来了。", True),
        (D(year=1950), "敌人来了。", True),
        (D(year=1901, span="century"), "敌人来了。", True),
        (D(year=19, span="century"), "本世纪敌人来了。", False),
        (D(year=19, span="century"), "本世紀敵人來了。", False),
        (D(year=1930, span="decade"), "敌人来了。", False),
        (D(year=1937, month=7), "敌人来了。", False),
        (D(year=1937, calendar="roc"), "敌人来了。", False),
        (D(year=1937), "", False),
    ],
)
def test_a_year_that_the_original_does_not_have(parts: D, chinese: str, told: bool) -> None:
    hit = year_added(dated(parts), chinese, (1948, 2, 5))
    assert (hit is not None) is told


@pytest.mark.parametrize(
    ("text", "parts", "told"),
    [
        ("The railway was opened on November, after two years.", D(month=11), True),
        ("The railway was opened on November and closed in May.", D(month=11), True),
        ("The railway was opened in November, after two years.", D(month=11), False),
        ("The railway was opened upon November, after two years.", D(month=11), True),
        ("A report on November grain collection", D(month=11), False),
        ("The railway was opened on November, after two years.", D(month=11, day=5), False),
        ("The railway was opened on November, after two years.", D(month=11, span="early"), False),
        ("The railway was opened on November, after two years.", D(month=11, relative="last-year"), False),
    ],
)
def test_a_day_that_was_left_out_behind_on(text: str, parts: D, told: bool) -> None:
    hit = day_lost(dated(parts, text, "November"), text)
    assert (hit and (hit.message, hit.severity)) == (
        ("“on November” names no day; the day was left out", Severity.WARNING) if told else None
    )


@pytest.mark.parametrize(
    ("parts", "text", "expected"),
    [
        (D(month=3, day=9), "敌人来了。", (True, None)),
        (D(month=2, day=5), "敌人来了。", (True, Severity.INFO)),  # the day of the paper
        (D(month=2, day=6), "敌人来了。", (True, None)),
        (D(month=9, day=18), "九一八那天敌人来了。", (False, None)),
        (D(month=3), "敌人来了。", (False, None)),
        (D(day=3), "敌人来了。", (False, None)),
        (D(month=3, day=9, calendar="lunar"), "敌人来了。", (False, None)),
    ],
)
def test_a_day_that_the_original_does_not_have(parts: D, text: str, expected: tuple[bool, Severity | None]) -> None:
    hit = added(dated(parts), Days([]), (1948, 2, 5), text, (0, len(text)))
    assert (hit is not None, hit.severity if hit else None) == expected


@pytest.mark.parametrize(
    ("parts", "paragraphs", "lost"),
    [
        (D(span="first-half"), "The plan was completed.", "the English leaves out the first half"),
        (D(span="first-half"), "", None),
        (D(month=3, span="first-half"), "The plan was completed.", None),  # of a month, which others ask about
        (D(span="first-half"), "Half of the plan was completed by June.", None),
        (D(span="second-half"), "The plan from July to December.", None),
    ],
)
def test_half_of_a_year_that_the_english_leaves_out(parts: D, paragraphs: str, lost: str | None) -> None:
    hit = half_lost(dated(parts), paragraphs)
    assert (hit and hit.message) == lost
