"""A number of something: numeral or range, approximators, unit, percent or times, and the word counted."""

from __future__ import annotations

import re
from fractions import Fraction

from duizhao.validator.quantities import en_words as w
from duizhao.validator.quantities.en_context import approx_after, approx_before, relation
from duizhao.validator.quantities.en_measure import UnitHit, compound, unit_at
from duizhao.validator.quantities.en_numeral import numeral
from duizhao.validator.quantities.en_page import Page
from duizhao.validator.quantities.en_value import Numeral, Shape, exact
from duizhao.validator.quantities.model import Approx, Form, Kind, Number, Relation

_COUNTER = re.compile(r"[ -]([a-z][a-z'-]*)")
_RATES = {"percent": "%", "per cent": "%", "per mille": "‰", "pct": "%", "percentage": "%"}
_LINK = re.compile(r"-? (to|or|and) ?| ?(-) ?|-? (to)(?=[0-9])")
_SIGN = re.compile(r"(?:us|hk)?[$£€¥] ?")
_TIMES = re.compile(r"[ -](times?)(?![a-z])|[ -]?(fold)(?![a-z])")


class Amount:
    """A numeral or a range of two, with what follows it directly."""

    __slots__ = ("end", "first", "form", "high", "low", "rate", "shape", "unit")

    def __init__(self, number: Numeral) -> None:
        self.first = number
        self.end, self.low, self.high, self.form, self.shape, _ = number
        self.rate = ""
        """'%', '‰' or 'points' where the numeral is a share."""
        self.unit: UnitHit | None = None


def counter_at(low: str, pos: int) -> str:
    """The word counted behind a numeral, '' where none follows directly."""
    match = _COUNTER.match(low, pos)
    return match[1] if match and match[1] not in w.EMPTY else ""


def amount(page: Page, start: int, first: Numeral, *, money: str = "") -> int:
    """Keep the expression whose first numeral has been read, and return where to read on.

    `start` is where it begins (a money sign may stand before the numeral), `money` the currency of that sign.
    """
    low = page.low
    if first.shape is Shape.CODE:
        return page.put(start, first.end, Kind.CODE, first.low)
    approx, begin = approx_before(low, page.floor, start)
    whole = Amount(first)
    _add_tail(low, whole, first.end, money)
    if low[whole.end] in " -" and first.shape is not Shape.SEVERAL:
        whole = _ranged(page, begin, whole, money)
    if whole.shape is Shape.SEVERAL:
        approx = approx or Approx.SEVERAL
    if approx in (Approx.NONE, Approx.SEVERAL) and low[whole.end] in "+ -":
        approx = _add_approx(low, whole, money) or approx
    return _keep(page, begin, start, whole, approx, money)


def _add_tail(low: str, whole: Amount, end: int, money: str) -> None:
    """Add the percent sign or unit that stands at `end`."""
    whole.end = end
    char = low[end]
    if char in "%‰" or (char == " " and low[end + 1] in "%‰"):
        whole.end = low.index("%" if "%" in low[end : end + 2] else "‰", end) + 1
        whole.rate = low[whole.end - 1]
    elif char in " -" and low[end + 1 : end + 3] in ("pe", "pc") and (match := _COUNTER.match(low, end)):
        _add_rate(low, whole, match)
    elif not money and (char in " -°℃" or char.isalpha()):
        whole.unit = unit_at(low, end, figures=whole.form is not Form.WORDS)
        if whole.unit:
            whole.end = whole.unit.end


def _add_rate(low: str, whole: Amount, match: re.Match[str]) -> None:
    word, end = match[1], match.end()
    if word == "per" and low.startswith((" cent", " mille"), end):
        stop = low.index("l" if low[end + 1] == "m" else "t", end)
        end = stop + (3 if low[end + 1] == "m" else 1)
        word = low[match.start(1) : end]
    if word not in _RATES or low[end].isalpha():
        return
    whole.rate = _RATES[word]
    for points in (" points", " point"):
        if low.startswith(points, end):
            whole.rate, end = "points", end + len(points)
            break
    whole.end = end


def _ranged(page: Page, begin: int, one: Amount, money: str) -> Amount:
    """The range that `one` begins, or `one` itself."""
    low = page.low
    match = _LINK.match(low, one.end)
    if match is None:
        return one
    word = match[1] or match[3] or "-"
    suspended = low[one.end] == "-" and word != "-"
    if not _may_join(low, begin, word, suspended=suspended):
        return one
    pos = match.end()
    sign = _SIGN.match(low, pos) if money else None
    second = numeral(low, sign.end() if sign else pos, money=bool(money))
    if second is None or second.shape not in (Shape.CARDINAL, Shape.FRACTION):
        return one
    if word == "-" and (low[begin - 1] == "-" or (low[second.end] in "-:" and low[second.end + 1].isdigit())):
        return one
    two = Amount(second)
    _add_tail(low, two, second.end, money)
    if suspended and word == "and" and second.low - one.low != 1:
        return one
    return _joined(one, two, word)


def _may_join(low: str, begin: int, word: str, *, suspended: bool) -> bool:
    """Whether a word between two numerals may make a range: not `from 630 to 1,431` behind a verb of change."""
    if word == "and":
        return suspended or low.endswith("between ", 0, begin)
    before = low[max(0, begin - 48) : begin].split() if word == "to" else []
    return "from" not in before[-4:] or not any(verb in w.RISE or verb in w.FALL or verb in w.CHANGE for verb in before)


def _joined(one: Amount, two: Amount, word: str) -> Amount:
    """Join both ends of a range; `one` alone where they are no range."""
    least, scale = one.low, two.first.scale
    if scale > 1 and one.first.scale == 1 and not one.unit and one.low * scale < two.low:
        least = one.low * scale
    if one.rate and one.rate != two.rate:
        return one
    if one.unit and (not two.unit or one.unit.code != two.unit.code):
        return one
    if not least < two.low or (word == "-" and least == 0):
        return one
    two.low = least
    if one.form is not two.form:
        two.form = Form.MIXED
    return two


def _add_approx(low: str, whole: Amount, money: str) -> Approx:
    """Add the approximator behind the numeral, the unit behind it, or both: twenty-odd days, six years or so."""
    found, end = approx_after(low, whole.end)
    if not found:
        return found
    bare = not whole.unit and not whole.rate
    whole.end = end
    if bare:
        _add_tail(low, whole, end, money)
    return found


def _keep(page: Page, begin: int, start: int, whole: Amount, approx: Approx, money: str) -> int:
    """Keep an amount whose approximator begins at `begin` and whose numeral begins at `start`."""
    low, end = page.low, whole.end
    if whole.rate:
        return _keep_share(page, begin, start, whole, approx)
    if whole.unit is not None:
        return _keep_measure(page, begin, whole, approx)
    if money:
        return page.put(
            begin, end, Kind.MEASURE, whole.low, whole.high, approx, money, counter_at(low, end), whole.form
        )
    if low[end] in " -f" and (match := _TIMES.match(low, end)):
        return _keep_times(page, begin, start, whole, approx, match)
    if whole.shape is Shape.FRACTION:
        link = relation(low, page.floor, start, end, multiple=False)
        word = counter_at(low, end)
        return page.put(begin, end, Kind.FRACTION, whole.low, whole.high, approx, "", word, whole.form, link)
    if low.endswith(("aged ", "age ", "age of "), 0, begin):
        return page.put(begin, end, Kind.MEASURE, whole.low, whole.high, approx, "age", form=whole.form)
    weak = whole.form is Form.WORDS and (whole.high == 1 or (whole.low == 2 and whole.high == 9))
    word = counter_at(low, end)
    return page.put(begin, end, Kind.CARDINAL, whole.low, whole.high, approx, "", word, whole.form, weak=weak)


def _keep_share(page: Page, begin: int, start: int, whole: Amount, approx: Approx) -> int:
    low, end = page.low, whole.end
    bottom = 1000 if whole.rate == "‰" else 100
    least, most = exact(Fraction(whole.low) / bottom), exact(Fraction(whole.high) / bottom)
    link = relation(low, page.floor, start, end, multiple=False)
    others: tuple[tuple[Number, Number], ...] = ()
    if low.startswith((" off", " discount"), end):
        others = ((exact(1 - Fraction(most)), exact(1 - Fraction(least))),)
    word = "points" if whole.rate == "points" else ""
    return page.put(begin, end, Kind.PERCENT, least, most, approx, "", word, whole.form, link, others=others)


_IDLE = frozenset({"year", "month", "week", "day", "night", "hour", "minute"})


def _keep_measure(page: Page, begin: int, whole: Amount, approx: Approx) -> int:
    low, unit = page.low, whole.unit
    assert unit is not None  # noqa: S101  the caller has looked
    if whole.low == whole.high and (mix := compound(low, whole.first, unit, page.year)):
        others = ((mix.other, mix.other),) if mix.other != mix.value else ()
        kind, form = Kind.MEASURE, whole.form
        return page.put(
            begin, mix.end, kind, mix.value, None, approx, unit.code, form=form, others=others, parts=mix.parts
        )
    word = counter_at(low, whole.end)
    weak = whole.form is Form.WORDS and whole.high == 1 and unit.code in _IDLE
    least, most = whole.low * unit.factor, whole.high * unit.factor
    return page.put(begin, whole.end, Kind.MEASURE, least, most, approx, unit.code, word, whole.form, weak=weak)


def _keep_times(page: Page, begin: int, start: int, whole: Amount, approx: Approx, match: re.Match[str]) -> int:
    """Four times as a factor (four times as much, increased four times) or as a count (four times a month)."""
    low, end = page.low, match.end()
    if match[2]:
        link = Relation.INCREASE_BY if low.endswith("by ", 0, begin) else Relation.FOLD
        return page.put(begin, end, Kind.MULTIPLE, whole.low, whole.high, approx, "", "fold", whole.form, link)
    base = _COUNTER.match(low, end)
    word = base[1] if base and low[end] == " " else ""
    link = relation(low, page.floor, start, end, multiple=True)
    if word in w.BASE:
        link = Relation.FOLD if word in w.AMBIGUOUS_BASE else Relation.TIMES_OF
    kind = Kind.CARDINAL if link is Relation.NONE else Kind.MULTIPLE
    return page.put(
        begin, end if link else whole.end, kind, whole.low, whole.high, approx, "", "times", whole.form, link
    )
