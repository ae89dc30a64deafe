"""A single date of any completeness: 一九五八年五月八日, 五月, 八日, 三十七年 of the Republic, October 1."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.quantities.grammar.build import followed, preceded, span, sub
from duizhao.validator.quantities.grammar.dates.fields import (
    BY_NUMBER,
    MONTH,
    YEAR,
    dated,
    month_of,
    numbered_year,
    part_of,
    relative_of,
    whole_number,
    year_of,
)
from duizhao.validator.quantities.grammar.row import Reading, Row, Text, Tokens
from duizhao.validator.quantities.model import DateParts, Form
from duizhao.validator.quantities.tokens import Token


def date(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """A date of any completeness."""
    start, end = span(tokens)
    year = year_of(text, tokens)
    if "year" in tokens and year is None:
        return
    month, calendar = month_of(tokens)
    if "month" in tokens and month is None:
        return
    day = whole_number(tokens.get("day"), "LE31")
    if "day" in tokens and (day is None or text.of(tokens["day"]) in _TWO):
        return
    # 今冬明春 are two words for time, and two dates.
    if "span" in tokens and "rel" in tokens and sub(tokens["span"], "REL"):
        return
    weekday = tokens.get("weekday")
    relative = relative_of(tokens)
    if day is not None and relative.endswith("week"):
        return  # 上星期六晚间 is a Saturday, no 6th
    if len(tokens) == 2 and year is None and text.language == "zh" and text.ask(_lasting, start, end):
        return  # 为期一月 is a month long
    if day is not None and day <= _FEW_DAYS and len(tokens) == 2 and text.ask(_before_or_after, start, end):
        return  # 开幕前一日 is the day before, 会后三日 three days later
    cost = 0.0
    undated = text.language == "zh" and day is not None and "du" not in tokens  # without 日
    numbered = undated and "zero" not in tokens and text.of(tokens["day"])[:1] in _TWENTY
    if numbered and text.ask(_counted_behind, start, end):
        return
    if "lunar" in tokens or "zero" in tokens:
        calendar = "lunar"
        cost = _LUNAR_DAY if undated and "lunar" in tokens else 0.0
    elif undated and month and year is None and text.ask(_lunar_year, start, end):
        calendar, cost = "lunar", _LUNAR_DAY
    elif numbered and "ampm" not in tokens:
        cost = _LUNAR_DAY
    elif undated and year is None and (month, day) in _FESTIVALS:
        calendar = "lunar"
    # 民国 and the reigns count years otherwise; a lunar month in one is lunar first.
    if year is not None and year[1] and not calendar:
        calendar = year[1]
    named = (
        tokens["ampm"].value("AMPM")
        if "ampm" in tokens
        else part_of(tokens, "span", "span2") or part_of(tokens, "mu", "yu")
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
    if text.language == "en" and day is not None and _counted(tokens["day"]):
        cost = _WORDED_DAY
    if text.language == "en" and month and year is None and not relative:
        behind = _year_word_behind if day is None else _year_behind
        cost += _WITHOUT_ITS_YEAR if text.ask(behind, start, end) else 0.0
    if year is not None and not year[1] and text.language == "zh" and "千" in text.of(tokens["year"]):
        # 两千年 is a year in a text of our time only, or of one that plans so far ahead: elsewhere it is a number.
        if text.year is not None and year[0] > text.year + 15:
            return
        cost += 0.02 if year[0] % 100 else 0.06  # 一千九百余名 is hardly ever a year
    yield cost, (dated(start, end, parts),)
    if numbered and month and not calendar:
        yield cost + _OF_EITHER, (dated(start, end, parts._replace(calendar="lunar")),)
    if text.language == "zh" and "era" in tokens and sub(tokens["era"], "REIGN") and "month" not in tokens:
        # The 14th year of a reign, whatever the English calls it.
        yield cost + BY_NUMBER, (numbered_year(start, end, tokens["year"]),)
    if year is not None and not year[1] and "era" not in tokens and "bc" not in tokens and text.language == "zh":
        republic = _republic(text, tokens["year"])
        if republic is not None:
            yield 0.08, (dated(start, end, parts._replace(year=republic, calendar="roc")),)


def day_of_month_named(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """上月廿八: a day without 日 behind a month named from the day of writing."""
    if tokens["rel"].value("REL").endswith("month") and text.of(tokens["day"])[:1] in _TWENTY:
        yield from date(text, tokens)


_YEAR_WORD = r",? (?:of )?(?:last|this|next) year\b"
_year_word_behind = followed(_YEAR_WORD)
_year_behind = followed(rf"{_YEAR_WORD}|,? (?:1[789]|20)\d\d\b(?![,.]\d)")
_WITHOUT_ITS_YEAR = 0.6
"""December 20, 1958 and "August of last year" are one date, however well the day alone would go with another."""
_lunar_year = preceded("(?:正月|[腊臘]月|冬月|[旧舊农農阴陰古]历|[旧舊農阴陰]曆|端午|端[阳陽]).{0,20}$", 24)
"""What stands before a day without 日 that goes by the same calendar: 从正月到八月十五."""
_FESTIVALS = frozenset(((8, 15), (1, 15)))
"""Days that are told without 日 whatever stands before: 八月十五夜里."""
_LUNAR_DAY = -0.7
"""A day of that calendar needs no 日, without which other days are hardly ever told."""
_TWO = frozenset("两兩")
"""What counts and is no day: 两夜一天."""
_TWENTY = frozenset("廿卅")
"""What a day begins with that is hardly ever a count: 八月廿三, 上月卅."""
_counted_behind = followed(
    "[个個名人户戶家只隻头頭辆輛架艘吨噸公斤亩畝担擔石斗元角件条條张張次项項种種座所间間台支本篇里尺丈天年岁歲倍成余餘多万萬千百]"
)
"""What shows that it is one all the same: 八月廿三名."""
_OF_EITHER = 0.02
"""What it costs more to take such a day for one of the lunar calendar, where nothing says which it is of."""
_lasting = preceded("(?:[为為爲]期|[历歷曆][时時]|[费費需][时時]|[连連][续續]|[长長][达達]|整整|一[连連])$", 4)
"""What stands before a length of time and no date."""
_before_or_after = preceded("(?:(?:^|[^此之以日])前|[后後次翌隔])$", 2)
"""What stands before a day or a few that are counted from another; 此前三日 may be the 3rd."""
_FEW_DAYS = 3
"""From the fourth on a day behind 前 is rather a day of the month (前，二十日…)."""
_WORDED_DAY = 0.6
"""English writes days as figures or ordinals: "in February five carts" has no day."""


def _counted(day: Token) -> bool:
    return day.numerals[0].form is Form.WORDS and not sub(day, "ORD")


def _republic(text: Text, token: Token) -> int | None:
    """三十七年 of a paper of 1948: a year of the Republic that is not called so."""
    value = whole_number(token, "INT")
    if text.year is None or not 1912 <= text.year < 1950 or value is None or value > 60:
        return None
    return 1911 + value if abs(1911 + value - text.year) <= 20 else None  # 三年 of a paper of 1948 are three years


def republic_year(text: Text, tokens: Tokens) -> Iterator[Reading]:
    """三十七年五月 in a paper of 1948, beside the 37 years that it may be as well."""
    year = _republic(text, tokens["year"])
    # 三七年 is a year of ours first: `date` reads it, and offers this one beside it.
    if year is None or sub(tokens["year"], "YEAR2"):
        return
    start, end = span(tokens)
    month, _ = month_of(tokens)
    day = whole_number(tokens.get("day"), "LE31")
    if ("month" in tokens and month is None) or ("day" in tokens and day is None):
        return
    near = abs(year - (text.year or 0)) <= 3  # of these years most articles tell
    yield (
        (0.0 if near and "month" in tokens else 0.1),
        (dated(start, end, DateParts(year, month, day, calendar="roc")),),
    )


ROWS: tuple[Row, ...] = (
    Row("date", f"{YEAR} span:SPAN?", date, 0.0, "zh"),
    # The more a date is told by, the less it costs, or 一九五八年五月八日 would fall into a date and a number.
    Row("date", f"{YEAR} rel:REL? lunar2:LUNAR? {MONTH} span:SPAN?", date, -0.1, "zh"),
    Row("date", f"{YEAR} lunar2:LUNAR? month:MONTH", date, -0.1, "zh"),
    Row("date", f"{YEAR} lunar2:LUNAR? {MONTH} zero:ZERO? day:LE31 du:DAYU", date, -0.15, "zh"),
    Row("date", f"{YEAR} lunar2:LUNAR? month:MONTH zero:ZERO? day:LE31 du:DAYU?", date, -0.15, "zh"),
    Row("date", f"rel:REL? lunar:LUNAR? {MONTH} span:SPAN?", date, -0.02, "zh"),
    Row("date", f"rel:REL? lunar:LUNAR? {MONTH} zero:ZERO? day:LE31 du:DAYU", date, -0.15, "zh"),
    # Dearer than a month with a count behind it (`_BEHIND_DATE`): 五月八 may be May, and eight of something.
    Row("date", f"rel:REL? lunar:LUNAR? {MONTH} day:LE31", date, 0.75, "zh"),
    Row("date", f"rel:REL? lunar:LUNAR? {MONTH} day:LE31 ampm:AMPM", date, 0.0, "zh"),
    Row("date", "rel:REL? day:LE31 ampm:AMPM", date, -0.03, "zh"),
    # 农历三月三 needs no 日, 一九五八年五月八 does.
    Row("date", f"lunar:LUNAR {MONTH} day:LE31", date, -0.1, "zh"),
    Row("date", f"{YEAR} {MONTH} day:LE31", date, 0.3, "zh"),
    # With 初 a day needs no 日: 五月初三.
    Row("date", f"{YEAR} {MONTH} zero:ZERO day:LE31", date, -0.15, "zh"),
    # As dear as behind a month with its number: 本月廿六 is let off by `_LUNAR_DAY`, 本月八人 is not.
    Row("date", "rel:REL day:LE31", day_of_month_named, 0.75, "zh"),
    Row("republic", "year:INT yu:YEARU", republic_year, 0.0, "zh"),
    Row("republic", f"year:INT yu:YEARU {MONTH}", republic_year, -0.1, "zh"),
    Row("republic", f"year:INT yu:YEARU {MONTH} day:LE31 du:DAYU", republic_year, -0.15, "zh"),
    Row("date", f"rel:REL? lunar:LUNAR? {MONTH} zero:ZERO day:LE31", date, -0.1, "zh"),
    Row("date", "rel:REL? lunar:LUNAR? month:MONTH zero:ZERO? day:LE31? du:DAYU?", date, 0.0, "zh"),
    Row("date", "lunar:LUNAR? zero:ZERO day:LE12", date, 0.05, "zh"),
    Row("date", "rel:REL? day:LE31 du:DAYU", date, -0.05, "zh"),
    Row("date", "rel:REL weekday:WEEKDAY", date, 0.0, "zh"),
    # A year without 年 is rather a number.
    Row("date", "year:YEAR4 span:SPAN?", date, 0.3, "zh"),
)
