"""Money of another country that became yuan: 六十亿南币 (dinars) as "6 billion yuan"."""

from __future__ import annotations

import re

from duizhao.validator.pairing.model import PROBABLE, Judgement
from duizhao.validator.quantities.lexicon.simplify import simplify
from duizhao.validator.quantities.model import Kind, Quantity

_CURRENCY = re.compile("[南越朝捷波匈罗保蒙苏德英美日印缅泰菲埃土希意西葡叙伊智秘]币")
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
