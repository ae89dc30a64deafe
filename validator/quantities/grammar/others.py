"""What is no quantity, or no plain one: names with a numeral, identifiers, masked figures, list markers, ratios."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import takewhile

from duizhao.regex import regex
from duizhao.validator.quantities import numeral_zh
from duizhao.validator.quantities.grammar.build import BEFORE, amounts, begins_with_year, followed, span
from duizhao.validator.quantities.grammar.row import Reading, Row, Text, Tokens
from duizhao.validator.quantities.model import SPLIT, Approx, DateParts, Form, Kind, Quantity
from duizhao.validator.quantities.numeral import exact


def nothing(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """A word that holds a numeral and means none, or one that the other language may say with another figure.

    The value in the table of names says which: `5-1` a day (五一), `10-` a month, `=5` a count (五角星), `~1000` an open
    count (成千上万), `#8` an ordinal (中共八大), `congress` and `plan` the ordinal that the word begins with (十四五).
    """
    start, end = span(tokens)
    value = tokens["none"].word
    if value in {"congress", "plan"}:
        value = f"#{_order(tokens['none'].value('NONE'), value)}"
    found = _NAMED.fullmatch(value)
    if found is not None:
        quantity = _named(start, end, found)
        # Cheaper than nothing, so that 七一 is the day where the English has July 1.
        yield -0.1, (quantity,)
    yield 0.0, ()


_NAMED = regex(r"(?P<month>\d+)-(?P<day>\d*)(?P<lunar>L?)|=(?P<count>\d+)|~(?P<low>\d+)|#(?P<order>\d+)")


def _order(word: str, value: str) -> int:
    figures = "".join(takewhile("一二三四五六七八九十".__contains__, word))
    readings = numeral_zh.read(figures[:-1] if value == "plan" else figures)
    return int(readings[-1].low) if readings else 0


def _named(start: int, end: int, found: re.Match[str]) -> Quantity:
    if found["month"]:
        month, day = int(found["month"]), int(found["day"] or 0) or None
        return Quantity(
            start,
            end,
            Kind.DATE,
            day or month,
            day or month,
            form=Form.WORDS,
            date=DateParts(month=month, day=day, calendar="lunar" if found["lunar"] else ""),
            weak=True,
            name="name",
        )
    if found["low"]:
        low = int(found["low"])
        high = low * 100 - 1  # 成千上万: thousands, or tens of thousands
        return Quantity(
            start, end, Kind.CARDINAL, low, high, Approx.SEVERAL, form=Form.WORDS, weak=True, soft=True, name="name"
        )
    kind = Kind.ORDINAL if found["order"] else Kind.CARDINAL
    low = int(found["order"] or found["count"])
    return Quantity(start, end, kind, low, low, form=Form.WORDS, weak=True, name="name")


def solidus(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """1/2, 3/16, 1 4/3; also two figures of a date or a season: 2015/16."""
    start, end = span(tokens)
    above, below = tokens["num"].numerals[0], tokens["den"].numerals[0]
    if (
        above.low != above.high
        or below.low != below.high
        or below.low < 1
        # ○比三 is a score: the other words for a ratio make no fraction.
        or tokens["slash"].word.strip() not in {"/", "／"}
    ):
        return
    whole = tokens["whole"].numerals[0].low if "whole" in tokens else 0
    low = exact(whole + Fraction(above.low) / below.low)
    one = next(amounts(tokens))
    low = -low if "neg" in tokens else low
    # ３／４英寸 is so much of the unit.
    unit = tokens["unit"].values("UNIT")[0] if "unit" in tokens else ""
    kind = Kind.MEASURE if unit else Kind.FRACTION
    found = Quantity(start, end, kind, low, low, one.approx, unit, form=Form.DIGITS, soft=one.soft, name="fraction")
    yield 0.0, (found,)


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
    """三比二, 三与二之比, 3:2, 3 to 2: both figures, each by itself."""
    if begins_with_year(text, tokens):
        return
    # 3/16 is rather a fraction (`solidus`) than two figures.
    stroke = 0.3 if text.language == "zh" and tokens["bi"].word.strip() in {"/", "／"} else 0.0
    for first in amounts(tokens, "num"):
        for second in amounts(tokens, "num2"):
            yield (
                first.cost + second.cost + stroke,
                tuple(
                    Quantity(
                        tokens[name].start,
                        tokens[name].end,
                        Kind.CARDINAL,
                        one.low,
                        one.high,
                        one.approx,
                        form=Form.DIGITS,
                        soft=one.soft,
                        name="ratio",
                    )
                    for name, one in (("num", first), ("num2", second))
                ),
            )


_COMPARED = followed("之比|的比例|比例|之比例")


def compared(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """一与十之比."""
    if not text.ask(_COMPARED, *span(tokens)):
        return
    first, second = (next(amounts(tokens, name)) for name in ("num", "num2"))
    # 四个半与一之比.
    value = exact(first.low + Fraction(1, 2)) if "half" in tokens else first.low
    places = (tokens["num"].start, tokens["bi"].start), (tokens["num2"].start, tokens["num2"].end)
    yield (
        0.0,
        tuple(
            Quantity(*place, Kind.CARDINAL, one, one, form=Form.WORDS, name="ratio")
            for place, one in zip(places, (value, second.low), strict=True)
        ),
    )


_SPLIT = followed(
    "(?:[或、和][一二三四六七八九]{2}){0,3}(?:再?分成|再分|开成|比例|再?分账|再?分帐|再?分红|的比例|开(?![一-鿿])|开分|分(?![一-鿿]))"
)
_WHOLE = 10  # two parties get tenths; what does not come to ten is a number of two figures


def split(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """二八分成, 三七比例: the tenths that two parties get."""
    numeral = tokens["num"]
    if numeral.end - numeral.start != 2:  # most have one character, or three
        return
    figures = ["零一二三四五六七八九".find(char) for char in text.of(numeral)]
    # 三七 and 二八 come to ten; 廿五县 does not.
    if min(figures) < 1 or sum(figures) != _WHOLE or not text.ask(_SPLIT, *span(tokens)):
        return
    places = [(numeral.start + n, numeral.start + n + 1) for n in range(2)]
    shares = [exact(Fraction(one, _WHOLE)) for one in figures]
    yield (
        -0.3,
        tuple(
            Quantity(*place, Kind.PERCENT, one, one, form=Form.WORDS, soft=True, weak=True, name=SPLIT)
            for place, one in zip(places, shares, strict=True)
        ),
    )
    yield (
        -0.2,
        tuple(
            Quantity(*place, Kind.CARDINAL, one, one, form=Form.WORDS, weak=True, name=SPLIT)
            for place, one in zip(places, figures, strict=True)
        ),
    )


ROWS: tuple[Row, ...] = (
    Row("name", "none:NONE", nothing),
    Row("code", "code:CODE", code),
    Row("masked", "mask:MASK", masked),
    Row("marker", "marker:MARKER", marker),
    Row("ratio", "num:NUM bi:BI num2:NUM", ratio, 0.0),
    # As cheap as a list, which 十与一之比 looks like.
    Row("ratio", "num:NUM ge:GE? half:HALF? bi:AND num2:NUM", compared, -0.2, "zh"),
    Row("split", "num:NUM", split, 0.0, "zh"),
    Row(
        "solidus",
        f"{BEFORE} (whole:INT you:YOU?)? num:INT slash:BI den:INT more:MORE? post:POST?",
        solidus,
        -0.08,
        "zh",
    ),
    Row(
        "solidus", f"{BEFORE} (whole:INT you:YOU?)? num:INT slash:BI den:INT unit:UNIT post:POST?", solidus, -0.12, "zh"
    ),
)
