"""By what expressions that may agree are found: the same value, part of a date, or size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from math import floor, gcd, log

from duizhao.validator.pairing import weights as w
from duizhao.validator.pairing.values.dimensions import FEN
from duizhao.validator.pairing.values.equal import endless, in_decade
from duizhao.validator.quantities.lexicon import MONTH, units
from duizhao.validator.quantities.model import Approx, DateParts, Kind, Number, Quantity
from duizhao.validator.times.resolve import Day


def keys(quantity: Quantity, issue: Day | None) -> Sequence[object]:
    """What expressions that agree share: a value in some form, a part of a date, or that they are open."""
    _, _, kind, low, high, approx, unit, _, _, _, others, date, _, _, _, _ = quantity
    if date is not None:
        return _of_date(date, issue)
    if kind in _NAMELESS:
        return (kind,)
    first = low if isinstance(low, int) else _fraction(low.numerator, low.denominator)
    found: list[object] = [first]
    ranges = low is not high and low != high
    if ranges:
        found.append(_RANGE)
    if others:
        found += _of_others(others)
    if kind in _RATIOS:
        found += _of_ratio(kind, low.numerator, low.denominator)
    if unit:
        found += _of_measure(low, unit)
    # Open counts and ranges share no value; all of them meet under one key, and `equal` tells which agree.
    if approx in _OPEN or first == w.DOZEN or (ranges and in_decade(quantity)):
        found.append(_RANGE)
    return found


_YEARS = {"last-year": -1, "next-year": 1, "year-before-last": -2, "year-after-next": 2}


def _of_date(date: DateParts, issue: Day | None) -> Sequence[object]:
    year, month, day, hour, _, weekday, calendar, relative, span = date
    found: list[object] = []
    if day is not None:
        found.append(("day", day))
    elif month is not None:
        found.append(("month", month))
    elif year is not None:
        found += ("year", year), year  # a figure may be one
    if weekday:
        found.append(("weekday", weekday))
    if hour is not None:
        found.append(("hour", hour % 12))
    if relative or calendar == "lunar":
        found.append("relative")
    if span:
        found.append("span")
    if relative and day is None and issue is not None:
        found.append(("year", issue[0] + _YEARS.get(relative, 0)))
    return found


_RANGE = "range"
_OPEN = frozenset((Approx.SEVERAL, Approx.OVER, Approx.AT_LEAST))
_RATIOS = frozenset((Kind.MULTIPLE, Kind.PERCENT, Kind.FRACTION))
_NAMELESS = frozenset((Kind.CODE, Kind.UNKNOWN))
"""Kinds whose value says nothing."""


def _of_others(others: Sequence[tuple[Number, Number]]) -> Iterator[object]:
    for low, high in others:
        yield _fraction(low.numerator, low.denominator)
        if low != high:
            yield _RANGE


def _fraction(numerator: int, denominator: int) -> object:
    """A value in lowest terms as a key: two integers are quicker to make, and to find, than a fraction."""
    return numerator if denominator == 1 else (numerator, denominator)


_HALVED = (1, 2)


def _of_ratio(kind: Kind, above: int, below: int) -> Sequence[object]:
    """Other forms of a multiple or a share in lowest terms: one more or less, in per cent, the rest of the whole."""
    if kind is Kind.MULTIPLE:
        once = (_HALVED,) if above == below else ()  # 缩短一倍 is by half
        return *once, _fraction(above + below, below), _fraction(above - below, below)
    common = gcd(below, 100)
    percent = _fraction(above * (100 // common), below // common)
    found = percent, _fraction(below - above, below), _fraction(below + above, below)
    whole = above * 100 // below
    if kind is Kind.PERCENT:
        return *found, ("percent", whole)
    return (*found, ("percent", whole), ("percent", whole + 1)) if endless(below) else found


_CENTS = FEN | {"cent": 1, "usd": 100}
"""Cents of the units of money that are told by their parts: 三角七分五厘 of a share in New York is $0.375."""


@lru_cache(maxsize=1)
def _sizes() -> dict[str, tuple[str, int, int]]:
    """Of each unit that has a size its dimension, and the size as a numerator and a denominator."""
    found = {}
    for code, unit in units().items():
        if unit.factor:
            long = unit.dimension == "time-long"
            size = unit.factor * (MONTH if long else Fraction(1))
            found[code] = "time" if long else unit.dimension, size.numerator, size.denominator
    return found


@lru_cache(maxsize=512)  # measures of a passage come again, of which logarithms are dear
def _of_measure(low: Number, unit: str) -> tuple[object, ...]:
    """Conversions round: the logarithm of the size, in steps of some per cent, and the step beside it."""
    found: tuple[object, ...] = ()
    if unit in _CENTS:
        cents = low * _CENTS[unit]
        key = _fraction(cents.numerator, cents.denominator)
        found = ("cents", key), key  # fifty, after "eighty fen"
    size = _sizes().get(unit)
    if size is None or not low:
        return found
    dimension, above, below = size
    # As floats: a key need only be near, and the values themselves are compared exactly.  Of each part by itself: a
    # numeral of 400 digits has a logarithm, and its size in another unit is no float.
    sizes = [log(abs(low.numerator)) + log(above) - log(low.denominator) - log(below)]
    if unit in w.SINCE_1959:
        sizes.append(sizes[0] + log(w.SINCE_1959[unit]))
    steps = [floor(size / w.STEP) for size in sizes]
    return (*found, *[(dimension, at) for step in steps for at in (step, step + 1)])
