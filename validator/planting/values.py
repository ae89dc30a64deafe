"""Slips in values: powers of ten, digits, shares and multiples."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import pairwise

from duizhao.validator.planting.numerals import WrittenNumeral, cased, digits_of, titled, write
from duizhao.validator.planting.place import Edit, PlantingPlace
from duizhao.validator.quantities.model import COUNTS, Kind

_FIGURES = (*COUNTS, Kind.PERCENT)
_POWERS = tuple(Fraction(10) ** power for power in (1, -1, 2, -2, 3, -3))
_PER_WAN = (Fraction(1, 10), Fraction(100))
"""What 万 becomes: a thousand, or a million."""
_PER_YI = (Fraction(1, 100), Fraction(10))
"""What 亿 becomes: a million, or a billion."""


def scale(place: PlantingPlace) -> Iterator[Edit]:
    """Off by a power of ten."""
    yield from _multiplied(place, COUNTS, _POWERS)


def wan(place: PlantingPlace) -> Iterator[Edit]:
    """万 read as a thousand, or as a million."""
    if re.search("[万萬]", place.original) and not re.search("[亿億]", place.original):
        yield from _multiplied(place, COUNTS, _PER_WAN)


def yi(place: PlantingPlace) -> Iterator[Edit]:
    """亿 read as a million, or as a billion."""
    if re.search("[亿億]", place.original):
        yield from _multiplied(place, COUNTS, _PER_YI)


def percent(place: PlantingPlace) -> Iterator[Edit]:
    """The point of a percentage moved."""
    for edit in _multiplied(place, (Kind.PERCENT,), _POWERS[:4], point=True):
        if "," not in edit.after:  # nobody writes 7,000 percent
            yield edit


def percent_lost(place: PlantingPlace) -> Iterator[Edit]:
    """A percentage became a plain number."""
    numeral = _of(place, (Kind.PERCENT,))
    sign = numeral and re.match(r" ?%| per ?cent\b", place.text[numeral.end : place.en.end])
    if numeral and sign and numeral.end + sign.end() == place.en.end and re.match(r"[.,;]|$| of the ", place.rest):
        yield Edit(numeral.start, place.en.end, numeral.text)


def changed(place: PlantingPlace) -> Iterator[Edit]:
    """A digit became another."""
    numeral = _of(place, _FIGURES)
    if numeral is None:
        return
    digits, worth = digits_of(numeral)
    for at, old in enumerate(digits):
        for new in "123456789" if at in (0, len(digits) - 1) else "0123456789":
            if new != old:
                yield from _written(place, numeral, int(digits[:at] + new + digits[at + 1 :]) * worth)


def swapped(place: PlantingPlace) -> Iterator[Edit]:
    """Two neighbouring digits changed places."""
    numeral = _of(place, _FIGURES)
    if numeral is None:
        return
    digits, worth = digits_of(numeral)
    if numeral.figures and not numeral.scale and worth > 1:
        digits, worth = digits + "0", worth / 10  # 120 as 102
    for at, (left, right) in enumerate(pairwise(digits)):
        if left != right and (at or right != "0"):
            yield from _written(place, numeral, int(digits[:at] + right + left + digits[at + 2 :]) * worth)


def dropped(place: PlantingPlace) -> Iterator[Edit]:
    """A digit fell out: 134 for 1,234; in words, forty for forty-three."""
    numeral = _of(place, _FIGURES)
    if numeral is None:
        return
    if numeral.figures:
        yield from _respelt(place, numeral, lambda digits, at: digits[:at] + digits[at + 1 :])
        return
    digits, worth = digits_of(numeral)
    for at in range(len(digits)):
        rest = int(digits[:at] + "0" + digits[at + 1 :])
        teen = digits[at - 1 : at] == "1"  # eleven has no part that could fall out
        if rest and digits[at] != "0" and not teen:
            yield from _written(place, numeral, rest * worth)


def doubled(place: PlantingPlace) -> Iterator[Edit]:
    """A digit was written twice: 11,234 for 1,234."""
    numeral = _of(place, _FIGURES)
    if numeral and numeral.figures:
        yield from _respelt(place, numeral, lambda digits, at: digits[: at + 1] + digits[at:])


_TIMES = {
    "doubled": ("tripled", "quadrupled"),
    "tripled": ("doubled", "quadrupled"),
    "quadrupled": ("doubled", "tripled"),
    "double": ("triple",),
    "triple": ("double",),
    "twice": ("three times", "four times"),
    "twofold": ("threefold", "fourfold"),
    "threefold": ("twofold", "fourfold"),
    "fourfold": ("threefold", "fivefold"),
    "fivefold": ("fourfold", "sixfold"),
}


def multiple(place: PlantingPlace) -> Iterator[Edit]:
    """A multiple one higher or lower, as where 增加四倍 and 增加到四倍 are mixed up; or another one."""
    if Kind.MULTIPLE not in (place.en.kind, place.zh.kind):
        return
    numeral = place.numeral
    if numeral:
        for step in (-2, -1, 1, 2):
            if numeral.value + step >= 2:
                yield from _written(place, numeral, numeral.value + step)
    for match in re.finditer("[A-Za-z]+", place.words):
        start, end = place.en.start + match.start(), place.en.start + match.end()
        for word in _TIMES.get(match[0].lower(), ()):
            yield Edit(start, end, cased(word, match[0]))


def _of(place: PlantingPlace, kinds: tuple[Kind, ...]) -> WrittenNumeral | None:
    """The numeral of an expression of one of these kinds; one has another word after it than two."""
    numeral = place.numeral if place.en.kind in kinds and place.zh.kind is not Kind.DATE else None
    return None if numeral is None or numeral.value == 1 or (numeral.value * 1000).denominator != 1 else numeral


def _multiplied(
    place: PlantingPlace, kinds: tuple[Kind, ...], factors: tuple[Fraction, ...], *, point: bool = False
) -> Iterator[Edit]:
    numeral = _of(place, kinds)
    if numeral:
        for factor in factors:
            point = point or place.en.kind is Kind.MEASURE
            yield from _written(place, numeral, numeral.value * factor, point=point)


def _respelt(place: PlantingPlace, numeral: WrittenNumeral, respell: Callable[[str, int], str]) -> Iterator[Edit]:
    """The figures of a numeral with a digit more or less."""
    figures = numeral.text.partition(numeral.gap)[0] if numeral.gap else numeral.text
    figures = figures.replace(",", "")
    for at, sign in enumerate(figures):
        new = respell(figures, at)
        if sign != "." and re.fullmatch(r"[1-9][0-9]*(?:\.[0-9]+)?|0\.[0-9]+", new):
            yield from _written(place, numeral, Fraction(new) * (numeral.value / numeral.coefficient))


def _written(place: PlantingPlace, numeral: WrittenNumeral, value: Fraction, *, point: bool = False) -> Iterator[Edit]:
    """The numeral with another value in the same form, where that is a way to write it here."""
    after = write(value, numeral, point=point)
    after = titled(after) if after and place.title else after
    if after is not None and value not in (1, numeral.value) and _article_fits(place, numeral.start, after):
        yield Edit(numeral.start, numeral.end, after)


def _article_fits(place: PlantingPlace, start: int, after: str) -> bool:
    """Whether `a` or `an` before the numeral goes with what is written there."""
    article = re.search(r"\b(an?) $", place.before(start), re.IGNORECASE)
    vowel = re.match(r"8|11(?![0-9])|18(?![0-9])|11,|18,|eight|eleven", after, re.IGNORECASE)
    return article is None or (article[1].lower() == "an") == (vowel is not None)
