"""Decades and centuries: 五十年代, the 1950s, the fifties, 十九世纪, 18-19世纪."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.quantities.grammar.build import amounts, preceded, span, sub
from duizhao.validator.quantities.grammar.dates.fields import dated, whole_number
from duizhao.validator.quantities.grammar.row import Reading, Row, Text, Tokens
from duizhao.validator.quantities.model import Approx, DateParts, Form, Kind, Quantity

_whose = preceded(r"(?:his|her|their)\s*$", 6)
"""What stands before a decade of somebody's age: in her fifties."""


def _past(value: int, issue: int | None) -> int:
    """A decade of two figures: the latest that has begun; without issue of the twentieth century."""
    if issue is None:
        return 1900 + value
    base = issue // 100 * 100
    return base + value if base + value <= issue else base - 100 + value


def decade(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """五十年代, the 1950s, '60s, the fifties (an age as well)."""
    start, end = span(tokens)
    if "num" in tokens:
        value = whole_number(tokens["num"], "INT")
        if value is None:
            return
        base = whole_number(tokens["century"], "INT") if "century" in tokens else None
        year = value if value >= 1000 else (base - 1) * 100 + value if base else _past(value, text.year)
        yield 0.0, (dated(start, end, DateParts(year, span="decade")),)
        return
    word = tokens["decade"].word
    value = int(word)
    year = value if value >= 1000 else _past(value, text.year)
    apart = value < 100 and text.ask(_whose, start, end)
    # In somebody's fifties is an age, else rather the decade.
    yield (0.4 if apart else 0.0), (dated(start, end, DateParts(year, span="decade")),)
    if 20 <= value < 100:
        age = Quantity(start, end, Kind.CARDINAL, value, value + 9, Approx.SEVERAL, form=Form.WORDS, name="ages")
        yield (0.0 if apart else 0.3), (age,)


def decades(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """五六十年代, 七十、八十年代: two decades."""
    start, end = span(tokens)
    base = whole_number(tokens["century"], "INT") if "century" in tokens else None
    first = [one for one in amounts(tokens) if one.low.denominator == 1]
    if "num2" in tokens:
        other = whole_number(tokens["num2"], "INT")
        values = [int(one.low) for one in first if one.low == one.high] + ([other] if other is not None else [])
        middle = tokens["num"].end
    else:
        # 五六十年代: its numeral is read as a range from 50 to 60.
        values = [v for one in first if one.high - one.low == 10 for v in (int(one.low), int(one.high))]
        middle = tokens["num"].start + 1
    # A decade has two figures or four: 五百年代 is none.
    if len(values) != 2 or any(not 10 <= value < 100 and value < 1000 for value in values):
        return
    parts = [
        DateParts(v if v >= 1000 else (base - 1) * 100 + v if base else _past(v, text.year), span="decade")
        for v in values
    ]
    yield 0.0, (dated(start, middle, parts[0]), dated(middle, end, parts[1]))


def _era(tokens: Tokens) -> str:
    return "bc" if "bc" in tokens else ""


LAST_CENTURY = 40
"""Centuries that have a written history, those before our era included, have smaller numbers."""


def century(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """十九世纪, the 19th century: as the number that is written."""
    start, end = span(tokens)
    value = whole_number(tokens["num"], "INT")
    if value is None or value > LAST_CENTURY:
        return
    if text.language == "en" and not sub(tokens["num"], "ORD"):
        return
    yield 0.0, (dated(start, end, DateParts(value, calendar=_era(tokens), span="century")),)


def centuries(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """18-19世纪, 十七、十八世纪."""
    start, end = span(tokens)
    first, second = whole_number(tokens["num"], "INT"), whole_number(tokens["num2"], "INT")
    # 二十至十九世纪 would run backwards, and is rather a number and a century.
    if first is None or second is None or not 0 < first < second <= LAST_CENTURY:
        return
    before = _era(tokens)
    yield (
        0.0,
        (
            dated(start, tokens["num"].end, DateParts(first, calendar=before, span="century")),
            dated(tokens["num2"].start, end, DateParts(second, calendar=before, span="century")),
        ),
    )


ROWS: tuple[Row, ...] = (
    Row("decade", "(century:INT c:CENTURY)? num:INT decade:DECADE span:SPAN?", decade, -0.05, "zh"),
    Row("decades", "(century:INT c:CENTURY)? num:NUM decade:DECADE span:SPAN?", decades, -0.04, "zh"),
    Row(
        "decades", "(century:INT c:CENTURY)? num:INT and:AND|TO num2:INT decade:DECADE span:SPAN?", decades, -0.15, "zh"
    ),
    Row("century", "bc:BC? num:INT c:CENTURY span:SPAN?", century, 0.0, "zh"),
    Row("centuries", "bc:BC? num:INT to:TO|AND num2:INT c:CENTURY span:SPAN?", centuries, -0.15, "zh"),
)
