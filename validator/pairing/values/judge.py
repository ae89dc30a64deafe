"""Whether an English numeric expression says what a Chinese one says, and if not quite, what is wrong."""

from __future__ import annotations

from duizhao.validator.pairing.model import FINE, PROBABLE, Judgement
from duizhao.validator.pairing.values.approximators import judge_approximator
from duizhao.validator.pairing.values.conversions import judge_conversion
from duizhao.validator.pairing.values.difference import show_number
from duizhao.validator.pairing.values.dimensions import is_time
from duizhao.validator.pairing.values.equal import equal
from duizhao.validator.pairing.values.multiples import judge_multiple
from duizhao.validator.pairing.values.percent import judge_percent_sign, judge_surplus
from duizhao.validator.pairing.values.relations import judge_relation
from duizhao.validator.pairing.values.units import akin, judge_unit
from duizhao.validator.quantities.lexicon import units
from duizhao.validator.quantities.model import Kind, Quantity

_UNKNOWN, _MULTIPLE = Kind.UNKNOWN, Kind.MULTIPLE  # up to Python 3.11 slow to look up
MANY = frozenset({"dozen", "gross"})
"""Units that multiply what they count."""


def judge(zh: Quantity, en: Quantity) -> Judgement | None:
    """Judge a pair by what its expressions say, whatever stands around them.

    Args:
        zh: an expression of the original.
        en: its counterpart.

    Returns:
        None where the values differ; else what is wrong with the rest, `FINE` where nothing is.
    """
    # A masked figure agrees with another, and with no number.
    if zh.kind is _UNKNOWN or en.kind is _UNKNOWN:
        return FINE if zh.kind is en.kind else None
    # Before the values: 提高四倍 and "fivefold" agree though four is not five.
    if zh.kind is _MULTIPLE or en.kind is _MULTIPLE:
        return judge_multiple(zh, en)
    if zh.unit in MANY and not en.unit and zh.low == en.low:
        return Judgement("unit", f"a {zh.unit} is {show_number(units()[zh.unit].factor or 1)} pieces", PROBABLE)
    if not equal(zh, en):
        return judge_percent_sign(zh, en) or judge_surplus(zh, en) or judge_conversion(zh, en)
    if zh.low == zh.high == 1 and zh.unit and en.unit and zh.unit != en.unit and _strangers(zh, en):
        return None
    return judge_unit(zh, en) or judge_relation(zh, en) or judge_approximator(zh, en)


def _strangers(zh: Quantity, en: Quantity) -> bool:
    """Whether one of each has nothing in common: 最多的一天 and "1 meter high", 一年之内 and "more than a decade"."""
    return not akin(zh, en) or (en.name == "article" and is_time(zh) and is_time(en))


def converted_wrongly(zh: Quantity, en: Quantity) -> Judgement | None:
    """What is wrong with a pair that is a bad conversion; None for all others.

    Args:
        zh: an expression of the original.
        en: its counterpart.
    """
    if not zh.unit or not en.unit or zh.unit == en.unit:
        return None
    found = judge(zh, en)
    return found if found is not None and found.verdict == "conversion" else None
