"""Counts and measures: 五百多人, 六斤十二两, 15,000 tons, an hour and a half, US$5 million, 5 ft 2 in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from operator import attrgetter

from duizhao.validator.quantities.grammar.build import (
    AD,
    BEFORE,
    Amount,
    amounts,
    approximators,
    combine,
    followed,
    preceded,
    qualified,
    reading,
    relation,
    span,
    sub,
)
from duizhao.validator.quantities.grammar.row import Reading, Row, Text, Tokens
from duizhao.validator.quantities.lexicon import simplified, units
from duizhao.validator.quantities.lexicon.classes import BIT
from duizhao.validator.quantities.model import ROUND, Approx, DateParts, Form, Kind, Number, Quantity
from duizhao.validator.quantities.numeral import exact
from duizhao.validator.quantities.tokens import Token

HALF = Fraction(1, 2)
_ORD = BIT["ORD"]


_SCALES = frozenset("百千万亿兆萬億")
_DISTRICTS = frozenset("区區")
_counts = preceded(
    re.compile("[、，。；和及等各这那该此全共计有其余另前后上下分辖为达约近两於于在县縣省市]$|、.{1,8}$|^$"), 10
)
"""What stands before 三区 where it counts districts; behind a name (安国三区) it is the third, a count would have 个."""
_RATHER_WHICH = 0.5
_BLANKS = frozenset(" \u3000")
_SCALES_OR_TEN = _SCALES | frozenset("十拾廿卅")
_ROUND_FROM = 100
_LONE_SCALE = 0.05
"""What it costs to take a scale with no numeral before it for a part of a name: 百事可乐, 李兆申."""


_GOES_ON = followed(re.compile("[路长長高重深宽寬厚远遠大粗地的岁歲光，。、；]|$"))
"""What follows 来 where it means "about" behind a unit: 五里来路, 三斤来重; elsewhere it begins the next word."""
_SO_LONG = followed(re.compile("[时時工光路重，。、；的]|$"))
"""What follows 把 there: 年把时间; elsewhere it governs the next noun, 四年把厂子建成."""
_ALWAYS = followed(re.compile(""))
_BEHIND_UNIT = {"来": _GOES_ON, "來": _GOES_ON, "把": _SO_LONG}


def count(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """A number, with or without a classifier."""
    start, end = span(tokens)
    classifier = tokens.get("cls")
    counter = classifier.word if classifier else ""
    if text.language == "en" and "half" in tokens:
        return  # four half laborers are no four and a half
    if "more2" in tokens and not text.ask(_BEHIND_UNIT.get(tokens["more2"].word, _ALWAYS), start, end):
        return  # 五家把存货抛出
    english, half, idle = text.language == "en", "half" in tokens, sub(tokens["num"], "IDLE")
    district = (
        counter in _DISTRICTS and tokens["num"].numerals[0].form is Form.WORDS and not text.ask(_counts, start, end)
    )
    for low, high, form, approx, cost, bits, _, soft in amounts(tokens):
        if district:
            cost += _RATHER_WHICH
        if english and (bits & _ORD or (low < 1 and low > 0)):
            continue
        weak = idle and ((low == 1 and approx is Approx.NONE) or approx is Approx.SEVERAL)
        if half:
            low, high = exact(low + HALF), exact(high + HALF)
        yield (
            cost,
            (
                Quantity(
                    start, end, Kind.CARDINAL, low, high, approx, "", counter, form, weak=weak, soft=soft, name="count"
                ),
            ),
        )
        if not english and low <= 24 and low != 0 and not counter:
            yield from _dotted_clock(text.of(tokens["num"]), (start, end), low, cost)
        if english or approx is not Approx.NONE or low < _ROUND_FROM:
            continue
        word = text.of(tokens["num"])
        if word in _SCALES:
            yield cost + _LONE_SCALE, ()
        if _SCALES.issuperset(word):
            yield (
                cost + _LONE_SCALE,
                (
                    Quantity(
                        start, end, Kind.CARDINAL, low, low * 10 - 1, Approx.SEVERAL, "", counter, form, name=ROUND
                    ),
                ),
            )


_TWO_DECIMALS = re.compile("[·・.．‧•][0-9０-９〇○零◯一二三四五六七八九]{2}$")
_READ_AS_CLOCK = 0.3


def _dotted_clock(word: str, place: tuple[int, int], value: Number, cost: float) -> Iterator[Reading]:
    """二○·一五 of a timetable: a quarter past eight in the evening."""
    if not _TWO_DECIMALS.search(word):
        return
    hour = value.numerator // value.denominator
    minute = (value - hour) * 100
    if minute < 60:
        date = DateParts(hour=hour, minute=int(minute))
        yield (
            cost + _READ_AS_CLOCK,
            (Quantity(*place, Kind.DATE, hour, hour, form=Form.WORDS, date=date, name="clock"),),
        )


def share(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """A fraction by itself: two-thirds, 3/4, half."""
    start, end = span(tokens)
    for one in amounts(tokens):
        if 0 < one.low < 1 and one.low.denominator != 1:
            form = Form.IMPLIED if sub(tokens["num"], "HALF") else one.form
            said = relation(text, start, end)
            yield reading(one, (start, end), Kind.FRACTION, one.low, one.high, "share", form=form, relation=said)


_PENALTY = (
    (BIT["DAYU"], BIT["LE31"], 0.35),
    (BIT["YEARU"], BIT["YEAR4"], 0.6),
    (BIT["YEARU"], BIT["YEAR2"], 0.1),
    (BIT["CLS"], BIT["NUM"], 0.07),
)
"""A unit that is also part of a date, the numeral that makes it one, and what the measure then costs more."""
_YEAR_QUALIFIED = 0.6
"""What it costs to take a year in four figures for a number of years, whatever qualifies it."""
_COUNTS = {"dozen": 12, "gross": 144, "age-decade": 10}
_DATED = BIT["DAYU"] | BIT["YEARU"] | BIT["CLS"]


_ENDS_THERE = followed(re.compile("[^一二三四五六七八九十百千万两半几0-9０-９]|$"))
"""What follows 多 where it belongs to the unit: 七十七斤多三分之一 is a third more than that."""


def measure(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """A value with its unit."""
    start, end = span(tokens)
    if "more2" in tokens and not text.ask(_BEHIND_UNIT.get(tokens["more2"].word, _ENDS_THERE), start, end):
        return
    unit = tokens["unit"]
    codes = unit.values("UNIT") or [_DATE_UNITS.get(unit.word, "")]
    if "half" in tokens and tokens["half"].word[-1:] in {"钟", "鐘", "鍾"}:
        codes = [_DATE_UNITS.get(unit.word, "")]  # 一分半钟
    if not codes[0]:
        return
    half = HALF if "half" in tokens else 0
    for one in amounts(tokens):
        more = one.cost
        if not half and one.approx is Approx.NONE and not one.soft:
            # 十日内 is ten days rather than the tenth.
            if unit.mask & _DATED:
                more += sum([price for a, b, price in _PENALTY if unit.mask & a and one.mask & b])
        elif unit.mask & BIT["YEARU"] and one.mask & BIT["YEAR4"]:
            more += _YEAR_QUALIFIED  # 约为一九五二年的五倍
        elif one.soft and sub(unit, "MONTHU"):
            more -= 0.4  # 头三月, 约三月: counted rather than named
        idle = one.approx is Approx.SEVERAL and sub(tokens["num"], "IDLE")
        if half and "ge" in tokens and codes[0] == "day":
            # 二十一个半天 may be so many half days.
            yield reading(one._replace(cost=more + 0.1), (start, end), Kind.CARDINAL, one.low, one.high, "half-days")
        low, high = (exact(one.low + half), exact(one.high + half)) if half else (one.low, one.high)
        if (many := _COUNTS.get(codes[0])) is not None and text.language == "zh":
            # 一打 is twelve: English multiplies.
            yield reading(one._replace(cost=more + 0.02), (start, end), Kind.CARDINAL, low * many, high * many, "dozen")
        for index, code in enumerate(codes):
            kind = Kind.MEASURE
            yield (
                more + 0.1 * index,
                (
                    Quantity(
                        start,
                        end,
                        kind,
                        low,
                        high,
                        one.approx,
                        code,
                        "",
                        one.form,
                        weak=idle,
                        soft=one.soft,
                        name="measure",
                    ),
                ),
            )


_DATE_UNITS = {
    "月": "month",
    "月份": "month",
    "世纪": "century",
    "世紀": "century",
    "时": "hour",
    "時": "hour",
    "点": "hour",
    "點": "hour",
    "点钟": "hour",
    "分": "minute",
    "秒": "second",
}


_PERIODS = {"年": "year", "月": "month", "日": "day", "时": "hour"}


def per(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """每斤, per mu: one of a unit, which only another unit can contradict."""
    start, end = span(tokens)
    unit = tokens["unit"]
    codes = unit.values("UNIT") or ([_PERIODS[unit.word]] if unit.word in _PERIODS else [])
    for index, code in enumerate(codes[:2]):
        yield (
            0.1 * index,
            (Quantity(start, end, Kind.MEASURE, 1, 1, Approx.NONE, code, "", Form.IMPLIED, weak=True, name="per"),),
        )


def at_most_per(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """不超过每秒三千立方米: the approximator of the amount stands before the "per"."""
    first = {"each": tokens["each"], "unit": tokens["each_unit"]}
    amount = {name: token for name, token in tokens.items() if name not in {"each", "each_unit"}}
    for cost, rate in per(text, first):
        for more, quantities in measure(text, amount):
            start = tokens["pre2" if "pre2" in tokens else "num"].start
            yield cost + more, (*rate, *[one._replace(start=start) for one in quantities])


def measure_for_count(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """三斤一包, 五元两个, 六小时一次, 三元五角一个: an amount, and what it is for."""
    number = "num3" if "num3" in tokens else "num2"
    classifier = tokens["cls"]
    if classifier.mask & (BIT["UNIT"] | BIT["MINU"]):
        return  # 三元五角
    amount = {name: token for name, token in tokens.items() if name not in (number, "cls")}
    for cost, found in (parts if "unit2" in tokens else measure)(text, amount):
        for other in amounts(tokens, number):
            counted = Quantity(
                tokens[number].start,
                classifier.end,
                Kind.CARDINAL,
                other.low,
                other.high,
                other.approx,
                counter=classifier.word,
                form=other.form,
                weak=sub(tokens[number], "IDLE") and other.low == 1,
                name="count",
            )
            yield cost + other.cost, (*found, counted)


def days_and_nights(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """Two days and two nights, 八天八夜: so many days."""
    if tokens["unit"].value("UNIT") != "day" or tokens["unit2"].value("UNIT") != "night":
        return
    nights = next(amounts(tokens, "num2"))
    for one in amounts(tokens):
        if one.low == one.high == nights.low:
            yield reading(one, span(tokens), Kind.MEASURE, one.low, one.high, "measure", unit="day")


def implied_rate(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """亩产, 日产: by the mu, by the day; 双方: two, which the other language may say or not."""
    value, _, code = tokens["implied"].value("IMPLIED").partition(" ")
    if code == AD:
        return
    count, kind, name = int(value), Kind.MEASURE if code else Kind.CARDINAL, "per" if code else "implied"
    one = Quantity(*span(tokens), kind, count, count, Approx.NONE, code, "", Form.IMPLIED, weak=True, name=name)
    # A rate is seldom said in so many words; parties that are none of two would be another story.
    yield (0.0 if code else -0.1), (one,)


def half_unit(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """半斤, half a year, half an hour."""
    start, end = span(tokens)
    approx, soft = qualified(tokens)
    if approx is Approx.NONE:
        approx = _HALVES.get(tokens["half"].word.translate(simplified()).replace("多半", ""), Approx.NONE)  # 大半年
    for code in tokens["unit"].values("UNIT") or [_DATE_UNITS.get(tokens["unit"].word, "month")]:
        half = Quantity(start, end, Kind.MEASURE, HALF, HALF, approx, code, "", Form.IMPLIED, soft=soft, name="half")
        yield 0.0, (half,)


def unit_and_half(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """斤半, an hour and a half."""
    start, end = span(tokens)
    value = Fraction(3, 2)
    for code in tokens["unit"].values("UNIT"):
        yield (
            0.0,
            (
                Quantity(
                    start, end, Kind.MEASURE, value, value, Approx.NONE, code, "", Form.WORDS, name="unit-and-half"
                ),
            ),
        )


def unit_and_more(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """月余, 个把月: one, and a little more."""
    start, end = span(tokens)
    more = tokens["more"]
    approx = Approx[(more.value("MORE") if more.mask & BIT["MORE"] else more.value("POST")).rstrip("~")]
    for code in tokens["unit"].values("UNIT") or [_DATE_UNITS.get(tokens["unit"].word, "month")]:
        yield 0.0, (Quantity(start, end, Kind.MEASURE, 1, 1, approx, code, "", Form.IMPLIED, name="unit-and-more"),)


def half_count(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """半数, 一半, half of."""
    start, end = span(tokens)
    weak = "num" not in tokens and tokens["half"].word == "半"
    said = [*approximators(tokens)]
    approx, _ = combine([a for a, _ in said], [s for _, s in said])
    if approx is Approx.NONE:
        approx = _HALVES.get(tokens["half"].word.translate(simplified()), Approx.NONE)
    found = Quantity(
        start,
        end,
        Kind.FRACTION,
        HALF,
        HALF,
        approx,
        "",
        "",
        Form.IMPLIED,
        weak=weak or (approx is not Approx.NONE and not said),
        soft=not said,
        name="half",
    )
    yield 0.0, (found,)


_HALVES = {
    "大半": Approx.OVER,
    "多半": Approx.OVER,
    "一多半": Approx.OVER,
    "一大半": Approx.OVER,
    "过半": Approx.OVER,
    "小半": Approx.UNDER,
    "一小半": Approx.UNDER,
}


# ---------------------------------------------------------------- money


def money(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """A currency before the figure: $5 million, RM2, 美金四角."""
    start, end = span(tokens)
    code = tokens["cur"].value("CUR") or tokens["cur"].value("UNIT")
    unit = tokens.get("unit")
    if unit is not None:
        small = unit.values("UNIT")
        code = next((c for c in small if units()[c].dimension.startswith("money")), "")
        if not code:
            return
        first = tokens["cur"].value("CUR")
        code = _UNDER.get((first, code), first if code == "yuan" else code)
    for one in amounts(tokens):
        yield reading(one, (start, end), Kind.MEASURE, one.low, one.high, "money", unit=code)


_UNDER = {("usd", "jiao"): "us-dime", ("usd", "fen-money"): "cent", ("usd", "yuan"): "usd", ("hkd", "yuan"): "hkd"}


# ---------------------------------------------------------------- measures in parts

SUB_UNITS = {
    # (unit, word behind a smaller numeral): the unit that the word means there
    ("yuan", "分"): "fen-money",
    ("jiao", "分"): "fen-money",
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
    "second": "second",
    "minute": "second",
}
"""The unit of a last numeral that has none: 十二块五, 五尺二, 3 feet 6."""


_ENDS = re.compile(r"[^\u4e00-\u9fff]|[的左以钱多余上之整正至到和及与者降升增减提涨跌]|$")
_ends = followed(_ENDS)
"""What may follow the last numeral of 十二块五."""
_goes_on_counting = followed(
    re.compile("[种種张張个個名人条條户戶只隻头頭件年月日天次匹项項类類倍成元角分寸尺斤两兩亩畝]")
)
"""What shows that the last numeral counts something of its own: 十元五种."""
_goes_on_to = followed(re.compile("[到至—～-]"))


_TWO = frozenset("两兩")


def parts(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """A measure in several units, the largest first; its value is given in the largest."""
    start, end = span(tokens)
    if "and" in tokens and (text.language == "zh" or tokens["and"].word == "or"):
        return  # 一元与五角 are two, and so are "71.4 yuan, or 17 fen a jin"
    for first in _first_units(tokens["unit"]):
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
            if "unit" + index not in tokens and text.of(numeral)[:1] in _NOUGHTS:
                code = _BELOW.get(code or "", code)  # 三块零四, 四亩零五
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
                and _apart(pieces[-1][1], code)
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
        for more, value in _totals(text, pieces):
            if "half" in tokens:
                factor = _factor(pieces[-1][1])
                top = _factor(pieces[0][1])
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


_TENTHS = {"yuan": 1, "jiao": 10, "fen-money": 100}
_NOUGHTS = "零〇○0０"
_BELOW = {"jiao": "fen-money", "fen-area": "li-area", "cun": "fen-length"}
"""The unit below: what a last numeral that begins with a nought counts."""
_CLOCK_UNITS = {"MINU": "minute", "SECU": "second", "HOURU": "hour"}


def _first_units(token: Token) -> list[str]:
    """What the largest unit may be: 分 is of the clock or of money."""
    clock = [code for cls, code in _CLOCK_UNITS.items() if sub(token, cls) and not token.value(cls)]
    return [*token.values("UNIT"), *(code for code in clock if code not in token.values("UNIT"))]


def _totals(text: Text, pieces: list[tuple[Number, str]]) -> Iterator[tuple[float, Number]]:
    """The value in the first unit; a liang was 1/16 jin until 1959 and is 1/10 since, a penny 1/240 pound until 1971."""
    value = in_first_unit(pieces)
    if value is None:
        return
    codes = [code for _, code in pieces]
    if codes == ["gbp", "penny"]:
        new = exact(pieces[0][0] + Fraction(pieces[1][0]) / 100)
        decimal = text.year is not None and text.year >= _DECIMAL_POUND
        yield (0.0 if decimal else 0.3), new
        yield (0.3 if decimal else 0.0), value
        return
    if "jin" not in codes[:2] or "liang" not in codes:
        yield 0.0, value
        return
    index = codes.index("liang")
    later = sum((Fraction(number) * (_factor(code) or 0) for number, code in pieces[index:]), Fraction(0))
    gap = later / (_factor(codes[0]) or 1)
    ten = exact(value + gap * Fraction(6, 10))
    old = text.year is not None and text.year < 1960
    yield (0.0 if old else 0.1), value
    if pieces[index][0] < 10:
        yield (_NOT_YET if old else 0.0), ten


_DECIMAL_POUND = 1971
"""Year of issue from which on the pound has a hundred pence."""
_NOT_YET = 0.7
"""Of a paper that knew only the jin of sixteen liang: 二斤四两 as "2.4 jin" was read off, not converted."""


def part_unit(token: Token | None, pieces: list[tuple[Number, str]]) -> str | None:
    if token is None:
        return _NEXT.get(pieces[-1][1]) if pieces else None
    if pieces and (code := SUB_UNITS.get((pieces[-1][1], token.word.replace("釐", "厘")))):
        return code
    codes = token.values("UNIT")
    if not codes:
        return next((code for cls, code in _CLOCK_UNITS.items() if sub(token, cls) and not token.value(cls)), None)
    if not pieces:
        return codes[0]
    last = units().get(pieces[-1][1])
    return next((code for code in codes if last and units()[code].dimension == last.dimension), codes[0])


def smaller(last: str, code: str, one: Amount) -> bool:
    """Whether a unit is a part of the one before it, and the numeral fits into one of those."""
    first, second = _factor(last), _factor(code)
    if first is None or second is None or _dimension(last) != _dimension(code) or second >= first:
        return False
    whole = _WHOLE_YEAR if last == "year" else 2
    return one.low * second < first * whole


_WHOLE_YEAR = Fraction(9, 10)
"""Of a year, the days that can be added to it: 一年三百六十天 is said of one year."""


def _apart(last: str, code: str) -> bool:
    """20,000 sq km, 5 sq m: with a comma between them units so far apart are two measures."""
    first, second = _factor(last), _factor(code)
    return _dimension(last) != "time" and (first is None or second is None or first > 1000 * second)


def parts_either(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """两元四、五角: the larger unit with one or the other of the smaller."""
    whole, first, second = (next(amounts(tokens, name)) for name in ("num", "num2", "num3"))
    for top in _first_units(tokens["unit"]):
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
        for top in _first_units(tokens["unit"]):
            code = part_unit(tokens["unit2"], [(whole.low, top)])
            if code is None or not smaller(top, code, last):
                continue
            low, high = (in_first_unit([(whole.low, top), (value, code)]) for value in (last.low, last.high))
            if low is not None and high is not None:
                yield reading(last, span(tokens), Kind.MEASURE, low, high, "parts-range", unit=top)


_TIME = {"time-long": Fraction(2629746), "time": Fraction(1)}


def _factor(code: str) -> Fraction | None:
    unit = units().get(code)
    if unit is None or unit.factor is None:
        return None
    return unit.factor * _TIME.get(unit.dimension, Fraction(1))


def _dimension(code: str) -> str:
    unit = units().get(code)
    return "" if unit is None else "time" if unit.dimension.startswith("time") else unit.dimension


def in_first_unit(pieces: list[tuple[Number, str]]) -> Number | None:
    top = _factor(pieces[0][1])
    if top is None:
        return None
    total = Fraction(0)
    for value, code in pieces:
        factor = _factor(code)
        if factor is None:
            return None
        total += value * factor
    return exact(total / top)


_JOINT = "c:COMMA? and:AND? you:YOU?"
_SECOND = "num2:NUM unit2:UNIT|MINU|SECU"
_THIRD = "num3:NUM unit3:UNIT|MINU|SECU"
_FOURTH = "num4:NUM unit4:UNIT|SECU"
_END = "more:MORE? half:HALF? post:POST?"
ROWS = (
    Row("count", f"{BEFORE} num:NUM more:MORE? cls:CLS|DESIG|GE? more2:MORE? half:HALF? post:POST?", count),
    Row("share", f"{BEFORE} num:FRAC post:POST?", share, -0.02),
    Row("measure", f"{BEFORE} num:NUM more:MORE? unit:UNIT more2:MORE? half:HALF? post:POST?", measure, -0.04, "zh"),
    Row("measure", f"{BEFORE} num:NUM more:MORE? unit:UNIT more2:MORE? post:POST?", measure, -0.04, "en"),
    Row("measure", f"{BEFORE} num:NUM more:MORE? half:HALF unit:UNIT more2:MORE? post:POST?", measure, -0.04, "zh"),
    Row(
        "measure",
        f"{BEFORE} num:NUM ge:GE half:HALF unit:UNIT|MONTHU|CENTURY more2:MORE? post:POST?",
        measure,
        -0.04,
        "zh",
    ),
    Row(
        "measure",
        f"{BEFORE} num:NUM ge:GE more:MORE unit:UNIT|MONTHU|CENTURY half:HALF? post:POST?",
        measure,
        -0.06,
        "zh",
    ),
    Row("measure", f"{BEFORE} num:NUM more:MORE? ge:GE unit:UNIT|CENTURY more2:MORE? post:POST?", measure, -0.06, "zh"),
    Row("measure", f"{BEFORE} num:NUM more:MORE? unit:MONTHU more2:MORE half:HALF? post:POST?", measure, 0.0, "zh"),
    Row("measure", f"{BEFORE} num:NUM more:MORE unit:MONTHU half:HALF? post:POST?", measure, 0.0, "zh"),
    Row("measure", f"{BEFORE} num:NUM unit:MONTHU half:HALF post:POST?", measure, 0.0, "zh"),
    Row("measure", f"{BEFORE} num:NUM unit:MONTHU|HOURU|MINU|SECU post:POST?", measure, 0.4, "zh"),
    Row("measure", f"{BEFORE} num:NUM unit:UNIT and:AND num2:NUM unit2:UNIT", days_and_nights, -0.12, "en"),
    Row("measure", f"{BEFORE} num:NUM unit:UNIT num2:NUM unit2:UNIT", days_and_nights, -0.12, "zh"),
    Row("measure-for-count", "num:NUM unit:UNIT num2:NUM cls:CLS|GE", measure_for_count, -0.08, "zh"),
    Row(
        "measure-for-count", "num:NUM unit:UNIT num2:NUM unit2:UNIT num3:NUM cls:CLS|GE", measure_for_count, -0.12, "zh"
    ),
    Row("per", "each:EACH unit:UNIT|YEARU|MONTHU|DAYU", per, -0.1),
    Row(
        "per",
        "pre:PRE each:EACH each_unit:UNIT|YEARU|MONTHU|DAYU pre2:PRE? num:NUM more:MORE? unit:UNIT more2:MORE? post:POST?",
        at_most_per,
        -0.15,
        "zh",
    ),
    Row("per", "implied:IMPLIED", implied_rate, 0.0, "zh"),
    Row("half", "pre:PRE? half:HALF unit:UNIT|MONTHU|CENTURY more:MORE? post:POST?", half_unit),
    Row(
        "half",
        "pre:PRE? half:HALF ge:GE more:MORE? unit:UNIT|MONTHU|CENTURY more2:MORE? post:POST?",
        half_unit,
        0.0,
        "zh",
    ),
    Row("unit-and-more", "unit:UNIT|MONTHU more:MORE|POST", unit_and_more, 0.3, "zh"),
    Row("unit-and-more", "ge:GE more:MORE unit:UNIT|MONTHU", unit_and_more, 0.0, "zh"),
    Row("unit-and-half", "pre:PRE? unit:UNIT half:HALF", unit_and_half, -0.05, "zh"),
    Row("half", "pre:PRE? half:HALF a:ART|OF|THE? a2:ART|THE? unit:UNIT post:POST?", half_unit, 0.0, "en"),
    Row("half-count", "pre:PRE? num:IDLE? half:HALF post:POST?", half_count, 0.0, "zh"),
    Row("money", f"{BEFORE} cur:CUR pre3:PRE? num:NUM more:MORE? unit:UNIT? more2:MORE? post:POST?", money, -0.06),
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
    Row("measure", f"{BEFORE} num:FRAC of:OF a:ART? unit:UNIT post:POST?", measure, 0.1, "en"),
)
