"""What stands before 半 without a numeral: 斤半, 个半月."""

from __future__ import annotations

from duizhao.validator.quantities.lexicon.classes import BIT
from duizhao.validator.quantities.model import Form
from duizhao.validator.quantities.numeral import Numeral, classify
from duizhao.validator.quantities.tokens import Token
from duizhao.validator.quantities.tokens_zh.characters import NUMERAL_CHARS
from duizhao.validator.quantities.tokens_zh.stretch import ChineseStretch
from duizhao.validator.quantities.tokens_zh.words import word_at

_EACH = frozenset(
    "每全整各今去本当當后後前这這那某按以论論同半两兩几幾数數多余餘来來个個 　，。、；：（“上下明次千平市公英方百万萬何少青老"
)
"""Before a unit that 半 follows, what makes another word of it (去年, 公斤, 青年) or counts it (每斤, 两年)."""
_ONE = (Numeral(1, 1, Form.WORDS, mask=classify(1, 1)),)
_ONE_LEFT_OUT = {
    "个": frozenset("月小钟工人世年劳"),
    "個": frozenset("月小鐘工人世年勞"),
    "分": frozenset("，。；、）"),
}
"""Classifiers before 半 that may have lost their 一, and what then follows: 个半月, 个半工; 驴分半，牛一分."""
_COUNTED = NUMERAL_CHARS | frozenset("每各几幾多两兩整这這那哪半")
"""What counts a classifier already, so that no 一 is left out."""


def before_half(stretch: ChineseStretch, at: int) -> list[Token]:
    """The unit or the classifier before 半 that no numeral precedes, the classifier with the 一 that it implies."""
    if stretch.text[at] != "半" or at <= stretch.floor:
        return []
    unit = _unit(stretch, at)
    return [unit] if unit is not None else _classifier(stretch, at)


def _unit(stretch: ChineseStretch, at: int) -> Token | None:
    """斤半, 年半."""
    text, token = stretch.text, word_at(stretch, at - 1)
    if (
        token is None
        or token.end != at
        or not token.mask & BIT["UNIT"]
        or token.mask & BIT["CLS"]
        or (at > 1 and text[at - 2] in _EACH)
    ):
        return None
    return token._replace(mask=BIT["UNIT"])


def _classifier(stretch: ChineseStretch, at: int) -> list[Token]:
    """个半月, 分半."""
    text = stretch.text
    following = _ONE_LEFT_OUT.get(text[at - 1])
    if following is None or text[at + 1 : at + 2] not in following or text[max(0, at - 2) : at - 1] in _COUNTED:
        return []
    classifier = word_at(stretch, at - 1)
    if classifier is None or classifier.end != at:
        return []
    return [Token(at - 1, at - 1, _ONE[0].mask, _ONE), classifier]
