"""English numerals, in words and in figures, and their exact values.

Every function takes lower-case text and a position, and never raises: what is not a numeral gives None.
"""

from __future__ import annotations

import re
from enum import IntEnum
from fractions import Fraction
from typing import NamedTuple

from duizhao.validator.quantities.model import Form, Number


class Shape(IntEnum):
    """What sort of numeral was read."""

    CARDINAL = 1
    ORDINAL = 2
    FRACTION = 3
    SEVERAL = 4
    YEAR = 5
    CODE = 6


class Numeral(NamedTuple):
    """A numeral read at a position.  `scale` is its last multiplier (million), which a range shares: 3 to 4 million."""

    end: int
    low: Number
    high: Number
    form: Form
    shape: Shape = Shape.CARDINAL
    scale: int = 1


MAX_DIGITS = 30
"""A longer row of digits is an identifier; it also keeps `int()` away from its limit."""

_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
SMALL: dict[str, int] = {word: n for n, word in enumerate(f"zero {_ONES} eighteen nineteen".split())}
SMALL |= {word: 10 * n for n, word in enumerate(_TENS.split(), 2)} | {"fourty": 40, "ninty": 90}
SCALES: dict[str, int] = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
PLURALS: dict[str, int] = {"tens": 10, "scores": 20} | {f"{word}s": n for word, n in SCALES.items()}
_IRREGULAR = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
ORDINALS: dict[str, int] = {word: n for n, word in enumerate(_IRREGULAR.split(), 1)}
ORDINALS |= {f"{word}th": n for word, n in SMALL.items() if 12 < n < 20}
ORDINALS |= {f"{word[:-1]}ieth": n for word, n in SMALL.items() if word.endswith("ty")}
ORDINALS |= {f"{word}th": n for word, n in SCALES.items() if n > 12}
PARTS: dict[str, int] = {word: n for word, n in ORDINALS.items() if n > 2} | {"half": 2, "quarter": 4}
PARTS |= {f"{word}s": n for word, n in PARTS.items()} | {"halves": 2}

_WORD = re.compile(r"[a-z]+")
_NEXT = re.compile(r"(?:[ -]| and |-and-)([a-z]+)")
_AND_PART = re.compile(
    r"(?: and |-and-)(?:(a|one)[ -](half|quarter|third)|(two)[ -](thirds)|(three)[ -](quarters))(?![a-z])"
)
_OF_SCALE = re.compile(r"(?: of)? (hundred|thousand|million|billion|dozen)s?(?![a-z])")
_FIGURE = re.compile(
    r"([0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[1-9][0-9]{0,2}(?: [0-9]{3})+(?![0-9]|,[0-9])|[0-9]+)(\.[0-9]+)?"
)
_OVER = re.compile(r"/([1-9][0-9]{0,3})(?![0-9/])")
_MIXED_PART = re.compile(r" ([1-9])/([1-9][0-9]?)(?![0-9/])")
_SCALE = re.compile(r"[ -]?(hundred|thousand|million|billion|trillion|bn|mn|mln)s?(?![a-z])")
_MONEY_SCALE = re.compile(r" ?([kmb])(?![a-z0-9])")
_SHORT = {"bn": 10**9, "b": 10**9, "mn": 10**6, "mln": 10**6, "m": 10**6, "k": 1000}
VULGAR: dict[str, Fraction] = {
    "½": Fraction(1, 2),
    "⅓": Fraction(1, 3),
    "⅔": Fraction(2, 3),
    "¼": Fraction(1, 4),
    "¾": Fraction(3, 4),
    "⅕": Fraction(1, 5),
    "⅛": Fraction(1, 8),
    "⅜": Fraction(3, 8),
    "⅝": Fraction(5, 8),
    "⅞": Fraction(7, 8),
}


def exact(value: Number) -> Number:
    """The value as an int where it is whole."""
    return value.numerator if value.denominator == 1 else value


def numeral(low: str, pos: int, *, money: bool = False) -> Numeral | None:
    """The numeral that begins at `pos` of the lower-case text, in words or figures, or None.

    `money` says that a currency sign stands before it, so that m is a million and not a metre.
    """
    char = low[pos : pos + 1]
    if "0" <= char <= "9":
        return figure(low, pos, money=money)
    if char in VULGAR:
        return Numeral(pos + 1, VULGAR[char], VULGAR[char], Form.DIGITS, Shape.FRACTION)
    return words(low, pos)


def figure(low: str, pos: int, *, money: bool = False) -> Numeral | None:
    """A numeral that begins with digits: 15,000; 30 752; 1.5 million; 7/8; 2½; 10k."""
    match = _FIGURE.match(low, pos)
    if match is None:
        return None
    digits = match[1].replace(",", "").replace(" ", "")
    decimals = match[2] or ""
    end = match.end()
    if len(digits) + len(decimals) > MAX_DIGITS:
        value = int(digits[:MAX_DIGITS])
        return Numeral(end, value, value, Form.DIGITS, Shape.CODE)
    value_: Number = int(digits)
    if decimals:
        value_ = exact(Fraction(int(digits + decimals[1:]), 10 ** (len(decimals) - 1)))
    else:
        part = _part_after(low, end, value_)
        if part is not None:
            return part
    return _scaled(low, end, value_, money=money)


def _part_after(low: str, end: int, whole: Number) -> Numeral | None:
    """A fraction that follows a whole number: 7/8, 2½, 2 1/2."""
    char = low[end : end + 1]
    if char == "/" and (match := _OVER.match(low, end)):
        value = Fraction(whole, int(match[1]))
        return Numeral(match.end(), value, value, Form.DIGITS, Shape.FRACTION)
    if char in VULGAR:
        return _scaled(low, end + 1, whole + VULGAR[char])
    if char == " " and (match := _MIXED_PART.match(low, end)):
        return _scaled(low, match.end(), whole + Fraction(int(match[1]), int(match[2])))
    return None


def _scaled(low: str, end: int, value: Number, *, money: bool = False) -> Numeral:
    """The figure with the scale words behind it: 1.5 million, 3 hundred thousand, $1.2 bn."""
    scale, form = 1, Form.DIGITS
    while scale < 10**15 and (match := _SCALE.match(low, end)):
        scale *= SCALES.get(match[1]) or _SHORT[match[1]]
        end, form = match.end(), Form.MIXED
    if scale == 1 and (match := _MONEY_SCALE.match(low, end)) and (money or match[0] == "k"):
        scale, end, form = _SHORT[match[1]], match.end(), Form.MIXED
    value = exact(value * scale)
    return Numeral(end, value, value, form, Shape.CARDINAL, scale)


class _Sum:
    """A number in words, added up word by word; `room` is the first value too big to be added next."""

    __slots__ = ("limit", "now", "room", "scale", "total")

    def __init__(self) -> None:
        self.total: Number = 0
        self.now: Number = 0
        self.room = self.limit = 10**30
        self.scale = 1

    def small(self, value: int) -> bool:
        if value >= self.room or (value == 0 and self.room < 10**30):
            return False
        self.now += value
        self.room = 10 if value >= 20 else 1
        self.scale = 1
        return True

    def big(self, scale: int) -> bool:
        if scale < 1000:
            if self.now >= 100 or self.scale == 12 or (self.total and not self.now):
                return False
            self.now = (self.now or 1) * scale
            self.room = 100 if scale == 100 else 0
        elif not self.now and self.total:
            self.total *= scale
            self.limit = max(self.limit, scale)
        elif scale >= self.limit:
            return False
        else:
            self.total += (self.now or 1) * scale
            self.now, self.room, self.limit = 0, 1000, scale
        self.scale = scale
        return self.total < 10**30

    def part(self, value: Fraction) -> None:
        if self.now or not self.total:
            self.now += value
        else:
            self.total += self.limit * value
        self.room = 0

    @property
    def value(self) -> Number:
        return exact(self.total + self.now)


def words(low: str, pos: int) -> Numeral | None:
    """A numeral in words that begins at `pos`: two and a half million, a dozen, tens of thousands, twenty-first."""
    match = _WORD.match(low, pos)
    if match is None:
        return None
    word, end = match[0], match.end()
    if word in ("a", "an"):
        return _after_article(low, end)
    if word in ("several", "few"):
        return several(low, end)
    if word in PLURALS:
        return _open_count(low, end, PLURALS[word])
    if word == "half":
        return _half(low, end)
    if word in ORDINALS:
        value = ORDINALS[word]
        return Numeral(end, value, value, Form.WORDS, Shape.ORDINAL)
    total = _Sum()
    if word in SMALL:
        total.small(SMALL[word])
    elif word in SCALES:
        total.big(SCALES[word])
    else:
        return None
    return _continue(low, end, total)


def _after_article(low: str, end: int) -> Numeral | None:
    """A hundred, a dozen, a few, a third, a half."""
    match = _NEXT.match(low, end)
    if match is None or match.start(1) != end + 1:
        return None
    word = match[1]
    if word in SCALES:
        return words(low, end + 1)
    if word == "few":
        return several(low, match.end())
    if word == "half" or (word in PARTS and low.startswith(" of", match.end())):
        value = Fraction(1, PARTS[word])
        return Numeral(match.end(), value, value, Form.WORDS, Shape.FRACTION)
    return None


def _half(low: str, end: int) -> Numeral:
    """Half a million, half a dozen; half alone is one half."""
    if low.startswith((" a ", " an "), end):
        match = _WORD.match(low, end + 3)
        if match and match[0] in SCALES:
            scale = SCALES[match[0]]
            return Numeral(match.end(), scale // 2, scale // 2, Form.WORDS, Shape.CARDINAL, scale)
    return Numeral(end, Fraction(1, 2), Fraction(1, 2), Form.IMPLIED, Shape.FRACTION)


def several(low: str, end: int) -> Numeral:
    """Several hundred (200 to 900), a few thousand; alone 2 to 9."""
    scale = 1
    while scale < 10**15 and (match := _OF_SCALE.match(low, end)):
        scale *= SCALES[match[1]]
        end = match.end()
    if scale == 1 and low.startswith(" tens of ", end):
        scale = _open_count(low, end + 5, 10).scale
        end = _open_count(low, end + 5, 10).end
    return Numeral(end, 2 * scale, 9 * scale, Form.WORDS, Shape.SEVERAL, scale)


def _open_count(low: str, end: int, scale: int) -> Numeral:
    """Dozens (24 to 99), hundreds (200 to 999), tens of thousands (10,000 to 99,999)."""
    first, least = scale, 2
    while scale < 10**15 and (match := _OF_SCALE.match(low, end)):
        scale *= SCALES[match[1]]
        end, least = match.end(), 1
    bound = 99 if first in (12, 20) and least == 2 else 10 * scale - 1
    return Numeral(end, least * scale, bound, Form.WORDS, Shape.SEVERAL, scale)


def _continue(low: str, end: int, total: _Sum) -> Numeral:
    """Add the words after the first one; stop before the word that does not belong to the numeral."""
    while True:
        if low.startswith((" and a", "-and-a", " and one", " and t"), end) and (part := _AND_PART.match(low, end)):
            top, bottom = (group for group in part.groups() if group)
            total.part(Fraction(SMALL.get(top, 1), PARTS[bottom]))
            end = part.end()
        match = _NEXT.match(low, end)
        if match is None:
            break
        word = match[1]
        joined = match.start(1) - end > 1
        if word in SMALL:
            year = _year(low, total, word, match.end())
            if year:
                return year
            if (joined and total.room < 100) or not total.small(SMALL[word]):
                break
        elif word in SCALES:
            if joined or not total.big(SCALES[word]):
                break
        elif word == "point" and not joined:
            stop = _decimals(low, match.end(), total)
            if stop == match.end():
                break
            end = stop
            continue
        else:
            return _closing(low, end, total, match, word, joined=joined)
        end = match.end()
    return _whole(end, total)


def _whole(end: int, total: _Sum) -> Numeral:
    return Numeral(end, total.value, total.value, Form.WORDS, Shape.CARDINAL, total.scale)


def _closing(low: str, end: int, total: _Sum, match: re.Match[str], word: str, *, joined: bool) -> Numeral:
    """A last word that makes an ordinal (twenty-first) or a fraction (two-thirds) of the numeral."""
    if word in ORDINALS and (not joined or total.room >= 100):
        value = ORDINALS[word]
        stop = match.end()
        as_part = (low[end] == "-" and total.value == 1) or low.startswith(" of", stop)
        if value < total.room:
            total.now += value
            return Numeral(stop, total.value, total.value, Form.WORDS, Shape.ORDINAL)
        if value >= 100 and not as_part and total.big(value):
            return Numeral(stop, total.value, total.value, Form.WORDS, Shape.ORDINAL)
    if word in PARTS and not joined and total.value:
        value_ = Fraction(total.value) / PARTS[word]
        return Numeral(match.end(), value_, value_, Form.WORDS, Shape.FRACTION)
    return _whole(end, total)


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


def _decimals(low: str, pos: int, total: _Sum) -> int:
    """Three point one four: add the digits, return where they end."""
    place, end = Fraction(1, 10), pos
    while place.denominator < 10**MAX_DIGITS:
        match = _NEXT.match(low, end)
        if match is None or match.start(1) != end + 1 or SMALL.get(match[1], 10) > 9:
            break
        total.now += SMALL[match[1]] * place
        place /= 10
        end = match.end()
    total.room = 0
    return end
