"""What is no quantity, or no plain one: names with a numeral, identifiers, masked figures, list markers, ratios."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.quantities.grammar.build import amounts, span
from duizhao.validator.quantities.grammar.row import Reading, Row, Text, Tokens
from duizhao.validator.quantities.model import Approx, Form, Kind, Quantity


def nothing(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """A word that holds a numeral and means none."""
    yield 0.0, ()


def code(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """An identifier, compared as text."""
    start, end = span(tokens)
    yield 0.0, (Quantity(start, end, Kind.CODE, 0, 0, weak=True, name="code"),)


def masked(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """Figures masked or lost in print."""
    start, end = span(tokens)
    yield 0.0, (Quantity(start, end, Kind.UNKNOWN, 0, 0, weak=True, name="masked"),)


def marker(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """①, ㊀: the head of a clause."""
    start, end = span(tokens)
    value = int(tokens["marker"].word)
    yield 0.0, (Quantity(start, end, Kind.LIST_MARKER, value, value, weak=True, name="marker"),)


def ratio(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """三比二, 3:2, 3 to 2: both figures, each by itself."""
    for first in amounts(tokens, "num"):
        for second in amounts(tokens, "num2"):
            yield first.cost + second.cost, tuple(
                Quantity(tokens[name].start, tokens[name].end, Kind.CARDINAL, one.low, one.high, Approx.NONE, form=Form.DIGITS, name="ratio")
                for name, one in (("num", first), ("num2", second))
            )


ROWS = (
    Row("name", "none:NONE", nothing),
    Row("code", "code:CODE", code),
    Row("masked", "mask:MASK", masked),
    Row("marker", "marker:MARKER", marker),
    Row("ratio", "num:NUM bi:BI num2:NUM", ratio, 0.0),
)
