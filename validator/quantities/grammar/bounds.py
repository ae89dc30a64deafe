"""From so many on and up to so many: 五十户以上一百户以下, 两头半以上、三头以下."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from duizhao.validator.quantities.grammar.build import HALF, amounts, reading, span
from duizhao.validator.quantities.grammar.row import Reading, Row, Text, Tokens
from duizhao.validator.quantities.model import Approx, Form, Kind, Quantity
from duizhao.validator.quantities.numeral import exact

_BOUNDS = 0.1
"""How much cheaper two bounds are than the range between them: "more than 50 and fewer than 100" says both."""
_LEAST, _MOST = ("OVER", "AT_LEAST"), ("UNDER", "AT_MOST")


def between_bounds(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """The range between two bounds, and the two bounds by themselves."""
    if not tokens["post1"].value("POST").startswith(_LEAST) or not tokens["post"].value("POST").startswith(_MOST):
        return
    units = [tokens[name].values("UNIT")[:1] for name in ("unit1", "unit") if name in tokens]
    if len(units) > 1 and units[0] != units[1]:
        return
    code = units[0][0] if units else ""
    for low, high in product(amounts(tokens, "num"), amounts(tokens, "num2")):
        least, most = (
            exact(one.low + (HALF if half in tokens else 0)) for one, half in ((low, "half1"), (high, "half"))
        )
        if least < most:
            kind = Kind.MEASURE if code else Kind.CARDINAL
            start, end = span(tokens)
            yield reading(low._replace(approx=Approx.NONE), (start, end), kind, least, most, "bounds", unit=code)
            places = (start, tokens["post1"].end), (tokens["num2"].start, end)
            sides = Approx.OVER, Approx.AT_MOST
            yield (
                low.cost + high.cost - _BOUNDS,
                tuple(
                    Quantity(*place, kind, value, value, side, code, form=Form.WORDS, name="bounds")
                    for place, value, side in zip(places, (least, most), sides, strict=True)
                ),
            )


ROWS: tuple[Row, ...] = (
    Row(
        "bounds",
        "pre:PRE? num:NUM unit1:UNIT? cls1:CLS|DESIG|GE? half1:HALF? post1:POST"
        " to:AND|TO? num2:NUM unit:UNIT? cls:CLS|DESIG|GE? half:HALF? post:POST",
        between_bounds,
        0.1,
        "zh",
    ),
)
