"""How far beside a date a word still speaks of it, to the character."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from duizhao.validator.dates.parts import about_lost, part_of_age, period_lost, says_part, ten_days_widened
from duizhao.validator.dates.words import bounds, gives_day, is_to_come


def spans(zh: str, en: str) -> tuple[str, tuple[int, int], tuple[int, int]]:
    """An English and a Chinese text as one, and where the dates between bars stand."""
    text, found = "", []
    for part in (en, zh):
        before, date, after = part.split("|")
        found.append((len(text) + len(before), len(text) + len(before + date)))
        text += before + date + after + "\n"
    return text, found[1], found[0]


def farthest(holds: Callable[[int], bool]) -> int:
    """The most characters between a date and a word with which something holds; -1 where it never does."""
    return max((count for count in range(120) if holds(count)), default=-1)


def filled(count: int) -> str:
    """So many characters of English that say nothing."""
    return ("x" * count)[:count]


ABOUT = "|七日|左右到京"


@pytest.mark.parametrize(
    ("en", "expected"),
    [
        ("about {}|June 7|", 22),  # 28 characters before, the word among them
        ("|June 7|{} or so", 8),  # 14 behind
        ("|June 7|{} roughly", 6),
    ],
)
def test_where_an_approximator_may_stand(en: str, expected: int) -> None:
    def excused(count: int) -> bool:
        text, zh_at, en_at = spans(ABOUT, "y" * 60 + " " + en.format(filled(count - 1) + " " if count else ""))
        return not about_lost(text, zh_at, en_at)

    assert farthest(excused) == expected


@pytest.mark.parametrize(
    ("en", "expected"),
    [
        ("the same {}|1947|", 51),  # 56 characters before, the word among them
        ("|1947|{} period", 49),
    ],
)
def test_where_the_same_period_may_stand(en: str, expected: int) -> None:
    def excused(count: int) -> bool:
        text, zh_at, en_at = spans(
            "|去年|同期增产", "y" * 80 + " " + en.format(filled(count - 1) + " " if count else "")
        )
        return not period_lost(text, zh_at, en_at)

    assert farthest(excused) == expected


@pytest.mark.parametrize(
    ("zh", "en", "expected"),
    [
        ("|去年|同期增产", "|last year|", "去年同期"),
        ("|去年|同月增产", "|last year|", "去年同月"),
        ("|去年|同期增产", "the corresponding part of |last year|", ""),
        ("|去年|增产", "|last year|", ""),
        ("|去年|的同期", "|last year|", ""),
    ],
)
def test_a_period_that_is_lost(zh: str, en: str, expected: str) -> None:
    assert period_lost(*spans(zh, en)) == expected


@pytest.mark.parametrize(
    ("zh", "en_part", "expected"),
    [
        ("|七月上旬|", "first-half", "七月上旬"),
        ("|七月下旬|", "second-half", "七月下旬"),
        ("|七月上旬|", "early", ""),
        ("|七月初|", "first-half", ""),
    ],
)
def test_ten_days_that_became_half_a_month(zh: str, en_part: str, expected: str) -> None:
    text, zh_at, _ = spans(zh, "|July|")
    assert ten_days_widened(text, zh_at, en_part) == expected


@pytest.mark.parametrize(
    ("en", "expected"),
    [
        ("at the end {}|of July|", 24),
        ("|July|{} drew to a close", 23),
        ("late; {}|July|", -1),
        ("|July|{}; was out", -1),
    ],
)
def test_where_a_part_may_be_said(en: str, expected: int) -> None:
    def said(count: int) -> bool:
        text, _, en_at = spans("|七月底|", "y" * 60 + " " + en.format(filled(count - 1) + " " if count else ""))
        return says_part(text, en_at)

    assert farthest(said) == expected


@pytest.mark.parametrize(
    ("zh", "en", "expected"),
    [
        ("|五十年代|初", "the early |1950s|", None),
        ("|五十年代|初", "the late |1950s|", ("年代初", "late")),
        ("|五十年代|的末期", "the start of the |1950s|", ("年代的末", "start")),
        ("|五十年代|中期", "the late |1950s|", ("年代中", "late")),
        ("|五十年代|中期", "the |mid-1950s|", None),
        ("|五十年代|", "the late |1950s|", None),
        ("|五十年代|初", "the |1950s|", None),
        ("|五十年代|初", "the end of the early |1950s|", None),  # the nearest counts
        ("|五十年代|建设的初期", "the late |1950s|", None),
        ("|十九世紀|後期", "the early |19th century|", ("世紀後", "early")),
    ],
)
def test_another_part_of_an_age(zh: str, en: str, expected: tuple[str, str] | None) -> None:
    assert part_of_age(*spans(zh, en)) == expected


@pytest.mark.parametrize(("en", "expected"), [("late {}|1950s|", 9), ("the first half {}|of 1950|", 3)])
def test_how_far_before_an_age_its_part_may_stand(en: str, expected: int) -> None:
    def told(count: int) -> bool:
        zh = "|五十年代|初" if "late" in en else "|五十年代|末"
        return part_of_age(*spans(zh, "y" * 60 + " " + en.format(filled(count - 1) + " " if count else ""))) is not None

    assert farthest(told) == expected


def test_how_far_from_a_date_it_is_said_to_be_to_come() -> None:
    def before(count: int) -> bool:
        text, at, _ = spans(f"大会将于{'的' * count}|三十日|开幕", "|30|")
        return is_to_come(text, *at)

    def behind(count: int) -> bool:
        text, at, _ = spans(f"大会|三十日|{'的' * count}以前开幕", "|30|")
        return is_to_come(text, *at)

    assert (farthest(before), farthest(behind)) == (4, 1)


@pytest.mark.parametrize(
    ("en", "day", "expected"),
    [
        ("the 15th day {}|of the month|", 15, 19),
        ("|the month|{} the 15th", 15, 7),
        ("the fifteenth {}|of the month|", 15, 18),
    ],
)
def test_how_far_from_a_date_its_day_may_stand(en: str, day: int, expected: int) -> None:
    def given(count: int) -> bool:
        text, _, at = spans("|八月十五|", "y" * 60 + " " + en.format(filled(count - 1) + " " if count else ""))
        return gives_day(text, at, day)

    assert farthest(given) == expected


@pytest.mark.parametrize(
    ("zh", "en", "expected"),
    [
        ("进入|八十年代|后", "in the |1980s|", None),
        ("跨入了|八十年代|后", "in the |1980s|", None),
        ("进入火热的|八十年代|后", "in the |1980s|", ("后", "in")),
        ("进入|八十年代|后", "before the |1980s|", ("后", "before")),
        ("截至|六月五日|", "after |June 5|", ("截至", "after")),
        ("在截至|六月五日|", "from |June 5|", ("截至", "from")),
        ("|六月五日|期间", "before |June 5|", ("期间", "before")),
        ("|六月五日间|", "after |June 5|", ("间", "after")),
        ("|六月五日|为止", "after |June 5|", ("为止", "after")),
        ("|六月五日|止", "since |June 5|", ("止", "since")),
        ("|六月五日|以来", "until |June 5|", ("以来", "until")),
        ("|六月五日|以来", "from |June 5|", None),
        ("|六月五日|开始", "by |June 5|", ("开始", "by")),
        ("|六月五日|开始", "starting on |June 5|", None),
        ("|六月五日|以前", "following |June 5|", ("前", "following")),
        ("|六月五日|以前", "prior to |June 5|", None),
        ("|六月五日|以后", "on |June 5|", ("后", "on")),
        ("|六月五日|以前", "not after |June 5|", ("前", "after")),
        ("|六月五日|以后", "not before the |June 5|", None),
        ("|六月五日|以后", "never till |June 5|", None),
        ("|六月五日|以后", "not, till |June 5|", ("后", "till")),
        ("|六月五日|以前", "after the morning of |June 5|", ("前", "after")),
        ("|六月五日|以前", "after the (|June 5|", ("前", "after")),
        ("|六月五日|以前", "after the very long night |June 5|", None),
        ("自|六月五日|起", "to |June 5|", None),
        ("自|六月五日|", "up to |June 5|", ("自", "up to")),
        ("由|六月五日|", "by |June 5|", ("由", "by")),
        ("迄|六月五日|", "since |June 5|", ("迄", "since")),
        ("自从的|六月五日|", "by |June 5|", None),
    ],
)
def test_bounds_that_are_turned(zh: str, en: str, expected: tuple[str, str] | None) -> None:
    assert bounds(*spans(zh, en)) == expected


def test_how_far_from_a_date_it_is_told_that_all_until_then_is_meant() -> None:
    def excused(count: int) -> bool:
        english = "y" * 70 + " as of " + "x" * count + " on |June 5|"
        return bounds(*spans("截至|六月五日|", english)) is None

    assert farthest(excused) == 60 - len("as of  on ")
