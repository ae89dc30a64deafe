"""English numerals: read and written again."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duizhao.validator.planting.numerals import digits_of, in_words, numerals, titled, value_of, write


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("more than 15,000 tons", [("15,000", 15000)]),
        ("3.4 million and 1.25", [("3.4 million", 3_400_000), ("1.25", Fraction(5, 4))]),
        ("Two Hundred and Forty", [("Two Hundred and Forty", 240)]),
        ("a thousand men", [("a thousand", 1000)]),
        ("a man of twenty-five", [("twenty-five", 25)]),
        ("two three", []),
        ("someone often", []),
        ("B52 and 1.2.3", []),
    ],
)
def test_found(text: str, found: list[tuple[str, int | Fraction]]) -> None:
    assert [(one.text, one.value) for one in numerals(text)] == found
    assert all(text[one.start : one.end] == one.text for one in numerals(text))


@pytest.mark.parametrize(
    ("like", "value", "written"),
    [
        ("1,234", 12340, "12,340"),
        ("1234", 12340, "12340"),
        ("12", 1200, "1,200"),
        ("12", Fraction(6, 5), None),
        ("1.5", Fraction(1, 4), "0.25"),
        ("1.5", Fraction(1, 3), None),
        ("3.4 million", 340_000, "340 thousand"),
        ("3.4 million", 34_000, "34,000"),
        ("3.4 million", 3_400_000_000, "3.4 billion"),
        ("1,426 million", 14_260_000_000, "14,260 million"),
        ("3 Million", 30_000_000, "30 Million"),
        ("five", 50, "fifty"),
        ("Five", 25, "Twenty-five"),
        ("Twenty-Five", 24, "Twenty-Four"),
        ("two hundred and forty", 430, "four hundred and thirty"),
        ("two hundred forty", 430, "four hundred thirty"),
        ("a hundred", 1000, "a thousand"),
        ("five", Fraction(1, 2), None),
        ("five", 0, None),
        ("five", 10**12, None),
        ("five", 123_456, None),
    ],
)
def test_written_in_the_same_form(like: str, value: int | Fraction, written: str | None) -> None:
    assert write(Fraction(value), numerals(like)[0]) == written


def test_a_point_may_be_allowed() -> None:
    assert write(Fraction(3, 2), numerals("15")[0], point=True) == "1.5"


@pytest.mark.parametrize(("text", "digits"), [("15,000", "15"), ("3.4 million", "34"), ("0.85", "85"), ("forty", "4")])
def test_significant_digits(text: str, digits: str) -> None:
    numeral = numerals(text)[0]
    found, worth = digits_of(numeral)
    assert found == digits
    assert int(found) * worth == numeral.value


def test_titled() -> None:
    assert titled("more than two hundred and one") == "More Than Two Hundred and One"


@given(st.integers(1, 10**12 - 1))
def test_words_are_read_back(value: int) -> None:
    assert value_of(in_words(value)) == value
    assert value_of(in_words(value).upper()) == value
