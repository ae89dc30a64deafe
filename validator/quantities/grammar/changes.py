"""What a thing changed from and to: from 28 to 53 cents, from 28 cents to 53 cents."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from duizhao.validator.quantities.grammar.build import amounts, preceded, span
from duizhao.validator.quantities.grammar.row import Reading, Text, Tokens
from duizhao.validator.quantities.grammar.scales import changed, shared
from duizhao.validator.quantities.lexicon.classes import BIT
from duizhao.validator.quantities.model import Approx, Kind, Quantity

_rises = preceded(r"\b(?:increas|ris|rose|grow|grew|rais|expand|climb|jump|soar|went up)[a-z]*(?: [a-z]+){0,3} $", 60)
_falls = preceded(r"\b(?:fell|fall|drop|declin|reduc|cut|lower|decreas|shorten|went down)[a-z]*(?: [a-z]+){0,3} $", 60)
"""What tells that a thing went from one value to another, so that "from 28 to 53" is no range."""
_TWO_VALUES = 0.06
"""What it costs more to take a range for a change from one value to another."""
_CHANGED = -0.03
"""The same where a verb of change stands before it: cheaper than the range, which has not been told to change."""


def may_change(tokens: Tokens) -> bool:
    """Whether two ends may be what something changed from and to: from 28 to 53 cents, from 28 cents to 53 cents."""
    if "unit1" in tokens and ("unit" not in tokens or tokens["unit1"].values("UNIT") != tokens["unit"].values("UNIT")):
        return False
    return "to" in tokens if "between" not in tokens else tokens["between"].word == "from"


def two_values(text: Text, tokens: Tokens, kind: Kind, code: str) -> Iterator[Reading]:
    """Raised from 28 to 53 cents, from 1.2 to 2.4 million: two values that share unit and scale."""
    start, end = span(tokens)
    led = "between" in tokens  # from 28 to 53: a verb before it may tell what happened
    rises, falls = led and bool(text.ask(_rises, start, end)), led and bool(text.ask(_falls, start, end))
    halves = ("pre", "pre2", "num"), ("pre3", "num2", "more", "more2", "post")
    first, second = (
        min(amounts({name: tokens[name] for name in names if name in tokens}, number), key=attrgetter("cost"))
        for names, number in zip(halves, ("num", "num2"), strict=True)
    )
    # Two plain counts share neither unit nor scale, so they are two numbers without this construct.
    if (first.mask | second.mask) & BIT["ORD"] or (
        kind is Kind.CARDINAL and "pre3" not in tokens and shared(first, second) == 1 and not (rises or falls)
    ):
        return
    if second.approx is Approx.UNDER and first.approx is Approx.NONE:
        first = first._replace(approx=Approx.AT_LEAST, soft=True)  # six to under ten: those of six are meant as well
    begin = next(tokens[name].start for name in ("pre", "pre2", "cur", "num") if name in tokens)
    middle = next(tokens[name].start for name in ("pre3", "cur2", "num2") if name in tokens)
    places = (begin, (tokens.get("unit1") or tokens["num"]).end), (middle, end)
    for cost, value in changed(first, second, falling="between" in tokens and not rises):
        yield (
            (_CHANGED if rises or falls else _TWO_VALUES) + cost,
            tuple(
                Quantity(
                    *place, kind, one.low, one.high, one.approx, code, form=one.form, soft=one.soft, name="measure"
                )
                for one, place in zip((value, second), places, strict=True)
            ),
        )
