"""Identifiers in which figures stand: addresses, models, telephone numbers, codes of shares."""

from __future__ import annotations

import re

from duizhao.regex import regex
from duizhao.validator.quantities import numeral_en
from duizhao.validator.quantities.numeral import MAX_DIGITS
from duizhao.validator.quantities.tokens import Token
from duizhao.validator.quantities.tokens_en.glued import is_glued
from duizhao.validator.quantities.tokens_en.shared import CODE, WORD
from duizhao.validator.quantities.tokens_en.stretch import EnglishStretch
from duizhao.validator.quantities.tokens_en.words import word_at

_RUN = regex(r"[a-z0-9.,:/@_+%×*#-]*[a-z0-9%+]")
_LONGEST_CODE = 400
"""Characters of an address or number looked at: what goes on for ever (1/1/1/…) is not read anew at each figure."""
_FROM = 64
"""How far back an identifier may begin: not the whole of a row of figures that goes on for ever."""
_INSIDE = frozenset("abcdefghijklmnopqrstuvwxyz0123456789_/@.:%?=&#+~-")


def code_at(stretch: EnglishStretch, at: int, floor: int) -> Token | None:
    """The identifier that a figure is part of; None where it begins a number."""
    low = stretch.low
    previous = low[at - 1] if at > stretch.floor else " "
    begin = _begin(stretch, at, floor) if previous.isalpha() or previous in "-_/@.#:" else at
    whole = _RUN.match(low, begin, min(stretch.stop, begin + _LONGEST_CODE))
    return None if whole is None else _code(stretch, begin, at, whole[0])


def _begin(stretch: EnglishStretch, at: int, floor: int) -> int:
    """Where the identifier begins in which a figure stands."""
    low, begin = stretch.low, at
    least = max(floor, at - _FROM)
    while begin > least and low[begin - 1] in _INSIDE:
        begin -= 1
    word = low[begin:at]
    # An address has signs in it at which other identifiers end.
    if "@" in word or "://" in word or word.startswith("www."):
        return begin
    begin = at
    while begin > least and (low[begin - 1].isalnum() or low[begin - 1] == "_") and low[begin - 1].isascii():
        begin -= 1
    if begin == at and low[at - 1] == "-" and at - 2 >= least and low[at - 2].isalpha():
        begin = at - 1
        while begin > least and low[begin - 1].isalnum() and low[begin - 1].isascii():
            begin -= 1
        # 3g-5: what begins with a figure is no make.
        if low[begin].isdecimal():
            return at
    return begin


_FIGURES = regex(r"[0-9.,]*[0-9]|[0-9]")
_REPEATED = regex(r"[\d.]+(?:[x×*][\d.]+)+$|\d+\.\d+\.\d+|\d+-\d+-\d|0\d+-\d{5}")
"""Figures with signs between them: 40x60x80, 1.2.3, telephone numbers."""
_LISTED = regex(r"\.(?:s[hz]|hk|bj|n|o|us|ss)(?![a-z])")
"""The exchange behind the code of a share: 600000.SH, 0700.HK."""
_SUFFIXED = regex(r"\d{5,6}\.[a-z]{2}")
"""The code of a share with its exchange: 600606.SH."""


def _code(stretch: EnglishStretch, begin: int, at: int, whole: str) -> Token | None:
    """The identifier that a run of letters, figures and signs is, or the part of it that is one."""
    low, end = stretch.low, begin + len(whole)
    head = low[begin:at]
    if head:
        if "@" in whole or "://" in whole or head.startswith("www."):
            return Token(begin, end, CODE)
        if not is_glued(stretch, begin, at, head):
            cut = re.match(r"[a-z0-9_-]+(?:[./][a-z0-9]+)*", whole)
            return Token(begin, begin + cut.end() if cut else end, CODE)
    figures = _FIGURES.match(low, at, end)
    rest = figures.end() if figures else at
    # No number has so many figures, and Python refuses to read thousands of them.
    if rest - at > MAX_DIGITS and low[at:rest].replace(",", "").isdecimal():
        return Token(begin, rest, CODE)
    tail = low[rest:end]
    if _SUFFIXED.fullmatch(whole):
        return Token(begin, end, CODE)
    if not tail:
        return Token(begin, end, CODE) if _REPEATED.match(low, at, end) else None
    if tail[0].isalpha():
        return _tailed(stretch, begin, rest, end)
    if tail[0] == "." and stretch.text[rest + 1 : rest + 2].isupper() and _LISTED.match(low, rest):
        return Token(begin, end, CODE)
    if tail[0] in "×*-.:/" and _REPEATED.match(low, at, end):
        return Token(begin, end, CODE)
    if "@" in tail:
        return Token(begin, end, CODE)
    return None


_TAILS = frozenset(("st", "nd", "rd", "th", "bn", "mn", "mln", "k", "tn", "m", "b", "s", "x")) | frozenset(
    numeral_en.SCALES
)
"""Letters behind figures that are part of a number: 7th, 3bn, 50s."""
_SCREENS = frozenset(("2", "4", "8"))
"""4K and 8K are screens, 50K is fifty thousand."""


def _tailed(stretch: EnglishStretch, begin: int, rest: int, end: int) -> Token | None:
    """Figures with letters behind them: 5km and 7th are none, 5G and 0x81 are."""
    word = WORD.match(stretch.low, rest)
    letters = word[0] if word else ""
    stop = rest + len(letters)
    # 5m2 and 10km2 are areas, 3b4 is a code.
    if stop < end and stretch.low[stop].isdecimal() and letters not in {"m", "km", "cm"}:
        return Token(begin, end, CODE)
    # 5G and 3D, in capitals; 5g and 50s are grams and a decade.
    if stretch.text[rest].isupper() and letters in {"g", "d", "k", "s"} and stretch.low[rest - 1 : rest] != " ":
        return Token(begin, stop, CODE) if letters != "k" or stretch.low[begin:rest] in _SCREENS else None
    if letters in _TAILS or letters in numeral_en.HEADS or word_at(stretch, rest) is not None:
        return None
    return Token(begin, stop, CODE)
