"""What the difference between two values looks like, in words."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from duizhao.validator.quantities.model import Kind, Number, Quantity


class Difference(NamedTuple):
    """How two values that should be equal differ."""

    name: str
    """'scale', 'zero', 'swapped', 'changed', 'invented', 'dropped', 'rounded' or 'other'."""
    words: str
    """The end of a sentence: 'two digits are swapped'."""

    @property
    def slip(self) -> bool:
        """Whether it looks like one slip of the pen, so that both places surely speak of the same thing."""
        return self.name != "other"


def difference(zh: Number, en: Number) -> Difference:
    """Describe how an English value differs from the Chinese one.

    Args:
        zh: the value of the original.
        en: the value of the translation, not equal to it.
    """
    # Digits and powers of ten are compared of positive values; of others there is nothing more to say.
    if zh <= 0 or en <= 0:
        return Difference("other", "the values differ")
    # Asked first: the digits are the same then, and every other question would fit as well.
    power = _power_of_ten(en.numerator * zh.denominator, en.denominator * zh.numerator)
    if power is not None:
        return Difference("scale", _scale(power))
    left, right = _digits(zh), _digits(en)
    if left.replace("0", "") == right.replace("0", "") and len(left) > 1:
        return Difference("zero", "a zero is in the wrong place")
    magnitude = _magnitude(zh) == _magnitude(en)
    if len(left) == len(right) and magnitude:
        return _same_length(left, right)
    if magnitude and left.startswith(right):
        return Difference("rounded", f"the digits {left[len(right) :]} are lost")
    if abs(len(left) - len(right)) == 1 and min(len(left), len(right)) > 1:
        if _one_more(left, right):
            return Difference("dropped", "a digit is lost")
        if _one_more(right, left):
            return Difference("invented", "a digit is invented")
    return Difference("other", "the values differ")


def _same_length(left: str, right: str) -> Difference:
    wrong = [i for i in range(len(left)) if left[i] != right[i]]
    if len(wrong) == 1 and len(left) > 1:
        return Difference("changed", f"the digit {left[wrong[0]]} became {right[wrong[0]]}")
    if sorted(left) == sorted(right) and len(wrong) == 2:
        return Difference("swapped", "two digits are swapped")
    return Difference("other", "the values differ")


def _scale(power: int) -> str:
    factor = f"{10 ** abs(power):,}"
    return f"{factor} times too large" if power > 0 else f"{factor} times too small"


def _power_of_ten(above: int, below: int) -> int | None:
    """The exponent where a ratio of two integers is a power of ten other than 1, up to 10^12 either way."""
    large, rest = divmod(above, below) if above > below else divmod(below, above)
    if rest or large > 10**12:
        return None
    digits = str(large)
    if digits[0] != "1" or digits.strip("0") != "1" or len(digits) == 1:
        return None
    return len(digits) - 1 if above > below else 1 - len(digits)


def _digits(value: Number) -> str:
    """The significant digits of a value; of one that no decimal can hold, numerator and denominator."""
    scaled, rest = divmod(value.numerator * 10**12, value.denominator)
    return f"{value.numerator}/{value.denominator}" if rest else str(scaled).strip("0")


def _magnitude(value: Number) -> int:
    """The place of the first digit: 0 for 1 to 9, 1 for 10 to 99, -1 for 0.1 to 0.9."""
    above, below = value.numerator, value.denominator
    return len(str(above // below)) - 1 if above >= below else -len(str(below // above))


def _one_more(longer: str, shorter: str) -> bool:
    return len(longer) == len(shorter) + 1 and any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))


def show(quantity: Quantity) -> str:
    """The value of a quantity for people: 15,000, 6.75, 20 to 30 %, 1/3."""
    if quantity.kind is Kind.PERCENT:
        low, high = show_number(quantity.low * 100), show_number(quantity.high * 100)
        return f"{low}%" if low == high else f"{low} to {high}%"
    low, high = show_number(quantity.low), show_number(quantity.high)
    return low if low == high else f"{low} to {high}"


def show_number(value: Number) -> str:
    """A number for people: exact as a decimal where it has one of at most 12 places, else a fraction."""
    number = Fraction(value)
    if number.denominator == 1:
        return f"{number.numerator:,}"
    scaled = number * 10**12
    if scaled.denominator != 1:
        return f"{number.numerator}/{number.denominator}"
    sign = "-" if number < 0 else ""
    whole, part = divmod(abs(scaled.numerator), 10**12)
    return f"{sign}{whole:,}.{str(part).zfill(12).rstrip('0')}"
