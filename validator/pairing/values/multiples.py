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
_SEVERAL = Approx.SEVERAL  # up to Python 3.11 slow to look up
_MANY_FOLD, _MANY_TIMES = 10, 100
"""From these on a factor and an increase by it are one: the first where "fortyfold" may be read either way, the second
where it may not, and 145,000 times the base is nearly 145,000 times more."""
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
    if _open(zh, en, written_same=written_same):
        return FINE
    if (doubled := _by_one(zh, en)) is not None:
        return doubled
    theirs = _factors(en)
    if not _factors(zh).isdisjoint(theirs):
        return _same_factor(zh, en)
    if written_same and (zh.low >= _MANY_TIMES or zh.relation is Relation.NONE):
        return judge_approximator(zh, en)
    if zh.relation in GROWS_BY and (written_same or zh.low in theirs):
        return Judgement("multiple", _grows(zh), SURE)
    if written_same:
        return Judgement("multiple", "the original names the factor, the English an increase by it", PROBABLE)
    return None


def _open(zh: Quantity, en: Quantity, *, written_same: bool) -> bool:
    """Whether a multiple is left open, and so is of what: 好几倍 is "several times", 多十几倍 "over ten times more"."""
    if zh.approx is not _SEVERAL:
        return False
    more_than_one_less = en.approx is Approx.OVER and zh.low == en.low + 1
    return (en.approx is _SEVERAL and written_same) or (
        more_than_one_less and (zh.relation in GROWS_BY) == (en.relation in GROWS_BY)
    )


def _same_factor(zh: Quantity, en: Quantity) -> Judgement:
    """Judge a pair that makes the same of the base in some reading, which "fourfold" need not be meant in."""
    approximated = judge_approximator(zh, en)
    either = en.relation is Relation.FOLD and zh.relation in GROWS_BY and en.low == zh.low < _MANY_FOLD
    if approximated is FINE and either:
        return Judgement("multiple", f"{_grows(zh)}; the English may be read as {show_number(en.low)} times", PROBABLE)
    return approximated


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
