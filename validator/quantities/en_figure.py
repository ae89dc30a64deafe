"""Expressions that begin with a digit: dates, ordinals, list markers and codes are told from plain numbers here."""

from __future__ import annotations

import re

from duizhao.validator.quantities import en_dates as dates
from duizhao.validator.quantities.en_amount import amount, counter_at
from duizhao.validator.quantities.en_measure import MONEY_SIGNS, unit_at
from duizhao.validator.quantities.en_numeral import Shape, figure, numeral
from duizhao.validator.quantities.en_page import Page
from duizhao.validator.quantities.model import DateParts, Form, Kind, Quantity

_RUN = re.compile(r"[0-9][0-9A-Za-z-]*")
_DOTTED = re.compile(r"[0-9]+(?:\.[0-9]+){2,}|[0-9]{3,4}-[0-9]{7,8}(?![0-9])|[0-9]{3}-[0-9]{4}-[0-9]{4}(?![0-9])")
_ORDINAL = re.compile(r"([0-9]{1,6})(?:st|nd|rd|th)(?![a-z])")
_DECADE = re.compile(r"((?:1[6-9]|20)?[0-9]0)'?s(?![a-z])")
_CENTURY = re.compile(r"[ -](?:centur(?:y|ies))(?![a-z])|-(?=[0-9]{1,2}(?:st|nd|rd|th) centur)")
_MARKER = re.compile(r"[0-9]{1,2}[.):](?= |\n|\t)")
_PREFIXES = frozenset(
    [
        "no",
        "nos",
        "number",
        "chapter",
        "part",
        "volume",
        "vol",
        "section",
        "article",
        "item",
        "grade",
        "page",
        "level",
        "phase",
        "stage",
        "edition",
        "division",
        "district",
        "team",
        "brigade",
        "regiment",
        "company",
        "platoon",
        "class",
        "room",
        "building",
        "line",
        "route",
        "highway",
        "group",
        "unit",
        "figure",
        "fig",
        "table",
        "type",
        "route",
        "model",
        "act",
        "appendix",
        "platform",
        "floor",
        "lane",
        "ward",
        "zone",
    ]
)
_BEFORE_YEAR = frozenset(
    [
        "in",
        "of",
        "since",
        "by",
        "from",
        "until",
        "till",
        "during",
        "year",
        "before",
        "after",
        "to",
        "and",
        "between",
        "through",
        "early",
        "mid",
        "late",
        "spring",
        "summer",
        "autumn",
        "winter",
        "around",
        "for",
        "the",
    ]
) | set(dates.MONTHS)
_STRONG = frozenset(["in", "since", "during", "year", "until", "till", "by", "early", "mid", "late"]) | set(
    dates.MONTHS
)
_COUNTED = frozenset(
    ["people", "persons", "men", "women", "more", "households", "children", "workers", "percent", "mu", "jin", "items"]
)
_SECOND_YEAR = re.compile(r"([-/])([0-9]{2})(?![0-9a-z,.%])")
_NAMES_DAY = frozenset(
    [
        "and",
        "to",
        "of",
        "at",
        "in",
        "with",
        "when",
        "the",
        "they",
        "it",
        "a",
        "our",
        "this",
        "after",
        "by",
        "that",
        "morning",
        "afternoon",
        "evening",
        "night",
        "last",
        "for",
        "as",
        "from",
        "is",
        "was",
        "were",
        "until",
        "through",
        "but",
        "or",
        "on",
        "he",
        "she",
        "we",
        "local",
    ]
)


def figure_at(page: Page, pos: int) -> int:
    """Read the expression whose first digit is at `pos`; return where to read on."""
    low = page.low
    before = low[pos - 1]
    if before.isalnum() or before in "-_./":
        stop = _glued(page, pos)
        if stop:
            return stop
    elif before in '(\n "':
        stop = _marked(page, pos)
        if stop:
            return stop
    number = figure(low, pos)
    if number is None:
        return pos + 1
    after = low[number.end]
    if after not in " ,.;)" or number.form is Form.DIGITS:
        stop = _special(page, pos, number.end, after)
        if stop:
            return stop
    if number.shape is Shape.CARDINAL and number.form is Form.DIGITS and _is_ordinal(page, pos):
        return page.simple(pos, number.end, Kind.ORDINAL, number.low)
    return amount(page, pos, number, money=_word_money(low, pos))


def _word_money(low: str, pos: int) -> str:
    word = low[max(0, pos - 4) : pos].strip()
    return MONEY_SIGNS[word] if word in ("rmb", "usd", "hkd", "cny") else ""


def money_at(page: Page, pos: int) -> int:
    """Read the sum whose money sign is at `pos`."""
    low = page.low
    start = pos
    sign = low[pos]
    if low.startswith(("us", "hk"), pos - 2) and not low[pos - 3].isalnum():
        start, sign = pos - 2, low[pos - 2 : pos + 1]
    place = pos + 1 + (low[pos + 1] == " ")
    number = numeral(low, place, money=True) if low[place].isdigit() else None
    if number is None:
        return pos + 1
    return amount(page, start, number, money=MONEY_SIGNS.get(sign) or MONEY_SIGNS[low[pos]])


def _glued(page: Page, pos: int) -> int:
    """Digits behind a letter or a hyphen: B-52, COVID-19, G20 are codes; 13 to15 is not."""
    low, text = page.low, page.text
    start = pos - 1
    if low[start] in "-_./":
        start -= 1
    if not low[start].isalpha() or start < page.floor:
        return 0
    end = start
    while start > max(page.floor, pos - 24) and low[start - 1].isalnum():
        start -= 1
    word = text[start : end + 1]
    if low[start : end + 1] in ("rmb", "usd", "to", "mid", "post", "pre", "no") or (
        low[pos - 1] in "-./" and word.islower()
    ):
        return 0
    if word.islower() and end == pos - 1 and len(word) > 3:
        return 0
    run = _RUN.match(text, pos)
    stop = run.end() if run else pos + 1
    digits = "".join(filter(str.isdigit, text[pos:stop].translate(_ASCII)))[:30]
    return page.simple(start, stop, Kind.CODE, int(digits))


_ASCII = {0xFF10 + n: str(n) for n in range(10)}


def _marked(page: Page, pos: int) -> int:
    """List markers, (1) or 1. at the head of a clause, and digits in quotation marks, which are names."""
    low = page.low
    before = low[pos - 1]
    if before == "(":
        end = pos + 2 if low[pos + 1].isdigit() else pos + 1
        if low[end] == ")" and low[: pos - 1][-3:].rstrip(" \t")[-1:] in '.:;,\n)"':
            return page.simple(pos - 1, end + 1, Kind.LIST_MARKER, int(low[pos:end]))
        return 0
    if before == '"':
        match = re.compile(r'([0-9]{3,30})(?:"| [a-z])').match(low, pos)
        if (
            match
            and not 1800 <= int(match[1]) <= 2100
            and (match[0][-1] == '"' or page.text[match.end() - 1].isupper())
        ):
            return page.simple(pos, match.end(1), Kind.CODE, int(match[1]))
        return 0
    if low[max(0, pos - 12) : pos].rstrip(" \t")[-1:] in ("\n", ""):
        match = _MARKER.match(low, pos)
        if match:
            return page.simple(pos, match.end(), Kind.LIST_MARKER, int(match[0][:-1]))
    return 0


def _special(page: Page, pos: int, end: int, after: str) -> int:
    """Dates, times, ordinals, decades, codes; 0 where the digits are a plain number."""
    low = page.low
    if after in "snrt" and (stop := _suffixed(page, pos)):
        return stop
    if after in ":ap " and end - pos < 3 and (hit := dates.clock(page.text, low, pos)):
        return page.date(hit)
    if after in "-/." and end - pos >= 3:
        iso = dates.iso_date(low, pos)
        if iso:
            return page.date(iso)
    if after in ".-0123456789" and (match := _DOTTED.match(low, pos)):
        return page.simple(pos, match.end(), Kind.CODE, int("".join(filter(str.isdigit, match[0]))[:30]))
    if after == " " and end - pos < 3 and (found := dates.day_month(page.text, low, page.floor, pos)):
        return page.date(found)
    if end - pos == 4 and "16" <= low[pos : pos + 2] <= "21" and (stop := _year(page, pos, end)):
        return stop
    if after.isalpha() and page.text[end].isupper() and not unit_at(low, end, figures=True):
        return _code(page, pos)
    if after in "gk" and page.text[end].isupper() and not low[end + 1].isalnum():
        return _code(page, pos)
    return 0


def _code(page: Page, pos: int) -> int:
    match = _RUN.match(page.text, pos)
    stop = match.end() if match else pos + 1
    digits = "".join(filter(str.isdigit, page.low[pos:stop]))[:30]
    return page.simple(pos, stop, Kind.CODE, int(digits))


def _suffixed(page: Page, pos: int) -> int:
    low = page.low
    match = _DECADE.match(low, pos)
    if match:
        return _decade(page, pos, match.end(), int(match[1]))
    match = _ORDINAL.match(low, pos)
    if match is None:
        return 0
    return ordinal(page, pos, match.end(), int(match[1]), Form.DIGITS)


def _decade(page: Page, pos: int, end: int, value: int) -> int:
    low = page.low
    start = pos - (low[pos - 1] == "'")
    if value < 100 and (value < 30 or low.endswith(("their ", "his ", "her ", "early ", "late ", "mid-"), 0, start)):
        return page.add(Quantity(pos, end, Kind.CARDINAL, value, value + 9, counter=low[pos:end]))
    year = value if value > 100 else 1900 + value
    span, start = dates.span_before(low, page.floor, start)
    return page.date(dates.DateHit(start, end, DateParts(year=year, span="decade")))


def ordinal(page: Page, start: int, end: int, value: int, form: Form, *, weak: bool = False) -> int:
    """Keep an ordinal, or the day of a month or a century that it stands for."""
    low = page.low
    if form is Form.DIGITS:
        found = dates.day_month(page.text, low, page.floor, start)
        if found:
            return page.date(found)
    century = _CENTURY.match(low, end)
    if century and value < 23:
        parts = DateParts(year=100 * value - 99, span="century")
        stop = century.end() if century[0] != "-" else end
        return page.add(Quantity(start, stop, Kind.DATE, value, value, form=form, date=parts))
    if lunar := dates.lunar_month(low, start, end, value):
        return page.date(lunar)
    if form is Form.DIGITS and value < 32 and _is_day(page, start, end):
        parts, stop = dates.tail_year(low, end, DateParts(day=value))
        return page.date(dates.DateHit(start, stop, parts))
    return page.add(
        Quantity(start, end, Kind.ORDINAL, value, value, counter=counter_at(low, end), form=form, weak=weak)
    )


def _is_day(page: Page, start: int, end: int) -> bool:
    """Whether 29th is a day of the month: a dateline, after on the / by the, or joined to a day."""
    low = page.low
    left = low[max(0, start - 14) : start]
    after = low[end]
    if (left.endswith(", ") and after in "]).:;,-") or (left.endswith(", ") and after == " " and low[end + 1] == "-"):
        return True
    if low.startswith((" of this month", " of last month", " of the month", " of next month", " of each month"), end):
        return True
    follows = after in ".,;:)]\n\"'" or counter_at(low, end) in _NAMES_DAY or counter_at(low, end).endswith("ed")
    if not follows:
        return False
    if left.endswith(
        (
            "on the ",
            "since the ",
            "until the ",
            "night of the ",
            "morning of the ",
            "evening of the ",
            "afternoon of the ",
        )
    ):
        return True
    joined = left.endswith((" and ", " and the ", " to ", " to the ", "-", ", "))
    last = page.found[-1] if page.found and joined else None
    if last and last.date and last.date.day and start - (last.end - page.shift) < 10:
        return True
    return after in ".,;:)]" and left.endswith(
        (" by the ", "from the ", "of the ", "before the ", "after the ", "at the ")
    )


def _is_ordinal(page: Page, pos: int) -> bool:
    words = page.low[max(page.floor, pos - 12) : pos].split(None)
    return bool(words) and words[-1].rstrip(".") in _PREFIXES


def _year(page: Page, pos: int, end: int) -> int:
    """1958 as a year, with the words that belong to it; 0 where the number counts something."""
    low = page.low
    value = int(low[pos:end])
    if (low[end] in "%,." and low[end + 1].isdigit()) or low[end].isalpha() or low[end] == "%":
        return 0
    words = low[max(0, pos - 16) : pos].replace("-", " ").split(None)
    previous = words[-1].strip("(\"',") if words else ""
    strong = previous in _STRONG and value >= 1900
    if not 1900 <= value < 2100 and (not 1600 <= value < 2100 or previous not in _BEFORE_YEAR):
        return 0
    word = counter_at(low, end)
    unit = unit_at(low, end, figures=True) if word else None
    if unit or word in _COUNTED:
        return 0
    plural = word.endswith("s") and not word.endswith("ss") and page.text[end + 1].islower()
    if plural and not (strong and value % 100):
        return 0
    if value % 100 == 0 and not strong and previous not in _BEFORE_YEAR:
        return 0
    return _whole_year(page, pos, end, value)


def _whole_year(page: Page, pos: int, end: int, value: int) -> int:
    low = page.low
    span, start = dates.span_before(low, page.floor, pos)
    for season in dates.SEASONS:
        for link in (f"{season} of ", f"{season} "):
            if low.endswith(link, page.floor, pos):
                span, start = season, pos - len(link)
    stop = page.date(dates.DateHit(start, end, DateParts(year=value, span=span)))
    match = _SECOND_YEAR.match(low, end)
    if match and value % 100 < int(match[2]):
        later = value // 100 * 100 + int(match[2])
        return page.date(dates.DateHit(match.start(2), match.end(), DateParts(year=later)))
    return stop
