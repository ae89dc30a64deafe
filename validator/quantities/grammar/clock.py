"""Times of day: 下午三时, 八点半, 3:30 p.m., 0800 hours, noon."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.quantities.grammar.build import amounts, span, sub
from duizhao.validator.quantities.grammar.dates.fields import dated
from duizhao.validator.quantities.grammar.row import Reading, Row, Text, Tokens
from duizhao.validator.quantities.model import DateParts, Form

_LAST_HOUR = 24
_DECIMAL = 0.1
"""What it costs to take a decimal for a time, which only a counterpart shows."""


def clock(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """A time of day with its hour."""
    start, end = span(tokens)
    # 下午 stands before the hour, p.m. behind it.
    part = next((tokens[name].value("AMPM") for name in ("ampm", "ampm2") if name in tokens), "")
    if "clock" in tokens:
        word = tokens["clock"].word
        # A date in figures is a token of the same class: 2008-08-08.
        if ":" not in word or "." in word:
            return  # 33:08.2 is of a race
        hour, past, *_ = (int(figure) for figure in word.split(":"))
        if hour > _LAST_HOUR:
            return  # 33:08 is of a race, or a score
        # 一八·三○ is a decimal first.
        price = _DECIMAL if tokens["clock"].numerals else 0.0
        yield price, (dated(start, end, DateParts(hour=hour, minute=past, span=part)),)
        return
    number = next(amounts(tokens, "hour"))
    hour = int(number.low)
    if number.low != number.high or number.low.denominator != 1 or not 0 <= hour <= _LAST_HOUR:
        return
    minute: int | None = None
    if "minute" in tokens:
        value = next(amounts(tokens, "minute"))
        if value.low.denominator != 1 or not 0 <= value.low < 60:
            return
        minute = int(value.low)
        if "mu" in tokens and tokens["mu"].value("MINU") == "QUARTER":
            if minute > 3:
                return
            minute *= 15
    elif "half" in tokens:
        minute = 30
    # 三点 are points as well, 13点 and 9点 are not.
    firm = part or minute is not None
    yield (
        (0.0 if firm else -0.06 if hour > 12 or number.form is Form.DIGITS else 0.02),
        (dated(start, end, DateParts(hour=hour, minute=minute, span=part)),),
    )


def clocks(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """上午九点至十一点: two hours, of which 点 says so."""
    first = {name: token for name, token in tokens.items() if name in {"ampm", "hour", "hu", "minute", "mu"}}
    second = {name[:-1]: token for name, token in tokens.items() if name in {"ampm2", "hour2", "hu2", "minute2", "mu2"}}
    # 九至十一点: 点 is said once.
    if "hu" not in first:
        first["hu"] = second["hu"]
    for cost, (one,) in clock(text, first):
        for more, (two,) in clock(text, second):
            yield cost + more, (one._replace(start=tokens[next(iter(tokens))].start, end=tokens["to"].start), two)


def from_to(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """一八·○○——一八·三○ of a programme: its beginning and its end."""
    for cost, (one,) in clock(text, {"clock": tokens["clock"]}):
        for more, (two,) in clock(text, {"clock": tokens["clock2"]}):
            yield (cost + more) / 2, (one, two)


def day_and_clock(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """二十八晨十时: a day without 日, and its hour."""
    day = next((one.low for one in amounts(tokens, "day") if sub(tokens["day"], "LE31") and one.low == one.high), None)
    rest = {name: token for name, token in tokens.items() if name != "day"}
    for cost, read in clock(text, rest):
        if day is not None and 1 <= day <= 31:
            yield cost, (dated(tokens["day"].start, tokens["day"].end, DateParts(day=int(day))), *read)


def part_of_day(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """下午, noon: no figure in it."""
    start, end = span(tokens)
    yield 0.0, (dated(start, end, DateParts(span=tokens["ampm"].value("AMPM")), weak=True),)


ROWS: tuple[Row, ...] = (
    Row("clock", "hour:LE60 hu:HOURU (minute:LE60 mu:MINU?)? post:POST?", clock, 0.0, "zh", follows=True),
    # 晚七时半: the part of the day belongs to the hour.
    Row("clock", "ampm:AMPM hour:LE60 hu:HOURU (minute:LE60 mu:MINU?)? post:POST?", clock, -0.15, "zh", follows=True),
    # 五点三十五分三十六秒 is a time rather than so many hours; its seconds are read, and not kept.
    Row("clock", "ampm:AMPM? hour:LE60 hu:HOURU minute:LE60 mu:MINU s:LE60 su:SECU", clock, -0.1, "zh", follows=True),
    # 上午九点至十一点: both are hours by the clock, and 十一点 no count.
    Row(
        "clocks",
        "ampm:AMPM? hour:LE60 hu:HOURU? (minute:LE60 mu:MINU)? to:TO ampm2:AMPM? hour2:LE60 hu2:HOURU (minute2:LE60 mu2:MINU)?",
        clocks,
        -0.18,
        "zh",
        follows=True,
    ),
    Row("day-clock", "day:LE31 ampm:AMPM hour:LE60 hu:HOURU (minute:LE60 mu:MINU?)?", day_and_clock, -0.1, "zh"),
    # 九时半 is one time, and no hour before a half.
    Row("clock", "ampm:AMPM? hour:LE60 hu:HOURU half:HALF", clock, -0.1, "zh", follows=True),
    Row("clock", "ampm:AMPM? clock:CLOCK hu:HOURU? ampm2:AMPM?", clock, -0.05, "zh en", follows=True),
    Row("from-to", "clock:CLOCK to:TO clock2:CLOCK", from_to, 0.0, "zh"),
    # Dear, or 八月十五晚上 would fall into a day and an evening.
    Row("part-of-day", "ampm:AMPM", part_of_day, 0.7, "zh en", follows=True),
)
