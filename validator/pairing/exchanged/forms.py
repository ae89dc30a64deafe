"""Constructions that say by their form alone which number is which: brackets, and from one number to another."""

from __future__ import annotations

import re

from duizhao.validator.pairing.exchanged.neighbours import Pair
from duizhao.validator.quantities.model import Quantity
from duizhao.validator.text.lazy import lazy

BRACKETS = "before the brackets", "in brackets"
COURSE = "at first", "at last"
_OPEN = lazy(r"[^\S\n]*[（(][^\S\n]*|[^\S\n][A-Za-z ]{1,20}\([^\S\n]*")
_SHUT = lazy(r"[^\S\n]*[）)]")
_ZH_FROM = lazy("[由从自從](?:原来|原來|去年|过去|過去)?的?$")
_ZH_TO = lazy("(?:[到至]|[加减減降升长長高大变變]为)(?:了|现在的|今年的)?$")
_EN_FROM, _EN_TO = lazy(r"\bfrom (?:the |an? )?$", re.IGNORECASE), lazy(r"\bto (?:the |an? )?$", re.IGNORECASE)


def form(text: str, one: Pair, other: Pair) -> tuple[str, str] | None:
    """What the original says the two are, where the translation says it the other way round."""
    if _in_brackets(text, one.zh, other.zh) and _in_brackets(text, other.en, one.en):
        return BRACKETS
    if _zh_course(text, one.zh, other.zh) and _en_course(text, other.en, one.en):
        return COURSE
    return None


def _in_brackets(text: str, one: Quantity, other: Quantity) -> bool:
    """Whether the second number stands alone in brackets behind the first one: 五百三十元（五百七十五元）."""
    return bool(_OPEN().fullmatch(text, one.end, other.start) and _SHUT().match(text, other.end))


def _zh_course(text: str, one: Quantity, other: Quantity) -> bool:
    """Whether something went from the first number to the second: 由八台增加到二十四台."""
    before, between = text[max(0, one.start - 6) : one.start], text[one.end : other.start]
    return bool(_ZH_FROM().search(before) and _ZH_TO().search(between))


def _en_course(text: str, one: Quantity, other: Quantity) -> bool:
    before_one, before_other = (text[max(0, q.start - 9) : q.start] for q in (one, other))
    return bool(_EN_FROM().search(before_one) and _EN_TO().search(before_other))
