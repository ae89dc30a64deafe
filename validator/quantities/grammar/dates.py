"""Dates: years, months, days, decades, centuries, weekdays, days named from the day of writing, seasons."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duizhao.validator.quantities.grammar.build import AD, amounts, followed, preceded, span, sub
from duizhao.validator.quantities.grammar.row import Reading, Row, Text, Tokens
from duizhao.validator.quantities.lexicon.classes import BIT
from duizhao.validator.quantities.model import Approx, DateParts, Form, Kind, Number, Quantity
from duizhao.validator.quantities.tokens import Token


def dated(start: int, end: int, parts: DateParts, *, weak: bool = False, form: Form = Form.DIGITS) -> Quantity:
    """A date as a quantity; its value is its finest figure."""
    year, month, day, hour, _, weekday, *_ = parts
    value: Number = next((v for v in (day, month, year, hour, weekday) if v is not None), 0)
    return Quantity(start, end, Kind.DATE, value, value, form=form, date=parts, weak=weak, name="date")


def _int(token: Token | None, bit: str) -> int | None:
    """The whole number of a numeral in the reading that fits a class."""
    if token is None:
        return None
    for one in token.numerals:
        if one.mask & BIT[bit] or (bit == "INT" and one.mask & BIT["ORD"]):
            return int(one.low)
    return None


_REPUBLIC = frozenset("民中")
"""民国, 中华民国."""


def _year(text: Text, tokens: Tokens) -> tuple[int, str] | None:
    token = tokens.get("year")
    if token is None:
        return None
    era = tokens.get("era") or tokens.get("bc")
    if era is not None and (base := era.value("ERA")) and base != "0":
        value = _int(token, "INT")
        return (
            None
            if value is None or value > 200
            else (
                int(base) + value,
                "roc" if era.word[0] in _REPUBLIC or "republic" in era.word or "minguo" in era.word else "era",
            )
        )
    value = _int(token, "YEAR4")
    if value is None:
        value = _int(token, "YEAR2")
        if value is not None and "bc" not in tokens and "era" not in tokens:
            return _century(value, text.year), ""
        value = _int(token, "INT") if "bc" in tokens or "era" in tokens else None
    if value is None:
        return None
    return (-value if "bc" in tokens else value), ""


def _century(value: int, issue: int | None) -> int:
    """A year of two figures: the one nearest to the issue, as 五八年 in 1958; without issue of the twentieth century."""
    if issue is None:
        return 1900 + value
    base = issue // 100 * 100
    return min((base - 100 + value, base + value), key=lambda year: abs(issue - year))


def _month(tokens: Tokens) -> tuple[int | None, str]:
    named = tokens.get("month")
    if named is None:
        return None, ""
    value = named.value("MONTH")
    if value:
        return int(value.rstrip("L")), "lunar" if value.endswith("L") else ""
    return _int(named, "LE12"), ""


def _span(tokens: Tokens, *names: str) -> str:
    for name in names:
        token = tokens.get(name)
        if token is not None:
            return token.value("SPAN")
    return ""


def date(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """A date of any completeness."""
    start, end = span(tokens)
    year = _year(text, tokens)
    if "year" in tokens and year is None:
        return
    month, calendar = _month(tokens)
    if "month" in tokens and month is None:
        return
    day = _int(tokens.get("day"), "LE31")
    if "day" in tokens and day is None:
        return
    if "span" in tokens and "rel" in tokens and sub(tokens["span"], "REL"):
        return
    weekday = tokens.get("weekday")
    relative = tokens["rel"].value("REL") if "rel" in tokens else ""
    if "lunar" in tokens or "zero" in tokens:
        calendar = "lunar"
    if year is not None and year[1] and not calendar:
        calendar = year[1]
    named = (
        tokens["ampm"].value("AMPM")
        if "ampm" in tokens
        else _span(tokens, "span", "span2") or _span(tokens, "mu", "yu")
    )
    parts = DateParts(
        year[0] if year else None,
        month,
        day,
        None,
        None,
        int(weekday.value("WEEKDAY")) if weekday else None,
        calendar,
        relative,
        named,
    )
    cost = 0.0
    if text.language == "en" and "day" in tokens and _counted(tokens["day"]):
        cost = _WORDED_DAY
    if year is not None and not year[1] and text.language == "zh" and "千" in text.of(tokens["year"]):
        # 两千年 is a year in a text of our time only.
        if text.year is not None and year[0] > text.year + 15:
            return
        cost += 0.02 if year[0] % 100 else 0.06
    yield cost, (dated(start, end, parts),)
    if year is not None and not year[1] and "era" not in tokens and "bc" not in tokens and text.language == "zh":
        republic = _republic(text, tokens["year"])
        if republic is not None:
            yield 0.08, (dated(start, end, parts._replace(year=republic, calendar="roc")),)


_WORDED_DAY = 0.6
"""English writes days as figures or ordinals: "in February five carts" has no day."""


def _counted(day: Token) -> bool:
    return day.numerals[0].form is Form.WORDS and not sub(day, "ORD")


def _republic(text: Text, token: Token) -> int | None:
    """三十七年 of a paper of 1948: a year of the Republic that is not called so."""
    value = _int(token, "INT")
    if text.year is None or not 1912 <= text.year < 1950 or value is None or value > 60:
        return None
    return 1911 + value if abs(1911 + value - text.year) <= 20 else None


def republic_year(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """三十七年五月 in a paper of 1948, beside the 37 years that it may be as well."""
    year = _republic(text, tokens["year"])
    if year is None or sub(tokens["year"], "YEAR2"):
        return
    start, end = span(tokens)
    month, _ = _month(tokens)
    day = _int(tokens.get("day"), "LE31")
    if ("month" in tokens and month is None) or ("day" in tokens and day is None):
        return
    near = abs(year - (text.year or 0)) <= 3
    yield (
        (0.0 if near and "month" in tokens else 0.1),
        (dated(start, end, DateParts(year, month, day, calendar="roc")),),
    )


def days(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """Several days, months or years of which the last or first says what they are: 二十五、六两日, May 8 to 10."""
    named = [name for name in ("day", "day2", "day3", "day4") if name in tokens]
    values = [_int(tokens[name], "LE31") for name in named]
    if None in values:
        return
    whole = [v for v in values if v is not None]
    # 二十五、六日: the second has the tens of the first; with several only the last may be short.
    for index in range(1, len(whole)):
        if whole[index] < 10 < whole[index - 1] and whole[index - 1] % 10 < whole[index] and text.language == "zh":
            whole[index] += whole[index - 1] // 10 * 10
    month, calendar = _month(tokens)
    year = _year(text, tokens)
    found = []
    start, end = span(tokens)
    for index, (name, value) in enumerate(zip(named, whole, strict=True)):
        first = index == 0
        parts = (
            DateParts(year[0] if year else None, month, value, calendar=calendar)
            if first or (text.language == "en" and "before" not in tokens)
            else DateParts(day=value)
        )
        if not first:
            parts = DateParts(day=value)
        a = start if first else tokens[name].start
        b = end if index == len(named) - 1 else tokens[name].end
        found.append(dated(a, b, parts))
    yield 0.0, tuple(found)


def months(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """五六两月, 七、十月, January to March."""
    start, end = span(tokens)
    if "mu2" in tokens and not sub(tokens["mu2"], "MONTHU") and not _counted_months(tokens):
        return
    year = _year(text, tokens)
    relative = tokens["rel"].value("REL") if "rel" in tokens else ""
    first, second = tokens["month"], tokens["month2"]
    values = []
    for token in (first, second):
        value = token.value("MONTH")
        values.append(int(value.rstrip("L")) if value else _int(token, "LE12"))
    if None in values:
        return
    yield (
        0.0,
        (
            dated(start, first.end, DateParts(year[0] if year else None, values[0], relative=relative)),
            dated(
                second.start, end, DateParts(None if text.language == "zh" else (year[0] if year else None), values[1])
            ),
        ),
    )


def _counted_months(tokens: Tokens) -> bool:
    """九、十两个月: the two of them, not ten and two months."""
    return "two" in tokens and tokens["mu2"].value("UNIT") == "month" and next(amounts(tokens, "two")).low == 2


def pair_of(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """A numeral that is a range, as two months or days: 五六月, 八九两日."""
    start, end = span(tokens)
    token = tokens["num"]
    is_month = "mu" in tokens
    for one in token.numerals:
        if one.low != one.high and one.high - one.low == 1 and one.high <= (12 if is_month else 31):
            parts = [DateParts(month=int(v)) if is_month else DateParts(day=int(v)) for v in (one.low, one.high)]
            middle = token.start + 1
            if "month" in tokens and not is_month:
                month, calendar = _month(tokens)
                parts[0] = parts[0]._replace(month=month, calendar=calendar)
            if "rel" in tokens:
                parts[0] = parts[0]._replace(relative=tokens["rel"].value("REL"))
            yield one.cost, (dated(start, middle, parts[0]), dated(middle, end, parts[1]))


def several(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """Three or four months or years of which the last says what they are: 三、四、五月, 一九五三、五四、五五年."""
    start, end = span(tokens)
    names = [name for name in ("num", "num2", "num3", "num4") if name in tokens]
    found: list[Quantity] = []
    before = 0
    for index, name in enumerate(names):
        if "mu" in tokens:
            month = _int(tokens[name], "LE12")
            if month is None or month <= before:
                return
            before = month
            parts = DateParts(month=month)
        else:
            year = _int(tokens[name], "YEAR4")
            if year is None:
                short = _int(tokens[name], "YEAR2")
                if short is None:
                    return
                year = before // 100 * 100 + short if before else _century(short, text.year)
            if year <= before:
                return
            before = year
            parts = DateParts(year)
        a = start if not index else tokens[name].start
        found.append(dated(a, end if index == len(names) - 1 else tokens[name].end, parts))
    yield 0.0, tuple(found)


def years(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """1947—49年, 1986-88, 一九五三至一九五七年: two years."""
    start, end = span(tokens)
    first = _int(tokens["year"], "YEAR4")
    second = _int(tokens["year2"], "YEAR4")
    if first is None:
        return
    if second is None:
        short = _int(tokens["year2"], "YEAR2")
        if short is None:
            short = _int(tokens["year2"], "LE12") if text.language == "zh" and "yu" in tokens else None
            if short is None:
                return
            second = first // 10 * 10 + short
        else:
            second = first // 100 * 100 + short
    if second <= first or second - first > 400:
        return
    if "yu" not in tokens and not text.ask(_year_before, start, end) and second - first > 60:
        return
    yield (
        0.0,
        (
            dated(start, tokens["year"].end, DateParts(first)),
            dated(tokens["year2"].start, end, DateParts(second)),
        ),
    )


_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|of|since|by|from|until|till|during|year|before|after|between|through|early|mid|late|the|around|and|to|to the|winter|spring|summer|autumn|fall|for|ended|end|ending|fiscal|as of|season|back to|calendar|financial|than|class)|[(,–—/-])[ \u00a0-]?$"
)
_STRONG = re.compile(r"\b(?:in|since|during|year|until|till|early|mid|late|winter|spring|summer|autumn)[ \u00a0-]?$")
_NOUN_AFTER = re.compile(
    r" (?:people|men|women|tons?|yuan|meters|workers|households|mu|jin|cases|soldiers|students|members|cars|rifles|prisoners|enemy|villages|families|items|kilograms|cattle|cows|troops)\b"
)

_year_before, _strong, _noun_after = preceded(_YEAR_BEFORE, 14), preceded(_STRONG, 14), followed(_NOUN_AFTER)
_whose = preceded(re.compile(r"(?:his|her|their)\s*$"), 6)


def year_alone(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """1958 by itself: a year by the words before it, else rather a number."""
    start, end = span(tokens)
    year = _int(tokens["year"], "YEAR4")
    if year is None:
        return
    cost = (
        -0.1
        if text.ask(_strong, start, end)
        else 0.0
        if text.ask(_year_before, start, end) or "span" in tokens
        else 0.2
    )
    if text.ask(_noun_after, start, end):
        cost += 0.45
    yield cost, (dated(start, end, DateParts(year, span=_span(tokens, "span"))),)


def event(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """解放后: after 1949, as English may tell it."""
    value, _, code = tokens["implied"].value("IMPLIED").partition(" ")
    if code == AD:
        yield 0.0, (dated(*span(tokens), DateParts(year=int(value)), weak=True, form=Form.IMPLIED),)


def _past(value: int, issue: int | None) -> int:
    """A decade of two figures: the latest that has begun; without issue of the twentieth century."""
    if issue is None:
        return 1900 + value
    base = issue // 100 * 100
    return base + value if base + value <= issue else base - 100 + value


def decade(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """五十年代, the 1950s, '60s, the fifties (an age as well)."""
    start, end = span(tokens)
    named = _span(tokens, "span", "span2")
    if "num" in tokens:
        value = _int(tokens["num"], "INT")
        if value is None:
            return
        base = _int(tokens["century"], "INT") if "century" in tokens else None
        year = value if value >= 1000 else (base - 1) * 100 + value if base else _past(value, text.year)
        tail = tokens["decade"].word
        named = named or {"初": "early", "末": "late", "中": "mid"}.get(tail[2:3], "")
        yield 0.0, (dated(start, end, DateParts(year, span="decade")),)
        return
    word = tokens["decade"].word
    value = int(word)
    year = value if value >= 1000 else _past(value, text.year)
    apart = value < 100 and text.ask(_whose, start, end)
    yield (0.4 if apart else 0.0), (dated(start, end, DateParts(year, span="decade")),)
    if 20 <= value < 100:
        age = Quantity(start, end, Kind.CARDINAL, value, value + 9, Approx.SEVERAL, form=Form.WORDS, name="ages")
        yield (0.0 if apart else 0.3), (age,)


def decades(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """五六十年代, 七十、八十年代: two decades."""
    start, end = span(tokens)
    base = _int(tokens["century"], "INT") if "century" in tokens else None
    first = [one for one in amounts(tokens) if one.low.denominator == 1]
    if "num2" in tokens:
        other = _int(tokens["num2"], "INT")
        values = [int(one.low) for one in first if one.low == one.high] + ([other] if other is not None else [])
        middle = tokens["num"].end
    else:
        values = [v for one in first if one.high - one.low == 10 for v in (int(one.low), int(one.high))]
        middle = tokens["num"].start + 1
    if len(values) != 2 or any(not 10 <= value < 100 and value < 1000 for value in values):
        return
    parts = [
        DateParts(v if v >= 1000 else (base - 1) * 100 + v if base else _past(v, text.year), span="decade")
        for v in values
    ]
    yield 0.0, (dated(start, middle, parts[0]), dated(middle, end, parts[1]))


def century(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """十九世纪, the 19th century: as the number that is written."""
    start, end = span(tokens)
    value = _int(tokens["num"], "INT")
    if value is None or value > 40 or ("bc" in tokens and value > 100):
        return
    if text.language == "en" and not sub(tokens["num"], "ORD"):
        return
    yield 0.0, (dated(start, end, DateParts(-value if "bc" in tokens else value, span="century")),)


def centuries(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """18-19世纪, 十七、十八世纪."""
    start, end = span(tokens)
    first, second = _int(tokens["num"], "INT"), _int(tokens["num2"], "INT")
    if first is None or second is None or not 0 < first < second <= 40:
        return
    sign = -1 if "bc" in tokens else 1
    yield (
        0.0,
        (
            dated(start, tokens["num"].end, DateParts(sign * first, span="century")),
            dated(tokens["num2"].start, end, DateParts(sign * second, span="century")),
        ),
    )


def short_years(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """五三至五七年: two years of two figures each."""
    first, second = _int(tokens["year"], "YEAR2"), _int(tokens["year2"], "YEAR2")
    if first is None or second is None or first >= second:
        return
    start, end = span(tokens)
    yield (
        0.0,
        (
            dated(start, tokens["year"].end, DateParts(_century(first, text.year))),
            dated(tokens["year2"].start, end, DateParts(_century(second, text.year))),
        ),
    )


def relative(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """去年, yesterday."""
    start, end = span(tokens)
    if "span" in tokens and sub(tokens["span"], "REL"):
        return  # 今冬明春 are two
    parts = DateParts(relative=tokens["rel"].value("REL"), span=_span(tokens, "span") or tokens["rel"].value("SPAN"))
    yield 0.0, (dated(start, end, parts, weak=True, form=Form.IMPLIED),)


def weekday(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """星期三, Wednesday."""
    start, end = span(tokens)
    if "weekday" in tokens:
        value = int(tokens["weekday"].value("WEEKDAY"))
    else:
        number = _int(tokens["num"], "DIGIT") if "num" in tokens else 7
        if number is None or number > 7:
            return
        value = number
    relative = tokens["rel"].value("REL") if "rel" in tokens else ""
    if "week" not in tokens and "weekday" not in tokens and not relative.endswith("week"):
        return
    yield 0.0, (dated(start, end, DateParts(weekday=value, relative=relative), form=Form.WORDS),)


def weekdays(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """星期一、三、五: days of the week."""
    start, end = span(tokens)
    names = [name for name in ("num", "num2", "num3") if name in tokens]
    found = []
    for index, name in enumerate(names):
        value = _int(tokens[name], "DIGIT")
        if value is None or value > 6:
            return
        a = start if not index else tokens[name].start
        found.append(
            dated(a, end if index == len(names) - 1 else tokens[name].end, DateParts(weekday=value), form=Form.WORDS)
        )
    yield 0.0, tuple(found)


def season(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """Part of a year or month by itself: 上旬, 上半年."""
    start, end = span(tokens)
    if end - start < 2:
        return
    yield 0.0, (dated(start, end, DateParts(span=_span(tokens, "span")), weak=True, form=Form.IMPLIED),)


def iso(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """1958-10-01."""
    word = tokens["clock"].word
    for index, way in enumerate(word.split("|") if "-" in word else ()):  # 8/12/1956: of August or of December
        year, month, *day = map(int, way.split("-"))
        start, end = span(tokens)
        yield 0.1 * index, (dated(start, end, DateParts(year, month, day[0] if day else None)),)
        if not day and (year + 1) % 100 == month:  # 2008/09, a season
            yield 0.05, (dated(start, start + 4, DateParts(year)), dated(start + 5, end, DateParts(year + 1)))


_Y = "lunar:LUNAR? era:ERA? bc:BC? year:YEAR4|YEAR2|INT yu:YEARU"
_M = "month:LE12|MONTH mu:MONTHU"
ROWS = (
    # Chinese
    Row("date", f"{_Y} span:SPAN?", date, 0.0, "zh"),
    Row("date", f"{_Y} rel:REL? lunar2:LUNAR? {_M} span:SPAN?", date, -0.1, "zh"),
    Row("date", f"{_Y} lunar2:LUNAR? {_M} zero:ZERO? day:LE31 du:DAYU", date, -0.15, "zh"),
    Row("date", f"{_Y} lunar2:LUNAR? month:MONTH zero:ZERO? day:LE31 du:DAYU?", date, -0.15, "zh"),
    Row("date", f"rel:REL? lunar:LUNAR? {_M} span:SPAN?", date, -0.02, "zh"),
    Row("date", f"rel:REL? lunar:LUNAR? {_M} zero:ZERO? day:LE31 du:DAYU", date, -0.15, "zh"),
    Row("date", f"rel:REL? lunar:LUNAR? {_M} day:LE31", date, 0.75, "zh"),
    Row("date", f"rel:REL? lunar:LUNAR? {_M} day:LE31 ampm:AMPM", date, 0.0, "zh"),
    Row("date", "rel:REL? day:LE31 ampm:AMPM", date, -0.03, "zh"),
    Row("date", f"lunar:LUNAR {_M} day:LE31", date, -0.1, "zh"),
    Row("date", f"{_Y} {_M} day:LE31", date, 0.3, "zh"),
    Row("republic", "year:INT yu:YEARU", republic_year, 0.0, "zh"),
    Row("republic", f"year:INT yu:YEARU {_M}", republic_year, -0.1, "zh"),
    Row("republic", f"year:INT yu:YEARU {_M} day:LE31 du:DAYU", republic_year, -0.15, "zh"),
    Row("date", f"rel:REL? lunar:LUNAR? {_M} zero:ZERO day:LE31", date, -0.1, "zh"),
    Row("date", "rel:REL? lunar:LUNAR? month:MONTH zero:ZERO? day:LE31? du:DAYU?", date, 0.0, "zh"),
    Row("date", "lunar:LUNAR? zero:ZERO day:LE12", date, 0.05, "zh"),
    Row("date", "rel:REL? day:LE31 du:DAYU", date, -0.05, "zh"),
    Row("date", "rel:REL weekday:WEEKDAY", date, 0.0, "zh"),
    Row("date", "year:YEAR4 span:SPAN?", date, 0.3, "zh"),
    Row("years", "year:YEAR4 yu0:YEARU? to:TO|AND year2:YEAR4|YEAR2|LE12 yu:YEARU", years, -0.15, "zh"),
    Row("years", "year:YEAR4 to:TO year2:YEAR4|YEAR2", years, -0.1),
    Row("years", "year:YEAR4 and:AND year2:YEAR4|YEAR2 two:NUM yu:YEARU", years, -0.2, "zh"),
    Row("years", "year:YEAR4 slash:BI year2:YEAR2 yu:YEARU?", years, -0.15, "zh"),
    Row("years", "year:YEAR2 yu0:YEARU? to:TO|AND year2:YEAR2 yu:YEARU", short_years, -0.1, "zh"),
    Row(
        "several",
        "num:YEAR4|YEAR2 and:AND num2:YEAR4|YEAR2 and2:AND num3:YEAR4|YEAR2 (and3:AND num4:YEAR4|YEAR2)? yu:YEARU",
        several,
        -0.15,
        "zh",
    ),
    Row(
        "several", "num:LE12 and:AND num2:LE12 and2:AND num3:LE12 (and3:AND num4:LE12)? mu:MONTHU", several, -0.15, "zh"
    ),
    Row("days", f"{_M} day:LE31 (du:DAYU)? to:TO|AND day2:LE31 du2:DAYU", days, -0.2, "zh"),
    Row("days", f"({_M})? day:LE31 du:DAYU and:AND day2:LE31 du2:DAYU two:NUM du3:DAYU", days, -0.25, "zh"),
    Row("days", "day:LE31 (du:DAYU)? to:TO day2:LE31 du2:DAYU", days, -0.15, "zh"),
    Row("days", "day:LE31 and:AND day2:LE31 (and2:AND day3:LE31)? two:NUM? du2:DAYU", days, -0.1, "zh"),
    Row("days", f"{_M} day:LE31 and:AND day2:LE31 (and2:AND day3:LE31)? two:NUM? du2:DAYU", days, -0.18, "zh"),
    Row(
        "months",
        "rel:REL? (year:YEAR4|YEAR2 yu:YEARU)? month:LE12 (mu:MONTHU)? to:TO|AND month2:LE12 two:NUM? mu2:MONTHU|UNIT",
        months,
        -0.12,
        "zh",
    ),
    Row("pair", "rel:REL? num:NUM two:NUM? mu:MONTHU", pair_of, -0.05, "zh"),
    Row("pair", f"({_M})? num:NUM two:NUM? du:DAYU", pair_of, -0.05, "zh"),
    Row("decade", "(century:INT c:CENTURY)? num:INT decade:DECADE span:SPAN?", decade, -0.05, "zh"),
    Row("decades", "(century:INT c:CENTURY)? num:NUM decade:DECADE span:SPAN?", decades, -0.04, "zh"),
    Row(
        "decades", "(century:INT c:CENTURY)? num:INT and:AND|TO num2:INT decade:DECADE span:SPAN?", decades, -0.15, "zh"
    ),
    Row("century", "bc:BC? num:INT c:CENTURY span:SPAN?", century, 0.0, "zh"),
    Row("centuries", "bc:BC? num:INT to:TO|AND num2:INT c:CENTURY span:SPAN?", centuries, -0.15, "zh"),
    Row("weekday", "rel:REL? week:WEEK num:DIGIT", weekday, 0.0, "zh", follows=True),
    Row("weekdays", "week:WEEK num:DIGIT and:AND num2:DIGIT (and2:AND num3:DIGIT)?", weekdays, -0.1, "zh"),
    Row("weekday", "rel:REL num:DIGIT", weekday, 0.0, "zh", follows=True),
    Row("weekday", "rel:REL day:DAYU", weekday, 0.0, "zh", follows=True),
    Row("season", "span:SPAN", season, 0.05, "zh", follows=True),
    Row("weekday", "weekday:WEEKDAY", weekday, 0.0, "zh en", follows=True),
    Row("relative", "rel:REL span:SPAN?", relative, 0.0, "zh"),
    Row("event", "implied:IMPLIED", event, 0.05, "zh"),
    Row("iso", "clock:CLOCK", iso, 0.0),
)
