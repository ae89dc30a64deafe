"""Days that are told in another way than with a 日 each: the last of two months has that of all, 廿 and 初 need none."""

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


def numbered_days(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """八月廿三到廿五, 正月初三至初五: two days without 日, which 廿 or 初 says they are."""
    if "zero2" not in tokens and text.of(tokens["day2"])[:1] not in "廿卅":
        return
    first, second = whole_number(tokens["day"], "LE31"), whole_number(tokens["day2"], "LE31")
    month, calendar = month_of(tokens)
    if first is None or second is None or first >= second:
        return
    start, end = span(tokens)
    # 八月廿三到廿五 may be of either calendar where no 初 says which.
    for cost, kept in ((0.0, "lunar" if "zero" in tokens else calendar), (0.02, "lunar")):
        parts = DateParts(None, month, first, calendar=kept)
        yield cost, (dated(start, tokens["day"].end, parts), dated(tokens["day2"].start, end, DateParts(day=second)))
