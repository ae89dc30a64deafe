"""Figures of a table whose unit is told apart: 万吨 215.3 as "thousand tons 2,153"."""

from __future__ import annotations

import re
from fractions import Fraction

from duizhao.regex import regex
from duizhao.validator.pairing.model import Link
from duizhao.validator.quantities.model import Approx, Kind, Number, Quantity

_SCALES_ZH = "百千万萬亿億"
_SCALE_EN = regex(r"(?:(?:tens|hundreds) of )?(?:hundred|thousand|million|billion)|10|1,0", re.IGNORECASE)
_PLURAL = regex(r"(tens |hundreds )?(?:of )?(thousands|millions|billions)\b", re.IGNORECASE)
"""In the plural a scale is an open count (two million to ten), or what a column is told in."""
_WORTH = {"thousands": 10**3, "millions": 10**6, "billions": 10**9, "tens ": 10, "hundreds ": 100}
_COUNTS = frozenset((Kind.CARDINAL, Kind.MEASURE, Kind.FRACTION))


def scaled(text: str, links: list[Link]) -> list[Link]:
    """Take figures for right that were converted with the scale that their row or column is told in.

    A scale that stands alone (万吨, "thousand tons") holds for the figure right behind it; told as the unit of a table,
    for all behind it, up to the next one.  Where the translation tells another, or none, the figures must have changed
    by as much; what has not stays wrong.

    Args:
        text: of the article.
        links: all pairs of its body, in the order of the original.
    """
    found = list(links)
    factors: dict[int, Fraction] = {}  # of the scales that hold, by their place in the list
    behind_scale = False
    for index, one in enumerate(links):
        factor = _factor(text, one)
        if factor is not None:
            factors = {**factors, index: factor} if behind_scale else {index: factor}
            if factor == 1 and one.verdict == "value":  # "millions of tons" by itself is an open count
                found[index] = Link(one.zh, one.en)
        elif one.verdict and one.zh and one.en:
            for at, by in factors.items():
                if by != 1 and _changed_by(one.zh, one.en, by) and _holds(text, links[at], one.zh):
                    found[index], found[at] = Link(one.zh, one.en), Link(links[at].zh, links[at].en)
                    break
        behind_scale = factor is not None
    return found


_UNIT_OF = regex("(?:单位|單位|[（(])[：:]?[^，。；（）()]{0,6}$")
"""What stands before the scale of a whole table or column: （单位：万吨）, 产量（万吨）."""
_GAP = regex("[ \t\u3000|]+")


def _holds(text: str, scale: Link, figure: Quantity) -> bool:
    """Whether a scale is that of a figure."""
    told = scale.zh
    if told is None:
        return False
    if _UNIT_OF.search(text, max(0, told.start - 10), told.start):
        return True
    return _GAP.fullmatch(text, told.end, figure.start) is not None


def _factor(text: str, link: Link) -> Fraction | None:
    """How many times greater the figures of the translation must be; None where a link is no scale."""
    zh, en = link.zh, link.en
    if zh is None or text[zh.start] not in _SCALES_ZH or not _is_plain(zh) or not _is_power(zh.low):
        return None
    scale = 1 if en is None else _scale_of(text, en)
    return Fraction(zh.low) / scale if scale else None


def _scale_of(text: str, en: Quantity) -> Number | None:
    if found := _PLURAL.match(text, en.start):
        return _WORTH[found[2].lower()] * _WORTH.get((found[1] or "").lower(), 1)
    return en.low if _is_plain(en) and _is_power(en.low) and _SCALE_EN.match(text, en.start) else None


def _is_plain(one: Quantity) -> bool:
    return one.kind in _COUNTS and one.low == one.high and one.approx is Approx.NONE


def _is_power(value: Number) -> bool:
    return value.denominator == 1 and value >= 100 and str(value).strip("0") == "1"


def _changed_by(zh: Quantity, en: Quantity, factor: Fraction) -> bool:
    return _is_plain(zh) and _is_plain(en) and zh.low * factor == en.low
