"""Numerals at a place, and the signs that stand for one."""

from __future__ import annotations

import re
from fractions import Fraction

from duizhao.regex import regex
from duizhao.validator.quantities import numeral_zh
from duizhao.validator.quantities.lexicon.classes import BIT, mask
from duizhao.validator.quantities.model import Form, Number
from duizhao.validator.quantities.numeral import Numeral, classify, exact
from duizhao.validator.quantities.numeral_zh import FIGURES, MYRIAD_SCALES, ONES
from duizhao.validator.quantities.tokens import Token
from duizhao.validator.quantities.tokens_zh.characters import (
    CLAUSE,
    DECIMALS,
    DOTTED,
    JOINED,
    MYRIADS,
    NUM,
    NUMERAL_CHARS,
    ONE_TO_NINE,
    SEPARATORS,
    UNIT,
)
from duizhao.validator.quantities.tokens_zh.codes import make_or_race, stroked_date, time_or_code
from duizhao.validator.quantities.tokens_zh.few import one_or_two, scale_counts, several_at, two_or_tael
from duizhao.validator.quantities.tokens_zh.markers import CIRCLED
from duizhao.validator.quantities.tokens_zh.positions import by_position
from duizhao.validator.quantities.tokens_zh.runs import numeral_of, trimmed
from duizhao.validator.quantities.tokens_zh.stretch import ChineseStretch
from duizhao.validator.quantities.tokens_zh.words import word_at

_MASKED = regex(
    r"[×□ＸＯ〇○]*[×□Ｘ][×□Ｘ○〇]*(?=[名个人年月日号時时師师团军营旅团縱纵部战戰千百万十斤吨元])|[×□Ｘ]{2,}"
)
"""Figures that a reporter has left out: ××师."""
_FIRST = (Numeral(1, 1, Form.WORDS, mask=classify(1, 1)),)
"""元 of 元年."""
_BEFORE_DECIMALS = mask("PCTPRE|NEG|PRE|YOU")


def token_at(stretch: ChineseStretch, at: int, before: Token | None) -> Token | None:
    """The numeral at a place, or the sign or word where there is none."""
    char = stretch.text[at]
    if char in NUMERAL_CHARS:
        token = _numeral(stretch, at, before)
        if token is not None:
            return token if stretch.text[token.end : token.end + 1] != _BLANK else _with_gap(stretch, token)
    elif char in "×□Ｘ" and (masked := _MASKED.match(stretch.text, at, stretch.stop)):
        return Token(at, masked.end(), BIT["MASK"])
    elif (value := CIRCLED.get(char)) is not None:
        return Token(at, at + 1, BIT["MARKER"], word=value)
    elif char == "元" and (before is None or not before.mask & NUM) and stretch.text.startswith("年", at + 1):
        return Token(at, at + 1, _FIRST[0].mask, _FIRST)  # 民国元年
    elif (
        char in "点點"
        and (before is None or before.mask & _BEFORE_DECIMALS)
        and at + 1 < stretch.stop
        and stretch.text[at + 1] in DECIMALS
    ):
        return pointed(stretch, at)
    return word_at(stretch, at)


_BLANK = "\u3000"
_GAP = regex(f"{_BLANK}{{1,4}}(?=[，。、；：])|{_BLANK}{{1,2}}[百千万亿][一二三四五六七八九十百千万]*")
"""Blanks for characters that are lost: nothing else stands before a comma, or before a scale (一千　百元)."""


def _with_gap(stretch: ChineseStretch, token: Token) -> Token:
    """A numeral whose last characters are lost says nothing: 最高額爲二十　　，."""
    gap = _GAP.match(stretch.text, token.end, stretch.stop)
    return token if gap is None else Token(token.start, gap.end(), BIT["MASK"])


def pointed(stretch: ChineseStretch, at: int) -> Token | None:
    """百分之点五, 点二五公斤: decimals without a nought."""
    run = numeral_zh.RUN.match(stretch.text, at + 1, stretch.stop)
    if run is None:
        return None
    if len(run[0]) > numeral_zh.LIMIT:
        return Token(at, run.end(), BIT["CODE"])
    # 点五十 plants fifty: decimals are told figure by figure.
    if any(char in "十拾百千" for char in run[0]):
        return None
    readings = numeral_zh.read("零点" + run[0])
    if not readings:
        return None
    return Token(at, run.end(), readings[0].mask, readings)


_FIGURES = frozenset("0123456789０１２３４５６７８９")
_TWO_SORTS = regex(rf"[{FIGURES}]+(?=[一二三四五六七八九])")
"""Figures with a numeral of characters right behind them are two: F—84四架."""
_WORDED = mask("HALF|NEG|PRE")
"""Words that begin with a numeral: 一半, 零下, 零上."""
_WITH_ONES = regex(f"([{ONE_TO_NINE}]?十)有([{ONE_TO_NINE}])(?![{ONES}十百千万余多])")
"""六十有八, the older way."""
_FORMAL = frozenset(numeral_zh.FORMAL)
_LETTERED = frozenset("陆陸伍肆参參拾佰仟弍")
"""Formal figures that are characters of other words."""
_AFTER_FORMAL = "元圆圓角萬万月日号號倍第"
"""Before these one of them is a numeral all the same: 伍元."""
_NO_HUNDREDS = frozenset("总總多少次倍指参參函系票代复複字度")
"""Behind what 数百 is none of a few hundred: 总数百分之六."""


_COUNTS = frozenset(ONE_TO_NINE + "两兩")
_TWO_FIGURES = 2
"""Characters of a run that says a numeral by position and nothing else: 三三."""


def _numeral(stretch: ChineseStretch, at: int, before: Token | None) -> Token | None:
    """A numeral; what is more than a run of its characters (a time, a fraction, thousands) is tried before one."""
    text = stretch.text
    char = text[at]
    if char in "0123456789":
        if token := time_or_code(stretch, at, before.end if before is not None else stretch.floor):
            return token
    elif char in "两兩":
        return two_or_tael(stretch, at, before)
    elif char in "零〇○" and text[at + 1 : at + 2] in ("两", "兩") and before is not None and before.mask & UNIT:
        return Token(at, at + 1, BIT["YOU"], word=char)  # 一年零两个月
    elif char in "一零〇○" and (word := word_at(stretch, at)) is not None and word.mask & _WORDED:
        return word
    elif char in "十百千万亿萬億" and (
        "分" in text[at + 1 : at + 5] or (text.startswith("之", at + 1) and text[at + 2 : at + 3] in NUMERAL_CHARS)
    ):
        # 百分之, 千万分之, 百之: most scales begin no such word, and are not looked up.
        word = word_at(stretch, at)
        if word is not None and word.mask & BIT["PCTPRE"]:
            return word
    elif char == "拾" and text[at + 1 : at + 2] in ONE_TO_NINE[: len(ONE_TO_NINE)] and at + 1 < stretch.stop:
        return None  # 少拾一筐 picks up: what is written in formal figures is so throughout
    elif char in "数數几幾" and (
        text.startswith("分之", at + 2) or (char in "数數" and at > 0 and text[at - 1] in _NO_HUNDREDS)
    ):
        return None  # 总数百分之六
    if char in "一1１" and (date := stroked_date(stretch, at)) is not None:
        return date
    if char in "一三" and (few := one_or_two(stretch, at, before)) is not None:
        return few
    if "、" in text[at + 1 : at + 4] and (decimal := _LISTED_DECIMALS.match(text, at, stretch.stop)) is not None:
        return _in_decimals(at, decimal)
    # The groups before the first 、 or 有 are of three characters and two at most.
    if not SEPARATORS.isdisjoint(text[at + 1 : at + 5]) and (dotted := _parted(stretch, at)):
        return _in_thousands(stretch, at, dotted)
    if "有" in text[at + 1 : at + 3] and (with_ones := _WITH_ONES.match(text, at, stretch.stop)) is not None:
        readings = numeral_zh.read(with_ones[1] + with_ones[2])
        return Token(at, with_ones.end(), readings[0].mask, readings) if readings else None
    if (code := make_or_race(stretch, at)) is not None:
        return code
    run = numeral_zh.RUN.match(text, at, stretch.stop)
    if run is None:
        return several_at(stretch, at)
    end = run.end()
    if end - at > numeral_zh.LIMIT:
        return Token(at, end, BIT["CODE"])
    if char in _FIGURES and (two := _TWO_SORTS.match(text, at, end)) is not None:
        return numeral_of(stretch, at, two.end())
    if end < stretch.stop:
        end = trimmed(stretch, at, end)
    # 参 alone is rather 参加, 陆 land: one formal figure needs what only follows a number.
    alone = end == at + 1 and char in _FORMAL and (text[end : end + 1] not in _AFTER_FORMAL or end == len(text))
    if alone and char in _LETTERED and (before is None or not before.mask & JOINED):
        return None
    if end == at + 1 and char in "百千万亿萬億" and not scale_counts(stretch, end, before):
        return None
    # 大几千 is several thousands, and the more of them.
    if char in "几幾" and at > stretch.floor and text[at - 1] == "大":
        at -= 1
    token = numeral_of(stretch, at, end) if end > at else None
    if token is None and end - at > _TWO_FIGURES and text[end - 2] in ONE_TO_NINE and text[end - 1] in _COUNTS:
        # 十五、七十七、九十三三个师: the count of a series stands right behind its last member.
        token = numeral_of(stretch, at, end - 1)
    if token is None:
        return None
    if end != at + 2:
        return _hour(text, token) if "·" in text[at + 1 : end - 2] else token
    return by_position(stretch, token)


_HOUR = regex(rf"([一二零〇○]?[{ONES}])·([〇零○一二三四五][{ONES}])")
_LAST_HOUR = 24


def _hour(text: str, token: Token) -> Token:
    """A decimal that may be an hour of a programme or a timetable as well: 一八·三○."""
    found = _HOUR.fullmatch(text, token.start, token.end)
    if found is None or int(_digits(found[1])) > _LAST_HOUR:
        return token
    return token._replace(mask=token.mask | BIT["CLOCK"], word=f"{int(_digits(found[1]))}:{_digits(found[2])}")


_LISTED_DECIMALS = regex(rf"([{ONES}{FIGURES}]{{1,3}})、([{ONES}{FIGURES}]{{1,4}})(?=[％%])")
"""八、七三％: a paper without a decimal point prints what parts a list; the other way to read it is tried as well."""


def _in_decimals(at: int, parted: re.Match[str]) -> Token:
    """A whole number and its decimals."""
    value = exact(int(_digits(parted[1])) + Fraction(int(_digits(parted[2])), 10 ** len(parted[2])))
    bits = classify(value, value)
    return Token(at, parted.end(), bits, (Numeral(value, value, Form.WORDS, mask=bits),))


def _parted(stretch: ChineseStretch, at: int) -> re.Match[str] | None:
    """A number in groups of three figures, or of four where it cannot be the number of an item (一、一九五〇年以来)."""
    text = stretch.text
    if (dotted := DOTTED.match(text, at, stretch.stop)) is not None:
        return dotted
    # At the head of a clause 一、一九五〇年 is an item and a year, no number in groups of four.
    heads = at == 0 or text[at - 1] in CLAUSE or text[at - 1] in "第、"
    return None if heads else MYRIADS.match(text, at, stretch.stop)


_DECIMALS_BEHIND = regex(rf"[·．・.点點]([{ONES}{FIGURES}]+)(?![{ONES}{FIGURES}十百千])")
_DIGITS = {ord(char): str(index % 10) for index, char in enumerate("０１２３４５６７８９〇一二三四五六七八九")}
_DIGITS |= {ord(char): "0" for char in "零○◯Ｏ"} | {ord(char): "" for char in "、，,"}


def _in_thousands(stretch: ChineseStretch, at: int, dotted: re.Match[str]) -> Token:
    """Groups of three figures, which a comma or a 、 parts, their decimals and a scale: 七、五九一, 一、三二○万."""
    end = dotted.end()
    value: Number = int(_digits(dotted[0]))
    # 一、三二○．五万: decimals and scale are those of the whole number.
    if (decimals := _DECIMALS_BEHIND.match(stretch.text, end, stretch.stop)) is not None:
        end, value = decimals.end(), exact(value + Fraction(int(_digits(decimals[1])), 10 ** len(decimals[1])))
    if (scale := MYRIAD_SCALES.get(stretch.text[end : min(end + 1, stretch.stop)])) is not None:
        end, value = end + 1, value * scale
    bits = classify(value, value)
    return Token(at, end, bits, (Numeral(value, value, Form.WORDS, mask=bits),))


def _digits(run: str) -> str:
    return run.translate(_DIGITS)
