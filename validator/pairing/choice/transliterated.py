"""Designations that were taken for names: 二区 (Second District) as "Erqu"."""

from __future__ import annotations

import re

from duizhao.regex import regex
from duizhao.source import Span
from duizhao.validator.quantities.model import Kind, Quantity

_NUMERALS = ("", "yi", "er", "san", "si", "wu", "liu", "qi", "ba", "jiu", "shi")
_DESIGNATIONS = {
    "区": "qu",
    "乡": "xiang",
    "村": "cun",
    "组": "zu",
    "队": "dui",
    "社": "she",
    "校": "xiao",
    "厂": "chang",
    "营": "ying",
    "连": "lian",
    "团": "tuan",
    "旅": "lu",
    "师": "shi",
    "街": "jie",
    "道": "dao",
    "中": "zhong",
    "小": "xiao",
    "井": "jing",
    "矿": "kuang",
    "院": "yuan",
    "所": "suo",
    "班": "ban",
    "排": "pai",
}


_OF_VILLAGES, _VILLAGES = frozenset("井道街排"), ("村", "乡", "镇", "庄", "屯", "寨", "沟", "坪", "公社", "大队")
"""What villages are named after, and how they are called."""


def spelt_in_pinyin(text: str, start: int, end: int, zh: Quantity) -> Span | None:
    """Where the English text[start:end] spells out a Chinese designation in pinyin; None where it does not."""
    noun = zh.counter or text[zh.end : zh.end + 1]
    second = _DESIGNATIONS.get(noun)
    if noun in _OF_VILLAGES and text.startswith(_VILLAGES, zh.end + (not zh.counter)):
        return None  # 六井村 is a village called so
    if zh.kind not in (Kind.ORDINAL, Kind.CARDINAL) or second is None or not 0 < zh.low < len(_NUMERALS):
        return None
    match = _word(_NUMERALS[int(zh.low)] + second).search(text, start, end)
    return Span(*match.span()) if match else None


_OPENING = frozenset("“‘「『\"'")
_SYLLABLES = dict(zip("零〇○一二三四五六七八九十", ("ling",) * 3 + _NUMERALS[1:], strict=True))


def name_in_pinyin(text: str, zh: Quantity, english: str) -> bool:
    """Whether a name of figures in quotation marks is spelt out: the “九三” farm as "Jiusan"."""
    words = text[zh.start : zh.end]
    if text[zh.start - 1] not in _OPENING or not all(char in _SYLLABLES for char in words):
        return False
    return "".join(_SYLLABLES[char] for char in words) in english.lower().replace(" ", "").replace("-", "")


def _word(pinyin: str) -> re.Pattern[str]:
    return regex(rf"\b{pinyin.capitalize()}\b")
