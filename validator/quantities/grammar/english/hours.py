"""Times of day, and times that took so long: from 8 to 10 o'clock, half past three, 2:08."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from duizhao.validator.quantities.grammar.build import amounts, span
from duizhao.validator.quantities.grammar.clock import clock
from duizhao.validator.quantities.grammar.dates.fields import dated
from duizhao.validator.quantities.grammar.row import Reading, Row, Text, Tokens
from duizhao.validator.quantities.lexicon.classes import BIT
from duizhao.validator.quantities.model import DateParts, Kind, Quantity
from duizhao.validator.quantities.numeral import exact


def hours(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """From 8 to 10 o'clock, 8 to 10 a.m."""
    part = next((tokens[name].value("AMPM") for name in ("ampm", "hu") if name in tokens), "")
    start, end = span(tokens)
    first, second = next(amounts(tokens, "hour")), next(amounts(tokens, "hour2"))
    if all(one.low.denominator == 1 and 0 < one.low <= 24 for one in (first, second)):
        yield (
            0.0,
            (
                dated(start, tokens["hour"].end, DateParts(hour=int(first.low), span=part)),
                dated(tokens["hour2"].start, end, DateParts(hour=int(second.low), span=part)),
            ),
        )


def past(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """Half past three, a quarter to five, ten minutes past six."""
    start, end = span(tokens)
    one, hour = next(amounts(tokens, "minute")), int(next(amounts(tokens, "hour")).low)
    # Half and a quarter are parts of an hour, ten is minutes.
    value = one.low * 60 if 0 < one.low < 1 else one.low
    if (
        value.denominator != 1
        or not 0 < value < 60
        or ("m" in tokens and tokens["m"].value("UNIT") not in {"minute", "quarter"})
    ):
        return
    before = tokens["past"].word in {"to", "till", "of"}
    if (not before and tokens["past"].word != "past") or tokens["hour"].mask & BIT["ORD"]:
        return
    # "a quarter to five" can be nothing else; ten to six can.
    quarter = 0 < one.low < 1
    if before and not quarter and "ampm" not in tokens and "hu" not in tokens:
        return  # ten to six may be a score or a range
    if before and not quarter and "m" not in tokens and value % 5:
        return  # without the word minutes are told in fives
    minute = 60 - int(value) if before else int(value)
    # Ten to one is in the hour of twelve.
    hour = (hour - 1 or 12) if before else hour
    part = tokens["ampm"].value("AMPM") if "ampm" in tokens else ""
    doubt = 0.3 if before and not quarter and "m" not in tokens else 0.0
    yield doubt, (dated(start, end, DateParts(hour=hour, minute=minute, span=part)),)


_RATHER_TIME = 0.05
"""What it costs to take two figures for minutes and seconds rather than for a score."""


def elapsed(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """2:08 as a score, both figures by themselves, or as minutes and seconds; 2:41:09 as hours, 33:08.2 as a race."""
    token = tokens["clock"]
    if ":" not in token.word:
        return
    figures = [Fraction(figure) for figure in token.word.split(":")]
    # A race of two figures took minutes and seconds: 47:05.
    unit = "minute" if len(figures) == 2 else "hour"
    value = exact(sum((figure / 60**place for place, figure in enumerate(figures)), Fraction(0)))
    time = Quantity(token.start, token.end, Kind.MEASURE, value, value, unit=unit, name="duration")
    # Tenths of a second are told of no time of day, and of no score.
    if "." in token.word:
        yield -0.3, (time,)
        return
    yield _RATHER_TIME, (time,)
    if len(figures) == 2:
        # The token may be written with a blank behind the colon; the first figure ends where its digits do.
        written = text.of(token)
        middle = token.end - len(written.lstrip("0123456789"))
        first, second = (int(figure) for figure in figures)
        yield (
            0.0,
            (
                Quantity(token.start, middle, Kind.CARDINAL, first, first, name="ratio"),
                Quantity(middle + 1, token.end, Kind.CARDINAL, second, second, name="ratio"),
            ),
        )


ROWS: tuple[Row, ...] = (
    # "Around one o'clock at night" is an hour, and no one o.
    Row("clock", "hour:LE60 hu:HOURU? ampm:AMPM", clock, -0.1, "en", follows=True),
    Row("clock", "hour:LE60 hu:HOURU", clock, 0.1, "en", follows=True),
    # "Two or three in the morning" are two hours, and no count before one.
    Row(
        "clock-range",
        "between:BETWEEN? hour:LE60 to:TO|AND hour2:LE60 hu:HOURU|AMPM ampm:AMPM?",
        hours,
        -0.15,
        "en",
        follows=True,
    ),
    # "A quarter to five" is no range, and "half past nine" no half.
    Row("past", "minute:NUM m:UNIT? past:OTHER|TO hour:LE12 hu:HOURU? ampm:AMPM?", past, -0.1, "en", follows=True),
    Row("duration", "clock:CLOCK", elapsed, 0.2, "en"),
)
