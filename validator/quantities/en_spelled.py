"""English numerals in words: two and a half million, a dozen, tens of thousands, twenty-first."""

from __future__ import annotations

import re
from fractions import Fraction

from duizhao.validator.quantities.en_value import MAX_SCALE, TOO_BIG, Numeral, Shape, exact
from duizhao.validator.quantities.en_words import ORDINALS, PARTS, PLURALS, SCALES, SMALL
from duizhao.validator.quantities.model import Form, Number

_WORD = re.compile(r"[a-z]+")
_NEXT = re.compile(r"(?: and |-and-|[ -])([a-z]+)")
_AND_PART = re.compile(r"(?: and |-and-)(a|one|two|three)[ -]([a-z]+)")
_OF_WORD = re.compile(r"(?: of|-of)?[ -]([a-z]+)")


class _Sum:
    """A number in words, added up word by word; `room` is the first value too big to be added next."""

    __slots__ = ("limit", "now", "room", "scale", "total")

    def __init__(self) -> None:
        self.total: Number = 0
        self.now: Number = 0
        self.room = self.limit = TOO_BIG
        self.scale = 1

    def small(self, value: int) -> bool:
        """Add one of the words below a hundred; False where it does not belong to the number."""
        if value >= self.room or (value == 0 and self.room < TOO_BIG):
            return False
        self.now += value
        self.room = 10 if value >= 20 else 1
        self.scale = 1
        return True

    def big(self, scale: int) -> bool:
        """Multiply by a scale word; False where it does not belong to the number."""
        if scale < 1000:
            if self.now >= 100 or self.scale == 12 or (self.total and not self.now):
                return False
            self.now = (self.now or 1) * scale
            self.room = 100 if scale == 100 else 0
        elif self.total and not self.now:
            if self.total * scale >= TOO_BIG:
                return False
            self.total *= scale
            self.limit = max(self.limit, scale)
        elif scale >= self.limit:
            return False
        else:
            self.total += (self.now or 1) * scale
            self.now, self.room, self.limit = 0, 1000, scale
        self.scale = scale
        return True

    def part(self, value: Fraction) -> None:
        """Add a fraction: to the last number, or of the last scale (a million and a half)."""
        if self.now or not self.total:
            self.now += value
        else:
            self.total += self.limit * value
        self.room = 0

    def at(self, end: int, shape: Shape = Shape.CARDINAL) -> Numeral:
        """The number as a numeral that ends at `end`."""
        value = exact(self.total + self.now)
        return Numeral(end, value, value, Form.WORDS, shape, self.scale)


def words(low: str, pos: int) -> Numeral | None:
    """A numeral in words that begins at `pos`: two and a half million, a dozen, tens of thousands, twenty-first."""
    match = _WORD.match(low, pos)
    if match is None:
        return None
    word, end = match[0], match.end()
    total = _Sum()
    if word in SMALL:
        total.small(SMALL[word])
        return _continue(low, end, total)
    if word in SCALES:
        total.big(SCALES[word])
        return _continue(low, end, total)
    if word in ORDINALS:
        return Numeral(end, ORDINALS[word], ORDINALS[word], Form.WORDS, Shape.ORDINAL)
    if word in PLURALS:
        return _open_count(low, end, PLURALS[word])
    if word in ("several", "few"):
        return _several(low, end)
    if word == "half":
        return _half(low, end)
    return _after_article(low, end) if word in ("a", "an") else None


def _after_article(low: str, end: int) -> Numeral | None:
    """A hundred, a dozen, a few, a third of, a half."""
    match = _WORD.match(low, end + 1) if low[end : end + 1] == " " else None
    if match is None:
        return None
    word = match[0]
    if word in SCALES:
        return words(low, end + 1)
    if word == "few":
        return _several(low, match.end())
    if word == "half" or (word in PARTS and low.startswith(" of", match.end())):
        value = Fraction(1, PARTS[word])
        return Numeral(match.end(), value, value, Form.WORDS, Shape.FRACTION)
    return None


def _half(low: str, end: int) -> Numeral:
    """Half a million, half a dozen; half alone is one half."""
    match = _WORD.match(low, end + 3) if low.startswith(" a ", end) else None
    if match and match[0] in SCALES:
        scale = SCALES[match[0]]
        return Numeral(match.end(), scale // 2, scale // 2, Form.WORDS, Shape.CARDINAL, scale)
    return Numeral(end, Fraction(1, 2), Fraction(1, 2), Form.IMPLIED, Shape.FRACTION)


def _multiplied(low: str, end: int, scale: int) -> tuple[int, int]:
    """The scale words that go on an open count (hundred thousand, of thousands): where they end, their product."""
    while scale < MAX_SCALE and (match := _OF_WORD.match(low, end)):
        factor = PLURALS.get(match[1]) or SCALES.get(match[1])
        if not factor or (factor == 20 and scale > 1):
            break
        scale *= factor
        end = match.end()
    return end, scale


def _several(low: str, end: int) -> Numeral:
    """Several hundred (200 to 900), a few thousand; alone 2 to 9."""
    end, scale = _multiplied(low, end, 1)
    return Numeral(end, 2 * scale, 9 * scale, Form.WORDS, Shape.SEVERAL, scale)


def _open_count(low: str, end: int, first: int) -> Numeral:
    """Dozens (24 to 99), hundreds (200 to 999), tens of thousands (10,000 to 99,999)."""
    end, scale = _multiplied(low, end, first)
    if scale > first:
        return Numeral(end, scale, 10 * scale - 1, Form.WORDS, Shape.SEVERAL, scale)
    most = 99 if first in (12, 20) else 10 * first - 1
    return Numeral(end, 2 * first, most, Form.WORDS, Shape.SEVERAL, first)


def _continue(low: str, end: int, total: _Sum) -> Numeral:
    """Add the words after the first one; stop before the word that does not belong to the numeral."""
    while match := _NEXT.match(low, end):
        word = match[1]
        joined = match.start(1) - end > 1
        if joined and (stop := _and_part(low, end, total)):
            end = stop
            continue
        if word in SMALL:
            if (year := _year(low, total, word, match.end())) is not None:
                return year
            if (joined and total.room < 100) or not total.small(SMALL[word]):
                break
        elif word in SCALES:
            if joined or not total.big(SCALES[word]):
                break
        else:
            return _closing(low, end, total, match)
        end = match.end()
    return total.at(end)


def _and_part(low: str, end: int, total: _Sum) -> int:
    """Add `and a half` to the numeral and return where it ends; 0 where nothing of the kind follows."""
    match = _AND_PART.match(low, end)
    if match is None or match[2] not in PARTS or total.room == 0:
        return 0
    total.part(Fraction(SMALL.get(match[1], 1), PARTS[match[2]]))
    return match.end()


def _closing(low: str, end: int, total: _Sum, match: re.Match[str]) -> Numeral:
    """The last word of a numeral: an ordinal (twenty-first), a fraction (two-thirds), a decimal (three point five)."""
    word, stop = match[1], match.end()
    joined = match.start(1) - end > 1
    if word == "point" and not joined:
        return _decimals(low, end, total)
    value = ORDINALS.get(word, 0)
    if value and (not joined or total.room >= 100):
        if value < total.room:
            total.now += value
            return total.at(stop, Shape.ORDINAL)
        of_one = low[end] == "-" and total.now == 1
        if value >= 100 and not of_one and not low.startswith(" of", stop) and total.big(value):
            return total.at(stop, Shape.ORDINAL)
    if word in PARTS and not joined and (total.total or total.now):
        share = Fraction(total.total + total.now) / PARTS[word]
        return Numeral(stop, share, share, Form.WORDS, Shape.FRACTION)
    return total.at(end)


def _year(low: str, total: _Sum, word: str, end: int) -> Numeral | None:
    """Nineteen fifty-eight."""
    if total.total or total.now not in (18, 19) or SMALL[word] < 20:
        return None
    value = int(total.now) * 100 + SMALL[word]
    match = _NEXT.match(low, end)
    if match and match.start(1) == end + 1 and 0 < SMALL.get(match[1], 0) < 10:
        value += SMALL[match[1]]
        end = match.end()
    return Numeral(end, value, value, Form.WORDS, Shape.YEAR)


def _decimals(low: str, end: int, total: _Sum) -> Numeral:
    """Three point one four, perhaps million: `end` is before point."""
    place, pos = Fraction(1, 10), end + len(" point")
    stop = pos
    while place.denominator < TOO_BIG and (match := _NEXT.match(low, pos)):
        digit = SMALL.get(match[1], 10)
        if digit > 9 or match.start(1) != pos + 1:
            break
        total.now += digit * place
        place /= 10
        pos = match.end()
    if pos == stop:
        return total.at(end)
    total.scale = 1
    scale = _OF_WORD.match(low, pos)
    if scale and scale[1] in SCALES and scale.start(1) == pos + 1:
        total.big(SCALES[scale[1]])
        pos = scale.end()
    return total.at(pos)
