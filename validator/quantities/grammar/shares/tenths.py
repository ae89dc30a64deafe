"""Tenths and discounts: 三成五, 三至五成, 成半, 打六折."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from duizhao.validator.quantities.grammar.build import BEFORE, amounts, approximators, combine, span
from duizhao.validator.quantities.grammar.relations import relation
from duizhao.validator.quantities.grammar.row import Reading, Row, Text, Tokens
from duizhao.validator.quantities.grammar.shares.sizes import shares_of
from duizhao.validator.quantities.model import Form, Kind, Quantity
from duizhao.validator.quantities.numeral import exact


def tenths(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """三成, 三成五, 一成半, 两三成."""
    more = Fraction(0)
    if "half" in tokens:
        more = Fraction(1, 2)
    elif "num2" in tokens:
        # 三成五 is 35 percent.
        more = Fraction(next(amounts(tokens, "num2")).low, 10)
    # No more than twice the whole: behind a greater number 成 is a verb, 百五十日成熟.
    pairs = ((a.cost, a.low + more, a.high + more, a.approx, a.soft, a.form) for a in amounts(tokens) if a.high <= 20)
    yield from shares_of(text, tokens, Fraction(1, 10), "tenths", pairs)


def tenths_range(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """三至五成, 一成半到两成."""
    less, more = (Fraction(1, 2) if name in tokens else 0 for name in ("half1", "half"))
    pairs = (
        (low.cost + high.cost, low.low + less, high.high + more, high.approx, high.soft, high.form)
        for low in amounts(tokens, "num")
        for high in amounts(tokens, "num2")
        if low.low < high.high <= 10
    )
    yield from shares_of(text, tokens, Fraction(1, 10), "tenths-range", pairs)


def half_tenth(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """成半 (15 percent), 半成 (5)."""
    start, end = span(tokens)
    # 成半 is one and a half, 半成 half of one.
    value = Fraction(3, 20) if tokens["cheng"].start < tokens["half"].start else Fraction(1, 20)
    said = [*approximators(tokens)]
    approx, _ = combine([a for a, _ in said], [s for _, s in said])
    yield (
        0.0,
        (
            Quantity(
                start,
                end,
                Kind.PERCENT,
                value,
                value,
                approx,
                "",
                "",
                Form.WORDS,
                relation(text, start, end),
                name="tenths",
            ),
        ),
    )


def discount(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """六折 is 60 percent of the price, 八五折 85; 对折 half of it."""
    start, end = span(tokens)
    for one in amounts(tokens):
        value = one.low
        # A discount is told figure by figure: 八五折, never 八十五折.
        if value > 10 and "十" in text.of(tokens["num"]):
            return  # 二十六折 are the scenes of a play
        if value > 10:
            value = Fraction(value, 10)  # 八五折
        elif one.low != one.high and one.high < 10:
            value = (
                Fraction(one.low * 10 + one.high, 100) * 10
            )  # 七八折: 78 percent, though the numeral is read as seven or eight
        if value <= 10:
            value = exact(Fraction(value) / 10)
            yield (
                one.cost,
                (Quantity(start, end, Kind.PERCENT, value, value, one.approx, "", "", one.form, name="discount"),),
            )


ROWS: tuple[Row, ...] = (
    Row(
        "tenths",
        f"{BEFORE} num:NUM more:MORE? cheng:CHENG half:HALF? num2:DIGIT? more2:MORE? post:POST?",
        tenths,
        -0.05,
        "zh",
    ),
    # 三、四成 is one share, and no figure before one.
    Row(
        "tenths-range",
        f"{BEFORE} num:NUM cheng2:CHENG? half1:HALF? to:TO|AND num2:NUM cheng:CHENG half:HALF? more:MORE? post:POST?",
        tenths_range,
        -0.15,
        "zh",
    ),
)


ALONE: tuple[Row, ...] = (
    Row("tenths", "cheng:CHENG half:HALF more:MORE?", half_tenth, -0.05, "zh"),
    Row("tenths", "pre:PRE? half:HALF cheng:CHENG more:MORE?", half_tenth, -0.05, "zh"),
    Row("discount", "num:NUM zhe:ZHE", discount, -0.05, "zh"),
)
"""Constructs whose place is behind the rates of interest."""
