"""A number of something: numeral or range, approximators, unit, percent or times, and the word counted."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from duizhao.validator.quantities.en_context import approx_after, approx_before, relation
from duizhao.validator.quantities.en_measure import UnitHit, compound, figures, unit_at
from duizhao.validator.quantities.en_numeral import Numeral, Shape, exact, numeral
from duizhao.validator.quantities.en_page import Page
from duizhao.validator.quantities.model import Approx, Form, Kind, Number, Quantity, Relation

_COUNTER = re.compile(r"[ -]([a-z][a-z'-]*)")
_RATE = re.compile(r" ?(%|‰)|[ -](percentage points?|percent(?:age)?|per cent|per mille|pct)(?![a-z])")
_TIMES = re.compile(r"[ -]times?(?![a-z])|[ -]?(fold)(?![a-z])")
_OF_BASE = re.compile(
    r" (?:as|the|that|those|of|what|its|their|his|more|greater|larger|higher|bigger|faster|stronger)(?![a-z])"
)
_RANGE = re.compile(r" ?(?P<dash>-) ?|-? (?P<to>to) ?|-? (?P<or>or) |(?P<soft>- and )|(?P<and> and )")
_SIGN = re.compile(r"(?:us|hk)?[$£€¥] ?")
_MOVED = re.compile(
    r"(?:increas|rose|rise|rais|grew|grow|expand|jump|climb|soar|reduc|decreas|fell|fall|drop|cut|declin|went|chang|improv|lower)[a-z]*"
    r"(?: [a-z]+){0,2} from $"
)


class Amount(NamedTuple):
    """A numeral or a range of two, with what follows it directly."""

    end: int
    low: Number
    high: Number
    form: Form
    shape: Shape
    first: Numeral
    rate: str = ""
    """'%', '‰' or 'points' where the numeral is a share."""
    unit: UnitHit | None = None


def counter_at(low: str, pos: int) -> str:
    """The word behind a numeral, '' where none follows directly."""
    match = _COUNTER.match(low, pos)
    return match[1] if match else ""


def amount(page: Page, start: int, first: Numeral, *, money: str = "", pos: int | None = None) -> int:
    """Keep the expression whose first numeral was read at `pos`, and return where to read on.

    `start` is where its span begins (a money sign may stand before the numeral), `money` the currency of that sign.
    """
    low = page.low
    place = start if pos is None else pos
    approx, begin = approx_before(low, page.floor, start)
    whole = _ranged(page, begin, start, _tail(low, first, money), money)
    if whole.shape is Shape.SEVERAL:
        approx = approx or Approx.SEVERAL
    after, end = approx_after(low, whole.end) if not approx or approx is Approx.SEVERAL else (Approx.NONE, whole.end)
    if after is not Approx.NONE and not (whole.unit or whole.rate):
        whole = _tail_after(low, whole, end, money)
        end = whole.end
        if whole.unit and approx_after(low, end)[0]:
            end = approx_after(low, end)[1]
    approx = after or approx
    whole = whole._replace(end=max(end, whole.end))
    return _keep(page, begin, place, whole, approx, money)


def _tail(low: str, number: Numeral, money: str) -> Amount:
    """The numeral with a percent sign, a unit, or nothing behind it."""
    end = number.end
    whole = Amount(end, number.low, number.high, number.form, number.shape, number)
    return _tail_after(low, whole, end, money)


def _tail_after(low: str, whole: Amount, end: int, money: str) -> Amount:
    char = low[end]
    if char in " %‰-" and (match := _RATE.match(low, end)):
        rate = "points" if match[2] and "point" in match[2] else "‰" if "‰" in match[0] or "mille" in match[0] else "%"
        return whole._replace(end=match.end(), rate=rate)
    if not money and (char in " -°℃" or char.isalpha()):
        hit = unit_at(low, end, figures=figures(whole.form))
        if hit:
            return whole._replace(end=hit.end, unit=hit)
    return whole._replace(end=end)


def _ranged(page: Page, begin: int, start: int, one: Amount, money: str) -> Amount:
    """The range that `one` begins, or `one` itself."""
    low = page.low
    match = _RANGE.match(low, one.end) if low[one.end] in " -" else None
    if match is None or one.shape in (Shape.SEVERAL, Shape.CODE, Shape.ORDINAL):
        return one
    kind = match.lastgroup
    if kind == "and" and not low.endswith("between ", max(0, begin - 10), begin):
        return one
    if (
        kind == "to"
        and match[0][0] != "-"
        and low.endswith("from ", 0, begin)
        and _MOVED.search(low, max(0, begin - 40), begin)
    ):
        return one
    pos = match.end()
    sign = _SIGN.match(low, pos) if money else None
    second = numeral(low, sign.end() if sign else pos, money=bool(money))
    if second is None or second.shape not in (Shape.CARDINAL, Shape.FRACTION):
        return one
    if kind == "dash" and low[second.end] in "-:" and low[second.end + 1].isdigit():
        return one
    return _joined(one, _tail(low, second, money), dash=kind == "dash", soft=kind == "soft")


def _joined(one: Amount, two: Amount, *, dash: bool, soft: bool) -> Amount:
    """Join both ends of a range; `one` alone where they are no range."""
    least, scale = one.low, two.first.scale
    if scale > 1 and one.first.scale == 1 and one.low < exact(Fraction(two.low, 1) / scale):
        least = one.low * scale
    same = (not one.rate or one.rate == two.rate) and (
        one.unit is None or (two.unit is not None and one.unit.code == two.unit.code)
    )
    if not same or not least < two.low or (dash and least == 0) or (soft and two.low - least != 1):
        return one
    return two._replace(low=least, form=Form.MIXED if one.form != two.form else one.form)


def _keep(page: Page, begin: int, place: int, whole: Amount, approx: Approx, money: str) -> int:
    low, form = page.low, whole.form
    if whole.shape is Shape.CODE:
        return page.simple(place, whole.end, Kind.CODE, whole.low)
    if whole.rate:
        return page.add(_share(page, begin, whole, approx))
    if whole.unit is not None or money:
        return page.add(_measure(page, begin, whole, approx, money))
    if low[whole.end] in " -f" and (match := _TIMES.match(low, whole.end)):
        return page.add(_times(page, begin, whole, approx, match))
    if whole.shape is Shape.FRACTION:
        link = relation(low, page.floor, begin, whole.end, multiple=False)
        word = counter_at(low, whole.end)
        return page.add(Quantity(begin, whole.end, Kind.FRACTION, whole.low, whole.high, approx, "", word, form, link))
    word = counter_at(low, whole.end)
    weak = form is Form.WORDS and (whole.high == 1 or (whole.low, whole.high) == (2, 9))
    return page.add(Quantity(begin, whole.end, Kind.CARDINAL, whole.low, whole.high, approx, "", word, form, weak=weak))


_OFF = re.compile(r" (?:off|discount)(?![a-z])")


def _share(page: Page, begin: int, whole: Amount, approx: Approx) -> Quantity:
    bottom = 1000 if whole.rate == "‰" else 100
    least, most = exact(Fraction(whole.low) / bottom), exact(Fraction(whole.high) / bottom)
    link = relation(page.low, page.floor, begin, whole.end, multiple=False)
    others: tuple[tuple[Number, Number], ...] = ()
    if _OFF.match(page.low, whole.end):
        others = ((exact(1 - Fraction(most)), exact(1 - Fraction(least))),)
    word = "points" if whole.rate == "points" else ""
    return Quantity(begin, whole.end, Kind.PERCENT, least, most, approx, "", word, whole.form, link, others)


def _measure(page: Page, begin: int, whole: Amount, approx: Approx, money: str) -> Quantity:
    low, unit = page.low, whole.unit
    if unit is None:
        code, end = money, whole.end
        if low.startswith((" yuan", " dollars", " rmb"), end):
            end = low.index(" ", end + 1) if " " in low[end + 1 : end + 9] else end
        return Quantity(
            begin, whole.end, Kind.MEASURE, whole.low, whole.high, approx, code, counter_at(low, end), whole.form
        )
    if whole.low == whole.high and (mix := compound(low, whole.first, unit, page.year)):
        others = ((mix.other, mix.other),) if mix.other != mix.value else ()
        return Quantity(
            begin,
            mix.end,
            Kind.MEASURE,
            mix.value,
            mix.value,
            approx,
            unit.code,
            "",
            whole.form,
            Relation.NONE,
            others,
            None,
            mix.parts,
        )
    word = counter_at(low, whole.end)
    weak = whole.form is Form.WORDS and whole.high == 1 and unit.code in _IDLE
    least, most = whole.low * unit.factor, whole.high * unit.factor
    return Quantity(begin, whole.end, Kind.MEASURE, least, most, approx, unit.code, word, whole.form, weak=weak)


_IDLE = frozenset({"year", "month", "week", "day", "night", "hour", "minute"})


def _times(page: Page, begin: int, whole: Amount, approx: Approx, match: re.Match[str]) -> Quantity:
    low, end = page.low, match.end()
    if match[1]:
        link = Relation.INCREASE_BY if low.endswith("by ", 0, begin) else Relation.FOLD
    else:
        base = _OF_BASE.match(low, end)
        link = relation(low, page.floor, begin, end, multiple=True)
        if base:
            ambiguous = base[0].endswith(("er", "more"))
            link = Relation.FOLD if ambiguous else Relation.TIMES_OF
        elif link is Relation.NONE:
            return Quantity(begin, whole.end, Kind.CARDINAL, whole.low, whole.high, approx, "", "times", whole.form)
    return Quantity(begin, end, Kind.MULTIPLE, whole.low, whole.high, approx, "", "times", whole.form, link)
