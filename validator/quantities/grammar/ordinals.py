"""Ordinals and designations: 第三, 二十五师, 三号, the 3rd, No. 5, Chapter II."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.quantities.grammar.build import amounts, followed, span, sub
from duizhao.validator.quantities.grammar.row import Reading, Row, Text, Tokens
from duizhao.validator.quantities.model import Approx, Kind, Quantity

_COUNTED = "counted"
"""Value of the words of parts that are counted as well, together with their own parts."""
_before_figure = followed("[0-9０-９〇○零一二两三四五六七八九十百千万]")
"""Whether a figure follows with nothing between."""


_TROOPS = frozenset("军軍师師旅团團营營连連")
_BY_FIGURES = 0.1
"""What it costs to take 八九团 for the 89th: elsewhere two figures that count on are rather eight or nine."""


def ordinal(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """A number that says which, not how many."""
    start, end = span(tokens)
    # 二区 is a name, of which the other language may have another: 第二区 says that it is the second.
    weak = "desig" in tokens and "di" not in tokens
    if weak and tokens["desig"].value("DESIG") == _COUNTED and text.ask(_before_figure, start, end):
        return  # 七章三十五条 are counted, 二车间四十六名 is not
    classifier = tokens.get("cls") or tokens.get("desig")
    body = weak and tokens["desig"].word in _TROOPS
    for one in amounts(tokens):
        # 第几 names no place in a row, and "a third of the field" is a share.
        if one.approx is not Approx.NONE or one.low.denominator != 1:
            continue
        if text.language == "en" and "di" not in tokens and not sub(tokens["num"], "ORD"):
            continue
        yield (
            min(one.cost, _BY_FIGURES) if body and one.low == one.high else one.cost,
            (
                Quantity(
                    start,
                    end,
                    Kind.ORDINAL,
                    one.low,
                    one.high,
                    Approx.NONE,
                    "",
                    classifier.word if classifier else "",
                    one.form,
                    weak=weak,
                    name="ordinal",
                ),
            ),
        )


def day_number(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """三号 as a number; 日 says no number."""
    if tokens["desig"].word in {"号", "號"}:
        yield from ordinal(text, tokens)


def ordinal_range(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """第三至第五, the 3rd to 5th."""
    start, end = span(tokens)
    for low in amounts(tokens, "num"):
        for high in amounts(tokens, "num2"):
            if low.low < high.high and (text.language == "zh" or sub(tokens["num2"], "ORD")):
                first = Quantity(
                    start, tokens["num"].end, Kind.ORDINAL, low.low, low.high, form=low.form, name="ordinal"
                )
                second = Quantity(
                    tokens["num2"].start, end, Kind.ORDINAL, high.low, high.high, form=high.form, name="ordinal"
                )
                yield low.cost + high.cost, (first, second)


def series(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """一、三、五区, 三四五年级: several things each known by its number."""
    start, end = span(tokens)
    names = [name for name in ("num", "num2", "num3", "num4", "num5") if name in tokens]
    found = []
    for index, name in enumerate(names):
        one = next((a for a in amounts(tokens, name) if a.low == a.high and a.low.denominator == 1), None)
        if one is None:
            return
        a = start if not index else tokens[name].start
        b = end if index == len(names) - 1 else tokens[name].end
        found.append(
            Quantity(
                a,
                b,
                Kind.ORDINAL,
                one.low,
                one.low,
                Approx.NONE,
                "",
                (tokens.get("desig") or tokens["cls"]).word,
                one.form,
                # 一、三、五三个区 counts them, which makes the numbers more than a name.
                weak="di" not in tokens and "two" not in tokens,
                name="ordinal",
            )
        )
    yield 0.0, tuple(found)


ROWS: tuple[Row, ...] = (
    # In 第五旅、第七旅 each has its own 第, and none is left of a list.
    Row("ordinal", "di:DI num:INT cls:CLS|DESIG|UNIT?", ordinal, -0.1, "zh"),
    Row("ordinal", "di:DI num:NUM cls:CLS?", ordinal, -0.05, "zh"),
    # Dearer than a count, or 三区 would never count districts.
    Row("designation", "num:INT desig:DESIG", ordinal, 0.05, "zh"),
    # Dear: behind a month 五号 is the 5th.
    Row("designation", "num:INT desig:DAYU", day_number, 0.25, "zh"),
    # 第二、三天: 第 is said of both, and 三天 no length of time.
    Row(
        "series",
        "di:DI num:INT and:AND di2:DI? num2:INT (and2:AND di3:DI? num3:INT)? (and3:AND di4:DI? num4:INT)? cls:CLS|DESIG|UNIT",
        series,
        -0.3,
        "zh",
    ),
    Row(
        "series",
        "num:INT and:AND num2:INT (and2:AND num3:INT)? (and3:AND num4:INT)? (and4:AND num5:INT)? two:NUM? desig:DESIG",
        series,
        -0.02,
        "zh",
    ),
    # 第五、六两个纵队: the list ends with what is listed, and not before it.
    Row(
        "series",
        "di:DI? num:INT and:AND di2:DI? num2:INT (and2:AND di3:DI? num3:INT)? (and3:AND di4:DI? num4:INT)?"
        " two:NUM ge:GE? desig:DESIG|CLS",
        series,
        -0.32,
        "zh",
    ),
    Row("ordinal-range", "di:DI num:INT to:TO num2:INT cls:CLS|DESIG?", ordinal_range, -0.15, "zh"),
    Row("ordinal-range", "di:DI num:INT to:TO|AND di2:DI num2:INT cls:CLS|DESIG?", ordinal_range, -0.15, "zh"),
)
