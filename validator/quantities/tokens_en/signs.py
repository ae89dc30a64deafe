"""Dashes and commas between tokens."""

from __future__ import annotations

from duizhao.validator.quantities import numeral_en
from duizhao.validator.quantities.lexicon.classes import BIT, mask
from duizhao.validator.quantities.tokens import Token, new_token
from duizhao.validator.quantities.tokens_en.numerals import figure_at, spoken_at
from duizhao.validator.quantities.tokens_en.shared import ENDS, GAP, NUM, TO, UNIT, WORD
from duizhao.validator.quantities.tokens_en.stretch import EnglishStretch
from duizhao.validator.quantities.tokens_en.words import word_at


def dash_at(stretch: EnglishStretch, at: int, before: Token, *, spaced: bool) -> Token | None:
    """The "to" that a dash says, or the token behind one that says nothing; None where the cluster ends."""
    low, following = stretch.low, at + 1
    # a dash that is typed as two or three, and a blank
    while following < stretch.stop and low[following] in " -–—" and following < at + 4:
        following += 1
    if following >= stretch.stop:
        return None
    char = low[following]
    if char.isdecimal() and before.mask & UNIT and low[at] == low[before.start - 1] == "-":
        return figure_at(stretch, following, before)  # a 9-minute-30-second barrier
    if char.isdecimal() or char in "$.£€¥'":
        return Token(at, following, TO, (), (), "-") if before.mask & ENDS else None
    if not char.isalpha():
        return None
    if following == at + 1 and not spaced:
        word = WORD.match(low, following)
        # A hyphen makes compounds (ten-man), and a range only of months or before a small number: five-six.
        plain = low[at] == "-" and not before.mask & BIT["MONTH"]
        if (not plain or (word and word[0] in numeral_en.SMALL)) and _ranged(stretch, following, before):
            return Token(at, following, TO, (), (), "-")
        return spoken_at(stretch, following, before)
    word = WORD.match(low, following)
    name = word[0] if word else ""
    # two- to three-year-old: the hyphen belongs to the compound, and the word says what is between.
    if name in {"to", "or", "and"} and low[at] == "-":
        return word_at(stretch, following)
    return Token(at, following, TO, (), (), "-") if _ranged(stretch, following, before) else None


def _ranged(stretch: EnglishStretch, at: int, before: Token) -> bool:
    """Whether a dash before a word is that of a range: June–August, five – six."""
    word = WORD.match(stretch.low, at)
    if word is None:
        return False
    if before.mask & BIT["MONTH"]:
        known = stretch.tables.forward.get(word[0])
        return known is not None and bool(known.mask & BIT["MONTH"])
    return bool(before.mask & NUM) and word[0] in numeral_en.HEADS


_COMMA, _POST = BIT["COMMA"], BIT["POST"]
_DATED = mask("MONTH|WEEKDAY|PRE")
"""What may stand behind a comma inside an expression."""
_JOINING = frozenset(["and", "or", "over", "nearly", "about", "a", "an", "half"])
"""And these, beside numerals in words."""


def comma_at(stretch: EnglishStretch, at: int) -> Token | None:
    """The comma before what goes on with a number or a date; None where a clause ends."""
    low, following = stretch.low, at + 1
    gap = GAP.match(low, following, stretch.stop)
    following = gap.end() if gap else following
    if following >= stretch.stop:
        return None
    if low[following].isdecimal() or low[following] in "$£€¥":
        return new_token((at, at + 1, _COMMA, (), (), ","))
    word = WORD.match(low, following)
    if word is None:
        return None
    name = word[0]
    if name in numeral_en.HEADS or name in _JOINING:
        return new_token((at, at + 1, _COMMA, (), (), ","))
    known = stretch.tables.forward.get(name)
    if known is None:
        return None
    bound = _set_off(stretch, following) if known.mask & _POST else None
    return bound or (new_token((at, at + 1, _COMMA, (), (), ",")) if known.mask & _DATED else None)


def _set_off(stretch: EnglishStretch, at: int) -> Token | None:
    """A bound that commas set off: three in five, if not more, are dry."""
    word = word_at(stretch, at)
    if word is None or not word.mask & _POST:
        return None
    return word if word.end >= stretch.stop or stretch.low[word.end] in ",.;:!?)" else None
