"""A unit that the English has nowhere: 一千三百万公方 (cubic metres) as "13 million public squares"."""

from __future__ import annotations

import re
from functools import lru_cache

from duizhao.regex import regex
from duizhao.validator.pairing.model import PROBABLE, Judgement
from duizhao.validator.pairing.nearby import words_before, words_behind
from duizhao.validator.pairing.values.dimensions import TELLING
from duizhao.validator.pairing.values.sorts import distinct
from duizhao.validator.quantities.lexicon import unit_name, units
from duizhao.validator.quantities.model import Kind, Quantity

_RICE = regex(r" (?:[a-z]+ )?rice\b", re.IGNORECASE)
"""What 米 is as well: 九二米, which is milled to 92 per cent."""
_BEFORE, _AFTER = 240, 120
"""Characters of the paragraph in which the unit may be said once for several figures, and behind a figure."""
_BREAK = regex(r"\n\s*\n")


def lost_unit(text: str, zh: Quantity, en: Quantity) -> Judgement | None:
    """Judge a pair of the same value of which the original alone has a unit.

    Args:
        text: of the article.
        zh: a measure of the original.
        en: its counterpart.
    """
    if zh.kind is not Kind.MEASURE or en.kind is not Kind.CARDINAL or en.unit or en.weak or zh.weak:
        return None
    unit = units().get(zh.unit)
    if unit is None or (zh.unit == "m" and _RICE.match(text, en.end)):
        return None
    if unit.dimension in _PIECEMEAL and (pieces := _PIECES.match(text, en.end)):
        return Judgement("unit", f"{pieces[1]} are no {unit_name(unit.code)}", PROBABLE)
    if unit.dimension not in TELLING:
        return None
    things = _THINGS.match(text, en.end)
    if things and (distinct(zh) or things[1] == "points") and not _measures(things[1], unit.dimension):
        # Two things and two feet may both be there, and be paired crosswise; of points 三公分 is the usual slip.
        return Judgement("unit", f"{things[1]} are no {unit_name(unit.code)}", PROBABLE)
    if not distinct(zh):
        return None
    around = f"{words_before(text, en.start, _BEFORE, _BREAK)} {words_behind(text, en.end, _AFTER, _BREAK)}".lower()
    if _words_of(unit.dimension).search(around):
        return None
    return Judgement("unit", f"the English has no {unit_name(unit.code)}", PROBABLE)


_PIECEMEAL = TELLING | {"power"}
_PIECES = regex(r" (?:[a-z-]+ )?(sets|pieces|units) of\b")
"""What is counted piece by piece: 四千八百马力的设备 are no 4,800 sets of it."""
_THINGS = regex(
    r" ([a-z]{2,}s)\b(?=[.,;:)\n]| (?:in|from|and|or|with|for|at|on|by|to|were|are|have|had|was|per|than|that|who|"
    r"which|higher|lower|more|less|altogether|alone|each|a|every)\b)"
)
"""What is counted, right behind its figure: a unit that was said before is not said of things."""


def _measures(things: str, dimension: str) -> bool:
    """Whether what stands behind a figure is a measure or belongs to one: 300 tons, 400 catties."""
    return things in _NO_THINGS or _words_of(dimension).fullmatch(things) is not None


_NO_THINGS = frozenset(("is", "was", "has", "does", "times", "less"))
"""Words on s behind a figure that count nothing: of 300 is, 300 times."""


@lru_cache(maxsize=8)  # more than `_PIECEMEAL` has
def _words_of(dimension: str) -> re.Pattern[str]:
    """The words by which English measures in a dimension, the loads and piculs of 担 among them."""
    words = {word.replace("_", " ") for unit in units().values() if unit.dimension == dimension for word in unit.en}
    words |= _LOOSE.get(dimension, set())
    return regex(rf"\b(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})s?\b|[a-z]²|[a-z]³")


_LOOSE = {
    "mass": {"load", "picul", "weight"},
    "length": {"long", "high", "wide", "deep", "jump", "throw"},
    "volume": {"load", "cubic"},
    "area": {"square"},
}
"""Words that tell what is measured, so that the unit goes without saying."""
