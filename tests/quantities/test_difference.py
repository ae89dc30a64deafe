"""What a difference looks like."""

from __future__ import annotations

from fractions import Fraction

import pytest

from duizhao.validator.pairing.values.difference import difference, show, show_number
from duizhao.validator.quantities.model import Kind, Number, Quantity


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
        (Fraction(52, 10), Fraction(53, 100), "other", "the values differ"),  # the digit changed, and the place
        (Fraction(1, 3), Fraction(2, 7), "other", "the values differ"),
        (0, 5, "other", "the values differ"),
        (5, 0, "other", "the values differ"),
        (-10, -100, "other", "the values differ"),
        (5, -50, "other", "the values differ"),
        (5, 5 * 10**12, "scale", "1,000,000,000,000 times too large"),
        (5 * 10**12, 5, "scale", "1,000,000,000,000 times too small"),
        (5, 5 * 10**13, "other", "the values differ"),
        (5, 55, "other", "the values differ"),
        (5, 10, "other", "the values differ"),
        (5, 60, "other", "the values differ"),
        (Fraction(1, 2), 5, "scale", "10 times too large"),
        (3, Fraction(3, 100), "scale", "100 times too small"),
        (10, 12, "other", "the values differ"),
        (12, 1, "other", "the values differ"),
        (12, 123, "invented", "a digit is invented"),
        (12, 1234, "other", "the values differ"),
        (12, 345, "other", "the values differ"),
        (123, 12, "dropped", "a digit is lost"),
        (1234, 12, "other", "the values differ"),
        (67123, 67000, "rounded", "the digits 123 are lost"),
        (67123, 6700, "other", "the values differ"),
        (123, 321, "swapped", "two digits are swapped"),
        (123, 312, "other", "the values differ"),
        (123, 145, "other", "the values differ"),
        (1234, 4321, "other", "the values differ"),
        (123, Fraction(124, 10), "other", "the values differ"),
        (Fraction(3, 2), 1, "rounded", "the digits 5 are lost"),
        (Fraction(157, 1000), Fraction(15, 100), "rounded", "the digits 7 are lost"),
        (Fraction(12, 10**12), Fraction(13, 10**12), "changed", "the digit 2 became 3"),
        (Fraction(12, 10**13), Fraction(13, 10**13), "other", "the values differ"),
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
        (Fraction(24691, 20), "1,234.55"),
        (Fraction(1, 10**12), "0.000000000001"),
        (Fraction(1, 10**13), "1/10000000000000"),
    ],
)
def test_show(value: Number, shown: str) -> None:
    assert show_number(value) == shown


@pytest.mark.parametrize(
    ("kind", "low", "high", "shown"),
    [
        (Kind.PERCENT, Fraction(1, 5), Fraction(1, 5), "20%"),
        (Kind.PERCENT, Fraction(1, 5), Fraction(3, 10), "20 to 30%"),
        (Kind.CARDINAL, 5000, 5000, "5,000"),
        (Kind.CARDINAL, 5, Fraction(11, 2), "5 to 5.5"),
    ],
)
def test_show_a_quantity(kind: Kind, low: Number, high: Number, shown: str) -> None:
    assert show(Quantity(0, 1, kind, low, high)) == shown
