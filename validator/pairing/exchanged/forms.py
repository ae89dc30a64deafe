"""Constructions that say by their form alone which number is which: brackets, from one number to another, a part of a
whole, the former and the latter.
"""

from __future__ import annotations

import re

from duizhao.regex import regex
from duizhao.validator.pairing.exchanged.neighbours import NumberPair
from duizhao.validator.quantities.model import Quantity

BRACKETS = "before the brackets", "in brackets"
COURSE = "at first", "at last"
PART = "the whole", "a part of it"
LISTED = "the former", "the latter"
_OPEN = regex(r"[^\S\n]*[（(][^\S\n]*|[^\S\n][A-Za-z ]{1,20}\([^\S\n]*")
_SHUT = regex(r"[^\S\n]*[）)]")
_ZH_FROM = regex("[由从自從](?:原来|原來|去年|过去|過去)?的?$")
_ZH_TO = regex("(?:[到至]|[加减減降升长長高大变變]为)(?:了|现在的|今年的)?$")
_EN_FROM, _EN_TO = regex(r"\bfrom (?:the |an? )?$", re.IGNORECASE), regex(r"\bto (?:the |an? )?$", re.IGNORECASE)


def form(text: str, one: NumberPair, other: NumberPair) -> tuple[str, str] | None:
    """What the original says the two are, where the translation says it the other way round."""
    if _in_brackets(text, one.zh, other.zh) and _in_brackets(text, other.en, one.en):
        return BRACKETS
    if _zh_course(text, one.zh, other.zh) and _en_course(text, other.en, one.en):
        return COURSE
    # From here on only numbers whose order was turned round.
    if other.en.start > one.en.start:
        return None
    return _unordered(text, one, other)


def _unordered(text: str, one: NumberPair, other: NumberPair) -> tuple[str, str] | None:
    """The same for numbers whose order was turned round in the translation."""
    ours, theirs = text[one.zh.end : other.zh.start], text[other.en.end : one.en.start]
    if _ZH_PART.fullmatch(ours) and one.zh.low > other.zh.low:
        # The longest of the words, "out of these ", has thirteen characters.
        whole = _EN_PART.search(text[max(0, other.en.start - 16) : other.en.start])
        # Another "of" between them begins a part of its own.
        return PART if whole and _ONE_SENTENCE.fullmatch(theirs) and " of " not in theirs else None
    if _ZH_FORMER.search(text[max(0, one.zh.start - 10) : one.zh.start]) and _ZH_LATTER.search(ours):
        former = _EN_FORMER.search(text[max(0, other.en.start - 40) : other.en.start])
        return LISTED if former and _EN_LATTER.search(theirs) else None
    return None


_ZH_PART = regex("[^，。；]{0,10}(?:[中里裡]|之中|当中|當中)[，,]?[^，。；]{0,10}")
_EN_PART = regex(r"\b(?:of|among|out of) (?:the |these |its |their |those |all )?$", re.IGNORECASE)
_ONE_SENTENCE = regex(r"[^.;]{1,70}")
_ZH_FORMER, _ZH_LATTER = regex("前者[^，。；]{0,8}$"), regex("后者|後者")
_EN_FORMER, _EN_LATTER = regex(r"\bformer\b[^.;]{0,36}$", re.IGNORECASE), regex(r"\blatter\b", re.IGNORECASE)


def _in_brackets(text: str, one: Quantity, other: Quantity) -> bool:
    """Whether the second number stands alone in brackets behind the first one: 五百三十元（五百七十五元）."""
    return bool(_OPEN.fullmatch(text, one.end, other.start) and _SHUT.match(text, other.end))


def _zh_course(text: str, one: Quantity, other: Quantity) -> bool:
    """Whether something went from the first number to the second: 由八台增加到二十四台."""
    before, between = text[max(0, one.start - 6) : one.start], text[one.end : other.start]
    return bool(_ZH_FROM.search(before) and _ZH_TO.search(between))


def _en_course(text: str, one: Quantity, other: Quantity) -> bool:
    before_one, before_other = (text[max(0, q.start - 9) : q.start] for q in (one, other))
    return bool(_EN_FROM.search(before_one) and _EN_TO.search(before_other))
