"""Pairing and judging stay near linear on articles that no newspaper ever printed."""

from __future__ import annotations

import gc
import sys
import time
import unicodedata
from collections.abc import Callable

import crossing
import pytest
from numerals import FULL_WIDTH

pytestmark = pytest.mark.usefixtures("unbounded")

Bodies = tuple[str, str]


def _people(count: int) -> str:
    return "，".join(f"{i * 37 % 9973}人" for i in range(count))


def unequal(count: int) -> Bodies:
    return _people(count), ", ".join(f"{i * 41 % 9967} people" for i in range(count))


def equal(count: int) -> Bodies:
    return _people(count), ", ".join(f"{i * 37 % 9973} people" for i in range(count))


def alike(count: int) -> Bodies:
    return "，".join("三人" for _ in range(count)), ", ".join("3 people" for _ in range(count))


def bracketed(count: int) -> Bodies:
    return "((1" * count, "((1" * count


def many_against_one(count: int) -> Bodies:
    return _people(count), "37 people"


def one_against_many(count: int) -> Bodies:
    return "37人", ", ".join(f"{i * 41 % 9967} people" for i in range(count))


def dates(count: int) -> Bodies:
    days = ((1900 + i % 100, i % 12 + 1, i % 28 + 1) for i in range(count))
    return "，".join(f"{y}年{m}月{d}日" for y, m, d in days), ", ".join(
        f"May {i % 28 + 1}, {1900 + i % 90}" for i in range(count)
    )


def seconds(zh: str, en: str) -> float:
    gc.collect()
    started = time.process_time()
    crossing.findings(zh, en)
    return time.process_time() - started


@pytest.mark.slow
@pytest.mark.parametrize(
    ("make", "count"),
    [
        (unequal, 3000),
        (equal, 3000),
        (alike, 3000),
        (bracketed, 1600),
        (dates, 800),
        (many_against_one, 5000),
        (one_against_many, 5000),
    ],
    ids=lambda one: getattr(one, "__name__", None),
)
def test_growth(make: Callable[[int], Bodies], count: int) -> None:
    """Eight times the numbers take nowhere near sixty-four times as long."""
    seconds(*make(50))
    small, large = seconds(*make(count // 8)), seconds(*make(count))
    assert large < 20 * small + 0.2


ENDLESS = 40_000


@pytest.mark.parametrize("piece", ["一", "九", "万", "十", "1", "９", "零", "（", "【", "“", "(", "第"])
def test_an_endless_chinese_numeral(piece: str) -> None:
    small, large = (seconds(f"共{piece * count}吨。", "In all 5 tons.") for count in (ENDLESS // 8, ENDLESS))
    assert large < 20 * small + 0.5


@pytest.mark.parametrize("piece", ["1", "1,", "million ", "(", "[(", "$", "th", "*", "`", "%"])
def test_an_endless_english_numeral(piece: str) -> None:
    counts = (ENDLESS // 8 // len(piece), ENDLESS // len(piece))
    small, large = (seconds("共五吨。", f"In all {piece * count} tons.") for count in counts)
    assert large < 20 * small + 0.5


@pytest.mark.parametrize(("left", "right"), ["（）", "()", "[]", "【】", "“”", "〔〕"])
def test_nested_brackets(left: str, right: str) -> None:
    zh, en = f"{left * 2000}三百吨{right * 2000}。", f"{left * 2000}300 tons{right * 2000}."
    assert crossing.findings(zh, en) == []
    assert [one.rule for one in crossing.findings(zh, en.replace("300", "800"))] == ["N101"]


DIGITS = [chr(code) for code in range(sys.maxunicode) if unicodedata.category(chr(code)) in {"Nd", "Nl", "No"}]


def test_every_digit_of_unicode() -> None:
    """Whatever is read, nothing breaks; and a figure of either language is read the same in both widths."""
    for start in range(0, len(DIGITS), 5):
        some = "".join(DIGITS[start : start + 5])
        crossing.findings(f"共{some}吨。", f"In all {some} tons.")
    for digit in "23456789":
        assert crossing.findings(f"共{digit}3吨。".translate(FULL_WIDTH), f"In all {digit}3 tons.") == []
