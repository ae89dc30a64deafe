"""Halves, and one and a little more: 半斤, half an hour, 斤半, 月余, 大半."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from duizhao.validator.quantities.grammar.amounts.measures import DATE_UNITS
from duizhao.validator.quantities.grammar.build import HALF, approximators, combine, preceded, qualified, span
from duizhao.validator.quantities.grammar.row import Reading, Row, Text, Tokens
from duizhao.validator.quantities.lexicon.classes import BIT
from duizhao.validator.quantities.lexicon.simplify import simplify
from duizhao.validator.quantities.model import Approx, Form, Kind, Quantity


def half_unit(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """半斤, half a year, half an hour."""
    start, end = span(tokens)
    approx, soft = qualified(tokens)
    if approx is Approx.NONE:
        approx = _HALVES.get(simplify(tokens["half"].word).replace("多半", ""), Approx.NONE)  # 大半年
    for code in tokens["unit"].values("UNIT") or [DATE_UNITS.get(tokens["unit"].word, "month")]:
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
    if text.ask(_each, start, end):  # 每天多开三列车: so many more, each day
        return
    more = tokens["more"]
    approx = Approx[(more.value("MORE") if more.mask & BIT["MORE"] else more.value("POST")).rstrip("~")]
    for code in tokens["unit"].values("UNIT") or [DATE_UNITS.get(tokens["unit"].word, "month")]:
        yield 0.0, (Quantity(start, end, Kind.MEASURE, 1, 1, approx, code, "", Form.IMPLIED, name="unit-and-more"),)


def half_count(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """半数, 一半, half of."""
    start, end = span(tokens)
    weak = "num" not in tokens and tokens["half"].word == "半"
    said = [*approximators(tokens)]
    approx, _ = combine([a for a, _ in said], [s for _, s in said])
    if approx is Approx.NONE:
        approx = _HALVES.get(simplify(tokens["half"].word), Approx.NONE)
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
        # 大半 and 过半 are “most” as well, in which no half is left.
        weak=weak or (approx is not Approx.NONE and not said),
        soft=not said,
        name="half",
    )
    # 三卷半 is three and a half of them: its half is hardly one by itself.
    yield (_COUNTED if weak and text.ask(_counted, start, end) else 0.0), (found,)


_each = preceded("[每毎]$", 1)
_counted = preceded("[一二三四五六七八九十百千两兩][^一二三四五六七八九十百千万萬亿億两兩，。、；：\\s]$", 2)
_COUNTED = 0.6
"""What a half costs that stands right behind a numeral and its classifier."""


_HALVES = {
    "大半": Approx.OVER,
    "多半": Approx.OVER,
    "一多半": Approx.OVER,
    "一大半": Approx.OVER,
    "过半": Approx.OVER,
    "小半": Approx.UNDER,
    "一小半": Approx.UNDER,
}


ROWS: tuple[Row, ...] = (
    Row("half", "pre:PRE? half:HALF unit:UNIT|MONTHU|CENTURY more:MORE? post:POST?", half_unit),
    Row(
        "half",
        "pre:PRE? half:HALF ge:GE more:MORE? unit:UNIT|MONTHU|CENTURY more2:MORE? post:POST?",
        half_unit,
        0.0,
        "zh",
    ),
    # Dear, or 年多 of 半年多 would be a year and more.
    Row("unit-and-more", "unit:UNIT|MONTHU more:MORE|POST", unit_and_more, 0.3, "zh"),
    Row("unit-and-more", "ge:GE more:MORE unit:UNIT|MONTHU", unit_and_more, 0.0, "zh"),
    # 尺半 is a measure and a half, rather than half of what stands behind it.
    Row("unit-and-half", "pre:PRE? unit:UNIT half:HALF", unit_and_half, -0.05, "zh"),
    Row("half", "pre:PRE? half:HALF a:ART|OF|THE? a2:ART|THE? unit:UNIT post:POST?", half_unit, 0.0, "en"),
    Row("half-count", "pre:PRE? num:IDLE? half:HALF post:POST?", half_count, 0.0, "zh"),
)
