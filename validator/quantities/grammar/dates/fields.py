"""What a date is made of: its year, month, day and part, each from the token that says it."""

from __future__ import annotations

from duizhao.validator.quantities.grammar.build import sub
from duizhao.validator.quantities.grammar.row import Text, Tokens
from duizhao.validator.quantities.lexicon.classes import BIT
from duizhao.validator.quantities.model import DateParts, Form, Kind, Number, Quantity
from duizhao.validator.quantities.tokens import Token


def dated(start: int, end: int, parts: DateParts, *, weak: bool = False, form: Form = Form.DIGITS) -> Quantity:
    """A date as a quantity; its value is its finest figure, of a year before our era below zero as "in 221" is not."""
    year, month, day, hour, _, weekday, calendar, *_ = parts
    if year is not None and calendar == "bc":
        year = -year
    value: Number = next((v for v in (day, month, year, hour, weekday) if v is not None), 0)
    return Quantity(start, end, Kind.DATE, value, value, form=form, date=parts, weak=weak, name="date")


def numbered_year(start: int, end: int, year: Token) -> Quantity:
    """A year of a reign as its number: the 14th."""
    count = whole_number(year, "INT") or 0
    return Quantity(start, end, Kind.ORDINAL, count, count, form=Form.WORDS, name="ordinal")


def whole_number(token: Token | None, bit: str) -> int | None:
    """The whole number of a numeral in the reading that fits a class."""
    if token is None:
        return None
    for one in token.numerals:
        # 五六 is 56 and five or six: the reading is asked for that can stand in this place of a date.
        if one.mask & BIT[bit] or (bit == "INT" and one.mask & BIT["ORD"]):
            return int(one.low)
    return None


def year_of(text: Text, tokens: Tokens) -> tuple[int, str] | None:
    """The year as it is counted, and its calendar: "roc", "era", "bc" or "" for our own; None where none is said."""
    token = tokens.get("year")
    if token is None:
        return None
    era = tokens.get("era") or tokens.get("bc")
    # 公元 has the base 0, and its years are those of our own calendar.
    if era is not None and (base := era.value("REIGN") or era.value("ERA")) and base != "0":
        value = whole_number(token, "INT")
        return (
            None
            if value is None or value > 200  # no era was longer
            else (
                int(base) + value,
                "era" if sub(era, "REIGN") else "roc",
            )
        )
    value = whole_number(token, "YEAR4")
    if value is None:
        value = whole_number(token, "YEAR2")
        # 五八年 is of this century or the last; 公元前五八年 and 民国五八年 are as they are written.
        if value is not None and "bc" not in tokens and "era" not in tokens:
            return full_year(value, text.year), ""
        value = whole_number(token, "INT") if "bc" in tokens or "era" in tokens else None
    if value is None:
        return None
    return value, "bc" if "bc" in tokens else ""


def full_year(value: int, issue: int | None) -> int:
    """A year of two figures: the one nearest to the issue, as 五八年 in 1958; without issue of the twentieth century."""
    if issue is None:
        return 1900 + value
    base = issue // 100 * 100
    # 九八年 in a paper of 1902 is 1898, though 1998 is of its century.
    return min((base - 100 + value, base + value), key=lambda year: abs(issue - year))


def month_of(tokens: Tokens) -> tuple[int | None, str]:
    """The month, None where none is said, and "lunar" where its name is one of that calendar: 正月, 腊月."""
    named = tokens.get("month")
    if named is None:
        return None, ""
    value = named.value("MONTH")
    if value:
        # The lexicon marks 正月 and 腊月 with an L.
        return int(value.rstrip("L")), "lunar" if value.endswith("L") else ""
    return whole_number(named, "LE12"), ""


def relative_of(tokens: Tokens) -> str:
    """What the date is counted from, "" where it is told without: last year, this month."""
    return tokens["rel"].value("REL") if "rel" in tokens else ""


def part_of(tokens: Tokens, *names: str) -> str:
    """The part of a year or month that the first of some tokens says: early, spring, the first half."""
    for name in names:
        token = tokens.get(name)
        if token is not None:
            return token.value("SPAN")
    return ""


YEAR = "lunar:LUNAR? era:ERA|REIGN? bc:BC? year:YEAR4|YEAR2|INT yu:YEARU"
"""The pattern of a year with its 年."""
MONTH = "month:LE12|MONTH mu:MONTHU"
"""The pattern of a month with its 月."""
REIGN = "of9:OF the9:THE? reigned:REIGNED? era:REIGN reigned2:REIGNED?"
"""That of an English reign: … of Wanli, of the Wanli reign, of the reign of Emperor Wanli."""
BY_NUMBER = 0.3
"""What it costs to take a year of a reign for its number alone."""
