"""A currency before the figure: $5 million, RM2, 美金四角."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from duizhao.validator.quantities.grammar.build import BEFORE, amounts, followed, reading, span
from duizhao.validator.quantities.grammar.row import Reading, Row, Text, Tokens
from duizhao.validator.quantities.lexicon import units
from duizhao.validator.quantities.model import Kind
from duizhao.validator.quantities.numeral import exact


def money(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """A currency before the figure: $5 million, RM2, 美金四角."""
    start, end = span(tokens)
    code = tokens["cur"].value("CUR") or tokens["cur"].value("UNIT")
    unit = tokens.get("unit")
    if unit is not None:
        # 美金四角: the sign names the currency, the word behind the figure only its part.
        small = unit.values("UNIT")
        code = next((c for c in small if units()[c].dimension.startswith("money")), "")
        if not code:
            return
        first = tokens["cur"].value("CUR")
        # 大洋五元: 元 is one of whatever the sign names.
        code = _UNDER.get((first, code), first if code == "yuan" else code)
    for one in amounts(tokens):
        yield reading(one, (start, end), Kind.MEASURE, one.low, one.high, "money", unit=code)


_UNDER = {("usd", "jiao"): "us-dime", ("usd", "fen-money"): "cent", ("usd", "yuan"): "usd", ("hkd", "yuan"): "hkd"}


_shillings = followed(r"(?:s\b|/-|s\.)")
_pence = followed(r"d\b")


def pounds(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """£3 15s.: pounds and shillings, as they were until 1971; pence behind them (6d.) are a code here."""
    if tokens["cur"].value("CUR") != "gbp":
        return
    parts = [tokens[name] for name in ("num", "num2", "num3") if name in tokens]
    if not text.ask(_shillings, parts[1].start, parts[1].end):
        return
    if len(parts) > 2 and not text.ask(_pence, parts[2].start, parts[2].end):
        return
    values = [part.numerals[0].low for part in parts]
    total = sum((Fraction(value) / size for value, size in zip(values, _OLD_POUND, strict=False)), Fraction(0))
    one = next(amounts(tokens))
    yield reading(one, span(tokens), Kind.MEASURE, exact(total), exact(total), "pounds", unit="gbp")


_OLD_POUND = (1, 20, 240)
"""How many pounds, shillings and pence made a pound."""


ROWS: tuple[Row, ...] = (
    Row("pounds", f"{BEFORE} cur:CUR num:INT num2:INT num3:INT?", pounds, -0.4, "en"),
    # A sign of currency belongs to its figure: $5 is no bare 5.
    Row("money", f"{BEFORE} cur:CUR pre3:PRE? num:NUM more:MORE? unit:UNIT? more2:MORE? post:POST?", money, -0.06),
)
