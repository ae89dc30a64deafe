"""What a difference looks like."""

from __future__ import annotations

from fractions import Fraction

import pytest

from duizhao.validator.pairing.difference import difference, show_number
from duizhao.validator.quantities.model import Number


@pytest.mark.parametrize(
    ("zh", "en", "name", "words"),
    [
        (15000, 150000, "scale", "10 times too large"),
        (15000, 1500, "scale", "10 times too small"),
        (3_000_000_000, 300_000_000, "scale", "10 times too small"),
        (107_000_000, 100_700_000, "zero", "a zero is in the wrong place"),
        (12300, 13200, "swapped", "two digits are swapped"),
        (12300, 12800, "changed", "the digit 3 became 8"),
        (87, 78, "swapped", "two digits are swapped"),
        (23_864_000, 23_864_400, "invented", "a digit is invented"),
        (67000, 60000, "rounded", "the digits 7 are lost"),
        (12345, 1245, "dropped", "a digit is lost"),
        (Fraction(222168, 10**6), Fraction(22168, 10**5), "dropped", "a digit is lost"),
        (3, 8, "other", "the values differ"),
        (Fraction(1, 3), Fraction(2, 7), "other", "the values differ"),
        (0, 5, "other", "the values differ"),
    ],
)
def test_difference(zh: Number, en: Number, name: str, words: str) -> None:
    assert difference(zh, en) == (name, words)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (15000, "15,000"),
        (Fraction(27, 4), "6.75"),
        (Fraction(1, 3), "1/3"),
        (Fraction(-3, 2), "-1.5"),
        (Fraction(157, 10000), "0.0157"),
    ],
)
def test_show(value: Number, shown: str) -> None:
    assert show_number(value) == shown
