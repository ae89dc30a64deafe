"""The numbers at the head of a clause or an item: （一）, １、, 甲、, 一是, ①."""

from __future__ import annotations

from duizhao.regex import regex
from duizhao.validator.quantities import numeral_zh
from duizhao.validator.quantities.lexicon.classes import BIT
from duizhao.validator.quantities.numeral_zh import FIGURES, FORMAL, ONES
from duizhao.validator.quantities.tokens import Token
from duizhao.validator.quantities.tokens_zh.characters import CLAUSE, DOTTED, STEMS
from duizhao.validator.quantities.tokens_zh.stretch import ChineseStretch

CIRCLED = {chr(0x2460 + n): str(n + 1) for n in range(20)} | {chr(0x3280 + n): str(n + 1) for n in range(10)}
"""① to ⑳, ㊀ to ㊉."""
# （三）日 has its unit outside, and （24）贰肆 is a lot, told in figures and in words.
_BRACKETED = regex(rf"[（(〔【]([{ONES}十{FIGURES}]{{1,3}}|[{STEMS}])[)）〕】](?![日月年号{FORMAL[:-3]}])")
_HEADED = regex(
    rf"([{ONES}十{FIGURES}]{{1,3}}|[{STEMS}])(?:[、．](?![{FIGURES}])|\.(?![0-9])|[)）]|是(?=[^{ONES}十否]))"
)


def marker_at(stretch: ChineseStretch, at: int) -> Token | None:
    """The number at the head of a clause: （一）, １、, 甲、, 一是."""
    text = stretch.text
    begin = at
    if at > stretch.floor and text[at - 1] in "（(〔【":
        found = _BRACKETED.match(text, at - 1, stretch.stop)
        begin = at - 1
    else:
        # 他们三、五成群: in the midst of a clause nothing is headed.
        if at > stretch.floor and text[at - 1] not in CLAUSE:
            return None
        found = _HEADED.match(text, at, stretch.stop)
    if found is None or DOTTED.match(text, at, stretch.stop):
        return None  # 七、五九一 heads no clause
    sign = found[1]
    value = STEMS.find(sign) + 1
    if not value:
        readings = numeral_zh.read(sign)
        low = readings[-1].low if readings else 0
        if low.denominator != 1 or not 0 < low < 100:
            return None  # （１５４） is a count in a table
        value = int(low)
    return Token(begin, found.end(), BIT["MARKER"], word=str(value))
