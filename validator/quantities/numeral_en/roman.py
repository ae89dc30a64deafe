"""Roman numerals: of a king, a century, a congress."""

from __future__ import annotations

from duizhao.regex import regex
from duizhao.validator.quantities.model import Form, Number
from duizhao.validator.quantities.numeral import Numeral, classify
from duizhao.validator.quantities.numeral_en.clinging import Found
from duizhao.validator.quantities.numeral_en.words import ROMAN_VALUES

# Up to 399: no king, congress or chapter is numbered higher; "ill" and "I'd" are words.
_ROMAN = regex(r"(?=[ivxlc])(?:c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})(?![a-z'])")


def roman(text: str, at: int) -> Found | None:
    """A Roman numeral of a king, a century, a congress; the caller knows that one may stand there."""
    found = _ROMAN.match(text, at)
    if found is None or not found[0]:
        return None
    total: Number = 0
    values = [ROMAN_VALUES[char] for char in found[0]]
    for value, following in zip(values, [*values[1:], 0], strict=True):
        total += -value if value < following else value
    return Found(found.end(), (Numeral(total, total, Form.WORDS, mask=classify(total, total, ordinal=True)),))
