"""A day that an ordinal tells: the 7th of this month, Tuesday the 3rd, from the 21st to the 25th."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.quantities.grammar.build import followed, preceded, span, sub
from duizhao.validator.quantities.grammar.dates.fields import dated, whole_number
from duizhao.validator.quantities.grammar.dates.single import date
from duizhao.validator.quantities.grammar.row import Reading, Text, Tokens
from duizhao.validator.quantities.model import DateParts


def day_of(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """The 7th of this month, the 5th of last month."""
    # "the seventh of this month": of a week or a year the seventh would be no day.
    if "month" in tokens["rel"].value("REL") and sub(tokens["day"], "ORD"):
        yield from date(text, tokens)


def day_alone(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """The 26th, Tuesday the 3rd: rather a day where the words before it say so, else rather an ordinal."""
    start, end = span(tokens)
    day = whole_number(tokens["day"], "LE31")
    # The 38th Parallel, and a ten-thousandth, are no day of a month; nor is the 29th issue of a paper.
    if day is None or not sub(tokens["day"], "ORD") or text.ask(_counted_behind, start, end):
        return
    weekday = tokens.get("weekday")
    # The 26th may be a day by itself, the twenty-sixth is rather one of a row.
    figures = text.of(tokens["day"])[:1].isdigit()
    sure = weekday is not None or (figures and text.ask(_day_before, start, end) and text.ask(_day_after, start, end))
    parts = DateParts(day=day, weekday=int(weekday.value("WEEKDAY")) if weekday else None)
    yield (-0.15 if sure else 0.0 if figures else 0.2), (dated(start, end, parts),)


_DAY_BEFORE = r"(?:\b(?:on|by|from|since|until|till|to|and|between|of|through|before|after|dated|morning|night|evening|afternoon)(?: the)? |[a-z,] ?|\] ?)$"
_DAY_AFTER = r"(?: ?[,.;:)\]–—-]|$|\n| (?:[a-z]+(?:ed|ing)\b|and|to|at|in|of|by|for|the|a|he|she|it|they|we|that|this|as|from|near|after|before|when|dispatch|radio|telegram|alone|about|with|on))"
_day_before, _day_after = preceded(_DAY_BEFORE, 16), followed(_DAY_AFTER)
"""What stands around an ordinal that is a day: a noun behind it would be the second, third … of its kind."""
_counted_behind = followed(
    r" (?:(?:field|route|infantry|plenary|national|party) )?(?:issue|edition|session|congress|conference|anniversary|birthday|"
    r"army|armies|corps|division|brigade|regiment|battalion|company|squadron|grade|century|parallel|floor|volume|chapter|"
    r"district|ward|precinct|place|batch|round)s?\b"
)
"""Nouns that are counted by ordinals, and never stand behind a day: its 29th issue, the 19th Route Army."""


def ordinal_days(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """From the 21st to the 25th, the 8th and 9th."""
    start, end = span(tokens)
    first, second = whole_number(tokens["day"], "LE31"), whole_number(tokens["day2"], "LE31")
    if first is not None and second is not None and first < second:
        sure = (
            text.of(tokens["day"])[:1].isdigit()
            and text.ask(_day_before, start, end)
            and text.ask(_day_after, start, end)
        )
        yield (
            (0.0 if sure else 0.12),
            (
                dated(start, tokens["day"].end, DateParts(day=first)),
                dated(tokens["day2"].start, end, DateParts(day=second)),
            ),
        )
