"""Compound measures: 六斤十二两, 一石五斗六升九合, 十八亩五分五厘, 两元五角, 一分十秒四."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from duizhao.validator.quantities.model import Number
from duizhao.validator.quantities.zh_numeral import RUN, parse

DECIMAL_LIANG_SINCE = 1959
"""From this year on a jin has ten liang (State Council, 25 June 1959); before, sixteen."""

_TENTH = Fraction(1, 10)
_PARTS: dict[str, tuple[tuple[str, str, Fraction], ...]] = {
    "jin": (("两", "liang", Fraction(1, 16)), ("兩", "liang", Fraction(1, 16))),
    "liang": (("钱", "qian", _TENTH), ("錢", "qian", _TENTH)),
    "qian": (("分", "fen-weight", _TENTH),),
    "fen-weight": (("厘", "li-weight", _TENTH),),
    "shi": (("斗", "dou", _TENTH),),
    "dou": (("升", "sheng", _TENTH),),
    "sheng": (("合", "ge", _TENTH),),
    "ge": (("勺", "shao", _TENTH),),
    "zhang": (("尺", "chi", _TENTH),),
    "chi": (("寸", "cun", _TENTH),),
    "cun": (("分", "fen-length", _TENTH),),
    "qing": (("亩", "mu", Fraction(1, 100)), ("畝", "mu", Fraction(1, 100))),
    "mu": (("分", "fen-area", _TENTH),),
    "fen-area": (("厘", "li-area", _TENTH),),
    "li-area": (("毫", "hao-area", _TENTH),),
    "yuan": (("角", "jiao", _TENTH), ("毛", "jiao", _TENTH), ("分", "fen-money", Fraction(1, 100))),
    "jiao": (("分", "fen-money", _TENTH),),
    "fen-money": (("厘", "li-money", _TENTH),),
    "usd": (("角", "jiao", _TENTH), ("分", "cent", Fraction(1, 100)), ("美分", "cent", Fraction(1, 100))),
    "ruble": (("戈比", "kopeck", Fraction(1, 100)), ("哥比", "kopeck", Fraction(1, 100))),
    "gbp": (("先令", "shilling", Fraction(1, 20)),),
    "shilling": (("便士", "penny", Fraction(1, 12)),),
    "year": (("个月", "month", Fraction(1, 12)),),
    "day": (("小时", "hour", Fraction(1, 24)), ("个小时", "hour", Fraction(1, 24))),
    "hour": (("分钟", "minute", Fraction(1, 60)), ("分", "minute", Fraction(1, 60))),
    "minute": (("秒", "second", Fraction(1, 60)),),
    "degree": (("分", "minute", Fraction(1, 60)),),
    "ton": (("公斤", "kg", Fraction(1, 1000)), ("斤", "jin", Fraction(1, 2000))),
    "km": (("米", "m", Fraction(1, 1000)),),
    "m": (("厘米", "cm", Fraction(1, 100)), ("公分", "cm", Fraction(1, 100))),
    "dan": (("斤", "jin", Fraction(1, 100)),),
}
_TAIL = {"jin", "shi", "dou", "chi", "zhang", "yuan", "jiao", "mu", "fen-area", "sheng", "cun"}
"""Units after which one bare digit counts the next smaller unit: 三尺五, 两元五."""
_DECIMAL = {"second", "m"}
"""Units after which one bare digit is a decimal: 十秒四 is 10.4 seconds."""
GOES_ON = frozenset("零〇○一二三四五六七八九十廿卅百两半又0123456789０１２３４５６７８９")
"""Characters a smaller unit's number can start with."""
_ENDS_TAIL = frozenset("，。；、）)：！？\n 的一")


class Compound(NamedTuple):
    """A measure of several units, in the largest; `other` counts 10 liang to the jin where `value` counts 16."""

    end: int
    value: Number
    other: Number
    parts: tuple[tuple[Number, str], ...]


def compound(text: str, at: int, value: Number, unit: str, year: int | None) -> Compound | None:
    """Read the smaller units that follow `value` of `unit` and end at `at`; None where there are none."""
    parts: list[tuple[Number, str]] = [(value, unit)]
    total = other = value
    step = other_step = Fraction(1)
    end = at
    while (smaller := _smaller(text, end, parts[-1][1])) is not None:
        end, count, code, ratio = smaller
        if code == parts[-1][1]:
            parts[-1] = (parts[-1][0] + count * ratio, code)
        else:
            parts.append((count, code))
        step *= ratio
        other_step *= _TENTH if code == "liang" else ratio
        total += count * step
        other += count * other_step
    if end == at:
        return None
    if year is not None and year >= DECIMAL_LIANG_SINCE:
        total, other = other, total
    return Compound(end, _plain(total), _plain(other), tuple(parts))


def _smaller(text: str, at: int, unit: str) -> tuple[int, Number, str, Fraction] | None:
    """Read one more number with the next smaller unit, or the bare digit that stands for it."""
    found = RUN.match(text, at + (text[at] in "零又"))
    if found is None:
        return None
    numeral = parse(found[0])
    if numeral is None or numeral.low != numeral.high:
        return None
    for word, code, ratio in _PARTS.get(unit, ()):
        if text.startswith(word, found.end()):
            return found.end() + len(word), numeral.low, code, ratio
    if len(found[0]) > 1 or not 0 < numeral.low < 10 or text[found.end()] not in _ENDS_TAIL:
        return None
    if unit in _DECIMAL:
        return found.end(), numeral.low, unit, _TENTH
    if unit in _TAIL:
        _, code, ratio = _PARTS[unit][0]
        return found.end(), numeral.low, code, ratio
    return None


def _plain(value: Number) -> Number:
    return value if isinstance(value, int) or value.denominator != 1 else value.numerator
