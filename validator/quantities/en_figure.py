"""Expressions that begin with a digit or a money sign; plain numbers take a fast way."""

from __future__ import annotations

import re

from duizhao.validator.quantities import en_clock, en_dates
from duizhao.validator.quantities import en_words as w
from duizhao.validator.quantities.en_amount import amount, counter_at
from duizhao.validator.quantities.en_context import BEFORE_WORDS, approx_before
from duizhao.validator.quantities.en_measure import MONEY_SIGNS, SIMPLE, SPELLINGS, SUBUNITS, unit_at
from duizhao.validator.quantities.en_numeral import figure, numeral
from duizhao.validator.quantities.en_ordinal import suffixed, year
from duizhao.validator.quantities.en_page import Page
from duizhao.validator.quantities.en_value import MAX_DIGITS, Shape
from duizhao.validator.quantities.model import Approx, Form, Kind

_PLAIN = re.compile(
    r"([0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,3}|[0-9]{5,9})( million| billion)?(?: ([a-z]+)(?=[ .;:,)])|(?=[.;,)][ \n]))"
)
_PLAIN_SCALE = {" million": 10**6, " billion": 10**9}
_SLOW = w.split(
    "to or and odd plus some per percent percentage pct time times fold am pm a p o lunar k m b upwards day of"
)
_SLOW |= {*w.MONTHS, *w.SCALES, *w.PLURALS, *w.SHORT_SCALES, *SPELLINGS} - SIMPLE.keys()
"""Words behind a figure that need a closer look."""
_JOINTS = frozenset((" or ", " to ", " and", " upw"))
_HEEDED = BEFORE_WORDS | w.PREFIXES | w.split("from between age aged rmb usd hkd cny no. nos. vol. fig.")


def figure_at(page: Page, pos: int) -> int:
    """Read the expression whose first digit is at `pos`; return where to read on."""
    low = page.low
    before = low[pos - 1]
    if before == " " and low[pos - 2] not in " \n\t":
        return _plain(page, pos) or _figure(page, pos)
    if before.isalnum() or before in "-_./":
        return _glued(page, pos) or _figure(page, pos)
    return _marked(page, pos, before) or _figure(page, pos)


def _plain(page: Page, pos: int) -> int:
    """The fast way: a figure, a scale word, a unit of one word, an approximator before it; 0 for anything else."""
    low = page.low
    match = _PLAIN.match(low, pos)
    if match is None or match[3] in _SLOW:
        return 0
    digits, scale, word = match.groups()
    end = match.end()
    unit = SIMPLE.get(word, "")
    if unit and _goes_on(low, end, unit):
        return 0
    approx, begin = Approx.NONE, pos
    words = low[max(page.floor, pos - 16) : pos].split()
    if words and words[-1] in _HEEDED:
        if words[-1] not in BEFORE_WORDS or low.endswith("age of ", 0, pos):
            return 0
        approx, begin = approx_before(low, page.floor, pos)
    value = int(digits.replace(",", ""))
    form = Form.DIGITS
    if scale:
        value *= _PLAIN_SCALE[scale]
        form = Form.MIXED
    if unit:
        return page.put(begin, end, Kind.MEASURE, value, None, approx, unit, "", form)
    if word is None:
        return page.put(begin, end, Kind.CARDINAL, value, None, approx, form=form)
    word = "" if word in w.EMPTY else word
    return page.put(begin, match.start(3) - 1, Kind.CARDINAL, value, None, approx, "", word, form)


def _goes_on(low: str, end: int, unit: str) -> bool:
    """Whether a range, a smaller unit or an approximator may follow a measure that ends at `end`."""
    after = low[end : end + 4]
    return after in _JOINTS or after[1:2].isdigit() or (after[0] == "," and unit in SUBUNITS)


def _figure(page: Page, pos: int) -> int:
    """The thorough way: dates, times, ordinals and codes first, then numbers."""
    low = page.low
    number = figure(low, pos)
    if number is None:
        return pos + 1
    bare = number.form is Form.DIGITS and number.shape is not Shape.SEVERAL
    if bare and (stop := _special(page, pos, number.end)):
        return stop
    words = low[max(page.floor, pos - 12) : pos].split()
    previous = words[-1].rstrip(".") if words else ""
    if number.shape is Shape.CARDINAL and bare and previous in w.PREFIXES:
        return page.put(pos, number.end, Kind.ORDINAL, number.low)
    return amount(page, pos, number, money=MONEY_SIGNS.get(previous, "") if previous.isalpha() else "")


def money_at(page: Page, pos: int) -> int:
    """Read the sum whose money sign is at `pos`."""
    low = page.low
    start, sign = pos, low[pos]
    last = pos - 1 if low[pos - 1] == " " else pos
    if low.startswith(("us", "hk"), last - 2) and last - 2 >= page.floor and not low[last - 3].isalnum():
        start = last - 2
        sign = f"{low[start:last]}$"
    place = pos + 1 + (low[pos + 1] == " ")
    number = numeral(low, place, money=True) if low[place : place + 1].isdigit() else None
    if number is None:
        return pos + 1
    return amount(page, start, number, money=MONEY_SIGNS.get(sign) or MONEY_SIGNS[low[pos]])


_DIGITS = re.compile(r"[0-9]+")


def _code(page: Page, start: int, end: int) -> int:
    """Keep an identifier; its value is its digits in a row."""
    value = int("".join(_DIGITS.findall(page.low[start:end]))[:MAX_DIGITS])
    return page.put(start, end, Kind.CODE, value)


_RUN = re.compile(r"[0-9][0-9a-z]*(?:-[0-9]+)?")
_PLAIN_PREFIXES = frozenset({"to", "mid", "post", "pre", "no", "rmb", "usd", "about", "over", "and"})


def _glued(page: Page, pos: int) -> int:
    """Digits behind a letter or a hyphen: B-52, COVID-19, G20 are codes; 13 to15 and pre-1949 are not."""
    low, text = page.low, page.text
    last = pos - 2 if low[pos - 1] in "-_./" else pos - 1
    if last < page.floor or not text[last].isalpha():
        return 0
    start = last
    while start > max(page.floor, pos - 24) and low[start - 1].isalnum():
        start -= 1
    word = low[start : last + 1]
    if (
        word in _PLAIN_PREFIXES
        or (word == "x" and low[start - 1].isdigit())
        or (text[start : last + 1].islower() and (last < pos - 1 or len(word) > 3))
    ):
        return 0
    match = _RUN.match(low, pos)
    return _code(page, start, match.end() if match else pos + 1)


_MARKER = re.compile(r"[0-9]{1,2}[.):](?=[ \n\t])")
_BRACKET = re.compile(r"[0-9]{1,2}\)")
_QUOTED = re.compile(r'([0-9]{3,30})(?:"| [a-z])')


def _marked(page: Page, pos: int, before: str) -> int:
    """List markers, (1) or 1. at the head of a clause, and digits in quotation marks, which are names."""
    low = page.low
    if before == "(":
        match = _BRACKET.match(low, pos)
        if match and low[max(0, pos - 12) : pos - 1].rstrip()[-1:] in '.:;,)"':
            return page.put(pos - 1, match.end(), Kind.LIST_MARKER, int(match[0][:-1]))
        return 0
    if before == '"':
        match = _QUOTED.match(low, pos)
        if match is None or 1800 <= int(match[1]) <= 2100:
            return 0
        name = match[0][-1] == '"' or page.text[match.end() - 1].isupper()
        return _code(page, pos, match.end(1)) if name else 0
    match = _MARKER.match(low, pos)
    if match and page.head(pos):
        return page.put(pos, match.end(), Kind.LIST_MARKER, int(match[0][:-1]))
    return 0


_DOTTED = re.compile(r"[0-9]+(?:\.[0-9]+){2,}|[0-9]{3,4}-[0-9]{7,8}(?![0-9])|[0-9]{3}-[0-9]{4}-[0-9]{4}(?![0-9])")


def _special(page: Page, pos: int, end: int) -> int:
    """Dates, times, ordinals, decades, codes; 0 where the digits are a plain number."""
    low = page.low
    after = low[end]
    short = end - pos < 3
    if after in "snrt'" and (stop := suffixed(page, pos)):
        return stop
    if short and after in ":ap " and (hit := en_clock.clock(page.text, low, pos)):
        return page.date(hit)
    if short and after == " " and (found := en_dates.day_month(page.text, low, page.floor, pos)):
        return page.date(found)
    if after in "-/.0123456789" or low[end - 2 : end - 1] in "./":
        if date := en_dates.numeric_date(low, pos):
            return page.date(date)
        if match := _DOTTED.match(low, pos):
            return _code(page, pos, match.end())
    if end - pos == 4 and low[pos : pos + 2] in _CENTURIES and (stop := year(page, pos, end)):
        return stop
    return _identifier(page, pos, end)


_CENTURIES = frozenset({"16", "17", "18", "19", "20"})


def _names(low: str, end: int) -> bool:
    """Whether a number written without commas names the thing behind it: the 5299 working face."""
    word = counter_at(low, end)
    return bool(word) and word[-1] != "s" and word not in w.COUNTED and not unit_at(low, end, figures=True)


def _identifier(page: Page, pos: int, end: int) -> int:
    """5G, 4K, 36D: digits with capitals behind them that are no unit; 5299 after the; a row of nine digits or more."""
    low, after = page.low, page.text[end]
    if after.isupper() and after.isascii() and (after in "GK" or not unit_at(low, end, figures=True)):
        match = _RUN.match(low, pos)
        return _code(page, pos, match.end() if match else end)
    if end - pos > 3 and low.endswith("the ", 0, pos) and low[pos:end].isdigit() and _names(low, end):
        return _code(page, pos, end)
    if end - pos > 9 and low[pos:end].isdigit() and not low.startswith((" people", " yuan", " tons"), end):
        return _code(page, pos, end)
    return 0
