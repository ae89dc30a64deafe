"""Days that have a name: 九一八, 国庆, 清明, "May Day"."""

from __future__ import annotations

import re

from duizhao.regex import regex

_FIGURES = "〇一二三四五六七八九"
_DAY_NAMES = {
    (1, 1): "元旦|新年",
    (5, 1): "劳动节",
    (10, 1): "国庆",
    (10, 10): "双十",
    (12, 25): "圣诞",
    (3, 8): "妇女节",
}
"""The names of some days in the original."""


def is_named(text: str, within: tuple[int, int], month: int, day: int) -> bool:
    """Whether a stretch of Chinese has that day as a name: 九一八, 七·七, ５．１, 国庆."""
    if _name(month, day).search(text, *within):
        return True
    terms = [term for term, (at, on) in SOLAR_TERMS.items() if at == month and abs(on - day) <= 1]
    return any(term in text[within[0] : within[1]] for term in terms)


_EN_DAYS = {
    (1, 1): "new year's day",
    (3, 8): "women's day",
    (5, 1): "may day|labou?r day",
    (5, 4): "youth day|may fourth",
    (6, 1): "children's day",
    (8, 1): "army day|the army's anniversary",
    (10, 1): "national day",
    (12, 25): "christmas(?! eve)",
}
"""Days that English may tell by their name: 一月一日 is New Year's Day."""


def is_named_in_english(words: str, month: int | None, day: int | None) -> bool:
    """Whether English words, in lower case and with straight apostrophes, have that day by its name."""
    name = _EN_DAYS.get((month or 0, day or 0))
    return name is not None and re.search(rf"\b(?:{name})\b", words) is not None


SOLAR_TERMS = {
    "立春": (2, 4),
    "雨水": (2, 19),
    "惊蛰": (3, 6),
    "春分": (3, 21),
    "清明": (4, 5),
    "谷雨": (4, 20),
    "立夏": (5, 6),
    "小满": (5, 21),
    "芒种": (6, 6),
    "夏至": (6, 21),
    "小暑": (7, 7),
    "大暑": (7, 23),
    "立秋": (8, 8),
    "处暑": (8, 23),
    "白露": (9, 8),
    "秋分": (9, 23),
    "寒露": (10, 8),
    "霜降": (10, 23),
    "立冬": (11, 7),
    "小雪": (11, 22),
    "大雪": (12, 7),
    "冬至": (12, 22),
    "小寒": (1, 6),
    "大寒": (1, 20),
}
"""The days of the solar terms, within one (GB/T 33661-2017): translators gloss them."""


def _name(month: int, day: int) -> re.Pattern[str]:
    months, days = "|".join(_writings(month)), "|".join(_writings(day))
    patterns = [
        rf"(?:{months})[ ·、，,.．—\-‧•・/]?(?:{days})",
        # 9·18 and 918, 5.4 and 504; 54 without a sign is any number.
        rf"(?<![0-9]){month}(?:[·.．\-/]{day}|[·.．\-/]?{day:02d})(?![0-9])",
    ]
    if (month, day) in _DAY_NAMES:
        patterns.append(_DAY_NAMES[month, day])
    return regex("|".join(patterns))


def _writings(number: int) -> list[str]:
    """A number up to 31 as names of days have it, longest first: 二十八, 二八, 廿八."""
    tens, ones = divmod(number, 10)
    if not tens:
        return [_FIGURES[ones]]
    last = _FIGURES[ones] if ones else ""
    return [
        *(ten + last for ten in (("十",), ("二十", "廿"), ("三十", "卅"))[tens - 1]),
        _FIGURES[tens] + _FIGURES[ones],
    ]
