"""Ordinals, which English writes as words of their own: the 3rd, the second or third day, first seen."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.quantities.grammar.build import amounts, span
from duizhao.validator.quantities.grammar.ordinals import ordinal, ordinal_range
from duizhao.validator.quantities.grammar.row import Reading, Row, Text, Tokens
from duizhao.validator.quantities.model import Kind, Quantity


def idle_first(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """It was first seen: the other language may say so without a number."""
    if tokens["num"].numerals[0].low == 1 and text.of(tokens["num"])[:1].isalpha():
        yield 0.0, ()


def either_ordinal(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """The second or third day, second- and third-graders."""
    first, second = (next(amounts(tokens, name)) for name in ("num", "num2"))
    if second.low - first.low != 1:
        return
    start, end = span(tokens)
    # "second- and third-graders" may be two ordinals as well.
    price = 0.0 if tokens["or"].word == "or" else 0.15
    yield price, (Quantity(start, end, Kind.ORDINAL, first.low, second.low, form=second.form, name="ordinal"),)


ROWS: tuple[Row, ...] = (
    # A shade cheaper than the unit of time that "a second" is as well.
    Row("ordinal", "num:ORD", ordinal, -0.02, "en"),
    # Dear, as it is true of "first" only, and every ordinal has the same classes.
    Row("first", "num:ORD", idle_first, 0.1, "en"),
    Row("ordinal", "num:ORD unit:UNIT", ordinal, -0.02, "en"),
    # World War II is no second of the month.
    Row("ordinal", "di:DI num:INT|ORD", ordinal, -0.05, "en"),
    # "The 3rd or 4th" is one ordinal, and no ordinal before a day.
    Row("ordinal", "num:ORD or:AND the:THE? num2:ORD d:UNIT?", either_ordinal, -0.1, "en"),
    Row("ordinals", "num:ORD to:TO|AND the:THE? num2:ORD", ordinal_range, -0.04, "en"),
)
