"""A value with its unit: 六斤, 15,000 tons, 两个半月, 二十日."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.quantities.grammar.build import (
    BEFORE,
    COLDER,
    HALF,
    Amount,
    amounts,
    followed,
    named_month,
    preceded,
    reading,
    span,
    sub,
)
from duizhao.validator.quantities.grammar.row import Reading, Row, Text, Tokens
from duizhao.validator.quantities.lexicon.classes import BIT
from duizhao.validator.quantities.model import Approx, Kind, Quantity
from duizhao.validator.quantities.numeral import exact

_GOES_ON = followed("[路长長高重深宽寬厚远遠大粗地的岁歲光，。、；]|$")
"""What follows 来 where it means "about" behind a unit: 五里来路, 三斤来重; elsewhere it begins the next word."""
_SO_LONG = followed("[时時工光路重，。、；的]|$")
"""What follows 把 there: 年把时间; elsewhere it governs the next noun, 四年把厂子建成."""
ALWAYS = followed("")
"""For approximators behind a unit that nothing can part from it."""
BEHIND_UNIT = {"来": _GOES_ON, "來": _GOES_ON, "把": _SO_LONG}
"""What must follow an approximator behind a unit that may as well be a verb or a preposition."""
_ENDS_THERE = followed("[^一二三四五六七八九十百千万两半几0-9０-９]|$")
"""What follows 多 where it belongs to the unit: 七十七斤多三分之一 is a third more than that."""
_which = preceded("[头頭前后後第]$", 1)
"""What stands before a time that is the first or the next of its kind."""
_begins_verb = followed("[^的时時来來以之间間内內，。、；：！？）」”\\s]")
"""What follows 多 that says how a verb is done: 头三天多浇水; 前三年多的时间 is a little more than three years."""
_of_plan = followed(
    "的?[^，。；：、]{0,4}(?:计划|計劃|指标|指標|任务|任務|水平|[纪紀记記][录錄]|产量|產量|定额|定額|规定|規定|目标|目標)"
)
"""What follows an amount that is exceeded as a whole: 超过八百斤的计划三成."""
_PLANNED = 0.5
"""What it costs to take 超过 for a bound of such an amount."""
_CODES_OF_SHOES = frozenset(("码", "碼"))
_NO_CLASSIFIER = frozenset("分厘角毛元块塊斤两兩钱錢亩畝吨噸里尺寸丈米克升斗石焦瓦伏安帕磅码碼")
"""Units that are counted without 个, so that behind it they begin another word."""
_NO_GRAMS = 10_000
"""So many grams nobody counts: in 歼敌十八万克七十六城 the 克 takes the cities."""
_worn = followed("的?.{0,2}[鞋靴]")
_shoes = preceded("[鞋靴][ \u3000|｜：:]{0,3}$", 4)
"""Behind 码 or before its figure what has a size: 三十八码的鞋, in a table 胶鞋　三十八码."""
_PENALTY = (
    (BIT["DAYU"], BIT["LE31"], 0.35),
    (BIT["YEARU"], BIT["YEAR4"], 0.6),
    (BIT["YEARU"], BIT["YEAR2"], 0.1),
    (BIT["CLS"], BIT["NUM"], 0.07),  # a classifier as well: rather a count, which costs 0.04 more than a measure
)
"""A unit that is also part of a date, the numeral that makes it one, and what the measure then costs more."""
_YEAR_QUALIFIED = 0.6
"""What it costs to take a year in four figures for a number of years, whatever qualifies it."""
_DATED = BIT["DAYU"] | BIT["YEARU"] | BIT["CLS"]
COUNTED_OUT = {"dozen": 12, "gross": 144, "age-decade": 10}
"""Units that are numerals in English."""
DATE_UNITS = {
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
    "刻": "quarter-hour",
}
"""The units of words that the lexicon knows as parts of a date only."""


_earth = preceded("[土石砂沙挖填运運挑担擔砌].{0,6}$", 7)
"""What is measured in 方: earthwork, and stone."""
_OF_EARTH = 0.45
"""What 方 costs less by there: elsewhere it is a side, of a war or a contract, before it is a cubic metre."""
_happens = followed(
    "(?:[闭閉开開]幕|举行|舉行|召[开開]|抵[达達]?|到[达達]|[离離返]|[发發]表|宣布|出版|上午|下午|中午|凌?晨|晚|夜|[电電][，。）】])"
)
"""What follows a day on which it happens; a length of time stands behind its verb, or has 内 or 来 behind it."""
_RATHER_DATED = 0.5
"""What a length of time costs there: more than a date, and less than to be left out."""
_RATHER_BELOW = 0.1
"""What it costs to take "twenty degrees below" for degrees below zero: below what may have been told before."""
_HALF_CLOSES = followed("半[，。；！？、）]")


def exceeds_plan(text: Text, tokens: Tokens, one: Amount) -> float:
    """What it costs to take 超过 for the bound of an amount, where a plan of that amount is exceeded."""
    ahead = tokens.get("pre2") or tokens.get("pre")
    if one.approx is not Approx.OVER or one.soft or ahead is None or ahead.word[:1] not in _EXCEED:
        return 0.0
    return _PLANNED if text.ask(_of_plan, *span(tokens)) else 0.0


_EXCEED = frozenset("超突高")


def measure(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """A value with its unit."""
    start, end = span(tokens)
    if "more2" in tokens and not text.ask(BEHIND_UNIT.get(tokens["more2"].word, _ENDS_THERE), start, end):
        return
    if "more2" in tokens and text.ask(_which, tokens["num"].start, end) and text.ask(_begins_verb, start, end):
        return  # 头一个月多喂糠
    unit, half = tokens["unit"], HALF if "half" in tokens else 0
    codes = unit.values("UNIT") or [DATE_UNITS.get(unit.word, "")]
    if "half" in tokens and tokens["half"].word[-1:] in {"钟", "鐘", "鍾"}:
        codes = [DATE_UNITS.get(unit.word, "")]  # 一分半钟
    if "ge" in tokens and not half and unit.word in _NO_CLASSIFIER:
        return  # 十三点五个分蘖, 十个焦维平
    if not codes[0] or (codes[0] == "quarter-hour" and sub(tokens["num"], "IDLE") and not unit.values("UNIT")):
        return  # 一刻不停
    if len(tokens) == 2 and sub(unit, "MONTHU") and text.ask(named_month, start, end):
        return  # 等到六月
    if not half and text.ask(_HALF_CLOSES, start, end):
        return  # 八斤半 is no eight jin: a half that closes a clause is of nothing else
    for one in amounts(tokens):
        more = one.cost + exceeds_plan(text, tokens, one)
        # 五八年 is rather a year, 五分 five marks; an approximator or a half makes an amount of either.
        if not half and one.approx is Approx.NONE and not one.soft:
            # 十日内 is ten days rather than the tenth.
            if unit.mask & _DATED:
                more += sum([price for a, b, price in _PENALTY if unit.mask & a and one.mask & b])
        elif unit.mask & BIT["YEARU"] and one.mask & BIT["YEAR4"]:
            more += _YEAR_QUALIFIED  # 约为一九五二年的五倍
        elif one.soft and sub(unit, "MONTHU"):
            more -= 0.4  # 头三月, 约三月: counted rather than named
        if unit.mask & BIT["DAYU"] and one.approx is Approx.NONE and not one.soft and text.ask(_happens, start, end):
            more += _RATHER_DATED
        if unit.word == "方" and text.ask(_earth, start, end):
            more -= _OF_EARTH
        # 几天 is hardly more than "some days", which may be said without a number.
        idle = one.approx is Approx.SEVERAL and sub(tokens["num"], "IDLE")
        if half and "ge" in tokens and codes[0] == "day":
            # 二十一个半天 may be so many half days.
            yield reading(one._replace(cost=more + 0.1), (start, end), Kind.CARDINAL, one.low, one.high, "half-days")
        # Half a degree more of frost is colder.
        further = -half if one.low < 0 else half  # 零下十四度半
        low, high = (exact(one.low + further), exact(one.high + further)) if half else (one.low, one.high)
        if (many := COUNTED_OUT.get(codes[0])) is not None and text.language == "zh":
            # 一打 is twelve: English multiplies.
            yield reading(one._replace(cost=more + 0.02), (start, end), Kind.CARDINAL, low * many, high * many, "dozen")
        if codes[0] == "degree" and text.language == "en" and text.ask(COLDER, start, end):
            below = one._replace(cost=more + _RATHER_BELOW)
            yield reading(below, (start, end), Kind.MEASURE, -high, -low, "below-zero", unit="degree")
        if unit.word == "克" and low >= _NO_GRAMS:
            yield reading(one._replace(cost=more), (start, unit.start), Kind.CARDINAL, low, high, "count")
            more += 0.1
        if unit.word in _CODES_OF_SHOES and (text.ask(_worn, start, end) or text.ask(_shoes, start, end)):
            yield reading(one, (start, end), Kind.CARDINAL, low, high, "size")
            continue
        for index, code in enumerate(codes):  # of several units that a word may mean, the table has the likeliest first
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


def days_and_nights(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """Two days and two nights, 八天八夜: so many days."""
    # 五元零五分 is two numerals with a unit each as well.
    if tokens["unit"].value("UNIT") != "day" or tokens["unit2"].value("UNIT") != "night":
        return
    nights = next(amounts(tokens, "num2"))
    for one in amounts(tokens):
        if (one.low, one.high) == (nights.low, nights.high):  # 几天几夜 as well
            cost, (days,) = reading(one, span(tokens), Kind.MEASURE, one.low, one.high, "measure", unit="day")
            yield cost, (days._replace(weak=one.approx is Approx.SEVERAL),)


_SEASONS = frozenset(("winter", "spring", "summer", "autumn"))


def seasons(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """两冬三春: winters and springs, each counted."""
    pairs = (("num", "season"), ("num2", "season2"))
    codes = [tokens[season].value("SPAN") for _, season in pairs]
    counts = [next(amounts({number: tokens[number]}, number)) for number, _ in pairs]
    if _SEASONS.issuperset(codes) and all(one.low == one.high and one.low < _FEW_YEARS for one in counts):
        yield (
            0.0,
            tuple(
                Quantity(
                    tokens[number].start,
                    tokens[season].end,
                    Kind.MEASURE,
                    one.low,
                    one.high,
                    unit=code,
                    form=one.form,
                    weak=one.low == 1,
                    name="measure",
                )
                for (number, season), code, one in zip(pairs, codes, counts, strict=True)
            ),
        )


_FEW_YEARS = 20
"""More winters than these are hardly counted together with springs."""


ROWS: tuple[Row, ...] = (
    # A unit makes an amount before it makes anything else: 五夜 is five nights, no fifth in the evening.
    Row("measure", f"{BEFORE} num:NUM more:MORE? unit:UNIT more2:MORE? half:HALF? post:POST?", measure, -0.04, "zh"),
    Row("measure", f"{BEFORE} num:NUM more:MORE? unit:UNIT more2:MORE? post:POST?", measure, -0.04, "en"),
    Row("measure", f"{BEFORE} num:NUM post:POST unit:UNIT", measure, -0.08, "en"),  # 300 or so miles
    Row("measure", f"{BEFORE} num:NUM more:MORE? half:HALF unit:UNIT more2:MORE? post:POST?", measure, -0.04, "zh"),
    # 一个半月 and 两个多世纪 are one measure each, and no count with a half or a century behind it.
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
    Row("measure", f"{BEFORE} num:NUM unit:MONTHU|HOURU|MINU|SECU post:POST?", measure, 0.4, "zh"),  # rather a date
    # Cheaper than two measures, which are what else these tokens are.
    Row("measure", f"{BEFORE} num:NUM unit:UNIT and:AND num2:NUM unit2:UNIT", days_and_nights, -0.12, "en"),
    Row("measure", f"{BEFORE} num:NUM unit:UNIT num2:NUM unit2:UNIT", days_and_nights, -0.12, "zh"),
    Row("measure", "num:INT season:SPAN num2:INT season2:SPAN", seasons, -0.2, "zh"),
)


OF_A_UNIT: tuple[Row, ...] = (
    # Dear: "a quarter of an hour later" may be a share, and an hour.
    Row("measure", f"{BEFORE} num:FRAC of:OF a:ART? unit:UNIT post:POST?", measure, 0.1, "en"),
)
"""Two-thirds of a mile; its place is behind the measures in parts."""
