"""A day and hours that are so many hours in each day: 一天八小时, "eight hours a day"."""

from __future__ import annotations

from duizhao.validator.quantities.grammar.amounts.smaller_units import NOUGHTS
from duizhao.validator.quantities.grammar.build import amounts, reading
from duizhao.validator.quantities.grammar.row import Text, Tokens
from duizhao.validator.quantities.model import Kind, Quantity

_EACH_DAY = -0.05
"""What it costs to take them so: less than to add them up, which a day and hours are seldom said for."""


def hours_of_a_day(text: Text, tokens: Tokens) -> bool:
    """Whether a day and hours may be so many hours in each day: 一天八小时, "eight hours a day"."""
    hours = tokens.get("unit2")
    return (
        hours is not None
        and "num3" not in tokens
        and "half" not in tokens
        and "you" not in tokens
        and text.of(tokens["num2"])[0] not in NOUGHTS
        and tokens["unit"].word in {"天", "日"}
        and next(amounts(tokens)).low == 1
        and "hour" in hours.values("UNIT")
    )


def day_and_hours(tokens: Tokens) -> tuple[float, tuple[Quantity, ...]]:
    """The day and its hours, each by itself."""
    day, hours = ((tokens["num"], tokens["unit"]), (tokens["num2"], tokens["unit2"]))
    one = next(amounts(tokens, "num2"))
    _, first = reading(next(amounts(tokens)), (day[0].start, day[1].end), Kind.MEASURE, 1, 1, "measure", unit="day")
    _, second = reading(one, (hours[0].start, hours[1].end), Kind.MEASURE, one.low, one.high, "measure", unit="hour")
    return _EACH_DAY, (first[0]._replace(weak=True), *second)
