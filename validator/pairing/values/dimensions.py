"""What a unit measures, and how much of it: which measures can be compared at all."""

from __future__ import annotations

from fractions import Fraction

from duizhao.validator.pairing import weights as w
from duizhao.validator.quantities.lexicon import Unit, units
from duizhao.validator.quantities.model import Quantity

FEN = {"yuan": 100, "jiao": 10, "fen-money": 1}
"""Cents of the yuan, as English calls its 分: 二角五分 is "25 cents"."""


def unit_of(code: str) -> Unit | None:
    return units().get(code)


def same_dimension(one: Quantity, other: Quantity) -> bool:
    """Whether two measures are of one dimension, so that one may be converted into the other."""
    ours, theirs = unit_of(one.unit), unit_of(other.unit)
    return ours is not None and theirs is not None and comparable(ours, theirs)


def is_time(quantity: Quantity) -> bool:
    """Whether it is counted in a unit of time."""
    unit = unit_of(quantity.unit)
    return unit is not None and unit.dimension.startswith("time")


def comparable(ours: Unit, theirs: Unit) -> bool:
    return ours.dimension == theirs.dimension or {ours.dimension, theirs.dimension} == {"time", "time-long"}


def size_of(unit: Unit) -> Fraction:
    return (unit.factor or Fraction(1)) * (w.MONTH if unit.dimension == "time-long" else 1)
