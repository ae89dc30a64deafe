"""Dates in every order: October 1, the 26th, the 7th of this month, 1958 by itself, the late 18th century, the last ten days."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.quantities.grammar.build import followed, preceded, span, sub
from duizhao.validator.quantities.grammar.dates.decades import LAST_CENTURY, century, decade
from duizhao.validator.quantities.grammar.dates.fields import REIGN, dated, part_of, relative_of, whole_number, year_of
from duizhao.validator.quantities.grammar.dates.named import relative, season
from duizhao.validator.quantities.grammar.dates.several import days, months, year_before, years
from duizhao.validator.quantities.grammar.dates.single import date
from duizhao.validator.quantities.grammar.english.days import day_alone, day_of, ordinal_days
from duizhao.validator.quantities.grammar.row import Reading, Row, Text, Tokens
from duizhao.validator.quantities.model import DateParts, Form, Kind, Quantity


def lunar_day(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """The 3rd day of the 5th lunar month, the third day of the fifth month of the second year of Chongzhen."""
    # "the third hour of the first month" has the same words.
    if "d" in tokens and tokens["d"].value("UNIT") != "day":
        return
    start, end = span(tokens)
    month, day = whole_number(tokens["month"], "LE12"), whole_number(tokens.get("day"), "LE31")
    if month is None or (day is None and "day" in tokens):
        return  # a thirteenth month, or a 32nd day
    era = year_of(text, tokens)
    # Nobody counts our months by the years of a reign.
    calendar = "lunar" if era or "lunar" in tokens["mu"].word else ""
    relative = relative_of(tokens)
    yield (
        0.0,
        (dated(start, end, DateParts(era[0] if era else None, month, day, calendar=calendar, relative=relative)),),
    )


def lunar_days(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """From the 3rd to the 5th of the first lunar month."""
    first, second = whole_number(tokens["day"], "LE31"), whole_number(tokens["day2"], "LE31")
    month = whole_number(tokens["month"], "LE12")
    if month is None or first is None or second is None or first >= second:
        return
    start, end = span(tokens)
    calendar = "lunar" if "lunar" in tokens["mu"].word else ""
    relative = relative_of(tokens)
    parts = DateParts(None, month, first, calendar=calendar, relative=relative)
    yield 0.0, (dated(start, tokens["day"].end, parts), dated(tokens["day2"].start, end, DateParts(day=second)))


_STRONG = r"\b(?:in|since|during|year|until|till|early|mid|late|winter|spring|summer|autumn)[ \u00a0-]?$"
_NOUN_AFTER = r" (?:people|men|women|tons?|yuan|meters|workers|households|mu|jin|cases|soldiers|students|members|cars|rifles|prisoners|enemy|villages|families|items|kilograms|cattle|cows|troops)\b"
_strong = preceded(_STRONG, 14)
"""What stands before years and hardly ever before a number."""
_noun_after = followed(_NOUN_AFTER)
"""What four figures count, whatever stands before them: in 1958 households."""


def year_alone(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """1958 by itself: a year by the words before it, else rather a number."""
    start, end = span(tokens)
    year = whole_number(tokens["year"], "YEAR4")
    if year is None:
        return
    cost = (
        # "Most of 1948" is a year; 1948 with nothing before it a number that may be one.
        -0.1 if text.ask(_strong, start, end) else 0.0 if text.ask(year_before, start, end) or "span" in tokens else 0.2
    )
    if text.ask(_noun_after, start, end):
        cost += 0.45  # rather the number, and a year where the other side has that one
    yield cost, (dated(start, end, DateParts(year, span=part_of(tokens, "span"))),)


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
_by = followed(r" by\b")
_compares = preceded(
    r"(?:%|per ?cent|\b(?:times|fold|points?|more|less|higher|lower|up|down)|"
    r"increase|decrease|rise|gain|growth|drop|decline)[^.;:]{0,12} $",
    40,
)


def centuries(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """The late 18th and early 19th centuries."""
    start, end = span(tokens)
    first, second = whole_number(tokens["num"], "INT"), whole_number(tokens["num2"], "INT")
    # "the late 18th and early 19th centuries": the word that both are of stands behind the second.
    if first is not None and second is not None and first < second <= LAST_CENTURY and sub(tokens["num2"], "ORD"):
        yield (
            0.0,
            (
                dated(start, tokens["num"].end, DateParts(first, span="century")),
                dated(tokens["num2"].start, end, DateParts(second, span="century")),
            ),
        )


def part_of_period(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """The first half of the year, the end of the month."""
    start, end = span(tokens)
    if tokens["period"].value("UNIT") in {"year", "month", "century", "week"}:
        yield 0.0, (dated(start, end, DateParts(span=part_of(tokens, "span")), weak=True, form=Form.IMPLIED),)
        # 上旬 is one word; "the first ten days" may also be ten days, of 十天.
        if "ten days" in tokens["span"].word:
            yield 0.1, (Quantity(start, end, Kind.MEASURE, 10, 10, unit="day", form=Form.WORDS, name="measure"),)


def season_or_days(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """The last ten days: of a month, or just these."""
    yield from season(text, tokens)
    if "ten days" in tokens["span"].word:
        yield 0.1, (Quantity(*span(tokens), Kind.MEASURE, 10, 10, unit="day", form=Form.WORDS, name="measure"),)


_ten_days_told = preceded(r"\bten days\b[^.;:!?]{0,140}$", 150)
_of_nothing = followed(r"[,.;:!?)]|$| (?:and|or|but|than|was|were|had|has|it|they|when|while|as|by|to)\b")
_THIRDS = {1: "early", 2: "mid", 3: "late"}


def third_of_month(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """In the second ten days of April … than in the first ten: the days are said once."""
    which = int(tokens["order"].numerals[0].low)
    start, end = span(tokens)
    # "in the second ten it froze": only where the days have been told, and nothing follows that ten could count.
    if which in _THIRDS and text.ask(_ten_days_told, start, end) and text.ask(_of_nothing, start, end):
        yield 0.0, (dated(start, end, DateParts(span=_THIRDS[which]), weak=True, form=Form.WORDS),)


_ERA_YEAR = "c:COMMA? of2:OF? the3:THE? year:ORD|INT yu:UNIT"
"""… of the second year of Chongzhen."""


ROWS: tuple[Row, ...] = (
    # The more a date is told by, the less it costs; with its month a day is cheaper than as an ordinal or a count.
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
    Row("date", "span:SPAN of:OF? the:THE? rel:REL month:MONTH", date, -0.15, "en"),
    Row("date", "rel:REL weekday:WEEKDAY", date, -0.05, "en"),
    Row("date", "(span:SPAN the:THE?)? month:MONTH c:COMMA? of:OF? rel:REL", date, -0.1, "en"),
    Row("date", "(weekday:WEEKDAY c0:COMMA?)? month:MONTH day:LE31 c:COMMA? of:OF? rel:REL", date, -0.2, "en"),
    Row("date", "day:LE31 of:OF? month:MONTH c:COMMA? of2:OF? rel:REL", date, -0.2, "en"),
    Row("date", "rel:REL span:SPAN", date, -0.05, "en"),
    Row("date", "(span:SPAN the:THE?)? month:MONTH c:COMMA? of:OF? year:YEAR4", date, -0.1, "en"),
    Row("date", "span:SPAN year:YEAR4 month:MONTH", date, -0.1, "en"),
    Row("date", "year:YEAR4 month:MONTH day:LE31?", date, 0.0, "en"),
    Row("date", "span:SPAN? month:MONTH", date, 0.0, "en"),
    # Dearer than with its month: of "the 8th and 9th of May" both are of May.
    Row("date", "(weekday:WEEKDAY c0:COMMA? the:THE?)? day:ORD", day_alone, 0.05, "en"),
    # Dear: "the tenth month" may be told by itself where "the first of the tenth lunar month" is one date.
    Row("date", "month:ORD mu:MONTHU", date, 0.1, "en"),
    Row(
        "date",
        f"day:ORD d:UNIT? of:OF the2:THE? month:ORD mu:LUNAR|MONTHU ({_ERA_YEAR} era:ERA)? (c:COMMA? of3:OF? rel:REL)?",
        lunar_day,
        -0.2,
        "en",
    ),
    Row(
        "date", f"day:ORD d:UNIT? of:OF the2:THE? month:ORD mu:LUNAR|MONTHU {_ERA_YEAR} {REIGN}", lunar_day, -0.2, "en"
    ),
    # "The sixth to the twentieth of the first lunar month": both are of it.
    Row(
        "days",
        "day:ORD to:TO|AND the:THE? day2:ORD of:OF the2:THE? month:ORD mu:LUNAR|MONTHU (c:COMMA? of2:OF? rel:REL)?",
        lunar_days,
        -0.3,
        "en",
    ),
    Row("date", f"month:ORD mu:LUNAR|MONTHU {_ERA_YEAR} era:ERA", lunar_day, -0.2, "en"),
    Row("date", f"month:ORD mu:LUNAR|MONTHU {_ERA_YEAR} {REIGN}", lunar_day, -0.2, "en"),
    Row("date", "month:ORD lunar:LUNAR", date, -0.1, "en"),
    Row("date", "month:ORD lunar:LUNAR c:COMMA? of:OF? rel:REL", date, -0.2, "en"),
    # "From 1931 to 1936" are years before they are a range of numbers.
    Row("years", "between:BETWEEN year:YEAR4 to:TO|AND the:THE? year2:YEAR4|YEAR2", years, -0.25, "en"),
    Row("years", "span:SPAN year:YEAR4 to:TO year2:YEAR4|YEAR2", years, -0.2, "en"),
    # "July 6 and 7", "May 8, 9 and 10", "the 8th and 9th of May": all of them are days of that month.
    Row("days", "month:MONTH day:LE31 to:TO|AND day2:LE31 (c:COMMA? year:YEAR4)?", days, -0.2, "en"),
    Row(
        "days", "month:MONTH day:LE31 to:COMMA day2:LE31", days, 0.5, "en"
    ),  # May 8, 12: the 12 rather counts what follows
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
    # "from the 21st to the 25th, " is two days before it is two ordinals.
    Row("days", "day:ORD to:TO|AND the2:THE? day2:ORD", ordinal_days, -0.05, "en"),
    Row("months", "rel:REL? month:MONTH to:TO|AND month2:MONTH (c:COMMA? of:OF? year:YEAR4)?", months, -0.1, "en"),
    # "June and July this year" are both of it: cheaper than June by itself, and July of this year.
    Row("months", "month:MONTH to:TO|AND month2:MONTH c:COMMA? of:OF? rel:REL", months, -0.45, "en"),
    Row("year", "(span:SPAN the:THE?)? year:YEAR4", year_alone, -0.02, "en"),
    Row("year", "pre:PRE year:YEAR4", year_compared, -0.1, "en"),
    Row("date", "era:ERA|REIGN year:INT", date, -0.1, "en"),
    Row("date", "year:INT bc:BC", date, -0.1, "en"),
    Row("date", "year:INT era:ERA", date, -0.1, "en"),
    Row("date", "year:ORD yu:UNIT era:ERA", date, -0.2, "en"),
    Row("date", f"year:ORD yu:UNIT {REIGN}", date, -0.2, "en"),
    Row("date", f"yu:UNIT year:INT {REIGN}", date, -0.2, "en"),
    Row("decade", "(span:SPAN the:THE?)? decade:DECADE", decade, 0.0, "en"),
    # "The 19th century" is a time, and no 19th of anything.
    Row("century", "(span:SPAN the:THE?)? num:ORD c:CENTURY bc:BC?", century, -0.1, "en"),
    Row("century", "(span:SPAN the:THE?)? num:ORD c:CENTURY era:ERA", century, -0.2, "en"),
    Row(
        "centuries",
        "span:SPAN? num:ORD to:TO|AND the:THE? span2:SPAN? num2:ORD c:CENTURY era:ERA",
        centuries,
        -0.3,
        "en",
    ),
    Row("centuries", "span:SPAN? num:ORD to:TO|AND the:THE? span2:SPAN? num2:ORD c:CENTURY", centuries, -0.2, "en"),
    Row("season", "span:SPAN the:THE|ART? period:UNIT", part_of_period, 0.0, "en"),
    Row("season", "span:SPAN", season_or_days, 0.3, "en"),  # a part of no period: spring, early, the last ten days
    # "The first ten" is no first with a ten behind it.
    Row("season", "order:ORD ten:TEN", third_of_month, -0.1, "en"),
    Row("date", "span:SPAN of:OF? rel:REL", date, -0.05, "en"),
    Row("relative", "rel:REL", relative, 0.0, "en"),
)
