"""Whether a day of the original goes by the lunar calendar though no word of it says so."""

from __future__ import annotations

import re
from functools import lru_cache

from duizhao.regex import regex
from duizhao.validator.quantities.model import DateParts

_REPUBLIC = 1912
"""The first year that was counted by the Gregorian calendar."""
_JAPANESE = regex("日本|明治|大正|昭和")
_FESTIVALS = {
    (1, 1): "春节|春節",
    (1, 15): "元宵|上元|灯节|燈節",
    (5, 5): "端午|端阳|端陽|重五",
    (7, 7): "七夕|乞巧",
    (7, 15): "中元|盂兰|盂蘭|鬼节|鬼節",
    (8, 15): "中秋|团圆节|團圓節",
    (9, 9): "重阳|重陽",
    (12, 8): "腊八|臘八",
    (12, 23): "小年|祭灶|祭竈",
    (12, 30): "除夕",
}
_BEHIND = "(?:[日号號])?[，（(]?(?:的|是|正是|即|为|為)?"
_BEFORE = "(?:节|節)?(?:[（(，]|是|在|即)?$"
_REACH = 5
"""Characters before a day in which the name of its festival would stand."""


def goes_by_the_moon(parts: DateParts, at: tuple[int, int], text: str) -> bool:
    """Whether it is a day of a Chinese reign (同治九年六月十七日) or has the name of a lunar festival (八月十五中秋节).

    Args:
        parts: of a date of the original.
        at: where it stands.
        text: of the article.
    """
    if parts.month is None or parts.day is None:
        return False
    if parts.calendar == "era":
        # the reigns ended before the Gregorian calendar came; in Japan it came in the middle of one
        return parts.year is not None and parts.year < _REPUBLIC and not _JAPANESE.match(text, at[0])
    if parts.calendar or (parts.month, parts.day) not in _FESTIVALS:
        return False
    behind, before = _named(parts.month, parts.day)
    return bool(behind.match(text, at[1]) or before.search(text, max(0, at[0] - _REACH), at[0]))


@lru_cache(maxsize=16)  # there are ten such days
def _named(month: int, day: int) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The name of a festival behind its day, and before it."""
    names = _FESTIVALS[month, day]
    return regex(f"{_BEHIND}(?:{names})"), regex(f"(?:{names}){_BEFORE}")
