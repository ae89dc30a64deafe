"""Numerals of what some words say: a number, an ordinal, a part, perhaps of a scale."""

from __future__ import annotations

from fractions import Fraction

from duizhao.validator.quantities.lexicon.classes import BIT
from duizhao.validator.quantities.model import Approx, Form, Number
from duizhao.validator.quantities.numeral import Numeral, classify, exact
from duizhao.validator.quantities.numeral_en.words import MULTIPLIERS

Spelled = tuple[int, tuple[Numeral, ...], bool]
"""How many words were used, what they say, and whether "odd" may follow."""
HALF = Fraction(1, 2)
_TEN = 10
"""In words it may be the ten days of a month: the first ten."""


def numeral_of(
    value: Number,
    form: Form = Form.WORDS,
    approx: Approx = Approx.NONE,
    cost: float = 0.0,
    scale: Number = 1,
    bits: int = 0,
) -> Numeral:
    """A number that words say, with the bits of what it can be used as."""
    value = exact(value)
    if value == _TEN:
        bits |= BIT["TEN"]
    return Numeral(value, value, form, approx, cost, classify(value, value) | bits, scale)


def ordinal_of(value: Number, cost: float = 0.0) -> Numeral:
    """An ordinal in words."""
    return Numeral(value, value, Form.WORDS, Approx.NONE, cost, classify(value, value, ordinal=True))


def share_of(names: list[str], used: int, share: Number, cost: float = 0.0) -> list[Spelled]:
    """A part, perhaps of a scale: three quarters of a million, half a dozen."""
    at = used
    if names[at : at + 1] == ["of"]:
        at += 1
    if names[at : at + 1] and names[at] in {"a", "an", "one"}:
        at += 1
    if names[at : at + 1] and names[at] in MULTIPLIERS and (at > used or names[at] != "score"):
        size = MULTIPLIERS[names[at]]
        # "a third of million" has no article that would make the million a number.
        if at == used + 1 and names[used] == "of":
            return [(used, (part_of(share, cost),), False)]
        return [(at + 1, (numeral_of(share * size, cost=cost, scale=size),), True)]
    return [(used, (part_of(share, cost),), False)]


def part_of(share: Number, cost: float) -> Numeral:
    """A part of a whole in words."""
    share = exact(share)
    bits = BIT["HALF"] if share == HALF else 0
    return Numeral(share, share, Form.WORDS, Approx.NONE, cost, classify(share, share) | bits)
