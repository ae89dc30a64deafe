"""Where a time of day, a lunar month, a solar term or a part of a month begins and ends, to the hour and the day."""

from __future__ import annotations

import itertools

import pytest

from duizhao.schema.lunar import months
from duizhao.validator.dates.words import counts_back, goes_on, other_week, said_lunar
from duizhao.validator.quantities.model import DateParts as D
from duizhao.validator.times.calendars import meets
from duizhao.validator.times.clock import hours, same_time
from duizhao.validator.times.named_days import is_named, is_named_in_english
from duizhao.validator.times.resolve import Day, Point, moments, shift_day, shift_month
from duizhao.validator.times.weekdays import weekday

EVENING = {17, 18, 19, 20, 21, 22, 23, 0, 1, 2, 3, 4, 5}


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        ("am", set(range(12))),
        ("noon", {11, 12, 13}),
        ("pm", {12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23}),
        ("dusk", {16, 17, 18, 19, 20}),
        ("evening", EVENING),
        ("midnight", {21, 22, 23, 0, 1, 2, 3, 4}),
    ],
)
def test_the_hours_of_a_part_of_the_day(span: str, expected: set[int]) -> None:
    assert hours(D(span=span)) == expected


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (D(hour=12), {0, 12}),  # 十二时 by itself
        (D(hour=13), {13}),
        (D(hour=0), {0}),  # 零时: the clock of 24 hours
        (D(hour=12, minute=55, span="am"), {0}),  # 12:55 a.m.
        (D(hour=12, minute=0, span="am"), {0, 12}),
        (D(hour=12, minute=55, span="pm"), {12}),
        (D(hour=13, span="pm"), {13}),
        (D(hour=5, span="evening"), {5, 17}),
        (D(hour=6, span="evening"), {18}),
        (D(hour=10, span="noon"), {10}),  # no hour of noon: taken as it stands
        (D(hour=9, span="midnight"), {21}),
        (D(hour=8, span="winter"), {8, 20}),
    ],
)
def test_hours(parts: D, expected: set[int]) -> None:
    assert hours(parts) == expected


PARTS = ("am", "noon", "pm", "dusk", "evening", "midnight")
NEAR = {("evening", "midnight"), ("am", "midnight"), ("dusk", "evening"), ("dusk", "pm")}


@pytest.mark.parametrize("one", PARTS)
@pytest.mark.parametrize("other", PARTS)
def test_parts_of_the_day_that_one_language_may_call_by_the_name_of_the_other(one: str, other: str) -> None:
    near = one == other or tuple(sorted((one, other))) in NEAR
    assert same_time(D(span=one), D(span=other)) is near


@pytest.mark.parametrize(
    ("day", "expected"), [((1900, 3, 1), 4), ((2000, 3, 1), 3), ((2399, 12, 31), 5), ((2400, 3, 1), 3)]
)
def test_the_weekday_beside_a_leap_day_of_a_century(day: Day, expected: int) -> None:
    assert weekday(*day) == expected


@pytest.mark.parametrize(
    ("year", "leap", "expected"),
    [
        (1949, 7, [1, 2, 3, 4, 5, 6, 7, 7, 8, 9, 10, 11, 12]),
        (1946, None, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
    ],
)
def test_the_months_of_a_lunar_year(year: int, leap: int | None, expected: list[int]) -> None:
    found = months(year)
    assert [one.month for one in found] == expected
    assert [one.month for one in found if one.leap] == ([leap] if leap else [])
    assert {one.days for one in found} == {29, 30}
    for one, following in itertools.pairwise(found):
        assert shift_day(one.first, one.days) == following.first


def test_a_leap_month_comes_behind_the_one_of_its_number() -> None:
    seventh = [one for one in months(1949) if one.month == 7]
    assert [(one.leap, one.first) for one in seventh] == [(False, (1949, 7, 26)), (True, (1949, 8, 24))]


@pytest.mark.parametrize(
    ("lunar", "solar", "expected"),
    [
        (Point(1946, 1, None), Point(1946, 2, 2), True),  # 正月 of 1946 is 2 February to 3 March
        (Point(1946, 1, None), Point(1946, 2, 1), False),
        (Point(1946, 1, None), Point(1946, 3, 3), True),
        (Point(1946, 1, None), Point(1946, 3, 4), False),
        (Point(1946, 1, None), Point(1946, 3, None), True),
        (Point(1946, 1, None), Point(1946, 4, None), False),
        (Point(1946, 1, None), Point(1946, 1, None), False),
        (Point(1946, 1, None), Point(None, 2, None), True),
        (Point(1946, 1, 15), Point(1946, 2, 16), True),
        (Point(1946, 1, 15), Point(1946, 2, 17), False),
        (Point(1946, 12, 29), Point(1947, 1, 20), True),  # the last month ends in the next year
        (Point(1946, 12, 29), Point(None, 1, 20), True),
        (Point(None, 12, 29), Point(1947, 1, 20), True),
        (Point(None, 12, 29), Point(1948, 1, 20), False),
        (Point(None, 12, 29), Point(1946, 1, 20), False),
        (Point(1946, 8, 15), Point(1946, None, None), True),
        (Point(1946, 8, 15), Point(1947, None, None), False),
        (Point(1946, 8, 15), Point(None, None, 10), True),
        (Point(1946, 8, 15), Point(None, None, 15), False),
        (Point(None, None, 5), Point(None, None, 5), True),
        (Point(None, None, 5), Point(None, None, 6), False),
        (Point(None, None, 5), Point(None, 5, 5), False),
        (Point(None, 1, None), Point(None, 2, None), True),  # no year on either side: one or two months later
        (Point(None, 1, None), Point(None, 3, None), True),
        (Point(None, 1, None), Point(None, 4, None), False),
        (Point(None, 1, None), Point(None, 1, None), False),
        (Point(None, 12, None), Point(None, 1, None), True),
        (Point(None, 12, None), Point(None, 2, None), True),
        (Point(None, 12, None), Point(None, None, None), False),
        (Point(1946, 12, None), Point(None, 1, 1), True),  # 1 January 1947
        (Point(1946, 12, None), Point(None, 12, 31), True),
        (Point(1946, 12, None), Point(1946, 1, 1), False),
        (Point(1700, 1, None), Point(None, 2, None), True),  # no table so far back
    ],
)
def test_a_lunar_date_meets_one_of_our_calendar(lunar: Point, solar: Point, expected: bool) -> None:
    assert meets(lunar, solar) is expected


@pytest.mark.parametrize(
    ("relative", "earliest", "count"),
    [
        ("today", (1948, 1, 22), 15),
        ("yesterday", (1948, 1, 22), 15),
        ("last-month", (1948, 1, 22), 2),
    ],
)
def test_a_report_is_on_its_way_for_two_weeks(relative: str, earliest: Day, count: int) -> None:
    found = moments((1948, 2, 5), relative)
    assert (found[0], found[-1], len(found)) == ((1948, 2, 5), earliest, count)


def test_days_are_counted_over_the_end_of_months_and_years() -> None:
    assert shift_day((1948, 3, 1), -1) == (1948, 2, 29)
    assert shift_day((1947, 12, 31), 1) == (1948, 1, 1)
    assert shift_month((1948, 12, 5), 1) == (1949, 1)
    assert shift_month((1948, 1, 5), -1) == (1947, 12)


TERMS = {
    "小寒": (1, 6), "大寒": (1, 20), "立春": (2, 4), "雨水": (2, 19), "惊蛰": (3, 6), "春分": (3, 21),
    "清明": (4, 5), "谷雨": (4, 20), "立夏": (5, 6), "小满": (5, 21), "芒种": (6, 6), "夏至": (6, 21),
    "小暑": (7, 7), "大暑": (7, 23), "立秋": (8, 8), "处暑": (8, 23), "白露": (9, 8), "秋分": (9, 23),
    "寒露": (10, 8), "霜降": (10, 23), "立冬": (11, 7), "小雪": (11, 22), "大雪": (12, 7), "冬至": (12, 22),
}  # fmt: skip


@pytest.mark.parametrize("term", TERMS)
def test_a_solar_term_is_its_day_or_the_one_beside_it(term: str) -> None:
    month, day = TERMS[term]
    text = f"今年{term}前后，社员抢种小麦。"
    found = [on for on in range(1, 32) if is_named(text, (0, len(text)), month, on)]
    assert found == [day - 1, day, day + 1]
    assert not is_named(text, (0, 2), month, day)
    assert not is_named(text, (0, len(text)), month % 12 + 1, day)


@pytest.mark.parametrize(
    ("words", "month", "day"),
    [
        ("元旦", 1, 1), ("新年", 1, 1), ("劳动节", 5, 1), ("国庆", 10, 1), ("双十", 10, 10), ("圣诞", 12, 25),
        ("妇女节", 3, 8), ("七·七", 7, 7), ("九一八", 9, 18), ("一二·九", 12, 9), ("二七", 2, 7), ("五卅", 5, 30),
        ("八·二三", 8, 23), ("八·廿三", 8, 23), ("八一三", 8, 13), ("十·廿", 10, 20), ("五二〇", 5, 20),
        ("三·三十", 3, 30), ("三·三十一", 3, 31), ("7·7", 7, 7), ("1.07", 1, 7), ("107", 1, 7),
    ],
)  # fmt: skip
def test_a_day_by_its_name(words: str, month: int, day: int) -> None:
    text = f"纪念“{words}”的大会"
    assert is_named(text, (0, len(text)), month, day)
    assert not is_named(text, (0, len(text)), month, day - 2 if day > 2 else day + 3)


@pytest.mark.parametrize(
    ("words", "month", "day", "expected"),
    [
        ("new year's day", 1, 1, True),
        ("women's day", 3, 8, True),
        ("may day", 5, 1, True),
        ("labor day", 5, 1, True),
        ("labour day", 5, 1, True),
        ("youth day", 5, 4, True),
        ("the may fourth movement", 5, 4, True),
        ("children's day", 6, 1, True),
        ("army day", 8, 1, True),
        ("national day", 10, 1, True),
        ("christmas", 12, 25, True),
        ("christmas eve", 12, 25, False),
        ("national days", 10, 1, False),
        ("national day", 10, 2, False),
        ("army day", None, None, False),
    ],
)
def test_a_day_by_its_english_name(words: str, month: int | None, day: int | None, expected: bool) -> None:
    assert is_named_in_english(f"on {words} they met", month, day) is expected


@pytest.mark.parametrize(
    ("before", "relative", "expected"),
    [
        ("this ", "last-week", "this"),  # 上星期六 as "this Saturday"
        ("the coming ", "last-week", "the coming"),
        ("last ", "last-week", None),
        ("next ", "last-week", "next"),
        ("last ", "this-week", None),  # may be of this week
        ("next ", "this-week", None),
        ("this ", "this-week", None),
        ("last ", "next-week", "last"),
        ("past ", "next-week", "past"),
        ("this ", "next-week", None),
        ("next ", "next-week", None),
        ("this ", "", None),
        ("on ", "last-week", None),
    ],
)
def test_a_weekday_of_another_week(before: str, relative: str, expected: str | None) -> None:
    text = f"The team met {before}Saturday"
    assert other_week(text, relative, (len(text) - len("Saturday"), len(text))) == expected


@pytest.mark.parametrize(("far", "expected"), [(0, True), (230, True), (231, False)])
def test_the_lunar_calendar_is_named_some_sentences_before(far: int, expected: bool) -> None:
    text = f"lunar {'x' * (far + 3)} 5th"
    at = text.index("5th")
    assert said_lunar(text, (at, at + 3)) is expected


def test_the_lunar_calendar_of_another_paragraph_says_nothing() -> None:
    text = "It was the lunar new year.\nThey met on the 5th"
    assert not said_lunar(text, (text.index("5th"), len(text)))


@pytest.mark.parametrize(
    ("text", "year", "expected"),
    [
        ("一九五六年比上年增产", 1955, True),
        ("一九五六年比上年增产", 1954, False),
        ("１９５６年比上一年增产", 1955, True),
        ("1956年比前一年增产", 1955, True),
        ("1956年比去年增产", 1955, False),
    ],
)
def test_the_year_before_one_that_is_named(text: str, year: int, expected: bool) -> None:
    start = text.index("比") + 1
    assert counts_back(text, (start, text.index("增")), (0, len(text)), year) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一九五六年|国庆", True),
        ("一九五六年|的五一", True),
        ("十月|二十五日", True),
        ("十月| 25日", True),
        ("十月|初", True),
        ("一九五六年|的秋天", False),
    ],
)
def test_a_date_goes_on(text: str, expected: bool) -> None:
    before, after = text.split("|")
    assert goes_on(before + after, len(before)) is expected
