"""Words of no table that stand inside an expression: seven families in ten, four metres long and two wide."""

from __future__ import annotations

from duizhao.regex import regex
from duizhao.validator.quantities import numeral_en
from duizhao.validator.quantities.lexicon.classes import BIT
from duizhao.validator.quantities.tokens import Token
from duizhao.validator.quantities.tokens_en.shared import WORD
from duizhao.validator.quantities.tokens_en.stretch import EnglishStretch
from duizhao.validator.quantities.tokens_en.words import word_at

_NO_NOUN = (
    "(?!(?:in|out|of|to|and|or|nor|but|by|at|on|for|from|with|as|than|then|is|are|was|were|be|been|had|has|have|did|do|"
    "does|who|that|which|when|where|while|if|so|not|each|more|less|later|ago|only|after|before|since|it|they|he|she|"
    "times|percent)\\b)"
)
_NOUN = regex(rf" {_NO_NOUN}[a-z]+(?:[ -]{_NO_NOUN}[a-z]+)? (?=(?:in|out of|of (?:each|every)) )")
"""One noun, or one with a word before it, and what begins the number of which they are."""


def among(stretch: EnglishStretch, where: int, before: Token) -> Token | None:
    """The noun behind a number with the "in" behind it, where another number follows; None elsewhere."""
    # Nobody counts three and a half out of ten.
    if not before.mask & BIT["INT"]:
        return None
    found = _NOUN.match(stretch.low, where, stretch.stop)
    word = word_at(stretch, found.end()) if found else None
    if word is None or not word.mask & BIT["OUTOF"] or not _numbered(stretch, word.end):
        return None
    return word._replace(start=where + 1)


def _numbered(stretch: EnglishStretch, end: int) -> bool:
    """Whether a number follows behind a blank."""
    low = stretch.low
    if not low.startswith(" ", end) or end + 1 >= stretch.stop:
        return False
    if low[end + 1].isdecimal():
        return True
    name = WORD.match(low, end + 1, stretch.stop)
    return name is not None and (name[0] in numeral_en.HEADS or name[0] == "a")


_SIDES = r"(?:long|wide|high|deep|thick|tall|broad|across|in (?:length|width|height|depth|breadth|thickness))"
_SIDE = regex(rf" {_SIDES}(?:,? and|,) (?=[a-z0-9.{numeral_en.VULGARS}])")
_OTHER_SIDE = regex(rf" {_SIDES}\b")


def side(stretch: EnglishStretch, where: int, before: Token) -> Token | None:
    """The side of a thing, where the next number is of another side and has no unit: metres long and four high."""
    if not before.mask & (BIT["UNIT"] | BIT["NUM"]):
        return None
    found = _SIDE.match(stretch.low, where, stretch.stop)
    if found is None:
        return None
    for one in numeral_en.read(stretch.low, found.end()):
        if _OTHER_SIDE.match(stretch.low, one.end, stretch.stop):
            return Token(where + 1, found.end() - 1, BIT["SIDE"])
    return None
