"""A lost "only": 年仅十五岁 as "fifteen years old", 仅四县即达八万人 ("alone") as "80,000 from four counties"."""

from __future__ import annotations

from duizhao.regex import regex
from duizhao.validator.pairing.model import PROBABLE, Judgement
from duizhao.validator.pairing.nearby import words_before, words_behind
from duizhao.validator.quantities.model import Kind, Quantity

_NEAR_ZH, _NEAR_EN = 44, 180
"""Characters of both sentences that are looked at."""
_ZH_SENTENCE = regex("[。；！？\n]")
_EN_SENTENCE = regex(r"[.;!?](?:\s|$)|\n")
_SIGN, _AGED = "仅", "年仅"
_ALONE = regex(
    "(?<!不)仅仅?是?(?![限合为有占存剩够能次值需用])[^。；：！？仅]{2,30}?(?:就|即|便(?!宜))(?:已经?|曾|能|可|要|会)?"
    "[^，。；：、一二两三四五六七八九十百千万几数0-9]{0,6}$"
)
"""What of more is picked out: 仅木匠就有三百人. A plain 仅三百人 and 只有三百人 may go without an "only"."""
_REACHED = regex("[就即便]?(?:已经?)?[有达]?")
_EN_ONLY = regex(
    r"\b(?:only|just|mere|merely|alone|barely|scarcely|hardly|sole|solely|single|simply|but|except|"
    r"(?:no|not) (?:more|longer|later|higher|greater|larger) than|as (?:little|few|low|young|short|small|early) as|"
    r"(?:less|fewer) than|nothing|at most|a few|few|little|within|tender|young age|slightest|small|limited|"
    r"exclusive\w*|lone|short|even|still|until|or less|up to|minimum|low|brief\w*)\b"
)
_EN_ALONE = regex(
    r"\b(?:alone|only|just|mere|merely|single|sole|solely|by itself|by themselves|simply|"
    r"(?:no|not) (?:less|fewer) than|as (?:many|much) as|even|already|taken by|(?:this|that) (?:one|single))\b"
)
_COUNTED = frozenset((Kind.CARDINAL, Kind.MEASURE, Kind.PERCENT, Kind.FRACTION))


def only_lost(text: str, zh: Quantity, en: Quantity) -> Judgement | None:
    """Judge whether the English lost an "only" or an "alone"; None where nothing speaks against it.

    Args:
        text: of the article.
        zh: an expression of the original.
        en: its counterpart.
    """
    near = text[max(0, zh.start - _NEAR_ZH) : zh.start]
    if _SIGN not in near or zh.kind not in _COUNTED or zh.weak or en.weak:
        return None
    # The verb may have been read as part of the figure: 即达八万人.
    reached = _REACHED.match(text, zh.start)
    sentence = _ZH_SENTENCE.split(near)[-1] + (reached[0] if reached else "")
    alone = _ALONE.search(sentence) is not None
    if not alone and not sentence.endswith(_AGED):
        return None
    before = words_before(text, en.start, _NEAR_EN, _EN_SENTENCE)
    said = before + text[en.start : en.end] + words_behind(text, en.end, _NEAR_EN, _EN_SENTENCE)
    if (_EN_ALONE if alone else _EN_ONLY).search(said.lower()):
        return None
    return Judgement("approx-lost", f"“{'alone' if alone else 'only'}” is lost", PROBABLE)
