"""What a word of shares stands for, and the quantity that so many of it make: 百分之, percent, 成, 厘 of interest."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from duizhao.validator.quantities.grammar.build import span
from duizhao.validator.quantities.grammar.relations import relation
from duizhao.validator.quantities.grammar.row import Reading, Text, Tokens
from duizhao.validator.quantities.model import Approx, Form, Kind, Number, Quantity
from duizhao.validator.quantities.numeral import exact


def shares_of(
    text: Text,
    tokens: Tokens,
    size: Fraction,
    name: str,
    pairs: Iterator[tuple[float, Number, Number, Approx, bool, Form]],
) -> Iterator[Reading]:
    """Shares of that size each: cost, lower and upper number, approximator, whether it is soft, form."""
    start, end = span(tokens)
    for cost, low, high, approx, soft, form in pairs:
        yield (
            cost,
            (
                Quantity(
                    start,
                    end,
                    Kind.PERCENT,
                    exact(low * size),
                    exact(high * size),
                    approx,
                    "",
                    "",
                    form,
                    relation(text, start, end),
                    soft=soft,
                    name=name,
                ),
            ),
        )


def size_said(tokens: Tokens) -> str:
    """What the word of a share stands for: a fraction, or where it begins with neither 0 nor 1 no plain share.

    These are `WHOLE` (百分百) and the rates of interest, `i` and what 厘 is of them.
    """
    for name, cls in (("pct", "PCT"), ("pct", "POINT"), ("pct2", "PCT"), ("ppre", "PCTPRE")):
        token = tokens.get(name)
        if token is not None and (value := token.value(cls)):
            return value
    return "1/100"
