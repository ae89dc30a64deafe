"""What a numeral of an English text says, however it is written."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from duizhao.validator.quantities.model import Form, Number


class Shape(IntEnum):
    """What sort of numeral was read."""

    CARDINAL = 1
    ORDINAL = 2
    FRACTION = 3
    SEVERAL = 4
    YEAR = 5
    CODE = 6


class Numeral(NamedTuple):
    """A numeral read at a position.  `scale` is its last multiplier (million), which a range shares: 3 to 4 million."""

    end: int
    low: Number
    high: Number
    form: Form
    shape: Shape = Shape.CARDINAL
    scale: int = 1


MAX_DIGITS = 30
"""A longer row of digits is an identifier; it also keeps `int()` away from its limit."""
TOO_BIG = 10**MAX_DIGITS
MAX_SCALE = 10**15


def exact(value: Number) -> Number:
    """The value as an int where it is whole."""
    return value.numerator if value.denominator == 1 else value
