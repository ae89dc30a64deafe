"""Names and idioms that hold a numeral and count nothing."""

from __future__ import annotations

from duizhao.validator.quantities.lexicon import Sense
from duizhao.validator.quantities.lexicon.classes import BIT
from duizhao.validator.quantities.tokens import Token
from duizhao.validator.quantities.tokens_zh.characters import NOUGHT_TO_NINE, NUMERAL_CHARS
from duizhao.validator.quantities.tokens_zh.stretch import ChineseStretch
from duizhao.validator.quantities.tokens_zh.tables import Names

_DEEPEST = 4
"""No name of the table has more characters before its first numeral: 余音绕梁三日."""


def name_at(stretch: ChineseStretch, at: int, *, begins: bool = False) -> Token | None:
    """A name or idiom around a place: 三番五次, 统一, 五一; with `begins` one that begins there only."""
    text, names = stretch.text, stretch.tables.names
    crossing = names.get(text[at - 1 : at + 1]) if at and not begins else None
    beginning = names.get(text[at : at + 2])
    found = _named(stretch, at, crossing, crosses=True) if crossing is not None else None
    if found is None and beginning is not None:
        found = _named(stretch, at, beginning, crosses=False)
    return found


def _named(stretch: ChineseStretch, at: int, ways: Names, *, crosses: bool) -> Token | None:
    """The first of some names that stands there: those with the numeral further on come last, the longest first."""
    text = stretch.text
    for shift, words, some in ways:
        start = at - shift
        # What begins before the last cluster's end has been read already.
        if shift > _DEEPEST or (shift < 1 if crosses else shift) or start < stretch.floor:
            continue
        if text.startswith(words, start):
            for name in some:
                end = start + len(name.word)
                if end > stretch.stop or not text.startswith(name.word, start):
                    continue
                # A numeral that goes on before it or behind it is no name: 三十五一, 第五一.
                if not shift and start > stretch.edge and _has_begun(text, start):
                    continue
                if not shift and end < stretch.stop and _goes_on(stretch, name.word, end):
                    continue
                if (name.before and text.startswith(name.before, end)) or (
                    name.after and text.endswith(name.after, 0, start)
                ):
                    continue
                return Token(start, end, BIT["NONE"], word=name.value, senses=(Sense("NONE", name.word),))
    return None


def _has_begun(text: str, start: int) -> bool:
    """Whether a numeral has begun before a name: 三十五一, 第五一, 三十．一二一."""
    before = text[start - 1]
    if before in ".．":
        earlier = text[start - 2 : start - 1]
        return earlier in NUMERAL_CHARS and not earlier.isdigit()  # "1．五一" is the first of a list
    return before in NUMERAL_CHARS or before == "第"


def _goes_on(stretch: ChineseStretch, word: str, end: int) -> bool:
    """Whether a numeral that a name ends with goes on behind it: 二百五十, 一一、二九○."""
    if word[-1] not in NUMERAL_CHARS:
        return False
    following = stretch.text[end]
    if following in "、，,·.．点點":
        following = stretch.text[end + 1 : end + 2]
        return following in NUMERAL_CHARS and word.strip(NOUGHT_TO_NINE) == ""
    return following in NUMERAL_CHARS and following not in "两兩几幾数數"
