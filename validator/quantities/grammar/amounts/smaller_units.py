"""Which unit is a part of which, and what several come to in the largest of them: 六斤十二两, 5 ft 2 in."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from duizhao.validator.quantities.grammar.build import Amount, span, sub
from duizhao.validator.quantities.grammar.row import Text, Tokens
from duizhao.validator.quantities.lexicon import MONTH, units
from duizhao.validator.quantities.model import Number
from duizhao.validator.quantities.numeral import exact
from duizhao.validator.quantities.tokens import Token

NOUGHTS = "零〇○0０"
"""What a smaller numeral begins with that counts the unit below the next: 三块零四."""
SUB_UNITS = {
    # (unit, word behind a smaller numeral): the unit that the word means there
    ("yuan", "分"): "fen-money",
    ("jiao", "分"): "fen-money",
    ("usd", "角"): "us-dime",
    ("usd", "分"): "cent",
    ("fen-money", "厘"): "li-money",
    ("mu", "分"): "fen-area",
    ("mu", "厘"): "li-area",
    ("chi", "分"): "fen-length",
    ("yuan", "厘"): "li-money",
    ("jiao", "厘"): "li-money",
    ("fen-area", "厘"): "li-area",
    ("li-area", "毫"): "hao-area",
    ("cun", "分"): "fen-length",
    ("fen-length", "厘"): "li-length",
    ("hour", "分"): "minute",
    ("minute", "秒"): "second",
    ("qian", "分"): "fen-weight",
    ("fen-weight", "厘"): "li-weight",
    ("degree", "分"): "arc-minute",
    ("gbp", "便士"): "penny",
    ("hkd", "角"): "jiao",
    ("jin", "两"): "liang",
    ("fen-money", "毫"): "hao-money",
    ("li-money", "毫"): "hao-money",
    ("jiao", "毫"): "hao-money",
    ("fen-money", "hao"): "hao-money",
    ("li-area", "hao"): "hao-area",
    ("fen-area", "hao"): "hao-area",
    ("yuan", "fen"): "fen-money",
    ("jiao", "fen"): "fen-money",
    ("usd", "fen"): "cent",
    ("fen-money", "li"): "li-money",
    ("mu", "fen"): "fen-area",
    ("fen-area", "li"): "li-area",
    ("cun", "fen"): "fen-length",
    ("fen-length", "li"): "li-length",
    ("hour", "fen"): "minute",
    ("qian", "fen"): "fen-weight",
    ("fen-weight", "li"): "li-weight",
    ("degree", "fen"): "arc-minute",
}
_NEXT = {
    "fen-area": "li-area",
    "yuan": "jiao",
    "jiao": "fen-money",
    "jin": "liang",
    "foot": "inch",
    "chi": "cun",
    "m": "cm",
    "zhang": "chi",
    "hour": "minute",
    "mu": "fen-area",
    "cun": "fen-length",
    "usd": "cent",
    "gbp": "penny",
    "liang": "qian",
    "dan": "jin",
    "dou": "sheng",
    "shi": "dou",
    "second": "second",  # decimals: 十秒四
    "minute": "second",
}
"""The unit of a last numeral that has none: 十二块五, 五尺二, 3 feet 6."""
_CLOCK_UNITS = {"MINU": "minute", "SECU": "second", "HOURU": "hour"}


def first_units(token: Token) -> list[str]:
    """What the largest unit may be: 分 is of the clock or of money."""
    clock = [code for cls, code in _CLOCK_UNITS.items() if sub(token, cls) and not token.value(cls)]
    return [*token.values("UNIT"), *(code for code in clock if code not in token.values("UNIT"))]


def part_unit(token: Token | None, pieces: list[tuple[Number, str]]) -> str | None:
    """The unit of the next piece: by its word, or without one the next below the last; None where there is none."""
    if token is None:
        return _NEXT.get(pieces[-1][1]) if pieces else None
    # 分 is a minute, a fen of money or a tenth of a mu: the unit before it says which.
    if pieces and (code := SUB_UNITS.get((pieces[-1][1], token.word.replace("釐", "厘")))):
        return code
    codes = token.values("UNIT")
    # 刻 is in the lexicon as a part of the clock, and has no unit there.
    if token.value("MINU") == "QUARTER":
        return "quarter-hour"  # 八小时三刻
    if not codes:
        return next((code for cls, code in _CLOCK_UNITS.items() if sub(token, cls) and not token.value(cls)), None)
    if not pieces:
        return codes[0]
    last = units().get(pieces[-1][1])
    return next((code for code in codes if last and units()[code].dimension == last.dimension), codes[0])


def smaller(last: str, code: str, one: Amount) -> bool:
    """Whether a unit is a part of the one before it, and the numeral fits into one of those."""
    first, second = size_of(last), size_of(code)
    if first is None or second is None or _dimension(last) != _dimension(code) or second >= first:
        return False
    whole = _WHOLE_YEAR if last == "year" else 2  # more than one is said of wrong measures: 一斤十七两
    return one.low * second < first * whole


_WHOLE_YEAR = Fraction(9, 10)
"""Of a year, the days that can be added to it: 一年三百六十天 is said of one year."""


def far_apart(last: str, code: str) -> bool:
    """20,000 sq km, 5 sq m: with a comma between them units so far apart are two measures."""
    first, second = size_of(last), size_of(code)
    # An hour has 3,600 seconds, and "an hour, 20 seconds" are one time.
    return _dimension(last) != "time" and (first is None or second is None or first > 1000 * second)


_TIME = {"time-long": MONTH, "time": Fraction(1)}
"""Seconds in the base unit: long times are counted in months."""


@lru_cache(maxsize=512)  # more than there are units, so that each is reckoned once
def size_of(code: str) -> Fraction | None:
    """How much a unit is of the base unit of its dimension; None where it has no fixed size."""
    unit = units().get(code)
    if unit is None or unit.factor is None:
        return None
    return unit.factor * _TIME.get(unit.dimension, Fraction(1))


def _dimension(code: str) -> str:
    unit = units().get(code)
    return "" if unit is None else "time" if unit.dimension.startswith("time") else unit.dimension


def in_first_unit(pieces: list[tuple[Number, str]]) -> Number | None:
    """What several pieces come to in the unit of the first; None where a unit has no fixed size."""
    top = size_of(pieces[0][1])
    if top is None:
        return None
    total = Fraction(0)
    for value, code in pieces:
        factor = size_of(code)
        if factor is None:
            return None
        total += value * factor
    return exact(total / top)


def totals(text: Text, pieces: list[tuple[Number, str]]) -> Iterator[tuple[float, Number]]:
    """The value in the first unit; a liang was 1/16 jin until 1959 and is 1/10 since, a penny 1/240 pound until 1971."""
    value = in_first_unit(pieces)
    if value is None:
        return
    codes = [code for _, code in pieces]
    if codes == ["gbp", "penny"]:
        new = exact(pieces[0][0] + Fraction(pieces[1][0]) / 100)
        decimal = text.year is not None and text.year >= _DECIMAL_POUND
        # Both stay: prices of before are told after the change as well.
        yield (0.0 if decimal else 0.3), new
        yield (0.3 if decimal else 0.0), value
        return
    if "jin" not in codes[:2] or "liang" not in codes:
        yield 0.0, value
        return
    index = codes.index("liang")
    later = sum((Fraction(number) * (size_of(code) or 0) for number, code in pieces[index:]), Fraction(0))
    gap = later / (size_of(codes[0]) or 1)
    # The table has the old liang; the new one is reckoned from it, as both are wanted.
    ten = exact(value + gap * Fraction(6, 10))  # a sixteenth and six tenths of it are a tenth
    year = _TEN_LIANG + 1 if text.year is None else text.year
    yield (0.0 if year <= _TEN_LIANG else 0.1), value
    if pieces[index][0] < 10:  # eleven liang are a jin and more where it has ten
        yield (_NOT_YET if year < _TEN_LIANG else 0.1 if year == _TEN_LIANG else 0.0), ten


_DECIMAL_POUND = 1971
"""Year of issue from which on the pound has a hundred pence."""
_TEN_LIANG = 1959
"""The year in the midst of which the jin got ten liang."""
_NOT_YET = 0.7
"""Of a paper that knew only the jin of sixteen liang: 二斤四两 as "2.4 jin" was read off, not converted."""


def ends_a_list(text: Text, tokens: Tokens) -> bool:
    """Whether a measure of the same unit stands before the comma: then the last two are members as well."""
    word = text.ask(_listed_before, *span(tokens))
    return bool(word) and word.rstrip("s") == tokens["unit"].word.rstrip("s").lower()


_LONGEST_UNIT = 20
"""Characters before a construct in which a unit and its comma stand."""


def _listed_before(low: str, start: int, _: int) -> str:
    """The word that stands with a comma right before a construct."""
    before = low[max(0, start - _LONGEST_UNIT) : start].rstrip(" ")
    return before[:-1].rpartition(" ")[2] if before.endswith(",") else ""
