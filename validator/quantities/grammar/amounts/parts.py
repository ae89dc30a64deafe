"""A measure in several units, the largest first: 六斤十二两, 十二块五, an hour and 45 minutes, 5 ft 2 in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from operator import attrgetter

from duizhao.validator.quantities.grammar.amounts.smaller_units import (
    far_apart,
    first_units,
    in_first_unit,
    part_unit,
    size_of,
    smaller,
    totals,
)
from duizhao.validator.quantities.grammar.build import BEFORE, HALF, amounts, followed, reading, span, sub
from duizhao.validator.quantities.grammar.row import Reading, Row, Text, Tokens
from duizhao.validator.quantities.model import Approx, Form, Kind, Number, Quantity
from duizhao.validator.quantities.numeral import exact

_ENDS = r"[^\u4e00-\u9fff]|[的左以钱多余上之整正至到和及与者降升增减提涨跌]|$"
_ends = followed(_ENDS)
"""What may follow the last numeral of 十二块五."""
_goes_on_counting = followed("[种種张張个個名人条條户戶只隻头頭件年月日天次匹项項类類倍成元角分寸尺斤两兩亩畝]")
"""What shows that the last numeral counts something of its own: 十元五种."""
_goes_on_to = followed("[到至—～-]")
"""What shows that the last numeral begins a range."""
_TWO = frozenset("两兩")
_BLANKS = frozenset(" \u3000")
_SCALES_OR_TEN = frozenset("百千万亿兆萬億十拾廿卅")
"""What a last numeral without a unit does not have: it is one figure of the unit below, or decimals."""
_CENTS = re.compile("[一二三四五六七八九]{2}")
_TENTHS = {"yuan": 1, "jiao": 10, "fen-money": 100}
"""How many make one of any currency of which 元, 角 and 分 are said."""
_NOUGHTS = "零〇○0０"
_BELOW = {"jiao": "fen-money", "fen-area": "li-area", "cun": "fen-length"}
"""The unit below: what a last numeral that begins with a nought counts."""


def parts(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """A measure in several units, the largest first; its value is given in the largest."""
    start, end = span(tokens)
    if "and" in tokens and (text.language == "zh" or tokens["and"].word == "or"):
        return  # 一元与五角 are two, and so are "71.4 yuan, or 17 fen a jin"
    for first in first_units(tokens["unit"]):
        pieces: list[tuple[Number, str]] = []
        approx, soft, form, cost = Approx.NONE, False, Form.WORDS, 0.0
        for index in ("", "2", "3", "4"):
            numeral = tokens.get("num" + index)
            if numeral is None:
                break
            single = [a for a in amounts(tokens, "num" + index) if a.low == a.high]
            one = min(single, key=attrgetter("cost"), default=None)
            if one is None or (not pieces and not one.low):
                return
            approx, soft, form = one.approx, one.soft, one.form
            code = part_unit(tokens.get("unit" + index), pieces) if pieces else first
            if code == "cm" and "unit" + index not in tokens and numeral.end - numeral.start == 1:
                code = "dm"  # 一米八, but 一米七五
            if "unit" + index not in tokens:
                code = _told_by_figures(text.of(numeral), code, pieces)
            tail = bool(pieces) and "unit" + index not in tokens
            if tail and (pieces[0][0].denominator != 1 or text.of(numeral) in _TWO):
                return  # 2.38米两破纪录: a decimal has all its parts, and 两 counts what follows
            decimals = tail and pieces[-1][1] == "m" and numeral.end - numeral.start == 2 and text.language == "zh"
            if tail and not decimals and text.language == "zh" and text.ask(_goes_on_counting, start, end):
                return  # 五十块两张, 十元五种
            if tail and tokens["unit"].word.endswith(("钟", "鐘")) and text.ask(_goes_on_to, start, end):
                return  # 一分钟五十到七十次
            plain = tail and len(text.of(numeral)) <= 2 and not _SCALES_OR_TEN.intersection(text.of(numeral))
            plain = (
                plain and text.text_of(numeral.start - 1, numeral.start) not in _BLANKS and text.ask(_ends, start, end)
            )
            if plain and code is None and text.language == "zh":
                code = pieces[-1][1]
            if code is not None and tail and pieces[-1][1] == code:
                # 十秒四, 三十九度四, 四十三吨八: the figures behind are decimals.
                one = one._replace(low=exact(pieces[-1][0] + Fraction(one.low, 10 ** (numeral.end - numeral.start))))
                pieces.pop()
            far = (
                bool(pieces)
                and text.language == "en"
                and "c" in tokens
                and code is not None
                and far_apart(pieces[-1][1], code)
            )
            if code is None or far or (pieces and not smaller(pieces[-1][1], code, one)):
                pieces.clear()
                break
            pieces.append((one.low, code))
            cost += one.cost
        if not pieces or (len(pieces) < 2 and "num2" not in tokens):
            continue
        last = tokens["num" + str(len(pieces))] if len(pieces) > 1 else tokens["num"]
        if sub(last, "IDLE") and last.end == end and text.language == "zh" and not text.ask(_ends, start, end):
            continue  # 十元一箭: the 一 counts something of its own
        for more, value in totals(text, pieces):
            if "half" in tokens:
                factor = size_of(pieces[-1][1])
                top = size_of(pieces[0][1])
                if factor and top:
                    value = exact(value + HALF * factor / top)
            unit = pieces[0][1]
            if "cur" in tokens and (currency := tokens["cur"].value("CUR")) not in {"yuan", unit} and unit in _TENTHS:
                unit, value = currency, exact(Fraction(value) / _TENTHS[unit])  # 港币五元三角
            yield (
                cost + more,
                (
                    Quantity(
                        start,
                        end,
                        Kind.MEASURE,
                        value,
                        value,
                        approx,
                        unit,
                        "",
                        form,
                        parts=tuple(pieces),
                        soft=soft,
                        name="parts",
                    ),
                ),
            )


def _told_by_figures(figures: str, code: str | None, pieces: list[tuple[Number, str]]) -> str | None:
    """The unit of a last numeral without one, as its figures tell: 三块零四, 四亩零五, 三元二二."""
    if figures[:1] in _NOUGHTS:
        return _BELOW.get(code or "", code)
    return "fen-money" if pieces and pieces[-1][1] == "yuan" and _CENTS.fullmatch(figures) else code


def parts_either(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """两元四、五角: the larger unit with one or the other of the smaller."""
    whole, first, second = (next(amounts(tokens, name)) for name in ("num", "num2", "num3"))
    for top in first_units(tokens["unit"]):
        code = part_unit(tokens["unit2"], [(whole.low, top)])
        if code is None or second.low != first.low + 1 or not smaller(top, code, second):
            continue
        low, high = (in_first_unit([(whole.low, top), (one.low, code)]) for one in (first, second))
        if low is not None and high is not None:
            yield reading(second, span(tokens), Kind.MEASURE, low, high, "parts-range", unit=top)


def parts_spread(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """一石六七斗: a larger unit, and one or two numbers of the smaller that count on."""
    whole = next(amounts(tokens))
    for last in amounts(tokens, "num2"):
        if last.high - last.low != 1 or whole.low != whole.high:
            continue
        for top in first_units(tokens["unit"]):
            code = part_unit(tokens["unit2"], [(whole.low, top)])
            if code is None or not smaller(top, code, last):
                continue
            low, high = (in_first_unit([(whole.low, top), (value, code)]) for value in (last.low, last.high))
            if low is not None and high is not None:
                yield reading(last, span(tokens), Kind.MEASURE, low, high, "parts-range", unit=top)


_JOINT = "c:COMMA? and:AND? you:YOU?"
_SECOND = "num2:NUM unit2:UNIT|MINU|SECU"
_THIRD = "num3:NUM unit3:UNIT|MINU|SECU"
_FOURTH = "num4:NUM unit4:UNIT|SECU"
_END = "more:MORE? half:HALF? post:POST?"


ROWS = (
    Row("parts", f"{BEFORE} num:NUM unit:UNIT|HOURU|MINU {_JOINT} {_SECOND} {_END}", parts, -0.05),
    Row("parts-range", f"{BEFORE} num:NUM unit:UNIT {_SECOND} post:POST?", parts_spread, -0.05, "zh"),
    Row("parts", f"{BEFORE} cur:CUR num:NUM unit:UNIT {_SECOND} {_END}", parts, -0.12, "zh"),
    Row("parts", f"{BEFORE} cur:CUR num:NUM unit:UNIT {_SECOND} {_THIRD} {_END}", parts, -0.17, "zh"),
    Row(
        "parts",
        f"{BEFORE} num:NUM unit:UNIT|HOURU|MINU {_JOINT} {_SECOND} c2:COMMA? and2:AND? {_THIRD} {_END}",
        parts,
        -0.1,
    ),
    Row(
        "parts",
        f"{BEFORE} num:NUM unit:UNIT|HOURU c:COMMA? {_SECOND} c2:COMMA? {_THIRD} c3:COMMA? and3:AND? {_FOURTH} {_END}",
        parts,
        -0.15,
    ),
    Row("parts", f"{BEFORE} num:NUM unit:UNIT|SECU num2:NUM more:MORE? post:POST?", parts, -0.02),
    Row("parts", f"{BEFORE} num:NUM unit:UNIT|MINU num2:NUM unit2:UNIT|MINU|SECU num3:NUM post:POST?", parts, -0.02),
    Row("parts", f"{BEFORE} num:NUM unit:UNIT {_SECOND} {_THIRD} num4:NUM post:POST?", parts, -0.1, "zh"),
    Row(
        "parts",
        f"{BEFORE} num:NUM unit:UNIT num2:NUM and:AND num3:NUM unit2:UNIT|MINU post:POST?",
        parts_either,
        -0.2,
        "zh",
    ),
    Row(
        "parts",
        f"{BEFORE} num:NUM unit:UNIT joint:AND? num2:NUM and:AND|TO num3:NUM unit2:UNIT post:POST?",
        parts_either,
        -0.2,
        "en",
    ),
)
