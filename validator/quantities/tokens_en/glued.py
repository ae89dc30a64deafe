"""Letters that are glued to figures, and are a word or a sign of their own."""

from __future__ import annotations

from duizhao.regex import regex
from duizhao.validator.quantities.lexicon.classes import BIT
from duizhao.validator.quantities.tokens_en.shared import CUR
from duizhao.validator.quantities.tokens_en.stretch import EnglishStretch

_AFTER_SIGN = regex(r"[\d.,]+(?:[,.]\d|\s?(?:million|billion|trillion|bn|m|b|k)\b)")
"""What says that a single letter is a currency: R2.5, K3 million; M4 is a road."""
_PREFIXES = frozenset(["us", "hk", "mid", "pre", "post", "no", "non", "c", "ca", "p", "pp", "fy"])
"""Prefixes and short forms that are no words of the lexicon, or that a hyphen may follow."""


def is_glued(stretch: EnglishStretch, begin: int, at: int, head: str) -> bool:
    """Whether letters before figures are a word or a sign of their own: RM2, mid-1958, No.5, under-21s."""
    word = head.rstrip("-")
    entry = stretch.tables.glued.get(word)
    hyphen = head.endswith("-")
    if entry is not None and entry.mask & CUR and not hyphen:
        upper = stretch.text[begin : begin + len(word)].isupper()
        return upper and (len(word) > 1 or _AFTER_SIGN.match(stretch.low, at) is not None)
    if entry is not None and (hyphen or (entry.mask & BIT["DI"] and len(word) < 5)):
        return True  # No5 is a number, chapter5 an identifier
    return (
        hyphen
        and not any(char.isdecimal() for char in word)
        and len(word) > 2  # P-51 and B-2 are makes
        # under-21s; Boeing-747 is a make.
        and (stretch.text[begin].islower() or word in stretch.tables.spoken)
    ) or (word in _PREFIXES and not (hyphen and stretch.text[begin].isupper() and len(word) == 1))


def is_signed(stretch: EnglishStretch, at: int) -> bool:
    """Whether letters right before a figure are a word of their own: RM of RM2, but not N of N95."""
    begin = at
    while begin > stretch.floor and stretch.low[begin - 1].isalpha():
        begin -= 1
    return is_glued(stretch, begin, at, stretch.low[begin:at])
