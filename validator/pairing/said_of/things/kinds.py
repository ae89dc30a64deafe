"""Pieces that became kinds: 布一千四百匹 as "1,400 kinds of cloth"."""

from __future__ import annotations

import re

from duizhao.validator.pairing.model import PROBABLE, Judgement
from duizhao.validator.pairing.said_of.measured import PIECES
from duizhao.validator.quantities.lexicon.simplify import simplify
from duizhao.validator.quantities.model import Kind, Quantity

_EN = re.compile(r" (?:[a-z-]+ )?(kinds|types|varieties|sorts|species)\b")
_ZH = re.compile("[种類类样式型品色号牌科属]")
"""What kinds are called, behind the classifier or as one."""
_NEAR, _FAR = 2, 8
"""Characters before and behind a figure in which they may be told; 各种 of 各种布匹仅一千匹 counts nothing."""


def kinds(text: str, zh: Quantity, en: Quantity) -> Judgement | None:
    """Judge whether English counts kinds where the original counts or measures pieces.

    Args:
        text: of the article.
        zh: a count or a measure of the original.
        en: its counterpart.
    """
    if en.kind is not Kind.CARDINAL or not (zh.kind is Kind.MEASURE or zh.counter[:1] in PIECES):
        return None
    said = _EN.match(text, en.end)
    if said is None or _ZH.search(simplify(text[max(0, zh.start - _NEAR) : zh.end + _FAR])):
        return None
    return Judgement("counted", f"{zh.counter or text[zh.end - 1]} are no {said[1]}", PROBABLE)
