"""A measure in several units, the largest first: 六斤十二两, 十二块五, an hour and 45 minutes, 5 ft 2 in."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from operator import attrgetter

from duizhao.regex import regex
from duizhao.validator.quantities.grammar.amounts.hours_of_a_day import day_and_hours, hours_of_a_day
from duizhao.validator.quantities.grammar.amounts.measures import measure
from duizhao.validator.quantities.grammar.amounts.smaller_units import (
    NOUGHTS,
    ends_a_list,
    far_apart,
    first_units,
    part_unit,
    size_of,
    smaller,
    totals,
)
from duizhao.validator.quantities.grammar.build import BEFORE, HALF, amounts, followed, reading, span, sub
from duizhao.validator.quantities.grammar.row import Reading, Row, Text, Tokens
from duizhao.validator.quantities.lexicon import units
from duizhao.validator.quantities.model import Approx, Form, Kind, Number, Quantity
from duizhao.validator.quantities.numeral import exact

_ENDS = r"[^\u4e00-\u9fff]|[的左以钱多余上之整正至到和及与者降升增减提涨跌]|$"
_ends = followed(_ENDS)
"""What may follow the last numeral of 十二块五."""
_goes_on_counting = followed(
    "[种種张張个個名人条條户戶只隻头頭件年月日天次匹项項类類倍成元角分寸尺斤两兩亩畝石斗担擔吨噸顷頃丈里]"
)
"""What shows that the last numeral counts something of its own: 十元五种."""
_goes_on_to = followed("[到至—～-]")
"""What shows that the last numeral begins a range."""
_TWO = frozenset("两兩")
_BLANKS = frozenset(" \u3000")
_SCALES_OR_TEN = frozenset("百千万亿兆萬億十拾廿卅")
"""What a last numeral without a unit does not have: it is one figure of the unit below, or decimals."""
_CENTS = regex("[一二三四五六七八九]{2}")
_TENTHS = {"yuan": 1, "jiao": 10, "fen-money": 100}
"""How many make one of any currency of which 元, 角 and 分 are said."""
_ON_THE_CLOCK = 0.1
"""What it costs to take 三点一刻 or 八时四十五分 for a length of time."""
_HOUR_AND_MINUTES = 2
_BELOW = {"jiao": "fen-money", "fen-area": "li-area", "cun": "fen-length"}
"""The unit below: what a last numeral that begins with a nought counts."""


def parts(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """A measure in several units, the largest first; its value is given in the largest."""
    start, end = span(tokens)
    if "and" in tokens and (text.language == "zh" or tokens["and"].word == "or"):
        return  # 一元与五角 are two, and so are "71.4 yuan, or 17 fen a jin"
    if sub(tokens["unit"], "YEARU") and sub(tokens["num"], "YEAR4"):
        return  # 一九四八年九个月 are nine months of that year
    if "c" in tokens and "and" in tokens and "num3" not in tokens and ends_a_list(text, tokens):
        return  # two jiao, one jiao, and five fen
    if text.language == "zh" and hours_of_a_day(text, tokens):
        yield day_and_hours(tokens)
    timed = text.language == "zh" and sub(tokens["unit"], "HOURU")
    for first in first_units(tokens["unit"]):
        pieces: list[tuple[Number, str]] = []
        approx, soft, form, cost = Approx.NONE, False, Form.WORDS, 0.0
        for index in ("", "2", "3", "4"):
            numeral = tokens.get("num" + index)
            if numeral is None:
                break
            single = [a for a in amounts(tokens, "num" + index) if a.low == a.high]
            # 六七斗 is a range as well, which cannot be added to another unit.
            one = min(single, key=attrgetter("cost"), default=None)
            # 几天几夜 has no value to add up, and 零时三十分 is a time of day.
            if one is None or (not pieces and not one.low):
                return
            approx, soft, form = one.approx, one.soft, one.form
            code = part_unit(tokens.get("unit" + index), pieces) if pieces else first
            if code == "cm" and "unit" + index not in tokens and numeral.end - numeral.start == 1:
                code = "dm"  # 一米八, but 一米七五
            if "unit" + index not in tokens:
                # 三块零四 is 3.04, though four of the next unit would be 3.4.
                code = _told_by_figures(text.of(numeral), code, pieces)
            tail = bool(pieces) and "unit" + index not in tokens
            if tail and (pieces[0][0].denominator != 1 or text.of(numeral) in _TWO):
                return  # 2.38米两破纪录: a decimal has all its parts, and 两 counts what follows
            # 一米七五 is asked nothing of what follows: behind metres two figures can only be decimals.
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
            # One piece that does not fit ends it: 一分十秒 has seconds, so its 分 are none of money.
            if code is None or far or (pieces and not smaller(pieces[-1][1], code, one)):
                pieces.clear()
                break
            pieces.append((one.low, code))
            cost += one.cost + (_ON_THE_CLOCK if timed and len(pieces) == _HOUR_AND_MINUTES else 0.0)
        # One piece alone is a measure, unless its decimals were a numeral of their own: 十秒四.
        if not pieces or (len(pieces) < 2 and "num2" not in tokens):
            continue
        last = tokens["num" + str(len(pieces))] if len(pieces) > 1 else tokens["num"]
        if sub(last, "IDLE") and last.end == end and text.language == "zh" and not text.ask(_ends, start, end):
            continue  # 十元一箭: the 一 counts something of its own
        # 一斤七两半: the half is of the last unit.
        halved = [*pieces[:-1], (pieces[-1][0] + HALF, pieces[-1][1])] if "half" in tokens else pieces
        for more, value in totals(text, halved):
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
    if figures[:1] in NOUGHTS:
        return _BELOW.get(code or "", code)
    return "fen-money" if pieces and pieces[-1][1] == "yuan" and _CENTS.fullmatch(figures) else code


def parts_either(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """两元四、五角: the larger unit with one or the other of the smaller."""
    whole, first, second = (next(amounts(tokens, name)) for name in ("num", "num2", "num3"))
    for top in first_units(tokens["unit"]):
        code = part_unit(tokens["unit2"], [(whole.low, top)])
        if code is None or second.low != first.low + 1 or not smaller(top, code, second):
            continue
        ends = [totals(text, [(whole.low, top), (one.low, code)]) for one in (first, second)]
        for (more, low), (_, high) in zip(*ends, strict=False):
            one = second._replace(cost=second.cost + more)
            yield reading(one, span(tokens), Kind.MEASURE, low, high, "parts-range", unit=top)


def parts_spread(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """一石六七斗: a larger unit, and one or two numbers of the smaller that count on."""
    whole = next(amounts(tokens))
    for last in amounts(tokens, "num2"):
        # 六七 counts on; what has one value is for `parts`.
        if last.high - last.low != 1 or whole.low != whole.high:
            continue
        for top in first_units(tokens["unit"]):
            code = part_unit(tokens["unit2"], [(whole.low, top)])
            if code is None or not smaller(top, code, last):
                continue
            both = [totals(text, [(whole.low, top), (value, code)]) for value in (last.low, last.high)]
            for (more, low), (_, high) in zip(*both, strict=False):
                one = last._replace(cost=last.cost + more)
                yield reading(one, span(tokens), Kind.MEASURE, low, high, "parts-range", unit=top)


def parts_between(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """一吨二三, 一尺七八, 三块四五: one or two neighbouring numbers of the unit below, or of tenths where none is named."""
    numeral = tokens["num2"]
    # 七八 has two characters; 五 of 十二块五 has one, and is read by `parts` already.
    if numeral.end - numeral.start != 2 or text.ask(_goes_on_counting, *span(tokens)):
        return
    if not text.ask(_ends, *span(tokens)) or text.text_of(numeral.start - 1, numeral.start) in _BLANKS:
        return
    for whole in amounts(tokens):
        for last in numeral.numerals:
            if whole.low != whole.high or whole.low.denominator != 1:
                continue
            # Only money is told to the hundredth so: 三块四五 as a price.
            if last.low == last.high and "yuan" in tokens["unit"].values("UNIT"):
                value = exact(whole.low + Fraction(last.low, 100))
                yield reading(
                    whole._replace(cost=_HUNDREDTHS), span(tokens), Kind.MEASURE, value, value, "parts", unit="yuan"
                )
            if last.high - last.low != 1:
                continue
            for index, top in enumerate(code for code in tokens["unit"].values("UNIT") if not _lasts(code)):
                # 一米七八 is rather one metre and 78.
                cost = whole.cost + last.cost + 0.1 * index + (_OF_METRES if top in _METRES else 0.0)
                for more, low, high in _spread(text, whole.low, top, (last.low, last.high)):
                    one = whole._replace(cost=cost + more)
                    yield reading(one, span(tokens), Kind.MEASURE, low, high, "parts-range", unit=top)


def _spread(text: Text, whole: Number, top: str, ends: tuple[Number, Number]) -> Iterator[tuple[float, Number, Number]]:
    """Cost, lower and upper value of a whole with one or another number of the unit below, or of tenths."""
    below = part_unit(None, [(whole, top)])
    # A ton has no smaller unit that one leaves unsaid: 一吨二三 is 1.2 or 1.3.
    if below is None or below == top or top in _METRES:
        low, high = (exact(whole + Fraction(end, 10)) for end in ends)
        yield 0.0, low, high
        return
    size, part = size_of(top), size_of(below)
    if size is not None and part is not None and ends[1] * part < size:
        both = [totals(text, [(whole, top), (end, below)]) for end in ends]
        yield from ((more, low, high) for (more, low), (_, high) in zip(*both, strict=False))


def parts_or_between(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """十二块五, 一吨二三; six jiao a dozen."""
    if text.language == "en" and text.of(tokens["num2"])[:2].lower() == "a ":
        # As a part, the dozen of "six jiao a dozen" would make 7.2 jiao of it.
        price = {name: token for name, token in tokens.items() if name != "num2"}
        dozen = next(amounts(tokens, "num2"))
        place = tokens["num2"].start, tokens["num2"].end
        _, many = reading(dozen, place, Kind.CARDINAL, dozen.low, dozen.high, "count")
        for cost, found in measure(text, price):
            yield cost, (*found, many[0]._replace(weak=True))
        return
    if text.language == "zh" and "more" not in tokens:
        yield from parts_between(text, tokens)
    yield from parts(text, tokens)


_METRES = frozenset(("m", "second", "degree"))
"""Units whose decimals are said figure by figure: 一米七八, 十秒四五."""
_OF_METRES = 0.95
"""What it costs to take them for a range: more than the two figures that count on."""
_HUNDREDTHS = 0.25
"""What it costs to take 三块四五 for 3.45, which prices are said as too."""


def _lasts(code: str) -> bool:
    """Whether a unit is one of a length of time, behind which no bare figures are part of it, but of seconds."""
    return code != "second" and units()[code].dimension.startswith(("time", "age"))


_JOINT = "c:COMMA? and:AND? you:YOU?"
_SECOND = "num2:NUM unit2:UNIT|MINU|SECU"
_THIRD = "num3:NUM unit3:UNIT|MINU|SECU"
_FOURTH = "num4:NUM unit4:UNIT|SECU"
_END = "more:MORE? half:HALF? post:POST?"


ROWS: tuple[Row, ...] = (
    # The more units a row has, the less it costs: 一石五斗六升九合 is one amount before it is two of two.
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
    Row("parts", f"{BEFORE} num:NUM unit:UNIT|SECU num2:NUM more:MORE? post:POST?", parts_or_between, -0.02),
    Row("parts", f"{BEFORE} num:NUM unit:UNIT|MINU num2:NUM unit2:UNIT|MINU|SECU num3:NUM post:POST?", parts, -0.02),
    Row("parts", f"{BEFORE} num:NUM unit:UNIT {_SECOND} {_THIRD} num4:NUM post:POST?", parts, -0.1, "zh"),
    # 两石七、八斗: the 七 belongs to the range, and is no 两石七.
    Row(
        "parts",
        f"{BEFORE} num:NUM unit:UNIT num2:NUM and:AND num3:NUM unit2:UNIT|MINU post:POST?",
        parts_either,
        -0.2,
        "zh",
    ),
    # "Two shi and seven or eight dou" is one amount, and not two of them.
    Row(
        "parts",
        f"{BEFORE} num:NUM unit:UNIT joint:AND? num2:NUM and:AND|TO num3:NUM unit2:UNIT post:POST?",
        parts_either,
        -0.2,
        "en",
    ),
)
