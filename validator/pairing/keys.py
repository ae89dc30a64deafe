"""By what expressions that may agree are found: the same value, part of a date, or size."""

from __future__ import annotations

from collections.abc import Iterator
from math import floor, log

from duizhao.validator.dates.resolve import Day
from duizhao.validator.pairing import weights as w
from duizhao.validator.pairing.agree import in_decade
from duizhao.validator.quantities.lexicon import units
from duizhao.validator.quantities.model import Approx, DateParts, Kind, Quantity


def keys(quantity: Quantity, issue: Day | None) -> Iterator[object]:
    """What expressions that agree share: a value in some form, a part of a date, or that they are open."""
    if quantity.date is not None:
        return _of_date(quantity.date, issue)
    if quantity.kind in (Kind.CODE, Kind.UNKNOWN):
        return iter((quantity.kind,))
    return _of_number(quantity)


_YEARS = {"last-year": -1, "next-year": 1, "year-before-last": -2}


def _of_date(date: DateParts, issue: Day | None) -> Iterator[object]:
    finest = next((name for name in ("day", "month", "year") if getattr(date, name) is not None), "")
    if finest:
        yield finest, getattr(date, finest)
    if finest == "year":
        yield date.year  # a figure may be one
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


def _of_number(quantity: Quantity) -> Iterator[object]:
    for low, high in ((quantity.low, quantity.high), *quantity.others):
        yield low
        if low != high:
            yield "range"
    if quantity.kind is Kind.MULTIPLE:
        yield from (quantity.low + 1, quantity.low - 1)
    if quantity.kind in (Kind.PERCENT, Kind.FRACTION):
        yield from (quantity.low * 100, 1 - quantity.low, 1 + quantity.low)
    if quantity.unit:
        yield from _of_measure(quantity)
    open_count = quantity.approx is Approx.SEVERAL or in_decade(quantity)
    if open_count or quantity.approx in (Approx.OVER, Approx.AT_LEAST) or quantity.low == w.DOZEN:
        yield "range"


_CENTS = {"yuan": 100, "jiao": 10, "fen-money": 1, "cent": 1}


def _of_measure(quantity: Quantity) -> Iterator[object]:
    """Conversions round: the logarithm of the size, in steps of some per cent, and the step beside it."""
    if quantity.unit in _CENTS:
        yield "cents", quantity.low * _CENTS[quantity.unit]
        yield quantity.low * _CENTS[quantity.unit]  # fifty, after "eighty fen"
    unit = units().get(quantity.unit)
    if unit is None or not unit.factor or not quantity.low:
        return
    long = unit.dimension == "time-long"
    size = abs(quantity.low * unit.factor * (w.MONTH if long else 1))
    step = floor(log(float(size)) / w.STEP)
    dimension = "time" if long else unit.dimension
    yield dimension, step
    yield dimension, step + 1
