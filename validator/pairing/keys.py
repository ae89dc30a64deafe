"""By what expressions that may agree are found: the same value, part of a date, or size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from math import floor, gcd, log

from duizhao.validator.dates.resolve import Day
from duizhao.validator.pairing import weights as w
from duizhao.validator.pairing.agree import in_decade
from duizhao.validator.quantities.lexicon import units
from duizhao.validator.quantities.model import Approx, DateParts, Kind, Number, Quantity


def keys(quantity: Quantity, issue: Day | None) -> Sequence[object]:
    """What expressions that agree share: a value in some form, a part of a date, or that they are open."""
    if quantity.date is not None:
        return tuple(_of_date(quantity.date, issue))
    if quantity.kind is Kind.CODE or quantity.kind is Kind.UNKNOWN:
        return (quantity.kind,)
    return _of_number(quantity)


_YEARS = {"last-year": -1, "next-year": 1, "year-before-last": -2}


def _of_date(date: DateParts, issue: Day | None) -> Iterator[object]:
    finest = next((name for name in ("day", "month", "year") if getattr(date, name) is not None), "")
    if finest:
        yield finest, getattr(date, finest)
    if date.weekday:
        yield "weekday", date.weekday
    if date.hour is not None:
        yield "hour", date.hour % 12
    if date.relative or date.calendar == "lunar":
        yield "relative"
    if date.span:
        yield "span"
    if date.relative and date.day is None and issue is not None:
        yield "year", issue[0] + _YEARS.get(date.relative, 0)


def _of_number(quantity: Quantity) -> Sequence[object]:
    _, _, kind, low, high, approx, unit, _, _, _, others, _, _, _, _, _ = quantity
    found: list[object] = [_value(low)]
    if low != high:
        found.append("range")
    for other, end in others:
        found.append(_value(other))
        if other != end:
            found.append("range")
    if kind in _RATIOS:
        found += _of_ratio(kind, low.numerator, low.denominator)
    if unit:
        found += _of_measure(low, unit)
    if approx in _OPEN or low == w.DOZEN or in_decade(quantity):
        found.append("range")
    return found


_OPEN = frozenset((Approx.SEVERAL, Approx.OVER, Approx.AT_LEAST))
_RATIOS = frozenset((Kind.MULTIPLE, Kind.PERCENT, Kind.FRACTION))


def _value(value: Number) -> object:
    """A value as a key: a fraction as two integers, which are quicker to make and to find."""
    if isinstance(value, int):
        return value
    return _fraction(value.numerator, value.denominator)


def _fraction(numerator: int, denominator: int) -> object:
    return numerator if denominator == 1 else (numerator, denominator)


def _of_ratio(kind: Kind, above: int, below: int) -> Sequence[object]:
    """Other forms of a multiple or a share, in lowest terms: one more or less, in per cent, what is left of the whole."""
    if kind is Kind.MULTIPLE:
        return _fraction(above + below, below), _fraction(above - below, below)
    common = gcd(below, 100)
    percent = _fraction(above * (100 // common), below // common)
    return percent, _fraction(below - above, below), _fraction(below + above, below)


_CENTS = {"yuan": 100, "jiao": 10, "fen-money": 1, "cent": 1}


@lru_cache(maxsize=1)
def _sizes() -> dict[str, tuple[str, int, int]]:
    """Of each unit that has a size its dimension, and the size as a numerator and a denominator."""
    found = {}
    for code, unit in units().items():
        if unit.factor:
            long = unit.dimension == "time-long"
            size = unit.factor * (w.MONTH if long else Fraction(1))
            found[code] = "time" if long else unit.dimension, size.numerator, size.denominator
    return found


def _of_measure(low: Number, unit: str) -> Iterator[object]:
    """Conversions round: the logarithm of the size, in steps of some per cent, and the step beside it."""
    if unit in _CENTS:
        yield "cents", _value(low * _CENTS[unit])
    size = _sizes().get(unit)
    if size is None or not low:
        return
    dimension, above, below = size
    step = floor(log(abs(low.numerator * above) / (low.denominator * below)) / w.STEP)
    yield dimension, step
    yield dimension, step + 1
