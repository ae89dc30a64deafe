"""Values that differ by what "percent" does to them: a sign on one side only, and a plan that was overfulfilled."""

from __future__ import annotations

from duizhao.validator.pairing.model import DOUBTFUL, FINE, PROBABLE, Judgement
from duizhao.validator.pairing.values.relations import GROWS_BY
from duizhao.validator.quantities.model import SHARES, SPLIT, Kind, Quantity, Relation

_BARE = (Kind.CARDINAL, Kind.FRACTION)
"""Kinds of a figure of per cent whose sign was said elsewhere: "12 percent, 0.4 points more than planned"."""
_OVER = (*GROWS_BY, Relation.EXCEEDS)
_BASE = 100
"""What an index counts from: prices of 101.8 have not risen by 101.8 percent."""
_BY = (Relation.INCREASE_BY, Relation.DECREASE_BY)
_FALLS = {Relation.DECREASE_TO, Relation.DECREASE_BY}


def judge_percent_sign(zh: Quantity, en: Quantity) -> Judgement | None:
    """Judge a number with "percent" on one side only; 二五减租 is "the 25 percent rent reduction".

    Args:
        zh: an expression of the original.
        en: its counterpart.

    Returns:
        None where the values have nothing to do with each other.
    """
    if en.kind is Kind.PERCENT and zh.kind is not Kind.PERCENT and not zh.unit and zh.low == en.low * 100:
        if zh.low > _BASE and en.relation in _BY:
            return Judgement("percent", "the original has an index, the English a change by as much", PROBABLE)
        return Judgement("percent", "the original has no percent", DOUBTFUL)
    if zh.kind is Kind.PERCENT and en.kind in _BARE and not en.unit and en.low == zh.low * 100:
        if zh.name == SPLIT and en.low != en.high:
            return FINE  # 三七分成 is "shared 30-70"
        return Judgement("percent", "“percent” is lost", PROBABLE)
    return None


def judge_surplus(zh: Quantity, en: Quantity) -> Judgement | None:
    """`FINE` where a whole and its surplus are one, or a rest and what was taken away.

    完成计划百分之一百零八 is "overfulfilled the plan by 8 percent".

    Args:
        zh: an expression of the original.
        en: its counterpart.
    """
    if zh.kind in SHARES and en.kind in SHARES and {zh.relation, en.relation} == _FALLS and zh.low + en.low == 1:
        return FINE  # 降低到平时的百分之二十 is "fell by 80 percent"
    if zh.kind is en.kind is Kind.PERCENT and zh.relation in _OVER and en.low == en.high == zh.low + 1:
        return FINE  # 超额百分之十六完成 is "116 percent of the plan"
    over = en.relation in _OVER or zh.low > 1
    return FINE if zh.kind is en.kind is Kind.PERCENT and over and zh.low == zh.high == en.low + 1 else None
