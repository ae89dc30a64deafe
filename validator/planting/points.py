"""Slips in dates and ordinals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from duizhao.regex import regex
from duizhao.schema.dates import MONTH_NAMES, days_in_month
from duizhao.validator.planting.numerals import cased, in_words, titled
from duizhao.validator.planting.place import Edit, PlantingPlace
from duizhao.validator.quantities.model import DateParts, Kind

_COMMON_YEAR = 1  # whichever year an article is of: 29 February is in few of them, and else no day at all
_MONTH = regex(rf"\b({'|'.join(MONTH_NAMES)}|{'|'.join(month[:3] for month in MONTH_NAMES)}|Sept)\b\.?")
_YEAR = regex(r"\b(1[5-9][0-9]{2}|20[0-9]{2})\b")
_DAY = regex(r"(?<![0-9.,])([0-9]{1,2})(st|nd|rd|th)?(?![0-9.,]*[0-9])\b")
_SUFFIX = {1: "st", 2: "nd", 3: "rd"}


def year(place: PlantingPlace) -> Iterator[Edit]:
    """Another year: near by, or with a digit changed or two exchanged."""
    zh, en = _dates(place)
    found = list(_YEAR.finditer(place.words))
    dated = zh is not None and en is not None and bool(zh.year or zh.relative)
    if len(found) != 1 or not (dated or place.year):
        return
    written, old = found[0][0], int(found[0][0])
    turned = int(written[:2] + written[3] + written[2])
    for new in dict.fromkeys((old - 1, old + 1, old - 10, old + 10, old - 100, turned)):
        if new != old and (en is None or old == en.year):
            yield _edit(place, found[0].span(), str(new))


def month(place: PlantingPlace) -> Iterator[Edit]:
    """Another month, which has that day."""
    zh, en = _dates(place)
    found = list(_MONTH.finditer(place.words))
    if not zh or not en or len(found) != 1 or not zh.month or zh.calendar == "lunar":
        return
    match = found[0]
    old = next(number for number, name in enumerate(MONTH_NAMES) if name.startswith(match[1][:3]))
    short = match[1] != MONTH_NAMES[old]
    for step in (1, -1, 2, -2):
        new = (old + step) % 12
        if (en.day or 1) <= days_in_month(_COMMON_YEAR, new + 1):
            name = MONTH_NAMES[new]
            yield _edit(place, match.span(1), name[:3] if short else name)


def day(place: PlantingPlace) -> Iterator[Edit]:
    """Another day, which that month has."""
    zh, en = _dates(place)
    if not zh or not en or not zh.day or zh.calendar == "lunar" or not en.day:
        return
    found = [match for match in _DAY.finditer(place.words) if int(match[1]) == en.day]
    if len(found) != 1:
        return
    match, old = found[0], en.day
    last = days_in_month(_COMMON_YEAR, en.month or zh.month or 2)
    for new in dict.fromkeys((old - 1, old + 1, old - 10, old + 10, int(match[1][::-1]))):
        if 1 <= new <= last and new != old:
            yield _edit(place, match.span(), f"{new}{_suffix(new) if match[2] else ''}")


def _dates(place: PlantingPlace) -> tuple[DateParts | None, DateParts | None]:
    return place.zh.date, place.en.date


def _edit(place: PlantingPlace, span: tuple[int, int], after: str) -> Edit:
    return Edit(place.en.start + span[0], place.en.start + span[1], after)


# ---------------------------------------------------------------- ordinals

_RANKS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_NUMBERED = regex(r"(?<![0-9.,])([0-9]{1,4})(st|nd|rd|th)\b|\bNo\. ?([0-9]{1,4})\b")


def rank(value: int) -> str:
    """An ordinal in words.

    >>> rank(3), rank(20), rank(25)
    ('third', 'twentieth', 'twenty-fifth')
    """
    text = in_words(value)
    head, sign, last = text.rpartition("-" if "-" in text else " ")
    if last in _RANKS:
        return f"{head}{sign}{_RANKS[last]}"
    return f"{head}{sign}{last.removesuffix('y')}ieth" if last.endswith("y") else f"{text}th"


_BY_RANK = {rank(value): value for value in range(1, 100)}
_RANK = regex(rf"\b(?:{'|'.join(sorted(_BY_RANK, key=len, reverse=True))})\b", re.IGNORECASE)


def ordinal(place: PlantingPlace) -> Iterator[Edit]:
    """Another ordinal: the next, or with a digit changed."""
    if place.en.kind is not Kind.ORDINAL or place.zh.kind is not Kind.ORDINAL or place.en.low != place.en.high:
        return
    for match in _NUMBERED.finditer(place.words):
        group = 1 if match[1] else 3
        for new in _others(int(match[group]), place.en.low):
            end = match.end(2) if match[2] else match.end(3)
            yield _edit(place, (match.start(group), end), f"{new}{_suffix(new) if match[2] else ''}")
    for match in _RANK.finditer(place.words):
        for new in _others(_BY_RANK[match[0].lower()], place.en.low):
            if new < 100:
                written = titled(rank(new)) if place.title else cased(rank(new), match[0])
                yield _edit(place, match.span(), written)


def _others(old: int, meant: int | Fraction) -> Iterator[int]:
    """Ordinals near one, where it is the one that was read."""
    for new in dict.fromkeys((old - 1, old + 1, old + 10, int(str(old)[::-1]))) if old == meant else ():
        if new >= 1 and new != old:
            yield new


def _suffix(number: int) -> str:
    return "th" if 10 <= number % 100 <= 20 else _SUFFIX.get(number % 10, "th")
