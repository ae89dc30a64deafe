"""What one numeral says, apart from the words around it."""

from __future__ import annotations

from typing import NamedTuple

from duizhao.validator.quantities.lexicon.classes import BIT
from duizhao.validator.quantities.model import Approx, Form, Number

MAX_DIGITS = 30
"""A longer row of figures is an identifier; it also keeps `int()` away from its limit."""


class Numeral(NamedTuple):
    """One reading of a numeral; `low` and `high` differ for 七八十 (a range) and 几十 (an open count)."""

    low: Number
    high: Number
    form: Form
    approx: Approx = Approx.NONE
    cost: float = 0.0
    """How much dearer than the usual reading of the same characters."""
    mask: int = 0
    scale: Number = 1
    """The last multiplier, which a range shares: 3 to 4 million."""
    soft: bool = False
    """Whether the approximator is one that may be left out, once the words around have been looked at."""


_NUM, _INT, _DIGIT = BIT["NUM"], BIT["NUM"] | BIT["INT"], BIT["DIGIT"]
_YEARS = range(1000, 2200)  # of which newspapers tell; other four figures are a number


def classify(low: Number, high: Number, *, positional: bool = False, length: int = 0, ordinal: bool = False) -> int:
    """The class bits of a value.

    Args:
        low: lower end.
        high: upper end.
        positional: whether it is written figure by figure, as years are.
        length: how many figures it then has.
        ordinal: whether it is an English ordinal, which no construct of counts may take.
    """
    if low != high:
        return _NUM
    if low.denominator != 1:
        return _NUM | BIT["FRAC"] if 0 < low < 1 else _NUM
    bits = BIT["ORD"] if ordinal else _INT
    if 1 <= low <= 12:
        bits |= BIT["LE12"]
    if 1 <= low <= 31:
        bits |= BIT["LE31"]
    if 0 <= low <= 60:
        bits |= BIT["LE60"]
    if 1 <= low <= 9:
        bits |= _DIGIT
    if positional and length == 4 and low in _YEARS:
        bits |= BIT["YEAR4"]
    if positional and length == 2:
        bits |= BIT["YEAR2"]
    return bits


def exact(value: Number) -> Number:
    """The value as an int where it is whole."""
    return value.numerator if value.denominator == 1 else value
