"""What an amount is for, and what it is by: 三斤一包, 每斤, per mu, 亩产."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.regex import regex
from duizhao.validator.quantities.grammar.amounts.measures import COUNTED_OUT, measure
from duizhao.validator.quantities.grammar.amounts.parts import parts
from duizhao.validator.quantities.grammar.build import AD, amounts, span, sub
from duizhao.validator.quantities.grammar.row import Reading, Row, Text, Tokens
from duizhao.validator.quantities.lexicon.classes import BIT
from duizhao.validator.quantities.model import Approx, Form, Kind, Quantity


def measure_for_count(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """三斤一包, 五元两个, 六小时一次, 三元五角一个: an amount, and what it is for."""
    number = "num3" if "num3" in tokens else "num2"
    classifier = tokens["cls"]
    # 五钱五分, 三元五角: a word that is a unit as well makes one amount of both.
    if classifier.mask & (BIT["UNIT"] | BIT["MINU"]):
        return  # 三元五角
    if tokens["unit"].word == "年" and (sub(tokens["num"], "YEAR4") or _IN_FIGURES.fullmatch(text.of(tokens["num"]))):
        return  # 1954年十二部, 五四年三百人
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
                # 一个 of 三元一个 is "each", without a numeral.
                weak=sub(tokens[number], "IDLE") and other.low == 1,
                name="count",
            )
            yield cost + other.cost, (*found, counted)


_IN_FIGURES = regex("(?!一二|二三|三四|四五|五六|六七|七八|八九)[一二三四五六七八九]{2}|[0-9０-９]{2}")
"""Two that count on may be so many years: 二三年三次."""
_PERIODS = {"年": "year", "月": "month", "日": "day", "时": "hour"}
"""The units of words that the lexicon knows as parts of a date only."""


def per(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """每斤, per mu: one of a unit, which only another unit can contradict."""
    start, end = span(tokens)
    unit = tokens["unit"]
    codes = unit.values("UNIT") or ([_PERIODS[unit.word]] if unit.word in _PERIODS else [])
    if text.language == "zh" and codes and (many := COUNTED_OUT.get(codes[0])) is not None:
        one = Quantity(start, end, Kind.CARDINAL, many, many, form=Form.IMPLIED, weak=True, name="per")
        yield 0.05, (one,)  # 每打 is "a dozen"
    for index, code in enumerate(codes[:2]):  # the likeliest two
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


def implied_rate(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """亩产, 日产: by the mu, by the day; 双方: two, which the other language may say or not."""
    value, _, code = tokens["implied"].value("IMPLIED").partition(" ")
    # 建国以来 implies a year, which is a date and no rate.
    if code == AD:
        return
    count, kind, name = int(value), Kind.MEASURE if code else Kind.CARDINAL, "per" if code else "implied"
    one = Quantity(*span(tokens), kind, count, count, Approx.NONE, code, "", Form.IMPLIED, weak=True, name=name)
    # A rate is seldom said in so many words; parties that are none of two would be another story.
    yield (0.0 if code else -0.1), (one,)


ROWS: tuple[Row, ...] = (
    Row("measure-for-count", "num:NUM unit:UNIT num2:NUM cls:CLS|GE", measure_for_count, -0.08, "zh"),
    Row(
        "measure-for-count", "num:NUM unit:UNIT num2:NUM unit2:UNIT num3:NUM cls:CLS|GE", measure_for_count, -0.12, "zh"
    ),
    # "Per second" is a rate, and no second of anything.
    Row("per", "each:EACH unit:UNIT|YEARU|MONTHU|DAYU", per, -0.1),
    Row(
        "per",
        "pre:PRE each:EACH each_unit:UNIT|YEARU|MONTHU|DAYU pre2:PRE? num:NUM more:MORE? unit:UNIT more2:MORE? post:POST?",
        at_most_per,
        -0.15,
        "zh",
    ),
    Row("per", "implied:IMPLIED", implied_rate, 0.0, "zh"),
)
