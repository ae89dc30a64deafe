"""English numerals in figures, and either way of writing.

Every function takes lower-case text and a position, and never raises: what is not a numeral gives None.
"""

from __future__ import annotations

import re
from fractions import Fraction

from duizhao.validator.quantities.en_spelled import words
from duizhao.validator.quantities.en_value import MAX_DIGITS, MAX_SCALE, Numeral, Shape, exact
from duizhao.validator.quantities.en_words import SCALES, SHORT_SCALES, VULGAR
from duizhao.validator.quantities.model import Form, Number

_GLUED = re.compile(r"[ -]?([a-z]+)(?![a-z0-9])")
_FIGURE = re.compile(
    r"([0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[1-9][0-9]{0,2}(?: [0-9]{3})+(?![0-9]|,[0-9])|[0-9]+)(\.[0-9]+)?"
)
_PART = re.compile(r"/([1-9][0-9]{0,3})(?![0-9/])| ([1-9])/([1-9][0-9]?)(?![0-9/])")


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
    whole, decimals = match.groups("")
    digits = whole.replace(",", "").replace(" ", "")
    end = match.end()
    if len(digits) + len(decimals) > MAX_DIGITS:
        prefix = int(digits[:MAX_DIGITS])
        return Numeral(end, prefix, prefix, Form.DIGITS, Shape.CODE)
    if decimals:
        value = Fraction(int(digits + decimals[1:]), 10 ** (len(decimals) - 1))
        return _scaled(low, end, value, money=money)
    return _with_part(low, end, int(digits)) or _scaled(low, end, int(digits), money=money)


def _with_part(low: str, end: int, whole: int) -> Numeral | None:
    """A fraction that follows a whole number: 7/8, 2½, 2 1/2."""
    if low[end : end + 1] in VULGAR:
        return _scaled(low, end + 1, whole + VULGAR[low[end]])
    match = _PART.match(low, end)
    if match is None:
        return None
    if match[1]:
        value = Fraction(whole, int(match[1]))
        return Numeral(match.end(), value, value, Form.DIGITS, Shape.FRACTION)
    return _scaled(low, match.end(), whole + Fraction(int(match[2]), int(match[3])))


def _scaled(low: str, end: int, value: Number, *, money: bool = False) -> Numeral:
    """The figure with the scale words behind it: 1.5 million, 3 hundred thousand, $1.2 bn."""
    scale, form = 1, Form.DIGITS
    while scale < MAX_SCALE and (match := _GLUED.match(low, end)):
        factor = _scale_word(match[1])
        if not factor and scale == 1 and (money or match[0] == "k"):
            factor = SHORT_SCALES.get(match[1], 0)
        if not factor or (low[end] == "-" and len(match[1]) < 4):
            break
        scale *= factor
        end, form = match.end(), Form.MIXED
    value = exact(value * scale)
    return Numeral(end, value, value, form, Shape.CARDINAL, scale)


def _scale_word(word: str) -> int:
    """The multiplier of million, millions, bn; 0 where the word is none."""
    if word in ("bn", "mn", "mln"):
        return SHORT_SCALES[word]
    return SCALES.get(word) or SCALES.get(word[:-1] if word[-1] == "s" else "", 0)
