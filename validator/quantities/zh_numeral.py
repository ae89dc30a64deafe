"""Chinese numerals: from the characters of one numeral to its exact value, or values.

`RUN` finds where a numeral ends, `parse` says what it is worth.  Both accept every way of writing that the papers use:
place value (六万七千三百九十), positional (一九五八), mixed (1亿2千万, 3万4000), elliptic (三万五, 百五十), 廿 卅 卌,
formal (壹仟贰佰), full-width figures, thousands commas, decimals with 点 or ·, approximators inside (四百多万, 十几万),
and neighbouring digits that mean a range (七八十).
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from duizhao.validator.quantities.model import Approx, Form, Number

DIGITS = "0-9０-９"
ONES = "零〇○◯一二三四五六七八九"
FORMAL = "壹贰貳叁參肆伍陆陸柒捌玖"
LIMIT = 40
"""Characters of the longest numeral that is read as a number; a longer one is a code, whatever it says."""

_FIGURE = rf"[{DIGITS}]++(?:[,，][{DIGITS}]{{3}}(?![{DIGITS}]))*+(?:[.．·][{DIGITS}]++)?+"
_BIG = "十百千万亿萬億"

RUN = re.compile(
    rf"(?:(?:[大好]?[數数几幾](?=[{_BIG}](?!分之))|[两兩](?=[一二三四五六七八九{_BIG}]))?+"
    rf"(?:{_FIGURE}(?:\ (?=[百千万亿](?!分)))?+"
    rf"|[{ONES}Ｏ十百万亿萬億廿卅卌]++"
    r"|千(?![瓦克伏卡]|分之)|兆(?![瓦赫帕])"
    r"|[两兩](?=[百千万亿萬億](?!分))"
    r"|(?<=[一三])[两兩](?=[个個天年次名位人句回斤亩里尺])"
    r"|[多余馀餘来來几幾](?=[百千万亿萬億](?!分)))++"
    rf"(?:[点點·．][{ONES}{DIGITS}]++(?![十时分钟])[百千万亿]*+)?+"
    r"(?:[多馀餘]|余(?![姚杭粮额款热下])|(?<=[十百千廿卅万亿])[几幾]"
    r"|(?<=[十百千万])[来來](?=[个個岁人年天斤亩户里名次只家块元分]))?+"
    r"|[两兩])"
)
"""One numeral in place-value, positional or mixed writing, its inner and last approximators included."""

FORMAL_RUN = re.compile(rf"[{FORMAL}零拾佰仟萬億万亿]{{2,}}+")
"""One numeral in the formal characters of bank notes and receipts."""

_CANON_OF = {
    "0": "０零〇○◯Ｏ",
    "1": "１一壹",
    "2": "２二贰貳两兩俩倆",
    "3": "３三叁參仨",
    "4": "４四肆",
    "5": "５五伍",
    "6": "６六陆陸",
    "7": "７七柒",
    "8": "８八捌",
    "9": "９九玖",
    "t": "十拾",
    "h": "百佰",
    "k": "千仟",
    "w": "万萬",
    "y": "亿億",
    "z": "兆",
    "2t": "廿",
    "3t": "卅",
    "4t": "卌",
    ".": "点點．·",
    "+": "多余馀餘来來",
    "?": "几幾数數",
    "": ",， 大好",
}
_CANON = {ord(char): canon for canon, chars in _CANON_OF.items() for char in chars}

_SMALL = re.compile(r"(?:(\d*)k)?0*(?:(\d*)h)?0*(?:(\d*)t)?(\d*)")
_PAIR = re.compile(r"(?<!\d)([1-9])([1-9])(?!\d)")


class Numeral(NamedTuple):
    """What one numeral says; `low` and `high` differ for 七八十 (a range) and 几十 (an open count)."""

    low: Number
    high: Number
    approx: Approx
    form: Form
    others: tuple[tuple[Number, Number], ...] = ()


def numeral(text: str) -> tuple[Number, ...]:
    """Give the values a pure numeral can stand for, the likeliest first.

    一百三 gives (130,), 七八十 (70, 80), 四五 (4, 5, 45).

    An empty tuple means that the text is no numeral.
    """
    read = parse(text)
    if read is None:
        return ()
    values = (read.low, read.high, *(value for pair in read.others for value in pair))
    return tuple(dict.fromkeys(values))


@lru_cache(maxsize=8192)
def _parse(run: str) -> Numeral | None:
    canon = run.translate(_CANON)
    bare = canon.replace("+", "")
    over = Approx.NONE if len(bare) == len(canon) else Approx.OVER
    if "?" in bare:
        return _open_count(bare, large=run[0] == "大")
    form = _form(run)
    if form is Form.WORDS and (pair := _last_pair(bare)):
        return _pair_range(bare, pair, over)
    value = _value(bare)
    return None if value is None else Numeral(value, value, over, form)


def parse(run: str) -> Numeral | None:
    """Read one numeral as `RUN` or `FORMAL_RUN` finds it; None where it is none (千千万万) or too long to be one."""
    return _parse(run) if 0 < len(run) <= LIMIT else None


def _form(run: str) -> Form:
    figures = sum(char.isdecimal() for char in run)
    if not figures:
        return Form.WORDS
    return (
        Form.DIGITS if figures + sum(char in ",，.．· " for char in run) == len(run.rstrip("多余馀餘")) else Form.MIXED
    )


def _last_pair(bare: str) -> re.Match[str] | None:
    """Find neighbouring digits that count on (七八十, 十七八, 两三千); 三五 is three to five as well."""
    if "." in bare:
        return None
    pairs = list(_PAIR.finditer(bare))
    if not pairs:
        return None
    pair = pairs[-1]
    first, second = int(pair[1]), int(pair[2])
    return pair if second == first + 1 or pair[0] in {"35", "32"} else None


def _pair_range(bare: str, pair: re.Match[str], over: Approx) -> Numeral | None:
    head, tail = bare[: pair.start()], bare[pair.end() :]
    ends = sorted(value for digit in pair.groups() if (value := _value(head + digit + tail)) is not None)
    if len(ends) < 2:
        return None
    literal = _value(bare) if not head and tail[:1] in {"", "w", "y"} else None
    others = () if literal is None else ((literal, literal),)
    return Numeral(ends[0], ends[1], over, Form.WORDS, others)


def _open_count(bare: str, *, large: bool) -> Numeral | None:
    """Bound 几十 (20 to 99), 十几万 (110,000 to 199,999), 大几千 (5,000 to 9,999)."""
    if bare.count("?") != 1:
        return None
    one, two = _value(bare.replace("?", "1")), _value(bare.replace("?", "2"))
    if one is None or two is None:
        return None
    step = two - one
    low = one if bare[0] != "?" else one + step * (4 if large else 1)
    high = one + 9 * step - 1 if len(bare) > 1 else one + 8 * step
    return Numeral(low, high, Approx.SEVERAL, Form.WORDS)


def _value(bare: str) -> Number | None:
    """Work out digits, the scales t h k w y z (十 百 千 万 亿 兆) and one decimal point."""
    if bare.isdecimal():
        return int(bare)
    bare = bare.replace("ww", "y")
    for mark, size in (("z", 10**12), ("y", 10**8), ("w", 10**4)):
        head, found, tail = bare.rpartition(mark)
        if found:
            return _scaled(head, tail, size)
    whole, point, decimals = bare.partition(".")
    if point:
        return _with_decimals(whole, decimals)
    return _below_ten_thousand(bare)


def _scaled(head: str, tail: str, size: int) -> Number | None:
    factor = _value(head) if head else 1
    rest = _tail(tail, size)
    if factor is None or rest is None:
        return None
    value = factor * size + rest
    return value if isinstance(value, int) or value.denominator != 1 else value.numerator


def _tail(tail: str, size: int) -> Number | None:
    """Value what follows a scale: one bare digit counts the next lower place (三万五 is 35,000)."""
    if not tail:
        return 0
    if len(tail) == 1 and tail.isdecimal():
        return int(tail) * size // 10
    return _value(tail)


def _with_decimals(whole: str, decimals: str) -> Number | None:
    """Read 3k6h7t4 . 7, and the decimal times a small scale of 三点五百."""
    digits = decimals.rstrip("thk")
    value = _value(whole) if whole else 0
    if value is None or not digits.isdecimal():
        return None
    exact = value + Fraction(int(digits), 10 ** len(digits))
    for mark in decimals[len(digits) :]:
        exact *= {"t": 10, "h": 100, "k": 1000}[mark]
    return exact if exact.denominator != 1 else exact.numerator


def _below_ten_thousand(bare: str) -> int | None:
    found = _SMALL.fullmatch(bare)
    if found is None or not bare:
        return None
    total, last = 0, 0
    for digits, scale in zip(found.groups()[:3], (1000, 100, 10), strict=True):
        if digits is not None:
            total += int(digits or 1) * scale
            last = scale
    rest = found[4]
    if len(rest) == 1 and last > 10 and bare[-2] != "0":
        return total + int(rest) * last // 10
    return total + int(rest or 0)
