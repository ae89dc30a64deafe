"""What a unit measures, and how much of it: which measures can be compared at all."""

from __future__ import annotations

from fractions import Fraction

from duizhao.validator.quantities.lexicon import MONTH, Unit, units
from duizhao.validator.quantities.model import Quantity

TELLING = frozenset(("mass", "area", "volume", "length"))
"""Dimensions in which a number says nothing without its unit; money and time English often leaves to the context."""
FEN = {"yuan": 100, "jiao": 10, "fen-money": 1}
"""Cents of the yuan, as English calls its 分: 二角五分 is "25 cents"."""
OCCASIONS = frozenset("次回趟")
"""Classifiers of occasions: 三次 are no three hours, and 每周一次 is once a week, whatever "once" counts."""


def unit_of(code: str) -> Unit | None:
    """A unit of the lexicon by its code, None where it has none of that name."""
    return units().get(code)


def same_dimension(one: Quantity, other: Quantity) -> bool:
    """Whether two measures are of one dimension, so that one may be converted into the other."""
    ours, theirs = unit_of(one.unit), unit_of(other.unit)
    return ours is not None and theirs is not None and comparable(ours, theirs)


def is_time(quantity: Quantity) -> bool:
    """Whether it is counted in a unit of time."""
    unit = unit_of(quantity.unit)
    return unit is not None and unit.dimension.startswith("time")


def is_length(quantity: Quantity) -> bool:
    """Whether it is counted in a unit of length."""
    unit = unit_of(quantity.unit)
    return unit is not None and unit.dimension == "length"


def are_money(one: Quantity, other: Quantity) -> bool:
    """Whether both are counted in a currency, be it the same or not."""
    ours, theirs = unit_of(one.unit), unit_of(other.unit)
    return all(unit is not None and unit.dimension.startswith("money") for unit in (ours, theirs))


def comparable(ours: Unit, theirs: Unit) -> bool:
    """Whether units are of one dimension; months and years have one of their own, and go with days all the same.

    Ages are told in months as well: 一岁半 is "eighteen months old".
    """
    both = {ours.dimension, theirs.dimension}
    return len(both) == 1 or both in ({"time", "time-long"}, {"age", "time-long"})


def size_of(unit: Unit) -> Fraction:
    """How large a unit is, in that by which its dimension is measured; months and years in seconds, as other times."""
    return (unit.factor or Fraction(1)) * _SECONDS.get(unit.dimension, 1)


_SECONDS = {"time-long": MONTH, "age": 12 * MONTH}
