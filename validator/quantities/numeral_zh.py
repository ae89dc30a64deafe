"""Chinese numerals: from the characters of one numeral to its readings.

Read are place value (六万七千三百九十), positional (一九五八), mixed (1亿2千万, 3万4000), elliptic (三万五, 百五十), 廿 卅
卌, formal (壹仟贰佰), full-width figures, thousands commas, decimals with 点 or ·, approximators inside (四百多万,
十几万), neighbouring digits that mean a range (七八十), repeated scales (九万亿三千二百亿).
"""

from __future__ import annotations

import re
from fractions import Fraction

from duizhao.regex import regex
from duizhao.validator.quantities.lexicon.classes import BIT
from duizhao.validator.quantities.model import Approx, Form, Number
from duizhao.validator.quantities.numeral import Numeral, classify, exact

FIGURES = "0-9０-９"
ONES = "零〇○◯Ｏ一二三四五六七八九"
FORMAL = "壹贰貳弍叁參叄肆伍陆陸柒捌玖拾佰仟"
SCALES = "十百千万亿萬億兆廿卅卌"
LIMIT = 40
"""Characters of the longest numeral that is read as a number; a longer one is a code, whatever it says."""

_FORMAL_FIGURES = frozenset(FORMAL[:-3])
_FIGURE = rf"[{FIGURES}]++(?:[,，][{FIGURES}]{{3}}(?![{FIGURES}]))*+(?:[.．·・](?=[{FIGURES}])[{FIGURES}]++|(?<=[{FIGURES}][{FIGURES}])[.．] [{FIGURES}]++)?+"
"""Figures; optical recognition leaves a space behind the decimal point (86. 6%), which in "1. 3个月" marks a list."""
_DIGITS = ONES + FORMAL[:-3]
_INNER = "多余馀餘來来几幾数數"
_BIG = "[百千万亿萬億佰仟]"
_MEASURED = "(?:[米秒吨噸元斤尺里度％%]|公[尺里分斤吨噸]|厘米)"
"""What decimals that are counted by tens are of; 三点二十分 is an hour."""
_POINT = (
    rf"(?:[点點·．・.](?=[{_DIGITS}{FIGURES}]+(?![{_DIGITS}{FIGURES}]*[十拾]))"
    rf"|[点點](?=[一二三四五六七八九]?十[一二三四五六七八九]?{_MEASURED}))?"
)
RUN = regex(
    rf"[数數几幾两兩][个個][亿億]|(?:[大好]?[数數几幾](?=[十百千万亿萬億]))?+"
    rf"(?:{_FIGURE}(?:[ 　](?=[{_INNER}]?{_BIG}))?+"
    rf"|[{ONES}{FORMAL}廿卅卌十百千万亿萬億]{_POINT}"
    rf"|(?<=[{ONES}]) (?=[百千万亿萬億](?![分货]))|(?<=[十百千]) (?=[{ONES}][万亿萬億])"
    rf"|兆(?![瓦赫帕周欧字比焦位])"
    rf"|(?<=[百千万亿萬億][零〇])[两兩]|[两兩](?=[百千万亿萬億])|(?<![一二三四五六七八九十])[两兩](?=三)"
    rf"|[{_INNER}](?={_BIG}(?!分之))"
    rf"|(?<=[十百千万亿廿卅萬億])[几幾](?![乎内率何])"
    rf"|(?<=[{ONES}])干(?=[余馀餘][人名元户石担]|[一二三四五六七八九]百)"
    rf")++(?:(?<=[{ONES}{FIGURES}])[个個][亿億])?+"
)
"""One numeral, its inner approximators included, and the blank of a line's end (五 亿, 二百七十 九亿); 干 is 千 misread (七干余人).  两 counts only before a scale or 三; elsewhere it is a word of its own, and behind a figure a weight: 五两三钱."""

_CANON_OF = {
    "0": "０零〇○◯Ｏ",
    "1": "１一壹",
    "2": "２二贰貳弍两兩",
    "3": "３三叁參叄",
    "4": "４四肆",
    "5": "５五伍",
    "6": "６六陆陸",
    "7": "７七柒",
    "8": "８八捌",
    "9": "９九玖",
    "t": "十拾",
    "h": "百佰",
    "k": "千仟干",
    "w": "万萬",
    "y": "亿億",
    "z": "兆",
    "2t": "廿",
    "3t": "卅",
    "4t": "卌",
    ".": "点點．·・.",
    "+": "多余馀餘来來",
    "?": "几幾数數",
    "": ",， 　大好个個",
}
_CANON = {ord(char): canon for canon, chars in _CANON_OF.items() for char in chars}
_AS_FIGURES = {"32": 0.45}
"""What it costs to read two neighbouring digits as figures where it is less than of 七八: 三二 is seldom two or three."""
_SMALL = regex(r"(?:(\d*)k)?0*(?:(\d*)h)?0*(?:(\d*)t)?0*?(\d*)")
_WITHOUT_WAN = regex(r"y[1-9]k(?:[1-9]h?)?$")
"""五亿九千五, whose 万 is left out; 五亿零九千五百 has its nought."""
_PAIR = regex(r"(?<!\d)([1-9])([1-9])(?!\d)")
_TWICE = regex(r"((?:[1-9]|[1-9]?t)([hkwy]))((?:[1-9]|[1-9]?t)\2)")
"""The same scale twice counts on: 一千两千 is a thousand or two; 一万五千万 has another numeral before its second."""
_SEGMENT = regex(r"([^wyz]*)([wyz]+)|([^wyz]+)$")
_CENTURIES = range(1900, 2100)
"""Years that are also written with their places: 一千九百五十八年, 两千零五年."""
_SIZE = {"w": 10**4, "y": 10**8, "z": 10**12}
MYRIAD_SCALES = {char: _SIZE[canon] for canon in "wy" for char in _CANON_OF[canon]}
"""万 and 亿 in either script, by their characters."""


def read(run: str) -> tuple[Numeral, ...]:
    """The readings of a numeral, the likeliest first; none for 千千万万.

    Args:
        run: what `RUN` matched.
    """
    canon = run.translate(_CANON)
    if canon == "z":
        return ()  # 苏兆征: by itself it is a name
    bare = canon.replace("+", "")
    over = Approx.NONE if len(bare) == len(canon) else Approx.OVER
    if "?" in bare:
        return _open(bare, large=run[0] == "大")
    form = _form(run)
    found: list[Numeral] = []
    if bare.count(".") == 2 and form is Form.WORDS:
        # 零点二二·一六八: a dot that print left where a figure fell out.
        first = bare.index(".") + 1
        bare = bare[:first] + bare[first:].replace(".", "")
    value = value_of(bare)
    # In formal figures nobody counts on: 叁肆 is 34, as a lot is read out.
    pair = _last_pair(bare) if form is Form.WORDS and run[0] not in _FORMAL_FIGURES else None
    if pair:
        found += _ranges(bare, pair, over)
    elif (twice := _TWICE.fullmatch(bare)) is not None:
        return tuple(_ranged([value_of(twice[1]), value_of(twice[3])], over, 0.0))
    if value is not None:
        # 七八 may be 78 in a table; with a scale word around it (七八十, 三四百) it never is.
        cost = (
            0.0 if not found else (_AS_FIGURES.get(bare, 0.7) if len(bare) == 2 else 0.12) if bare.isdecimal() else 0.3
        )
        if not (found and "两" in run) and not (
            found and not bare.isdecimal() and pair and pair.end() < len(bare) and bare[pair.end()] in "thk"
        ):
            positional = bare.isdecimal() and (form is Form.WORDS or "," not in run)
            bits = classify(value, value, positional=positional, length=len(bare))
            if not positional and form is Form.WORDS and value in _CENTURIES and "k" in bare:
                bits |= BIT["YEAR4"]
            found.append(Numeral(value, value, form, over, cost, bits))
    if form is Form.WORDS and _WITHOUT_WAN.search(bare) and (value := value_of(bare + "w")) is not None:
        found.append(Numeral(value, value, form, over, 0.1, classify(value, value)))
    return tuple(found)


def _form(run: str) -> Form:
    figures = sum(char.isdecimal() for char in run)
    if not figures:
        return Form.WORDS
    return Form.DIGITS if figures + sum(char in ",，.．·・ 　" for char in run) == len(run) else Form.MIXED


def _last_pair(bare: str) -> re.Match[str] | None:
    """Neighbouring digits that count on (七八十, 十七八, 两三千); 三五 is three to five as well."""
    if "." in bare:
        return None
    pair = None
    for pair in _PAIR.finditer(bare):  # noqa: B007  the last one is wanted
        pass
    if pair is None:
        return None
    first, second = int(pair[1]), int(pair[2])
    return pair if second == first + 1 or pair[0] in {"35", "32"} else None


def _ranges(bare: str, pair: re.Match[str], over: Approx) -> list[Numeral]:
    head, tail = bare[: pair.start()], bare[pair.end() :]
    return _ranged([value_of(head + digit + tail) for digit in pair.groups()], over, 0.25 if head[-1:] == "0" else 0.0)


def _ranged(values: list[Number | None], over: Approx, cost: float) -> list[Numeral]:
    ends = sorted(value for value in values if value is not None)
    if len(ends) < 2 or ends[0] == ends[1]:
        return []
    return [Numeral(ends[0], ends[1], Form.WORDS, over, cost, classify(ends[0], ends[1]))]


def _open(bare: str, *, large: bool) -> tuple[Numeral, ...]:
    """Bound 几十 (20 to 99), 十几万 (110,000 to 199,999), 大几千 (5,000 to 9,999)."""
    if bare.count("?") != 1:
        return ()
    one, two = value_of(bare.replace("?", "1")), value_of(bare.replace("?", "2"))
    if one is None or two is None:
        return ()
    step = two - one
    low = one if bare[0] != "?" else one + step * (4 if large else 1)
    high = one + 9 * step - 1 if len(bare) > 1 else one + 8 * step
    return (Numeral(low, high, Form.WORDS, Approx.SEVERAL, 0.0, BIT["NUM"] | BIT["OPEN"]),)


def value_of(bare: str) -> Number | None:
    """The value of figures, the scales t h k w y z (十 百 千 万 亿 兆) and decimal points; None where they make none."""
    if bare.isdecimal():
        return int(bare)
    bare = bare.replace("ww", "y")
    total: Number = 0
    last = 0
    end = 0
    for segment in _SEGMENT.finditer(bare):
        if segment.start() != end:
            return None
        end = segment.end()
        head, scales, rest = segment.groups()
        if rest is not None:
            value = _rest(rest, last)
            if value is None:
                return None
            total += value
            break
        size = 1
        for mark in scales:
            size *= _SIZE[mark]
        part = _below_ten_thousand(head) if head else (1 if not total else 0)
        if part is None:
            return None
        # 一亿二千万 adds on; 一万二千亿 multiplies what came before as well, and so does the 万 of 一万五千万.
        counted_twice = size == last == _SIZE["w"] and total < _SIZE["y"]
        total = (total + part) * size if counted_twice or 0 < last < size else total + part * size
        last = size
    return exact(total) if end == len(bare) else None


def _rest(rest: str, size: int) -> Number | None:
    """What follows the last scale: one bare digit counts the next lower place (三万五 is 35,000)."""
    if size and len(rest) == 1 and rest.isdecimal():
        return int(rest) * size // 10
    return _below_ten_thousand(rest)


def _below_ten_thousand(bare: str) -> Number | None:
    whole, point, decimals = bare.partition(".")
    if point:
        return _with_decimals(whole, decimals)
    found = _SMALL.fullmatch(bare)
    if found is None or not bare:
        return _tens_of_thousand(bare)
    total, last = 0, 0
    for digits, scale in zip(found.groups()[:3], (1000, 100, 10), strict=True):
        if digits is not None:
            total += int(digits or 1) * scale
            last = scale
    rest = found[4]
    if last and len(rest) > 1 and not (bare[-len(rest) - 1] == "0" and int(rest) < last):
        return None
    if rest and last > 10 and len(rest) == 1 and bare[-2] != "0":
        return total + int(rest) * last // 10
    return total + int(rest or 0)


_TENS_OF_THOUSAND = regex(r"([1-9]?t[1-9]?)k(.*)")
"""The thousand counted past nine, as in the South Seas: 十几千, 二十五千."""


def _tens_of_thousand(bare: str) -> Number | None:
    found = _TENS_OF_THOUSAND.fullmatch(bare)
    if found is None:
        return None
    many, rest = _below_ten_thousand(found[1]), _below_ten_thousand(found[2]) if found[2] else 0
    return None if many is None or rest is None or rest >= _THOUSAND else many * _THOUSAND + rest


_THOUSAND = 1000


_HUNDREDTHS = regex(r"(\d?)t(\d?)")
"""Decimals that are read out as a number: 四十五点二十一公尺, 四十三点八十公尺."""


def _with_decimals(whole: str, decimals: str) -> Number | None:
    """Read 3k6h7t4 . 7, and the decimal times a small scale of 三点五百."""
    digits = decimals.rstrip("thk")
    value = _below_ten_thousand(whole) if whole else 0
    if (hundredths := _HUNDREDTHS.fullmatch(decimals)) is not None:
        digits = decimals = (hundredths[1] or "1") + (hundredths[2] or "0")
    if value is None or not digits.isdecimal():
        return None
    found = value + Fraction(int(digits), 10 ** len(digits))
    for mark in decimals[len(digits) :]:
        found *= {"t": 10, "h": 100, "k": 1000}[mark]
    return exact(found)
