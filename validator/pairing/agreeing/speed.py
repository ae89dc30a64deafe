"""Measures with the "per" that stands beside them: 每秒三十五米 is a speed, as "35 meters per second" is."""

from __future__ import annotations

from duizhao.regex import regex
from duizhao.validator.quantities.lexicon import units
from duizhao.validator.quantities.model import Quantity

_SPEEDS = {("m", "s"): "metre-second", ("km", "h"): "km-hour", ("mile", "h"): "mile-hour", ("m3", "s"): "m3-second"}
_PER = regex("(?:(每秒钟?|秒速|每秒鐘)|(每小时|时速|每点钟|每小時|時速))[^，。；：、]{0,6}$")
# characters; what is looked for has ten at most
_NEAR = 12
_OF_RATES = frozenset(("speed", "flow"))


def as_speed(text: str, zh: Quantity, en: Quantity) -> Quantity:
    """A measure of the original as the speed or flow that it is, where its counterpart is one; else as it is.

    Args:
        text: of the article.
        zh: a measure of the original.
        en: its counterpart.
    """
    theirs = units().get(en.unit)
    if theirs is None or theirs.dimension not in _OF_RATES or not zh.unit:
        return zh
    found = _PER.search(text, max(0, zh.start - _NEAR), zh.start)
    code = _SPEEDS.get((zh.unit, "s" if found[1] else "h")) if found else None
    return zh if code is None else zh._replace(unit=code)
