"""Titles against bodies: whether a headline's figure is one of those that the text below it gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple

from duizhao.validator.pairing.values.difference import Difference, difference
from duizhao.validator.quantities.model import COUNTS, Quantity

_FROM = 100  # smaller figures occur too often to say which one a headline means
_LARGE = 10_000  # from here on a figure without a unit is rarely one of two different things
_ROUNDED = Fraction(1, 5)  # a headline rounds 67,390 to 六万多, and sums


class Clash(NamedTuple):
    """A figure of a title that the body has, but for one slip."""

    title: Quantity
    body: Quantity
    difference: Difference


def clashes(title: Iterable[Quantity], body: Iterable[Quantity]) -> Iterator[Clash]:
    """Figures of a title for which the body has none that fits, but one that differs by a slip of the pen.

    Only such slips are reported: a headline may well give a figure that the text does not.
    """
    figures = [q for q in body if q.kind in COUNTS and q.low >= _FROM]
    for quantity in title:
        if not _telling(quantity) or any(_fits(quantity, q) for q in figures):
            continue
        for figure in figures:
            found = difference(figure.low, quantity.low)
            # Other differences may be figures that only the headline gives.
            if figure.unit == quantity.unit and found.name in ("scale", "zero", "swapped"):
                yield Clash(quantity, figure, found)
                break


def _telling(quantity: Quantity) -> bool:
    """Whether a figure is of a size, or has a unit, by which it can be known again."""
    return quantity.kind in COUNTS and quantity.low >= _FROM and (bool(quantity.unit) or quantity.low >= _LARGE)


def _fits(title: Quantity, body: Quantity) -> bool:
    return abs(Fraction(title.low) - body.low) <= _ROUNDED * body.low or title.low <= body.low <= title.high
