"""Which two numbers of an article may have been mistaken for one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from duizhao.validator.pairing.model import Link
from duizhao.validator.pairing.values.dimensions import OCCASIONS
from duizhao.validator.quantities.model import Form, Kind, Quantity

_COUNTED = frozenset((Kind.CARDINAL, Kind.MEASURE, Kind.PERCENT, Kind.FRACTION, Kind.MULTIPLE))
_SAID = frozenset(("", "counted", "approx-added", "approx-changed", "approx-lost", "approx-reversed"))
"""Verdicts on pairs whose values agree."""
_NEXT = 3
"""How many numbers further on a neighbour may stand."""
_ZH_APART, _EN_APART = 60, 160
"""Characters between two numbers that are still neighbours."""


class NumberPair(NamedTuple):
    """A number of the original and the same one in the translation."""

    zh: Quantity
    en: Quantity


def near_pairs(text: str, links: Sequence[Link]) -> Iterator[tuple[NumberPair, NumberPair]]:
    """Pairs of numbers that stand near one another in both languages and are counted alike, in their order."""
    pairs = sorted(
        [
            NumberPair(one.zh, one.en)
            for one in links
            if one.zh and one.en and one.verdict in _SAID and _is_said_of(one.zh) and _is_said_of(one.en)
        ]
    )
    for index, one in enumerate(pairs):
        for other in pairs[index + 1 : index + 1 + _NEXT]:
            if other.zh.start - one.zh.end > _ZH_APART:
                break  # those behind it are further off
            if (
                _sort(one.zh) == _sort(other.zh)
                # Occasions and things are both without a unit, and nobody takes one for the other.
                and not _counted_apart(one.zh, other.zh)
                and not _bounds(text, one.zh, other.zh)
                and _near(text, (one.zh, other.zh), _ZH_APART)
                and _near(text, (one.en, other.en), _EN_APART)
            ):
                yield one, other


def _is_said_of(one: Quantity) -> bool:
    """Whether a number may be mistaken for another: "one" is everywhere."""
    return counts(one) and one.low != 1


def counts(one: Quantity) -> bool:
    """Whether it is a figure that is said of something."""
    return one.kind in _COUNTED and not one.weak and one.form is not Form.IMPLIED


def alike(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers are counted in the same unit; English says it once for two numbers."""
    if _sort(one) == _sort(other):
        return True
    # "300 and 500 jin": the first has no unit of its own.
    return "" in (one.unit, other.unit) and Kind.PERCENT not in (one.kind, other.kind)


def _sort(one: Quantity) -> tuple[bool, str]:
    return one.kind is Kind.PERCENT, one.unit


def _counted_apart(one: Quantity, other: Quantity) -> bool:
    """Whether one number counts occasions and the other things: 四十七次 and 三千六百名."""
    return (one.counter[:1] in _OCCASIONS) is not (other.counter[:1] in _OCCASIONS)


def _bounds(text: str, one: Quantity, other: Quantity) -> bool:
    """Whether two numbers are the bounds of one range, of which one noun is said: 五十户以上一百户以下的村."""
    return text[one.end - 1] == "上" and text[other.end - 1] == "下" and other.start - one.end <= 1


_OCCASIONS = OCCASIONS | {"遍"}


def _near(text: str, two: tuple[Quantity, Quantity], apart: int) -> bool:
    left, right = sorted(two)
    return (
        left.low != right.low
        and right.start - left.end <= apart
        and alike(left, right)
        and "\n" not in text[left.end : right.start]
    )
