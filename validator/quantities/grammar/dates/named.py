"""Dates by a name: weekdays, the day of writing (去年, yesterday), parts of a year or month, 解放后."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.quantities.grammar.build import AD, span, sub
from duizhao.validator.quantities.grammar.dates.fields import dated, part_of, relative_of, whole_number
from duizhao.validator.quantities.grammar.row import Reading, Row, Text, Tokens
from duizhao.validator.quantities.model import DateParts, Form


def weekday(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """星期三, Wednesday."""
    start, end = span(tokens)
    if "weekday" in tokens:
        value = int(tokens["weekday"].value("WEEKDAY"))
    else:
        # 星期日 has 日 in the place of a number.
        number = whole_number(tokens["num"], "DIGIT") if "num" in tokens else 7
        # 星期八 names no day.
        if number is None or number > 7:
            return
        value = number
    relative = relative_of(tokens)
    # 今年一至九月: only 上周一 and the like name a weekday without 星期.
    if "week" not in tokens and "weekday" not in tokens and not relative.endswith("week"):
        return
    yield 0.0, (dated(start, end, DateParts(weekday=value, relative=relative), form=Form.WORDS),)


def weekdays(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """星期一、三、日, 星期一至五: days of the week."""
    start, end = span(tokens)
    names = [name for name in ("num", "num2", "num3", "day") if name in tokens]
    found = []
    for index, name in enumerate(names):
        # The seventh is 日, which is no numeral.
        value = _SUNDAY if name == "day" else whole_number(tokens[name], "DIGIT")
        if value is None or (value >= _SUNDAY and name != "day"):
            return
        a = start if not index else tokens[name].start
        found.append(
            dated(a, end if index == len(names) - 1 else tokens[name].end, DateParts(weekday=value), form=Form.WORDS)
        )
    yield 0.0, tuple(found)


_SUNDAY = 7


def season(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """Part of a year or month by itself: 上旬, 上半年."""
    start, end = span(tokens)
    if end - start < 2:
        return  # 底, 初: a part of the date before them, none by itself
    yield 0.0, (dated(start, end, DateParts(span=part_of(tokens, "span")), weak=True, form=Form.IMPLIED),)


def relative(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """去年, yesterday."""
    start, end = span(tokens)
    if "span" in tokens and sub(tokens["span"], "REL"):
        return  # 今冬明春 are two
    parts = DateParts(relative=tokens["rel"].value("REL"), span=part_of(tokens, "span") or tokens["rel"].value("SPAN"))
    yield 0.0, (dated(start, end, parts, weak=True, form=Form.IMPLIED),)


def event(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """解放后: after 1949, as English may tell it."""
    value, _, code = tokens["implied"].value("IMPLIED").partition(" ")
    if code == AD:
        yield 0.0, (dated(*span(tokens), DateParts(year=int(value)), weak=True, form=Form.IMPLIED),)


ROWS: tuple[Row, ...] = (
    Row("weekday", "rel:REL? week:WEEK num:DIGIT", weekday, 0.0, "zh", follows=True),
    # Cheaper than 星期一 with a range behind it, which 三、五 would be.
    Row("weekdays", "week:WEEK num:DIGIT and:TO|AND num2:DIGIT (and2:AND num3:DIGIT)?", weekdays, -0.1, "zh"),
    # 星期三、五、日: 日 is Sunday, and no sign of a day.
    Row("weekdays", "week:WEEK num:DIGIT (and:AND num2:DIGIT)? and2:TO|AND day:DAYU", weekdays, -0.1, "zh"),
    Row("weekday", "rel:REL num:DIGIT", weekday, 0.0, "zh", follows=True),
    Row("weekday", "rel:REL day:DAYU", weekday, 0.0, "zh", follows=True),
    # Dearer than with the word before it: 今春 is of this year, and no spring by itself.
    Row("season", "span:SPAN", season, 0.05, "zh", follows=True),
    Row("weekday", "weekday:WEEKDAY", weekday, 0.0, "zh en", follows=True),
    Row("relative", "rel:REL span:SPAN?", relative, 0.0, "zh"),
    Row("event", "implied:IMPLIED", event, 0.05, "zh"),
)
