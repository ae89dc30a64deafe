"""What it means that two expressions differ, or that one has no counterpart."""

from __future__ import annotations

from fractions import Fraction

from duizhao.validator.pairing import weights as w
from duizhao.validator.pairing.model import DOUBTFUL, FINE, PROBABLE, SURE, Judgement
from duizhao.validator.pairing.values.difference import difference, show
from duizhao.validator.pairing.values.equal import in_decade
from duizhao.validator.pairing.values.sorts import distinct
from duizhao.validator.quantities.model import Approx, Form, Kind, Number, Quantity


def differ(zh: Quantity, en: Quantity) -> Judgement:
    """Judge a pair whose values differ.

    Args:
        zh: an expression of the original.
        en: its counterpart.
    """
    if zh.kind is Kind.DATE:
        return Judgement("date", "", PROBABLE)
    if zh.kind is Kind.UNKNOWN:
        return Judgement("masked", "the original has no legible figure here", PROBABLE)
    found = difference(zh.low, en.low)
    if zh.low != zh.high or en.low != en.high:
        return Judgement("value", f"the original has {show(zh)}, the English {show(en)}", PROBABLE)
    if Kind.PERCENT in (zh.kind, en.kind) and zh.kind is not en.kind:
        return Judgement("percent", f"the original has {show(zh)}, the English {show(en)}", PROBABLE)
    name = "scale" if found.name in ("scale", "zero") else "value"
    # A small number may be right and paired with the wrong one; a slip in a large one speaks for itself.
    certainty = SURE if found.slip and distinct(zh) else PROBABLE
    # "17.92 million" is how English writes such a number, and it is cut to fit.
    if found.name == "rounded" and en.form is Form.MIXED and _rounds(zh.low, en.low):
        certainty = DOUBTFUL
    return Judgement(name, found.words, certainty)


_CLOSE = Fraction(1, 2000)
"""The share of a value that rounding may take away, so that no slip need be thought of."""


def _rounds(zh: Number, en: Number) -> bool:
    """Whether hardly anything is lost: 1792.2万 as "17.92 million"."""
    return abs(Fraction(en) / zh - 1) < _CLOSE


_HALF = Fraction(1, 2)
_LOOSE = (Kind.CODE, Kind.UNKNOWN, Kind.MULTIPLE, Kind.FRACTION)
"""Kinds that a translation may well put into words without a number."""


def lonely(quantity: Quantity, verdict: str) -> Judgement:
    """What it means that an expression has no counterpart: nothing at all, where the other language needs none.

    Args:
        quantity: the expression.
        verdict: 'missing' or 'added'.
    """
    if quantity.weak or quantity.kind is Kind.LIST_MARKER:
        return FINE
    plain = quantity.kind not in _LOOSE and quantity.approx is not Approx.SEVERAL and quantity.form is not Form.IMPLIED
    counted = verdict == "missing" and quantity.kind is Kind.MEASURE and quantity.low >= w.TOLD
    doubtful = (
        not plain
        or not (distinct(quantity) or counted)
        or (quantity.low == _HALF and quantity.kind is not Kind.PERCENT)
        or in_decade(quantity)
    )
    return Judgement(verdict, "", DOUBTFUL if doubtful else PROBABLE)
