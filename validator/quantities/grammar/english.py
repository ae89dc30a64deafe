"""What English alone says: articles that count, days by ordinals, dates of every order, times past the hour.

A construct that both languages have is in the module of its kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from duizhao.validator.quantities.grammar.amounts.halves import unit_and_half
from duizhao.validator.quantities.grammar.amounts.measures import measure
from duizhao.validator.quantities.grammar.amounts.smaller_units import in_first_unit, part_unit, smaller
from duizhao.validator.quantities.grammar.build import (
    BEFORE,
    HALF,
    amounts,
    followed,
    preceded,
    qualified,
    reading,
    relation,
    span,
    sub,
)
from duizhao.validator.quantities.grammar.clock import clock
from duizhao.validator.quantities.grammar.dates.decades import century, decade
from duizhao.validator.quantities.grammar.dates.fields import dated, part_of, whole_number, year_of
from duizhao.validator.quantities.grammar.dates.named import relative, season
from duizhao.validator.quantities.grammar.dates.several import days, months, year_before, years
from duizhao.validator.quantities.grammar.dates.single import date
from duizhao.validator.quantities.grammar.ordinals import ordinal, ordinal_range
from duizhao.validator.quantities.grammar.row import Reading, Row, Text, Tokens
from duizhao.validator.quantities.grammar.shares.percents import percent_range
from duizhao.validator.quantities.lexicon import number
from duizhao.validator.quantities.lexicon.classes import BIT
from duizhao.validator.quantities.model import Approx, DateParts, Form, Kind, Quantity, Relation
from duizhao.validator.quantities.numeral import exact


def year_compared(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """Up 15 percent over 1980: the year that is compared with, no number exceeded."""
    year = whole_number(tokens["year"], "YEAR4")
    token = tokens["year"]
    pre = tokens["pre"]
    compared = (pre.word in _AGAINST and text.ask(_compares, pre.start, token.end)) or (
        pre.word in _EXCEEDS and text.ask(_by, pre.start, token.end)
    )
    if year is not None and compared:
        yield 0.0, (dated(token.start, token.end, DateParts(year)),)


_AGAINST = frozenset(("over", "above", "below", "under"))
_EXCEEDS = frozenset(("exceeding", "exceeded", "exceed", "exceeds", "surpassing", "surpassed", "topping", "topped"))
_by = followed(re.compile(r" by\b"))
_compares = preceded(
    re.compile(
        r"(?:%|per ?cent|\b(?:times|fold|points?|more|less|higher|lower|up|down)|"
        r"increase|decrease|rise|gain|growth|drop|decline)[^.;:]{0,12} $"
    ),
    40,
)


_STRONG = re.compile(r"\b(?:in|since|during|year|until|till|early|mid|late|winter|spring|summer|autumn)[ \u00a0-]?$")
_NOUN_AFTER = re.compile(
    r" (?:people|men|women|tons?|yuan|meters|workers|households|mu|jin|cases|soldiers|students|members|cars|rifles|prisoners|enemy|villages|families|items|kilograms|cattle|cows|troops)\b"
)
_strong = preceded(_STRONG, 14)
_noun_after = followed(_NOUN_AFTER)


def year_alone(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """1958 by itself: a year by the words before it, else rather a number."""
    start, end = span(tokens)
    year = whole_number(tokens["year"], "YEAR4")
    if year is None:
        return
    cost = (
        -0.1 if text.ask(_strong, start, end) else 0.0 if text.ask(year_before, start, end) or "span" in tokens else 0.2
    )
    if text.ask(_noun_after, start, end):
        cost += 0.45
    yield cost, (dated(start, end, DateParts(year, span=part_of(tokens, "span"))),)


def number_and_half(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """One month and a half, two years and half."""
    start, end = span(tokens)
    for one in amounts(tokens):
        if one.low == one.high and one.low.denominator == 1:
            value = exact(one.low + HALF)
            for index, code in enumerate(tokens["unit"].values("UNIT")):
                yield (
                    one.cost + 0.1 * index,
                    (
                        Quantity(
                            start,
                            end,
                            Kind.MEASURE,
                            value,
                            value,
                            one.approx,
                            code,
                            "",
                            one.form,
                            soft=one.soft,
                            name="unit-and-half",
                        ),
                    ),
                )


def article(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """A year, an hour: one of them, idle unless something qualifies it."""
    start, end = span(tokens)
    approx, soft = qualified(tokens)
    weak = approx is Approx.NONE
    for index, code in enumerate(tokens["unit"].values("UNIT")):
        yield (
            0.1 * index,
            (
                Quantity(
                    start, end, Kind.MEASURE, 1, 1, approx, code, "", Form.IMPLIED, weak=weak, soft=soft, name="article"
                ),
            ),
        )


def article_parts(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """An hour and 45 minutes, a foot and two inches."""
    start, end = span(tokens)
    top = tokens["unit"].value("UNIT")
    for one in amounts(tokens):
        code = part_unit(tokens["unit2"], [(1, top)])
        if code is None or one.low != one.high or not smaller(top, code, one):
            return
        pieces = ((1, top), (one.low, code))
        value = in_first_unit([*pieces])
        if value is not None:
            yield reading(one, (start, end), Kind.MEASURE, value, value, "parts", unit=top, parts=pieces)


def below_zero(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """2 degrees below zero."""
    if not tokens["below"].word.startswith(("below", "under", "of")):
        return
    start, end = span(tokens)
    code = tokens["unit"].value("UNIT") if "unit" in tokens else "degree"
    for one in amounts(tokens):
        yield reading(one, (start, end), Kind.MEASURE, -one.high, -one.low, "measure", unit=code)


def implied(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """both, single, annual: a number or one of a unit that a word implies, and that the other language may say or not."""
    start, end = tokens["implied"].start, tokens["implied"].end
    value, _, code = tokens["implied"].value("IMPLIED").partition(" ")
    kind = Kind.MEASURE if code else Kind.CARDINAL
    low = number(value)
    yield 0.0, (Quantity(start, end, kind, low, low, Approx.NONE, code, "", Form.IMPLIED, weak=True, name="implied"),)
    yield 0.1, ()


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
    quarter = 0 < one.low < 1
    if before and not quarter and "ampm" not in tokens and "hu" not in tokens:
        return
    if before and not quarter and "m" not in tokens and value % 5:
        return
    minute = 60 - int(value) if before else int(value)
    hour = (hour - 1 or 12) if before else hour
    part = tokens["ampm"].value("AMPM") if "ampm" in tokens else ""
    doubt = 0.3 if before and not quarter and "m" not in tokens else 0.0
    yield doubt, (dated(start, end, DateParts(hour=hour, minute=minute, span=part)),)


def elapsed(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """2:08 as a ratio or a score rather than a time: both figures, each by itself."""
    token = tokens["clock"]
    if "." in token.word:
        minutes, _, seconds = token.word.partition(":")
        value = exact(int(minutes) + Fraction(seconds) / 60)
        yield -0.3, (Quantity(token.start, token.end, Kind.MEASURE, value, value, unit="minute", name="duration"),)
    elif ":" in token.word:
        first, second = map(int, token.word.split(":"))
        middle = token.start + len(str(first))
        yield (
            0.0,
            (
                Quantity(token.start, middle, Kind.CARDINAL, first, first, name="ratio"),
                Quantity(middle + 1, token.end, Kind.CARDINAL, second, second, name="ratio"),
            ),
        )


def centuries(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """The late 18th and early 19th centuries."""
    start, end = span(tokens)
    first, second = whole_number(tokens["num"], "INT"), whole_number(tokens["num2"], "INT")
    if first is not None and second is not None and first < second <= 40 and sub(tokens["num2"], "ORD"):
        yield (
            0.0,
            (
                dated(start, tokens["num"].end, DateParts(first, span="century")),
                dated(tokens["num2"].start, end, DateParts(second, span="century")),
            ),
        )


def day_alone(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """The 26th, Tuesday the 3rd: rather a day where the words before it say so, else rather an ordinal."""
    start, end = span(tokens)
    day = whole_number(tokens["day"], "LE31")
    if day is None or not sub(tokens["day"], "ORD"):
        return
    weekday = tokens.get("weekday")
    figures = text.of(tokens["day"])[:1].isdigit()
    sure = weekday is not None or (figures and text.ask(_day_before, start, end) and text.ask(_day_after, start, end))
    parts = DateParts(day=day, weekday=int(weekday.value("WEEKDAY")) if weekday else None)
    yield (-0.15 if sure else 0.0 if figures else 0.2), (dated(start, end, parts),)


_DAY_BEFORE = re.compile(
    r"(?:\b(?:on|by|from|since|until|till|to|and|between|of|through|before|after|dated|morning|night|evening|afternoon)(?: the)? |[a-z,] ?|\] ?)$"
)


_DAY_AFTER = re.compile(
    r"(?: ?[,.;:)\]–—-]|$|\n| (?:[a-z]+(?:ed|ing)\b|and|to|at|in|of|by|for|the|a|he|she|it|they|we|that|this|as|from|near|after|before|when|dispatch|radio|telegram|alone|about|with|on))"
)
_day_before, _day_after = preceded(_DAY_BEFORE, 16), followed(_DAY_AFTER)


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


def idle_first(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """It was first seen: the other language may say so without a number."""
    if tokens["num"].numerals[0].low == 1 and text.of(tokens["num"])[:1].isalpha():
        yield 0.0, ()


def part_of_percent(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """Half a percent, a quarter of a percentage point, half of 1 percent."""
    start, end = span(tokens)
    size = Fraction(tokens["pct"].value("PCT") or tokens["pct"].value("POINT") or "1/100")
    if "whole" in tokens:
        size *= next(amounts(tokens, "whole")).low
    for one in amounts(tokens):
        if 0 < one.low < 1:
            value = exact(one.low * size)
            yield reading(one, (start, end), Kind.PERCENT, value, value, "percent", relation=relation(text, start, end))


def per_many(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """180 per thousand spindles: so many for every thousand of them, no share."""
    word = tokens["pct"]
    many = _MANY.get(word.value("PCT"))
    unit = tokens.get("unit")
    if many is None or not word.word.startswith("per") or not (unit or text.ask(_of_things, *span(tokens))):
        return
    kind, code = (Kind.MEASURE, unit.value("UNIT")) if unit else (Kind.CARDINAL, "")
    end = unit.end if unit else word.end
    of = Quantity(word.start, end, kind, many, many, unit=code, form=Form.WORDS, weak=True, name="count")
    for one in amounts(tokens):
        cost, (said,) = reading(one, (span(tokens)[0], word.start - 1), Kind.CARDINAL, one.low, one.high, "count")
        yield cost, (said, of)


_MANY = {"1/1000": 1000, "1/10000": 10000, "1/100000": 100_000, "1/1000000": 1_000_000}


_of_things = followed(
    re.compile(
        r" (?!(?:of|and|or|in|on|to|for|by|from|at|with|a|an|the|than|more|less|higher|lower|each|every|is|was|were|are)\b)[a-z]"
    )
)


def day_of(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """The 7th of this month, the 5th of last month."""
    if "month" in tokens["rel"].value("REL") and sub(tokens["day"], "ORD"):
        yield from date(text, tokens)


def lunar_day(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """The 3rd day of the 5th lunar month, the third day of the fifth month of the second year of Chongzhen."""
    if "d" in tokens and tokens["d"].value("UNIT") != "day":
        return
    start, end = span(tokens)
    month, day = whole_number(tokens["month"], "LE12"), whole_number(tokens.get("day"), "LE31")
    if month is None or (day is None and "day" in tokens):
        return
    era = year_of(text, tokens)
    calendar = "lunar" if era or "lunar" in tokens["mu"].word else ""
    yield 0.0, (dated(start, end, DateParts(era[0] if era else None, month, day, calendar=calendar)),)


def part_of_period(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """The first half of the year, the end of the month."""
    start, end = span(tokens)
    if tokens["period"].value("UNIT") in {"year", "month", "century", "week"}:
        yield 0.0, (dated(start, end, DateParts(span=part_of(tokens, "span")), weak=True, form=Form.IMPLIED),)
        if "ten days" in tokens["span"].word:
            yield 0.1, (Quantity(start, end, Kind.MEASURE, 10, 10, unit="day", form=Form.WORDS, name="measure"),)


def season_or_days(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """The last ten days: of a month, or just these."""
    yield from season(text, tokens)
    if "ten days" in tokens["span"].word:
        yield 0.1, (Quantity(*span(tokens), Kind.MEASURE, 10, 10, unit="day", form=Form.WORDS, name="measure"),)


def with_pence(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """One shilling and fivepence."""
    value, _, code = tokens["implied"].value("IMPLIED").partition(" ")
    for one in amounts(tokens):
        for top in tokens["unit"].values("UNIT"):
            if code == "penny" and (total := in_first_unit([(one.low, top), (number(value), code)])) is not None:
                yield reading(one, span(tokens), Kind.MEASURE, total, total, "parts", unit=top)


def one_and_part(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """An hour and three quarters."""
    for one in amounts(tokens):
        for code in tokens["unit"].values("UNIT"):
            value = exact(1 + one.low)
            yield reading(one, span(tokens), Kind.MEASURE, value, value, "unit-and-part", unit=code)


def either_ordinal(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """The second or third day, second- and third-graders."""
    first, second = (next(amounts(tokens, name)) for name in ("num", "num2"))
    if second.low - first.low != 1:
        return
    start, end = span(tokens)
    price = 0.0 if tokens["or"].word == "or" else 0.15
    yield price, (Quantity(start, end, Kind.ORDINAL, first.low, second.low, form=second.form, name="ordinal"),)


def times_range(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """Two to three times, 3-5 times."""
    start, end = span(tokens)
    said = relation(text, start, end)
    for low in amounts(tokens, "num"):
        for high in amounts(tokens, "num2"):
            if low.low < high.high and tokens["to"].word != "and":
                factor = Quantity(
                    start,
                    end,
                    Kind.MULTIPLE,
                    low.low,
                    high.high,
                    high.approx,
                    "",
                    "",
                    high.form,
                    said,
                    soft=high.soft,
                    name="times",
                )
                yield low.cost + high.cost + (0.1 if said is Relation.NONE else 0.0), (factor,)
                yield (
                    low.cost + high.cost + (0.0 if said is Relation.NONE else 0.1),
                    (factor._replace(kind=Kind.CARDINAL, relation=Relation.NONE, counter="times"),),
                )


def once_or_twice(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """Once or twice a week."""
    first, second = (number(tokens[name].value("FACTOR")) for name in ("factor", "factor2"))
    if tokens["or"].word == "or" and (tokens["factor"].word, second) == ("once", 2):
        start, end = span(tokens)
        yield 0.0, (Quantity(start, end, Kind.CARDINAL, first, second, counter="times", form=Form.IMPLIED, name="or"),)


def one_or_two(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """A day or two."""
    start, end = span(tokens)
    if tokens["or"].word != "or":
        return
    for one in amounts(tokens):
        for code in tokens["unit"].values("UNIT"):
            found = Quantity(
                start, end, Kind.MEASURE, 1, one.high, Approx.NONE, code, "", Form.WORDS, name="one-or-two"
            )
            yield one.cost, (found,)


_ERA_YEAR = "c:COMMA? of2:OF? the3:THE? year:ORD|INT yu:UNIT era:ERA"
ROWS = (
    Row("one-or-two", "a:ART unit:UNIT or:AND num:INT unit2:UNIT?", one_or_two, -0.1, "en"),
    Row(
        "percent-range",
        f"{BEFORE} num:NUM pct2:PCT or:AND num2:NUM pct:PCT|POINT post:POST?",
        percent_range,
        0.05,
        "en",
    ),
    Row("measure", f"{BEFORE} num:OPEN of:OF unit:UNIT post:POST?", measure, -0.1, "en"),
    Row("unit-and-half", "pre:PRE? a:ART? unit:UNIT and:AND half:HALF post:POST?", unit_and_half, -0.05, "en"),
    Row("unit-and-half", f"{BEFORE} num:NUM unit:UNIT and:AND half:HALF post:POST?", number_and_half, -0.05, "en"),
    Row("parts", f"{BEFORE} num:NUM unit:UNIT and:AND? implied:IMPLIED", with_pence, -0.2, "en"),
    Row("unit-and-part", f"{BEFORE} a:ART unit:UNIT and:AND num:FRAC post:POST?", one_and_part, -0.1, "en"),
    Row("article", "pre:PRE? pre2:PRE? a:ART unit:UNIT more:MORE? post:POST?", article, 0.0, "en", follows=True),
    Row(
        "article-parts",
        "pre:PRE? a:ART unit:UNIT c:COMMA? and:AND? num:NUM unit2:UNIT post:POST?",
        article_parts,
        -0.1,
        "en",
    ),
    Row("or", "pre:PRE? factor:FACTOR or:AND factor2:FACTOR", once_or_twice, -0.2, "en"),
    Row("below-zero", "pre:PRE? num:NUM unit:UNIT? below:NEG", below_zero, -0.1, "en"),
    Row("implied", "pre:PRE? implied:IMPLIED unit:UNIT?", implied, -0.1, "en"),
    Row("clock", "hour:LE60 hu:HOURU? ampm:AMPM", clock, -0.1, "en", follows=True),
    Row("clock", "hour:LE60 hu:HOURU", clock, 0.1, "en", follows=True),
    Row(
        "clock-range",
        "between:BETWEEN? hour:LE60 to:TO|AND hour2:LE60 hu:HOURU|AMPM ampm:AMPM?",
        hours,
        -0.15,
        "en",
        follows=True,
    ),
    Row("past", "minute:NUM m:UNIT? past:OTHER|TO hour:LE12 hu:HOURU? ampm:AMPM?", past, -0.1, "en", follows=True),
    Row("duration", "clock:CLOCK", elapsed, 0.2, "en"),
    Row(
        "date", "span:SPAN? (weekday:WEEKDAY c0:COMMA?)? month:MONTH day:LE31 (c:COMMA? year:YEAR4)?", date, -0.15, "en"
    ),
    Row(
        "date",
        "(weekday:WEEKDAY c0:COMMA? the:THE?)? day:LE31 of:OF? month:MONTH (c:COMMA? of2:OF? year:YEAR4)?",
        date,
        -0.15,
        "en",
    ),
    Row("date", "day:LE31 of:OF? rel:REL", day_of, -0.1, "en"),
    Row("date", "rel:REL month:MONTH day:LE31?", date, -0.1, "en"),
    Row("date", "span:SPAN the:THE? rel:REL month:MONTH", date, -0.15, "en"),
    Row("date", "rel:REL weekday:WEEKDAY", date, -0.05, "en"),
    Row("date", "(span:SPAN the:THE?)? month:MONTH c:COMMA? of:OF? rel:REL", date, -0.1, "en"),
    Row("date", "(weekday:WEEKDAY c0:COMMA?)? month:MONTH day:LE31 c:COMMA? of:OF? rel:REL", date, -0.2, "en"),
    Row("date", "day:LE31 of:OF? month:MONTH c:COMMA? of2:OF? rel:REL", date, -0.2, "en"),
    Row("date", "rel:REL span:SPAN", date, -0.05, "en"),
    Row("date", "(span:SPAN the:THE?)? month:MONTH c:COMMA? of:OF? year:YEAR4", date, -0.1, "en"),
    Row("date", "span:SPAN year:YEAR4 month:MONTH", date, -0.1, "en"),
    Row("date", "year:YEAR4 month:MONTH day:LE31?", date, 0.0, "en"),
    Row("date", "span:SPAN? month:MONTH", date, 0.0, "en"),
    Row("date", "(weekday:WEEKDAY c0:COMMA? the:THE?)? day:ORD", day_alone, 0.05, "en"),
    Row("date", "month:ORD mu:MONTHU", date, 0.1, "en"),
    Row("date", f"day:ORD d:UNIT? of:OF the2:THE? month:ORD mu:LUNAR|MONTHU ({_ERA_YEAR})?", lunar_day, -0.2, "en"),
    Row("date", f"month:ORD mu:LUNAR|MONTHU {_ERA_YEAR}", lunar_day, -0.2, "en"),
    Row("date", "month:ORD lunar:LUNAR", date, -0.1, "en"),
    Row("date", "month:ORD lunar:LUNAR c:COMMA? of:OF? rel:REL", date, -0.2, "en"),
    Row("years", "between:BETWEEN year:YEAR4 to:TO|AND the:THE? year2:YEAR4|YEAR2", years, -0.25, "en"),
    Row("years", "span:SPAN year:YEAR4 to:TO year2:YEAR4|YEAR2", years, -0.2, "en"),
    Row("days", "month:MONTH day:LE31 to:TO|AND day2:LE31 (c:COMMA? year:YEAR4)?", days, -0.2, "en"),
    Row("days", "month:MONTH day:LE31 to:COMMA day2:LE31", days, 0.5, "en"),
    Row(
        "days",
        "month:MONTH day:LE31 c:COMMA day2:LE31 c2:COMMA? and:AND day3:LE31 (c3:COMMA? year:YEAR4)?",
        days,
        -0.2,
        "en",
    ),
    Row(
        "days",
        "day:LE31 to:TO|AND the2:THE? day2:LE31 of:OF? month:MONTH (c:COMMA? of2:OF? year:YEAR4)?",
        days,
        -0.2,
        "en",
    ),
    Row(
        "days",
        "day:LE31 c1:COMMA day2:LE31 c2:COMMA? and:AND the2:THE? day3:LE31 of:OF? month:MONTH (c:COMMA? year:YEAR4)?",
        days,
        -0.2,
        "en",
    ),
    Row("days", "day:ORD to:TO|AND the2:THE? day2:ORD", ordinal_days, -0.05, "en"),
    Row("months", "rel:REL? month:MONTH to:TO|AND month2:MONTH (c:COMMA? of:OF? year:YEAR4)?", months, -0.1, "en"),
    Row("year", "(span:SPAN the:THE?)? year:YEAR4", year_alone, -0.02, "en"),
    Row("year", "pre:PRE year:YEAR4", year_compared, -0.1, "en"),
    Row("date", "era:ERA year:INT", date, -0.1, "en"),
    Row("date", "year:INT bc:BC", date, -0.1, "en"),
    Row("date", "year:INT era:ERA", date, -0.1, "en"),
    Row("date", "year:ORD yu:UNIT era:ERA", date, -0.2, "en"),
    Row("decade", "(span:SPAN the:THE?)? decade:DECADE", decade, 0.0, "en"),
    Row("century", "(span:SPAN the:THE?)? num:ORD c:CENTURY bc:BC?", century, -0.1, "en"),
    Row("centuries", "span:SPAN? num:ORD to:TO|AND the:THE? span2:SPAN? num2:ORD c:CENTURY", centuries, -0.2, "en"),
    Row("season", "span:SPAN the:THE|ART? period:UNIT", part_of_period, 0.0, "en"),
    Row("season", "span:SPAN", season_or_days, 0.3, "en"),
    Row("date", "span:SPAN of:OF? rel:REL", date, -0.05, "en"),
    Row("relative", "rel:REL", relative, 0.0, "en"),
    Row("percent-range", f"{BEFORE} num:NUM and:AND num2:NUM pct:PCT|POINT post:POST?", percent_range, 0.0, "en"),
    Row("percent", "pre:PRE? num:NUM of:OF? a:ART pct:PCT|POINT post:POST?", part_of_percent, -0.15, "en"),
    Row("percent", "pre:PRE? num:NUM of:OF whole:NUM pct:PCT|POINT post:POST?", part_of_percent, -0.15, "en"),
    Row("per-many", "num:NUM pct:PCT unit:UNIT?", per_many, -0.08, "en"),
    Row("times-range", f"{BEFORE} num:NUM to:TO|AND num2:NUM times:TIMES post:POST?", times_range, -0.2, "en"),
    Row("ordinal", "num:ORD", ordinal, -0.02, "en"),
    Row("first", "num:ORD", idle_first, 0.1, "en"),
    Row("ordinal", "num:ORD unit:UNIT", ordinal, -0.02, "en"),
    Row("ordinal", "di:DI num:INT|ORD", ordinal, -0.05, "en"),
    Row("ordinal", "num:ORD or:AND the:THE? num2:ORD d:UNIT?", either_ordinal, -0.1, "en"),
    Row("ordinals", "num:ORD to:TO|AND the:THE? num2:ORD", ordinal_range, -0.04, "en"),
)
