"""What it means that two expressions differ, or that one has no counterpart."""

from __future__ import annotations

from fractions import Fraction

from duizhao.validator.pairing import weights as w
from duizhao.validator.pairing.agree import in_decade
from duizhao.validator.pairing.difference import difference, show
from duizhao.validator.pairing.model import DOUBTFUL, FINE, PROBABLE, SURE, WHICH_ONE, Judgement
from duizhao.validator.quantities.lexicon import units
from duizhao.validator.quantities.model import Approx, DateParts, Form, Kind, Number, Quantity

SORTS = {
    Kind.CARDINAL: 1,
    Kind.MEASURE: 1,
    Kind.PERCENT: 2,
    Kind.FRACTION: 2,
    Kind.MULTIPLE: 3,
    Kind.ORDINAL: 4,
    Kind.CODE: 6,
    Kind.LIST_MARKER: 5,
    Kind.DATE: 7,
    Kind.UNKNOWN: 8,
}


_DATE, _PERCENT = Kind.DATE, Kind.PERCENT


def distinct(quantity: Quantity) -> bool:
    """Whether a value says by itself which expression is meant."""
    kind, low = quantity.kind, quantity.low
    if kind is _DATE:
        return not quantity.weak
    return low >= w.SMALL or low.denominator != 1 or kind is _PERCENT


RATES = frozenset({"per", "implied"})


def same_rate(zh: Quantity, en: Quantity) -> bool:
    """Whether both say of what one is: 每斤 against "per kilogram"."""
    ours, theirs = units().get(zh.unit), units().get(en.unit)
    return bool(
        zh.name in RATES
        and en.name in RATES
        and ours
        and theirs
        and ours.dimension == theirs.dimension
        and not ours.dimension.startswith("time")
    )


def same_sort(zh: Quantity, en: Quantity) -> bool:
    if zh.unit and en.unit and zh.unit != en.unit:
        return False
    return SORTS.get(zh.kind) == SORTS.get(en.kind)


def differ(zh: Quantity, en: Quantity) -> Judgement:
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
    certainty = SURE if found.slip and distinct(zh) else PROBABLE
    if found.name == "rounded" and en.form is Form.MIXED and _rounds(zh.low, en.low):
        certainty = DOUBTFUL
    return Judgement(name, found.words, certainty)


_LENGTHS = frozenset(("year", "month"))


def as_length(text: str, zh: Quantity, en: Quantity) -> tuple[Quantity, Judgement] | None:
    """What it means that a year or a month became so many of them, 一九四六年 as "1946 years"; None for all else.

    The first of the pair is the Chinese expression as one that says which.
    """
    date = zh.date
    if date is None or zh.weak or en.kind is not Kind.MEASURE or en.unit not in _LENGTHS:
        return None
    part = getattr(date, en.unit)
    if part is None or date != DateParts(**{en.unit: part}) or not en.low <= part <= en.high:
        return None
    if en.unit == "month" and "、" not in text[zh.start - 1 : zh.end + 1]:
        return None  # 一月内 may be a month by itself; 六、七两月 are June and July
    return zh._replace(kind=Kind.ORDINAL, date=None), WHICH_ONE


_CLOSE = Fraction(1, 2000)


def _rounds(zh: Number, en: Number) -> bool:
    """Whether hardly anything is lost: 1792.2万 as "17.92 million"."""
    return abs(Fraction(en) / zh - 1) < _CLOSE


_HALF = Fraction(1, 2)
_LOOSE = (Kind.CODE, Kind.UNKNOWN, Kind.MULTIPLE, Kind.FRACTION)
"""Kinds that a translation may well put into words without a number."""


def lonely(quantity: Quantity, verdict: str) -> Judgement:
    """What it means that an expression has no counterpart: nothing at all, where the other language needs none."""
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
