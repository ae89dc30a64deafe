"""Where an expression begins that begins with no numeral."""

from __future__ import annotations

from duizhao.validator.quantities.tokens_zh.characters import CLAUSE, NUMERAL_CHARS, STEMS, WITHOUT_NUMERAL
from duizhao.validator.quantities.tokens_zh.stretch import ChineseStretch

_BEFORE_CHENG = frozenset("了约約产產增减減高低多少涨漲跌降近")
"""Behind what 成半 is fifteen percent."""
_NO_UNIT = NUMERAL_CHARS | frozenset("×□Ｘ去今明前本每全历歷个個")
"""Before 月余 or 尺余, what counts the unit already or makes it another word."""
_TO_A_PLACE = frozenset("约近距离離隔行走城达達东東南西北村")
"""Before 里许, what says how far or where from."""
_AFTER_BA = frozenset("月年星人钟鐘小")
"""What 个把 counts: 个把月, 个把小时."""
_OPEN = frozenset("（(")


def begins(stretch: ChineseStretch, at: int) -> bool:
    """Whether an expression may begin with a character that is none of a numeral."""
    text, single = stretch.text, stretch.tables.single
    char, following = text[at], text[at + 1 : min(at + 2, stretch.stop)]
    if char in single or char + following in single:
        return True
    if not following:
        return False
    before = text[at - 1 : at]
    if char == "元":
        return following == "年"
    if char == "成":
        return following == "半" and before in _BEFORE_CHENG  # 增产了成半多
    # 月余 is a month and more; 三月余 and 去年余 have their unit from before.
    if char in "月年旬":
        return following in "余餘" and before not in _NO_UNIT
    if char in WITHOUT_NUMERAL:
        # 雪深尺余, 距城里许; not 这里许多, 村里余下
        return (
            following in "余餘许許"
            and text[at + 2 : at + 3] not in ("多", "可", "下", "粮")
            and (char != "里" or before in _TO_A_PLACE)
            and before not in _NO_UNIT
        )
    if char in "个個":
        return following == "把" and text[at + 2 : min(at + 3, stretch.stop)] in _AFTER_BA
    # 甲 is a part of many words: only what heads a clause, or stands in brackets, is the number of an item.
    if char in STEMS:
        return ((not before or before in CLAUSE) and following in "、．.") or (before in _OPEN and following in "）)")
    return False
