"""Equal figures in two units: the same under another name, not converted, or another thing."""

from __future__ import annotations

from fractions import Fraction

from duizhao.validator.pairing.model import PROBABLE, SURE, Judgement
from duizhao.validator.pairing.values.conversions import TOLERANCE
from duizhao.validator.pairing.values.difference import show_number
from duizhao.validator.pairing.values.dimensions import FEN, same_dimension, unit_of
from duizhao.validator.quantities.lexicon import unit_name, units
from duizhao.validator.quantities.model import Quantity

_READ_ALIKE = {
    ("year", "age"),
    ("age", "year"),
    ("shi", "dan"),
    ("gbp", "pound"),
    ("li-length", "li"),
    ("li-money", "li"),
    ("li-area", "li"),
    ("li-weight", "li"),
    ("fen-area", "fen-money"),
    ("fen-length", "fen-money"),
    ("fen-weight", "fen-money"),
}  # 石 is also read dan, …


def akin(zh: Quantity, en: Quantity) -> bool:
    """Whether two measures may be one, were it by mistake: of one dimension, or both money, or read alike.

    Args:
        zh: an expression of the original.
        en: its counterpart.
    """
    ours, theirs = unit_of(zh.unit), unit_of(en.unit)
    money = ours is not None and theirs is not None and ours.dimension[:5] == theirs.dimension[:5] == "money"
    return money or (zh.unit, en.unit) in _READ_ALIKE or same_dimension(zh, en)


_DOLLARS = frozenset({"hkd", "aud", "cad", "sgd", "nzd", "ntd", "silver-dollar"})
"""Currencies whose sign is $ as well."""
_LOCAL = {("shang", "ha"): "a 垧 is 10 to 15 mu, by the place, and only the largest is a hectare"}
"""Units of no fixed size that stand as units of one in the translation."""
_RATES = frozenset({"speed", "flow"})
"""Dimensions whose time is often said apart from the figure."""


def judge_unit(zh: Quantity, en: Quantity) -> Judgement | None:
    """Judge the units of equal figures; None where they say the same, or one of them is not said.

    Args:
        zh: an expression of the original.
        en: its counterpart.
    """
    if zh.unit in FEN and en.unit == "cent":
        # 角 as "cents" of the same figure is ten times too small
        return None if zh.low * FEN[zh.unit] == en.low else Judgement("unit", "a jiao is ten fen", SURE)
    if zh.unit == en.unit or not zh.unit or not en.unit or (zh.unit, en.unit) in _READ_ALIKE:
        return None
    ours, theirs = unit_of(zh.unit), unit_of(en.unit)
    if ours is None or theirs is None or not zh.low:
        return None
    if (ours.code, theirs.code) in _LOCAL:
        return Judgement("unit", _LOCAL[ours.code, theirs.code], PROBABLE)
    if ours.dimension == theirs.dimension:
        # Units within a hundredth of each other are one under two names: no others are so near.
        if ours.factor and theirs.factor and abs(theirs.factor / ours.factor - 1) <= TOLERANCE / 6:
            return None
        return Judgement("unit", f"{unit_name(ours.code)} is {_per(zh, en)}; the figure was not converted", SURE)
    if ours.dimension.startswith("money") and theirs.dimension.startswith("money"):
        if theirs.code == "usd" and ours.code in _DOLLARS:
            return None
        return Judgement("unit", f"{unit_name(ours.code)} became another currency", PROBABLE)
    if _RATES.intersection((ours.dimension, theirs.dimension)):
        return None  # 每小时一百公里 says its hour elsewhere
    return Judgement("unit", f"{unit_name(ours.code)} became another thing", PROBABLE)


def _per(zh: Quantity, en: Quantity) -> str:
    """How much of the English unit one of the original is, for a sentence."""
    ours, theirs = units()[zh.unit], units()[en.unit]
    if not ours.factor or not theirs.factor:
        return "another unit"
    ratio = ours.factor / theirs.factor
    places = 2 if ratio >= Fraction(1, 10) else 4
    return f"{show_number(round(ratio, places))} {theirs.en[0] if theirs.en else theirs.code}"
