"""Of what sort an expression is, and whether it says by itself which one is meant."""

from __future__ import annotations

from duizhao.validator.pairing import weights as w
from duizhao.validator.quantities.lexicon import units
from duizhao.validator.quantities.model import Approx, Kind, Quantity

_DATE, _PERCENT = Kind.DATE, Kind.PERCENT  # up to Python 3.11 slow to look up
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
"""Kinds of one number can say the same: a share is a percentage, and a measure may have lost its unit."""


def distinct(quantity: Quantity) -> bool:
    """Whether a value says by itself which expression is meant: small whole numbers are everywhere."""
    kind, low = quantity.kind, quantity.low
    if kind is _DATE:
        return not quantity.weak
    # A fraction and a percentage are rare enough to be known again, however small.
    return low >= w.SMALL or low.denominator != 1 or kind is _PERCENT


RATES = frozenset({"per", "implied"})
"""Names of constructs that say of what one is: 每斤, "per kilogram", and those that do so without a word."""


def same_rate(zh: Quantity, en: Quantity) -> bool:
    """Whether both say of what one is: 每斤 against "per kilogram", "a kilogram of", "one kilogram of".

    Args:
        zh: an expression of the original.
        en: its counterpart.
    """
    ours, theirs = units().get(zh.unit), units().get(en.unit)
    return bool(
        zh.name in RATES
        and (en.name in RATES or en.name == "article" or (en.low == en.high == 1 and en.approx is Approx.NONE))
        and ours
        and theirs
        and ours.dimension == theirs.dimension
        and not ours.dimension.startswith("time")
    )


def same_sort(zh: Quantity, en: Quantity) -> bool:
    """Whether both are of one sort, and not in different units.

    Args:
        zh: an expression of the original.
        en: its counterpart.
    """
    if zh.unit and en.unit and zh.unit != en.unit:
        return False
    return SORTS.get(zh.kind) == SORTS.get(en.kind)
