"""Two dates and more of which one says what they are: 1947—49年, 三、四、五月, 二十五、六两日, 五六月, May 8 to 10."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from duizhao.validator.quantities.grammar.build import amounts, preceded, span, sub
from duizhao.validator.quantities.grammar.dates.days_apart import days_of_two_months, numbered_days
from duizhao.validator.quantities.grammar.dates.fields import (
    MONTH,
    dated,
    full_year,
    month_of,
    relative_of,
    whole_number,
    year_of,
)
from duizhao.validator.quantities.grammar.row import Reading, Row, Text, Tokens
from duizhao.validator.quantities.model import DateParts, Form, Kind, Quantity
from duizhao.validator.quantities.numeral import Numeral


def years(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """1947—49年, 1986-88, 一九五三至一九五七年: two years."""
    start, end = span(tokens)
    first = whole_number(tokens["year"], "YEAR4")
    second = whole_number(tokens["year2"], "YEAR4")
    if first is None:
        return
    if second is None:
        short = whole_number(tokens["year2"], "YEAR2")
        if short is None:
            # 一九五三至七年: of the second year only the last figure is said, and 年 has to be there.
            short = whole_number(tokens["year2"], "LE12") if text.language == "zh" and "yu" in tokens else None
            if short is None:
                return
            second = first // 10 * 10 + short
        else:
            second = first // 100 * 100 + short
    if second <= first or second - first > 400:
        return  # numbers, rather
    if "yu" not in tokens and not text.ask(year_before, start, end) and second - first > 60:
        return  # without 年 or a word before them years are of one life
    yield (
        0.0,
        (
            dated(start, tokens["year"].end, DateParts(first)),
            dated(tokens["year2"].start, end, DateParts(second)),
        ),
    )


_YEAR_BEFORE = r"(?:\b(?:in|of|since|by|from|until|till|during|year|before|after|between|through|early|mid|late|the|around|and|to|to the|winter|spring|summer|autumn|fall|for|ended|end|ending|fiscal|as of|season|back to|calendar|financial|than|class)|[(,–—/-])[ \u00a0-]?$"
year_before = preceded(_YEAR_BEFORE, 14)
"""What stands before a figure that is a year."""


def short_years(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """五三至五七年: two years of two figures each."""
    first, second = whole_number(tokens["year"], "YEAR2"), whole_number(tokens["year2"], "YEAR2")
    # 五七至五三年 runs backwards: a number and a year.
    if first is None or second is None or first >= second:
        return
    start, end = span(tokens)
    yield (
        0.0,
        (
            dated(start, tokens["year"].end, DateParts(full_year(first, text.year))),
            dated(tokens["year2"].start, end, DateParts(full_year(second, text.year))),
        ),
    )


def several(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """Three or four months or years of which the last says what they are: 三、四、五月, 一九五三、五四、五五年."""
    start, end = span(tokens)
    names = [name for name in ("num", "num2", "num3", "num4") if name in tokens]
    found: list[Quantity] = []
    before = 0
    for index, name in enumerate(names):
        if "mu" in tokens:
            month = whole_number(tokens[name], "LE12")
            if month is None or month <= before:
                return
            before = month
            parts = DateParts(month=month)
        else:
            year = whole_number(tokens[name], "YEAR4")
            if year is None:
                short = whole_number(tokens[name], "YEAR2")
                if short is None:
                    return
                # 一九五三、五四、五五年: the century of the first holds for all.
                year = before // 100 * 100 + short if before else full_year(short, text.year)
            if year <= before:
                return
            before = year
            parts = DateParts(year)
        a = start if not index else tokens[name].start
        found.append(dated(a, end if index == len(names) - 1 else tokens[name].end, parts))
    yield 0.0, tuple(found)


def days(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """Several days, months or years of which the last or first says what they are: 二十五、六两日, May 8 to 10."""
    named = [name for name in ("day", "day2", "day3", "day4") if name in tokens]
    values = [whole_number(tokens[name], "LE31") for name in named]
    if None in values:
        return
    whole = [v for v in values if v is not None]
    # 二十五、六日: the second has the tens of the first; with several only the last may be short.
    for index in range(1, len(whole)):
        if whole[index] < 10 < whole[index - 1] and whole[index - 1] % 10 < whole[index] and text.language == "zh":
            whole[index] += whole[index - 1] // 10 * 10
    month, calendar = month_of(tokens)
    year = year_of(text, tokens)
    found = []
    start, end = span(tokens)
    for index, (name, value) in enumerate(zip(named, whole, strict=True)):
        first = index == 0
        parts = DateParts(day=value)
        if first:  # the month is said once, in Chinese and in English
            relative = relative_of(tokens)
            parts = DateParts(year[0] if year else None, month, value, calendar=calendar, relative=relative)
        a = start if first else tokens[name].start
        b = end if index == len(named) - 1 else tokens[name].end
        found.append(dated(a, b, parts))
    yield 0.0, tuple(found)


def months(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """五六两月, 七、十月, January to March."""
    start, end = span(tokens)
    # The row takes a unit for 九、十两个月; 五到六两 and 四、五寸 have one too.
    if "mu2" in tokens and not sub(tokens["mu2"], "MONTHU") and not _counted_months(tokens):
        return
    year = year_of(text, tokens)
    relative = relative_of(tokens)
    first, second = tokens["month"], tokens["month2"]
    values = []
    for token in (first, second):
        value = token.value("MONTH")
        values.append(int(value.rstrip("L")) if value else whole_number(token, "LE12"))
    if None in values:
        return
    yield (
        0.0,
        (
            dated(start, first.end, DateParts(year[0] if year else None, values[0], relative=relative)),
            dated(
                second.start,
                end,
                # A year in figures is said once in Chinese, as it may change: 一九五三年十一月至三月.
                DateParts(None if text.language == "zh" or not year else year[0], values[1], relative=relative),
            ),
        ),
    )


def _counted_months(tokens: Tokens) -> bool:
    """九、十两个月: the two of them, not ten and two months."""
    return "two" in tokens and tokens["mu2"].value("UNIT") == "month" and next(amounts(tokens, "two")).low == 2


def counted_up(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """七、八、九三个月, 二、四、六三天: months or days, and the count of them, which English may leave out."""
    names = [name for name in ("num", "num2", "num3", "num4", "num5") if name in tokens]
    unit = "" if sub(tokens["unit"], "DAYU") else next(iter(tokens["unit"].values("UNIT")), "")
    last, many = _LAST_OF.get(unit), next(amounts(tokens, "two")).low
    values = [whole_number(tokens[name], "INT") or 0 for name in names]
    if last is None or many != len(names) or not all(a < b for a, b in pairwise([0, *values, last])):
        return
    start, end = span(tokens)
    starts = [start, *(tokens[name].start for name in names[1:])]
    total = tokens["two"].start
    count = Quantity(total, end, Kind.MEASURE, many, many, unit=unit, form=Form.WORDS, weak=True, name="measure")
    fields = [unit] if unit == "month" else ["weekday"] if "week" in tokens else ["weekday", "day"]
    for field in fields:
        if field == "weekday" and values[-1] > _SATURDAY:
            continue
        found = [
            dated(a, tokens[name].end, _part(field, value))
            for a, name, value in zip(starts, names, values, strict=True)
        ]
        yield 0.0, (*found, count)


def _part(field: str, value: int) -> DateParts:
    if field == "month":
        return DateParts(month=value)
    return DateParts(weekday=value) if field == "weekday" else DateParts(day=value)


_LAST_OF = {"month": 13, "day": 32}
"""What months and days are known by is below these."""
_SATURDAY = 6
"""The last day of the week that a figure says; the seventh is 日 or 天."""


def pair_of(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """A numeral that is a range, as two months or days, or two figures that are counted: 五六月, 八九两日, 二五两日."""
    start, end = span(tokens)
    token = tokens["num"]
    is_month = "du" not in tokens  # of 三月八九两日 the month has its sign as well
    for one in token.numerals:
        both = _two_of(text.of(token), one, 12 if is_month else 31, counted="two" in tokens)
        if both:
            parts = [DateParts(month=v) if is_month else DateParts(day=v) for v in both]
            middle = token.start + 1
            if "month" in tokens and not is_month:
                month, calendar = month_of(tokens)
                parts[0] = parts[0]._replace(month=month, calendar=calendar)
            # 去年一二月: said once, and of both; the second follows from the first.
            if "rel" in tokens:
                parts[0] = parts[0]._replace(relative=tokens["rel"].value("REL"))
            yield one.cost, (dated(start, middle, parts[0]), dated(middle, end, parts[1]))


def _two_of(written: str, one: Numeral, most: int, *, counted: bool) -> tuple[int, int] | None:
    """The two numbers that a numeral names: 五六 counts on, and of 二五两 the count says that there are two."""
    if one.low != one.high:
        # 三五月 and 十几日 are no two dates.
        return (int(one.low), int(one.high)) if one.high - one.low == 1 and one.high <= most else None
    if counted and len(written) == 2 and all(figure in _FIGURES for figure in written):
        first, second = (_FIGURES.index(figure) + 1 for figure in written)
        return (first, second) if first < second else None
    return None


_FIGURES = "一二三四五六七八九"


def listed_lunar_days(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """腊月二十七、八: days of a lunar month, which need no 日."""
    if month_of(tokens)[1] == "lunar":
        yield from days(text, tokens)


ROWS: tuple[Row, ...] = (
    # 1947—1949年 are two years before they are a range of numbers.
    Row("years", "year:YEAR4 yu0:YEARU? to:TO|AND year2:YEAR4|YEAR2|LE12 yu:YEARU", years, -0.15, "zh"),
    # As cheap as a range of numbers, which 2021-2022 is as well; amounts stand before dates in the order of rows.
    Row("years", "year:YEAR4 to:TO year2:YEAR4|YEAR2", years, -0.1),
    Row("years", "year:YEAR4 and:AND year2:YEAR4|YEAR2 two:NUM yu:YEARU", years, -0.2, "zh"),
    # 2015/16 is a season before it is a fraction.
    Row("years", "year:YEAR4 slash:BI year2:YEAR2 yu:YEARU?", years, -0.15, "zh"),
    # As years of four figures: 五三至五七年.
    Row("years", "year:YEAR2 yu0:YEARU? to:TO|AND year2:YEAR2 yu:YEARU", short_years, -0.1, "zh"),
    Row(
        "several",
        "num:YEAR4|YEAR2 and:AND num2:YEAR4|YEAR2 and2:AND num3:YEAR4|YEAR2 (and3:AND num4:YEAR4|YEAR2)? yu:YEARU",
        several,
        -0.15,
        "zh",
    ),
    # 五、六、七月 are three months, and no figure before two: cheaper than a list of names, which it may be as well.
    Row(
        "several", "num:LE12 and:AND num2:LE12 and2:AND num3:LE12 (and3:AND num4:LE12)? mu:MONTHU", several, -0.5, "zh"
    ),
    # 六、七两个月 are two months by their numbers, and how many these are.
    Row(
        "counted-up",
        "week:WEEK? num:INT and:AND num2:INT (and2:AND num3:INT)? (and3:AND num4:INT)? (and4:AND num5:INT)? two:NUM unit:UNIT",
        counted_up,
        -0.4,
        "zh",
    ),
    # Two days are cheaper than a range of counts, and than the second as a length of time: 七日至十日, 廿三到廿五.
    Row("days", f"{MONTH} day:LE31 (du:DAYU)? to:TO|AND day2:LE31 du2:DAYU post:POST?", days, -0.2, "zh"),
    Row("days", f"{MONTH} zero:ZERO? day:LE31 to:TO|AND zero2:ZERO? day2:LE31", numbered_days, -0.2, "zh"),
    Row("days", "month:MONTH zero:ZERO? day:LE31 to:TO|AND zero2:ZERO? day2:LE31", numbered_days, -0.2, "zh"),
    Row("days", "rel:REL? lunar:LUNAR? month:MONTH day:LE31 to:TO|AND day2:LE31", listed_lunar_days, -0.85, "zh"),
    Row("days", f"({MONTH})? day:LE31 du:DAYU and:AND day2:LE31 du2:DAYU two:NUM du3:DAYU", days, -0.25, "zh"),
    Row("days", "rel:REL? day:LE31 (du:DAYU)? to:TO day2:LE31 du2:DAYU post:POST?", days, -0.15, "zh"),
    Row("days", "rel:REL? day:LE31 and:AND day2:LE31 (and2:AND day3:LE31)? two:NUM? du2:DAYU", days, -0.1, "zh"),
    Row("days", f"{MONTH} day:LE31 and:AND day2:LE31 (and2:AND day3:LE31)? two:NUM? du2:DAYU", days, -0.18, "zh"),
    Row(
        "days",
        f"{MONTH} day:LE31 (and:AND day2:LE31)? and2:AND rel:REL day3:LE31 du:DAYU",
        days_of_two_months,
        -0.25,
        "zh",
    ),
    Row(
        "months",
        "rel:REL? (year:YEAR4|YEAR2 yu:YEARU)? month:LE12 (mu:MONTHU)? to:TO|AND month2:LE12 two:NUM? mu2:MONTHU|UNIT",
        months,
        -0.35,  # what stands before the first month is said of both
        "zh",
    ),
    # 一二月 is January and February before it is the twelfth month.
    Row("pair", "rel:REL? num:NUM two:NUM? mu:MONTHU", pair_of, -0.05, "zh"),
    Row("pair", f"({MONTH})? num:NUM two:NUM? du:DAYU", pair_of, -0.05, "zh"),
)
