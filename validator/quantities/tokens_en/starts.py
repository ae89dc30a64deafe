"""Where an expression may begin."""

from __future__ import annotations

from duizhao.regex import regex
from duizhao.validator.quantities import numeral_en
from duizhao.validator.quantities.tokens_en.shared import WORD, in_word
from duizhao.validator.quantities.tokens_en.stretch import EnglishStretch
from duizhao.validator.quantities.tokens_en.tables import FEW, NO_START, Start

_FIRST = regex(
    rf"[a-z0-9.{numeral_en.VULGARS}](?:(?<=[a-z])[a-z]*|(?<=[0-9{numeral_en.VULGARS}])|(?<=\.)(?<![a-z0-9]\.)[0-9])"
)
"""A word, or the first figure of a number: what is looked up to see whether an expression begins."""
_ROMAN = regex(r"[ivxlc]{1,7}(?![a-z'])")
_ROMAN_FIGURES = 8
"""Numbers up to 38 (xxxviii) have fewer."""
_AND_A_HALF = " and a half"


def next_start(stretch: EnglishStretch, at: int) -> tuple[int, int] | None:
    """Where the next expression may begin, and the end of what begins it."""
    low, starts = stretch.low, stretch.tables.starts
    start: Start | None
    for found in _FIRST.finditer(low, at, stretch.stop):
        word = found[0]
        if word not in starts:
            # Roman figures are in no table
            if word[0] not in "ivx" or word.strip("ivx"):
                continue
            start = NO_START
        elif (start := starts[word]) is None:
            return found.span()
        begin, end = found.span()
        if not start.sure and low[end : end + FEW] not in start.phrases:
            continue  # the, of, in: there is one in every line
        if not begin or not in_word(low[begin - 1]):
            end = _opened(stretch, start, word, begin, end)
            if end:
                return begin, end
    return None


def _opened(stretch: EnglishStretch, start: Start, word: str, begin: int, end: int) -> int:
    """The end of what begins an expression with that word, 0 where it begins none."""
    low, stop = stretch.low, stretch.stop
    if word in {"a", "an"} and _counts(stretch, end):
        return end + 1
    if start.unit and _halved(stretch, end):
        return end
    phrases = start.phrases
    for phrase in (*phrases.get(low[end : end + FEW], ()), *phrases.get("", ())):
        close = begin + len(phrase)
        if low.startswith(phrase, begin, stop) and (close >= stop or not "a" <= low[close] <= "z"):
            return close
    if 1 < len(word) < _ROMAN_FIGURES and not word.strip("ivx") and not low.startswith("'", end, stop):
        return end
    for phrase in start.numbered:
        close = begin + len(phrase)
        if low.startswith(phrase, begin, stop) and _ROMAN.match(low, close, stop) is not None:
            return close
    return 0


def _counts(stretch: EnglishStretch, end: int) -> bool:
    """Whether an article counts one: a hundred, a third, a year and a half."""
    word = WORD.match(stretch.low, end + 1, stretch.stop) if stretch.low.startswith(" ", end, stretch.stop) else None
    if word is None:
        return False
    close = word.end()
    free = close >= stretch.stop or not in_word(stretch.low[close])
    return (free and word[0] in stretch.tables.counted) or _halved(stretch, close)


def _halved(stretch: EnglishStretch, end: int) -> bool:
    close = end + len(_AND_A_HALF)
    return stretch.low.startswith(_AND_A_HALF, end, stretch.stop) and (
        close >= stretch.stop or not in_word(stretch.low[close])
    )
