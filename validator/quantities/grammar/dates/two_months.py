"""Days of two months of which the last has the 日 of all."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.quantities.grammar.build import span
from duizhao.validator.quantities.grammar.dates.fields import dated, month_of, whole_number
from duizhao.validator.quantities.grammar.row import Reading, Text, Tokens
from duizhao.validator.quantities.model import DateParts


def days_of_two_months(_: Text, tokens: Tokens) -> Iterator[Reading]:
    """九月二十八、二十九及本月一日: the last has the 日 of all, and a month of its own."""
    month, calendar = month_of(tokens)
    *days, last = [(name, whole_number(tokens[name], "LE31")) for name in ("day", "day2", "day3") if name in tokens]
    if last[1] is None or any(value is None or value <= last[1] for _, value in days):
        return  # the days of the month before are the greater ones
    found = [dated(tokens[name].start, tokens[name].end, DateParts(day=value)) for name, value in days]
    start, end = span(tokens)
    found[0] = dated(start, found[0].end, DateParts(None, month, days[0][1], calendar=calendar))
    relative = DateParts(day=last[1], relative=tokens["rel"].value("REL"))
    yield 0.0, (*found, dated(tokens["rel"].start, end, relative))
