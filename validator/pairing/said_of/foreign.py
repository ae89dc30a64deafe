"""Money that became another: 六十亿南币 (dinars) as "6 billion yuan", 赚洋九万元 as "90,000 yuan in silver dollars"."""

from __future__ import annotations

from duizhao.regex import regex
from duizhao.validator.pairing.model import PROBABLE, Judgement
from duizhao.validator.quantities.lexicon.simplify import simplify
from duizhao.validator.quantities.model import Kind, Quantity

_CURRENCY = regex("[南越朝捷波匈罗保蒙苏德英美日印缅泰菲埃土希意西葡叙伊智秘]币")
"""A country by its first character with 币: newspapers call unfamiliar currencies so."""


def foreign_money(text: str, zh: Quantity, en: Quantity) -> Judgement | None:
    """Judge a pair of which the original names the currency of another country, and the English the Chinese one.

    Args:
        text: of the article.
        zh: a figure of the original with no unit that is known.
        en: its counterpart.
    """
    if en.unit != "yuan" or zh.unit or zh.kind is not Kind.CARDINAL:
        return None
    # Two characters, and no more of the text than that is made simple.
    said = _CURRENCY.match(simplify(text[zh.end : zh.end + 2]))
    return Judgement("unit", f"{said[0]} is no yuan", PROBABLE) if said else None


_IN_FOREIGN = regex(r"\W{0,2}(?:in|of) foreign (?:currency|money|exchange|dollars|coins?)\b")
_FOREIGN = regex("外[币幣汇匯国國]|[美英法日港]")
"""What makes it money from abroad; 洋 before a sum is the yuan of everyday speech."""
_IN_SILVER = regex(r"\W{0,2}(?:in|of) silver\b|\W{0,2}silver (?:dollars?|coins?)\b")
_SILVER = regex("银|銀|大洋|光洋|白洋|现洋|現洋|袁头|块洋")


def silver_added(text: str, zh: Quantity, en: Quantity) -> Judgement | None:
    """Judge a pair of which the original has yuan, and the English yuan in silver dollars or in foreign currency.

    Args:
        text: of the article.
        zh: a sum of the original; 洋 before it says no more than money.
        en: its counterpart.
    """
    if zh.unit != "yuan":
        return None
    if _IN_FOREIGN.match(text, en.end) and not _FOREIGN.search(text, max(0, zh.start - _NAMED), zh.end + _NAMED):
        return Judgement("unit", "the original has yuan, and no foreign money", PROBABLE)
    if not _IN_SILVER.match(text, en.end):
        return None
    if _SILVER.search(text, max(0, zh.start - _NAMED), zh.end + _NAMED):
        return None
    return Judgement("unit", "the original has yuan, and no silver", PROBABLE)


_NAMED = 6
"""Characters on either side in which a sum is said to be of silver."""
