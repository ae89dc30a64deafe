"""Words beside a date; the date stands between bars."""

from __future__ import annotations

import time

import pytest

from duizhao.validator.dates.words import bounds, dates_dispatch, gives_day, is_to_come, names_year, told
from duizhao.validator.times.named_days import is_named, is_named_in_english


def marked(text: str) -> tuple[str, tuple[int, int]]:
    before, date, after = text.split("|")
    return before + date + after, (len(before), len(before + date))


@pytest.mark.parametrize("text", ["【新华社陕北|三十日|电】", "【本报太原|五日|晨电】", "|七日|讯", "|三十日|专电"])
def test_dateline(text: str) -> None:
    words, (_, end) = marked(text)
    assert dates_dispatch(words, end)


@pytest.mark.parametrize("text", ["|三十日|到京", "|五日|，电灯亮了", "|七日|的消息灵通人士"])
def test_no_dateline(text: str) -> None:
    words, (_, end) = marked(text)
    assert not dates_dispatch(words, end)


@pytest.mark.parametrize(("text", "expected"), [("大会将于|三十日|开幕", True), ("大会|三十日|开幕", False)])
def test_to_come(text: str, expected: bool) -> None:
    words, span = marked(text)
    assert is_to_come(words, *span) is expected


@pytest.mark.parametrize(
    ("zh", "en", "expected"),
    [
        ("至|六月十五日|，", "made after |June 15th|,", ("至", "after")),
        ("|一九四九年|以前", "Since |1949|", ("前", "since")),
        ("|十月一日|后", "until the |1st|", ("后", "until")),
        ("自|三月一日|起", "before “|March 1|”", ("起", "before")),
        ("至|六月十五日|以后", "after |June 15th|", None),
        ("|六月五日|以前", "before |June 5th|", None),
        ("|六月五日|以前", "no later than |June 5th|", None),
        ("|六月五日|以后才", "not until |June 5th|", None),
        ("|六月五日|", "after |June 5th|", None),
        ("|六月五日|前线", "after |June 5th|", None),
        ("|八月一日|起义", "before |August 1|", None),
        ("|一九五三年|前三季度", "since |1953|", None),
        ("至|六月五日|", "thereafter |June 5th|", None),
        ("至|六月五日|", "on |June 5th|", None),
    ],
)
def test_bounds(zh: str, en: str, expected: tuple[str, str] | None) -> None:
    original, zh_at = marked(zh)
    english, en_at = marked(en)
    text = english + "\n" + original
    shift = len(english) + 1
    assert bounds(text, (zh_at[0] + shift, zh_at[1] + shift), en_at) == expected


@pytest.mark.parametrize(
    ("text", "month", "day", "expected"),
    [
        ("纪念“七七”", 7, 7, True),
        ("“九·一八”事变", 9, 18, True),
        ("“三、一”运动", 3, 1, True),
        ("一二八抗战", 1, 28, True),
        ("五卅惨案", 5, 30, True),
        ("十二·九", 12, 9, True),
        ("7.7事变", 7, 7, True),
        ("双十节", 10, 10, True),
        ("国庆那天", 10, 1, True),
        ("产煤17.75吨", 7, 7, False),
        ("丰收", 7, 7, False),
    ],
)
def test_named(text: str, month: int, day: int, expected: bool) -> None:
    assert is_named(text, (0, len(text)), month, day) is expected


@pytest.mark.parametrize("text", ["一九三七年", "1937年", "１９３７年"])
def test_names_year(text: str) -> None:
    assert names_year(text, (0, len(text)), 1937)
    assert not names_year(text, (0, len(text)), 1938)


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("the 15th day of the |eighth lunar month|", 15, True),
        ("the fifteenth of the |eighth lunar month|", 15, True),
        ("|February| 28th:", 28, True),
        ("115 of the |eighth lunar month|", 15, False),
    ],
)
def test_gives_day(text: str, day: int, expected: bool) -> None:
    words, span = marked(text)
    assert gives_day(words, span, day) is expected


@pytest.mark.parametrize(
    ("words", "month", "day", "expected"),
    [
        ("on new year's day", 1, 1, True),
        ("on new year's day", None, 1, False),
        ("on new year's day", 1, None, False),
        ("on new year's day", 1, 2, False),
        ("on labour day", 5, 1, True),
        ("on labor day", 5, 1, True),
        ("on christmas eve", 12, 25, False),
        ("on sunday", 2, 30, False),
    ],
)
def test_named_in_english(words: str, month: int | None, day: int | None, expected: bool) -> None:
    assert is_named_in_english(words, month, day) is expected


def test_hostile_text_costs_linear_time() -> None:
    text = "not " * 100_000 + "before the " * 10 + "三" * 200_000
    started = time.process_time()
    assert not is_named(text, (0, len(text)), 9, 18)
    assert not names_year(text, (0, len(text)), 1937)
    bounds(text, (len(text) - 1, len(text)), (400_000, 400_010))
    assert time.process_time() - started < 2


def test_what_paragraphs_tell_whatever_their_letters() -> None:
    assert told(r"\bmay\b", "On MAY 8 it rained.")
    assert not told(r"\bmay\b", "Mayors came.")
