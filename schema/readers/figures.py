"""The figures of a text, roughly: enough to tell which articles of two halves speak of the same things.

The reader of quantities is many times as slow, and for this no unit and no ordinal need be known.
"""

from __future__ import annotations

import re

from duizhao.regex import regex
from duizhao.schema.datelines import MONTH
from duizhao.schema.numerals import DIGITS

_LEAST = 4  # smaller numbers are words like any others: "one", 三
_ENGLISH = regex(r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]{1,9}")
_CHINESE = regex(r"[〇零○一二兩两三四五六七八九十百千萬万億亿廿卅]+|[0-9０-９]{1,9}")
_SCALES = {"十": 10, "百": 100, "千": 1000}
_DAYS = r"\b([0-9]{1,2})(?:st|nd|rd|th)\b"
_ENGLISH_ORDINAL = regex(
    rf"{_DAYS}|\b{MONTH} ([0-9]{{1,2}})\b|\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b",
    re.IGNORECASE,
)
_TENTHS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_WORDS = {word: value for value, word in enumerate(_TENTHS, 1)}
_CHINESE_ORDINAL = regex("第([一二三四五六七八九十廿卅]{1,3})|([一二三四五六七八九十廿卅]{1,3})[日晨晚]")
_LENGTH = 20  # signs; a longer run is a list, and no number


def english_figures(text: str) -> frozenset[int]:
    """The numbers of an English text that are written in figures."""
    found = (int(match.replace(",", "")) for match in _ENGLISH.findall(text))
    return frozenset(value for value in found if value >= _LEAST)


def chinese_figures(text: str) -> frozenset[int]:
    """The numbers of a Chinese text, in numerals or in figures."""
    return frozenset(value for match in _CHINESE.findall(text) if (value := _value(match)) >= _LEAST)


def english_ordinals(text: str) -> frozenset[int]:
    """The days of an English text, and what else is counted as they are: the 7th, March 7, second."""
    return frozenset(
        _WORDS[word.lower()] if word else int(day or date) for day, date, word in _ENGLISH_ORDINAL.findall(text)
    )


def chinese_ordinals(text: str) -> frozenset[int]:
    """The same of a Chinese text: 七日, 十一晚, 第二."""
    return frozenset(_value(which or day) for which, day in _CHINESE_ORDINAL.findall(text))


def _value(numeral: str) -> int:
    if numeral[0].isdecimal():
        return int(numeral)  # full-width ones too
    if len(numeral) > _LENGTH:
        return 0
    # Each is a figure and its ten in one sign.
    numeral = numeral.replace("廿", "二十").replace("卅", "三十")
    if all(sign in DIGITS for sign in numeral):
        return int("".join(str(DIGITS[sign]) for sign in numeral))
    total = part = digit = 0
    for sign in numeral:
        if sign in DIGITS:
            digit = DIGITS[sign]
        elif sign in _SCALES:
            part += (digit or 1) * _SCALES[sign]
            digit = 0
        else:
            # 三億五千萬 is 3 hundred million and 50 million, 二萬億 is two times ten thousand hundred million.
            total = (total + part + digit) * 10**8 if sign in "億亿" else total + (part + digit) * 10**4
            part = digit = 0
    return total + part + digit
