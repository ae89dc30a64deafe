"""Measures that the translator put into other units: well, or badly."""

from __future__ import annotations

from fractions import Fraction

from duizhao.validator.pairing import weights as w
from duizhao.validator.pairing.model import FINE, PROBABLE, Judgement
from duizhao.validator.pairing.values.difference import show_number
from duizhao.validator.pairing.values.dimensions import FEN, comparable, size_of, unit_of
from duizhao.validator.quantities.lexicon import Unit
from duizhao.validator.quantities.model import Approx, Form, Quantity

TOLERANCE = Fraction(6, 100)  # of a converted measure: translators round
_EXACT = Fraction(1, 200)  # of a measure put into another unit of its own system: 三角五分 is 35 fen, not 33
_ROUGH = Fraction(1, 4)  # of a gloss: what is nearer is rounded
_WEEKS = Fraction(10, 100)  # 半月 is two weeks, whatever the month


def judge_conversion(zh: Quantity, en: Quantity) -> Judgement | None:
    """Judge values that differ because the translator converted: well, or badly.

    Args:
        zh: a measure of the original.
        en: one of the translation.

    Returns:
        `FINE` for a right conversion, None where the two are none at all.
    """
    ours, theirs = unit_of(zh.unit), unit_of(en.unit)
    if ours is None or theirs is None or ours is theirs or not comparable(ours, theirs):
        return None
    if not ours.factor or not theirs.factor or not zh.low:
        return None
    if (zh.low == zh.high) is not (en.low == en.high) and Approx.SEVERAL not in (zh.approx, en.approx):
        return None  # 二角五分 is not "25 to 80 fen", though it begins there
    ratio = Fraction(en.low) * size_of(theirs) / (Fraction(zh.low) * size_of(ours))
    if abs(ratio - 1) <= _tolerance(ours, theirs):
        return FINE
    if en.form is Form.IMPLIED:
        return None  # an annual plan is no conversion of ten and a half months
    # Farther off it is another amount rather than a bad conversion; small sums are many, and near each other.
    widest = 2 if zh.unit in FEN else 4
    return _right_one(zh, ours, theirs) if Fraction(1, widest) < ratio < widest else None


def _right_one(zh: Quantity, ours: Unit, theirs: Unit) -> Judgement:
    right = show_number(round(Fraction(zh.low) * size_of(ours) / size_of(theirs), 2))
    return Judgement("conversion", f"{right} {theirs.en[0] if theirs.en else theirs.code} would be right", PROBABLE)


def far_off(zh: Quantity, en: Quantity) -> Judgement | None:
    """Judge a measure that converts another in its bracket, however far it is off: 39.5 mu (26 hectares).

    Args:
        zh: what is converted.
        en: what stands in the bracket.
    """
    ours, theirs = unit_of(zh.unit), unit_of(en.unit)
    if ours is None or theirs is None or not comparable(ours, theirs) or not (ours.factor and theirs.factor):
        return None
    if zh.low != zh.high or en.low != en.high or not zh.low:
        return None
    ratio = Fraction(en.low) * size_of(theirs) / (Fraction(zh.low) * size_of(ours))
    return None if abs(ratio - 1) <= _ROUGH else _right_one(zh, ours, theirs)


def _tolerance(ours: Unit, theirs: Unit) -> Fraction:
    """By how much a conversion may be off: from one decimal unit into another nobody rounds."""
    if {ours.code, theirs.code} == {"month", "week"}:
        return _WEEKS
    ratio = (ours.factor or Fraction(1)) / (theirs.factor or Fraction(1))
    decimal = {ratio.numerator, ratio.denominator} <= _POWERS
    return _EXACT if decimal or ours.dimension == theirs.dimension == "time" else TOLERANCE


_POWERS = frozenset(10**power for power in range(13))


def converted_anew(zh: Quantity, en: Quantity) -> bool:
    """Whether a measure was converted by the size that its unit has since 1959: 一两 as "50 grams".

    Args:
        zh: a measure of the original.
        en: one of the translation.
    """
    larger = w.SINCE_1959.get(zh.unit)
    if larger is None or not zh.low:
        return False
    ours, theirs = unit_of(zh.unit), unit_of(en.unit)
    if ours is None or theirs is None:
        return False
    ratio = Fraction(en.low) * size_of(theirs) / (Fraction(zh.low) * size_of(ours) * larger)
    return abs(ratio - 1) <= TOLERANCE
