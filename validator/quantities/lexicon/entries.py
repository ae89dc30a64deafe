"""What the tables hold: words with their meanings, units, and names."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple


class Sense(NamedTuple):
    """One meaning of a word."""

    cls: str
    value: str
    before: tuple[str, ...] = ()
    """What must not follow the word."""
    after: tuple[str, ...] = ()
    """What must not stand before it."""
    but: tuple[str, ...] = ()
    """What may follow it all the same, though it begins like something in `before`: 日 of 八日报道."""


class LexiconEntry(NamedTuple):
    """A word with its meanings."""

    word: str
    mask: int
    senses: tuple[Sense, ...]
    guarded: bool
    """Whether any meaning depends on the neighbours."""


class Unit(NamedTuple):
    """A unit of measure."""

    code: str
    dimension: str
    factor: Fraction | None
    zh: tuple[str, ...]
    en: tuple[str, ...]


MONTH = Fraction(2629746)
"""Seconds of a mean month, a twelfth of the Gregorian year: long times are counted in months, and so a year and ten days
add up."""


class Name(NamedTuple):
    """A word or phrase that holds a numeral and means none, or a date."""

    word: str
    at: int
    """Where its first numeral begins."""
    value: str
    before: tuple[str, ...] = ()
    """What must not follow it."""
    after: tuple[str, ...] = ()
    """What must not stand before it."""
