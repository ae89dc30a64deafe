"""Pieces that became kinds or packs: 布一千匹 as "1,000 kinds of cloth", 手榴弹八百个 as "800 boxes of grenades"."""

from __future__ import annotations

from duizhao.regex import regex
from duizhao.validator.pairing.model import PROBABLE, Judgement
from duizhao.validator.pairing.said_of.measured import PIECES
from duizhao.validator.quantities.lexicon.simplify import simplify
from duizhao.validator.quantities.model import Kind, Quantity

_KINDS_EN = regex(r" (?:[a-z-]+ )?(kinds|types|varieties|sorts|species)\b")
_KINDS_ZH = regex("[种類类样式型品色号牌科属]")
"""What kinds are called, behind the classifier or as one."""
_PACKS_EN = regex(
    r" (?:[a-z-]+ )?(boxes|crates|cartons|bags|sacks|barrels|baskets|bundles|bottles|cartloads|truckloads) of\b"
)
_PACKS_ZH = regex("[箱匣盒袋包袱筐篓簍篮籃捆束扎桶罐瓶坛壶车車船挑担听缸盆]")
"""What packs are called; of water and wine each has its own word in English."""
_LOOSE = frozenset("个個")
"""A classifier of pieces that may count kinds as well: 三个原因 may be "three kinds of reasons", but no boxes."""
_SINGLE = PIECES | _LOOSE
_NEAR, _FAR = 2, 8
"""Characters before and behind a figure in which they may be told; 各种 of 各种布匹仅一千匹 counts nothing."""


def kinds(text: str, zh: Quantity, en: Quantity) -> Judgement | None:
    """Judge whether English counts kinds or packs where the original counts or measures pieces.

    Args:
        text: of the article.
        zh: a count or a measure of the original.
        en: its counterpart.
    """
    if en.kind is not Kind.CARDINAL or not (zh.kind is Kind.MEASURE or zh.counter[:1] in _SINGLE):
        return None
    near = simplify(text[max(0, zh.start - _NEAR) : zh.end + _FAR])
    for english, chinese in ((_KINDS_EN, _KINDS_ZH), (_PACKS_EN, _PACKS_ZH)):
        said = english.match(text, en.end)
        if said and not chinese.search(near) and not (chinese is _KINDS_ZH and zh.counter[:1] in _LOOSE):
            return Judgement("counted", f"{zh.counter or text[zh.end - 1]} are no {said[1]}", PROBABLE)
    return None
