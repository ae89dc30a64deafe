"""A currency before the figure: $5 million, RM2, 美金四角."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.quantities.grammar.build import BEFORE, amounts, reading, span
from duizhao.validator.quantities.grammar.row import Reading, Row, Text, Tokens
from duizhao.validator.quantities.lexicon import units
from duizhao.validator.quantities.model import Kind


def money(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """A currency before the figure: $5 million, RM2, 美金四角."""
    start, end = span(tokens)
    code = tokens["cur"].value("CUR") or tokens["cur"].value("UNIT")
    unit = tokens.get("unit")
    if unit is not None:
        small = unit.values("UNIT")
        code = next((c for c in small if units()[c].dimension.startswith("money")), "")
        if not code:
            return
        first = tokens["cur"].value("CUR")
        code = _UNDER.get((first, code), first if code == "yuan" else code)
    for one in amounts(tokens):
        yield reading(one, (start, end), Kind.MEASURE, one.low, one.high, "money", unit=code)


_UNDER = {("usd", "jiao"): "us-dime", ("usd", "fen-money"): "cent", ("usd", "yuan"): "usd", ("hkd", "yuan"): "hkd"}


ROWS = (Row("money", f"{BEFORE} cur:CUR pre3:PRE? num:NUM more:MORE? unit:UNIT? more2:MORE? post:POST?", money, -0.06),)
