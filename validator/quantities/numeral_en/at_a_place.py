"""The numerals that begin at a place of a text: figures, or a run of words that is cut out as a whole."""

from __future__ import annotations

import re

from duizhao.regex import regex
from duizhao.validator.quantities.lexicon.classes import BIT
from duizhao.validator.quantities.model import Form
from duizhao.validator.quantities.numeral import Numeral, exact
from duizhao.validator.quantities.numeral_en.clinging import Found, with_approximator
from duizhao.validator.quantities.numeral_en.figures import read_figures
from duizhao.validator.quantities.numeral_en.spelled import spelled_numerals
from duizhao.validator.quantities.numeral_en.words import HEADS, MULTIPLIERS, ONES, PARTS, SEP, SMALL, trie

_ALL = frozenset((*HEADS, *PARTS, "point", "oh", "o", "score", "gross", "couple"))
_WORDS = trie(_ALL)
_RUN = regex(
    rf"(?:an?{SEP})?{_WORDS}(?![a-z])(?:{SEP}(?:(?:and|of){SEP})?(?:an?{SEP})?(?:(?:half|quarter|third){SEP}(?:of{SEP})?(?:an?{SEP})?)?{_WORDS}(?![a-z])){{0,24}}"
)
"""A numeral in words as a whole; no numeral that anybody writes has more words."""
_NOT_A_PART = regex(
    r"-(?:grade|year|class|rate|floor|place|largest|biggest|generation|form|party|hand|quarter|century|most|ranked|seed)|s?[ -](?:places?|prizes?|grade|floor|time)\b"
)
"""What makes an ordinal of the last word: two fifth-grade pupils, no two fifths."""


def read(text: str, at: int) -> list[Found]:
    """The numerals that begin at a place of a text in lower case; the longest and likeliest first.

    Args:
        text: English in lower case.
        at: where a figure or a word begins.
    """
    char = text[at]
    if char.isalpha():
        if (either := _EITHER.match(text, at)) is not None:
            return [Found(either.end(), _two_or_three(either))]
        # Cut out as a whole first, so that what its words say is looked up under all of them together.
        run = _RUN.match(text, at)
        if run is None:
            return []
        end = run.end()
        # "two fifth-grade pupils": what stands behind the run is not among the words that are kept.
        bar = "-" if _NOT_A_PART.match(text, end) else ""
        return [
            Found(at + length, numerals) if not odd else with_approximator(text, at + length, numerals)
            for length, numerals, odd in spelled_numerals(_without_compound(text, run[0], end), bar)
        ]
    return read_figures(text, at)


def _without_compound(text: str, run: str, end: int) -> str:
    """A run of numerals without a last one that begins a compound: a hundred two-wheeled plows are no 102."""
    if text[end : end + 1] != "-" or not text[end + 1 : end + 2].isalpha():
        return run
    head, _, last = run.rpartition(" ")
    return head if head and last in ONES and head.rsplit(maxsplit=1)[-1] in _JOINING else run


_JOINING = frozenset((*MULTIPLIERS, "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"))
"""Words that a numeral below ten may follow with a blank."""
_EITHER = regex(
    rf"({trie(SMALL)})[ -](thousand|million|hundred)(?: and)?[ -]({trie(ONES)}) or ({trie(ONES)})[ -](hundred|thousand)(?![a-z])"
)
"""two thousand two or three hundred: 两千二三百."""


def _two_or_three(found: re.Match[str]) -> tuple[Numeral, ...]:
    whole = SMALL[found[1]] * MULTIPLIERS[found[2]]
    low, high = (exact(whole + ONES[found[n]] * MULTIPLIERS[found[5]]) for n in (3, 4))
    return (Numeral(low, high, Form.WORDS, mask=BIT["NUM"], scale=MULTIPLIERS[found[5]]),)
