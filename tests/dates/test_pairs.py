"""Dates that the links of the numbers leave over, and how much it costs to look for them."""

from __future__ import annotations

import time

import pytest

from duizhao.schema.parse import parse
from duizhao.source import Source, Span
from duizhao.validator.case import Case
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.dates.pairs import Dated, _apart, pairs
from duizhao.validator.dates.review import review
from duizhao.validator.examples import article_bytes
from duizhao.validator.finding import Severity
from duizhao.validator.quantities.model import DateParts as D


def case_of(zh: str, en: str, date: str = "1958-10-13") -> Case:
    return Case(parse(Source.decode("case.md", article_bytes({"zh": zh, "en": en, "date": date}))), Settings())


def words(case: Case) -> list[tuple[str, str]]:
    found = [(case.words(zh.span) if zh else "", case.words(en.span) if en else "") for zh, en, *_ in pairs(case)]
    return sorted(found)


def test_weekday_and_date_are_one() -> None:
    case = case_of("大会十月十五日（星期三）开幕。", "The congress opens on Wednesday, October 15.")
    assert words(case) == [("十月十五日（星期三）", "Wednesday, October 15")]


@pytest.mark.parametrize(
    ("zh", "en", "expected"),
    [
        ("大会十月十五日开幕。", "It opens on Wednesday, October 15.", ("十月十五日", "Wednesday, October 15")),
        ("大会十月十五日（星期三）开幕。", "It opens on October 15.", ("十月十五日（星期三）", "October 15")),
        ("大会十月十五日（星期三）开幕。", "It opens on Wednesday.", ("十月十五日（星期三）", "Wednesday")),
        ("大会星期三（十月十五日）开幕。", "It opens on Wednesday.", ("星期三（十月十五日）", "Wednesday")),
        ("大会星期三，十月十五日开幕。", "It opens on October 15.", ("星期三，十月十五日", "October 15")),
        ("大会星期三开幕。", "It opens on Wednesday, October 15.", ("星期三", "Wednesday, October 15")),
        ("大会星期三开幕。", "It opens on October 15, Wednesday.", ("星期三", "October 15, Wednesday")),
        ("大会十月十五日开幕。", "It opens on Wednesday the 15th.", ("十月十五日", "Wednesday the 15th")),
    ],
)
def test_a_weekday_on_one_side(zh: str, en: str, expected: tuple[str, str]) -> None:
    assert words(case_of(zh, en)) == [expected]


@pytest.mark.parametrize(
    ("zh", "en", "expected"),
    [
        ("大会十月十五日开幕。", "It opens today.", [("", "today"), ("十月十五日", "")]),  # often only "now"
        ("大会昨天开幕。", "It opens today.", [("昨天", "today")]),
        ("大会上月开幕。", "It opens in the winter.", [("上月", "")]),
    ],
)
def test_dates_that_are_no_pair(zh: str, en: str, expected: list[tuple[str, str]]) -> None:
    assert words(case_of(zh, en)) == expected


@pytest.mark.parametrize(
    ("zh", "en", "displaced", "expected"),
    [
        (D(1953), D(1953), 0.0, 0.0),
        (D(1953), D(1953), 0.15, 0.015),
        (D(1953), D(1953), 0.16, 2.0),  # too far from its place
        (D(1953), D(1958), 0.1, 0.66),
        (D(month=10, day=15), D(relative="today"), 0.0, 2.0),  # often only "now"
        (D(relative="today"), D(relative="today"), 0.0, 0.0),
        (D(relative="today"), D(relative="today"), 0.1, 0.01),
    ],
)
def test_how_far_apart_two_dates_are(zh: D, en: D, displaced: float, expected: float) -> None:
    some = Dated(Span(0, 1), zh), Dated(Span(0, 1), en)
    assert _apart(*some, displaced, (1958, 10, 13)) == pytest.approx(expected)


def test_weekday_of_its_own() -> None:
    case = case_of("大会星期三开幕，十月二十日闭幕。", "The congress opens on Wednesday and closes on October 20.")
    assert words(case) == [("十月二十日", "October 20"), ("星期三", "Wednesday")]


def test_lunar_date_left_over_finds_its_counterpart() -> None:
    case = case_of("他在一年中，从今年正月到现在养鸡。", "Within a year, since January this year, he has kept hens.")
    assert ("今年正月", "January this year") in words(case)


def test_dates_far_apart_in_a_long_paragraph() -> None:
    zh, en = (
        "工人们努力生产，提高了产量，改进了技术。",
        "The workers worked hard, raised output and improved technique. ",
    )
    case = case_of(f"{zh * 30}一九五三年动工。{zh * 30}", f"{en * 33}Work began in 1958, not in 1771. {en * 27}")
    assert words(case) == [("", "1771"), ("一九五三年", "1958")]
    (hit,) = review(case)["year"]
    assert hit.severity is Severity.WARNING


def test_no_dates() -> None:
    case = case_of("产煤五千吨。", "Output was 5,000 tons.")
    assert pairs(case) == ()
    assert review(case) == {}


def test_many_dates_cost_linear_time() -> None:
    zh = "，".join(f"{number % 12 + 1}月{number % 28 + 1}日" for number in range(1000))
    en = "; ".join(f"in the summer of {1900 + number % 90}" for number in range(1000))
    case = case_of(zh, en)
    assert case.links.body
    started = time.process_time()
    assert len(review(case)["missing"]) == 1000
    assert time.process_time() - started < 1
