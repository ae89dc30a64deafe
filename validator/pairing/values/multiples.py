"""Multiples: by how much against how many times, which Chinese and English count from different ends."""

from __future__ import annotations

from fractions import Fraction

from duizhao.validator.pairing.model import FINE, PROBABLE, SURE, Judgement
from duizhao.validator.pairing.values.approximators import judge_approximator
from duizhao.validator.pairing.values.difference import show_number
from duizhao.validator.pairing.values.equal import equal
from duizhao.validator.pairing.values.relations import GROWS_BY
from duizhao.validator.quantities.model import Approx, Kind, Number, Quantity, Relation

_HALF = Fraction(1, 2)
_OPEN = Approx.SEVERAL  # up to Python 3.11 slow to look up
_GROWS_OR_BARE = (*GROWS_BY, Relation.NONE)


def judge_multiple(zh: Quantity, en: Quantity) -> Judgement | None:
    """Judge a pair of which one is a multiple: 提高四倍 is five times the base; "a fourfold increase" may be either.

    Args:
        zh: an expression of the original.
        en: its counterpart.

    Returns:
        None where no reading of both makes the same of the base.
    """
    if zh.kind is not Kind.MULTIPLE:
        return _judge_english_multiple(zh, en)
    written_same = equal(zh, en)
    if zh.approx is _OPEN and en.approx is _OPEN and written_same:
        return FINE  # 好几倍: how many is left open, and so is of what
    if (
        zh.approx is _OPEN
        and en.approx is Approx.OVER
        and zh.low == en.low + 1
        and (zh.relation in GROWS_BY) == (en.relation in GROWS_BY)
    ):
        return FINE  # 多十几倍: more than ten times more
    if (doubled := _by_one(zh, en)) is not None:
        return doubled
    theirs = _factors(en)
    ours = _factors(zh)
    if not ours.isdisjoint(theirs):
        approximated = judge_approximator(zh, en)
        if approximated is FINE and en.relation is Relation.FOLD and zh.relation in GROWS_BY and en.low == zh.low:
            return Judgement(
                "multiple", f"{_grows(zh)}; the English may be read as {show_number(en.low)} times", PROBABLE
            )
        return approximated
    if zh.relation in GROWS_BY and (written_same or zh.low in theirs):
        return Judgement("multiple", _grows(zh), SURE)
    if zh.relation is Relation.NONE and written_same:
        return judge_approximator(zh, en)
    if written_same:
        return Judgement("multiple", "the original names the factor, the English an increase by it", PROBABLE)
    return None


def _by_one(zh: Quantity, en: Quantity) -> Judgement | None:
    """一倍, less and more: 缩短一倍 is what goes twice into the base; increased "by double" says three times of it."""
    if zh.low == 1 and zh.relation is Relation.DECREASE_BY and en.low == _HALF:
        return judge_approximator(zh, en)
    by_factor = en.name == "factor" and en.relation is Relation.INCREASE_BY
    if zh.relation in GROWS_BY and by_factor and en.low == zh.low + 1:
        return Judgement("multiple", "an increase “by double” comes to three times the base", PROBABLE)
    return None


def _judge_english_multiple(zh: Quantity, en: Quantity) -> Judgement | None:
    """两次 as "twice", 一半以上 as …, 百分之一百 as "doubled"."""
    if zh.kind is Kind.FRACTION and zh.relation is Relation.NONE and en.relation is not Relation.TIMES_OF:
        return None  # 减少一半 is no one and a half times
    if zh.kind in (Kind.PERCENT, Kind.FRACTION) and zh.relation in _GROWS_OR_BARE:
        return FINE if 1 + zh.low in _factors(en) else None
    return FINE if zh.low == en.low and zh.kind in (Kind.CARDINAL, Kind.MEASURE, Kind.ORDINAL) else None


def _grows(zh: Quantity) -> str:
    """What an increase comes to, for a sentence."""
    return f"an increase by {show_number(zh.low)} times makes {show_number(zh.low + 1)} times the base"


def _factors(quantity: Quantity) -> set[Number]:
    """The factors of the base that an expression can mean."""
    value = quantity.low
    if quantity.kind is not Kind.MULTIPLE:
        return {1 + value} if quantity.relation in _GROWS_OR_BARE else {value}
    if quantity.relation in GROWS_BY:
        return {value + 1}
    if quantity.relation is Relation.FOLD:
        return {value, value + 1}
    return {value}
