"""The words and names of the lexicon by the characters that they are found by."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from duizhao.regex import regex
from duizhao.validator.quantities.lexicon import LexiconEntry, Name, names, table
from duizhao.validator.quantities.lexicon.classes import BIT, mask
from duizhao.validator.quantities.tokens_zh.characters import BACK, BEGIN, NUMERAL_CHARS, STEMS, WITHOUT_NUMERAL

Names = tuple[tuple[int, tuple[str, ...], tuple[Name, ...]], ...]
"""The place of the first numeral in names, their words, and they themselves."""


class ChineseTables(NamedTuple):
    """What is looked up at a place."""

    skip: re.Pattern[str]
    """Everything up to a character that may begin an expression."""
    single: frozenset[str]
    """Characters that begin one without a numeral, and such pairs of characters."""
    longer: dict[str, tuple[LexiconEntry, ...]]
    """Words of two characters and more by their first two, longest first."""
    ahead: dict[str, LexiconEntry]
    """All words."""
    first: frozenset[str]
    """The characters that words begin with."""
    lengths: dict[str, tuple[int, ...]]
    """How long the words are that begin with a letter."""
    behind_lengths: dict[str, tuple[int, ...]]
    """How long the words are that may stand before a numeral, by their last character, the longest first."""
    names: dict[str, Names]
    """By the character before their first numeral and that, or their first two; with the place of the numeral."""
    wary: dict[str, tuple[frozenset[str], frozenset[str]]]
    """What may forbid a guarded word: characters behind it and before it; filled as words are met."""


_PART = BIT["SPAN"]
"""上, 初 and the like begin an expression only as words of two characters: 晚 of 晚秋 is no evening."""
_TRIGGER_CLASSES = mask("EACH|IMPLIED|REL|WEEKDAY|WEEK|HALF|FACTOR|PCTPRE|MONTH|MASK|SPAN|NONE|FAN|CLOCK|MARKER")
"""Classes whose words say something without a numeral."""
_IN_NAME = regex(f"[{re.escape(''.join(sorted(NUMERAL_CHARS)))}半]")
"""Where a name is met: at its first numeral."""


@lru_cache(maxsize=1)
def tables() -> ChineseTables:
    """The tables, from the lexicon."""
    words = table("zh")
    lengths: dict[str, set[int]] = {}
    behind: dict[str, set[int]] = {}
    longer: dict[str, list[LexiconEntry]] = {}
    begin: set[str] = set()
    for word, entry in words.items():
        bits, first = entry.mask, word[0]
        # km and US$ have no pair of characters to be found by: their lengths are tried.
        if first < "\x80":
            lengths.setdefault(first, set()).add(len(word))
        if len(word) > 1:
            longer.setdefault(word[:2], []).append(entry)
        if bits & BACK:
            behind.setdefault(word[-1], set()).add(len(word))
        # A word that starts an expression without a numeral is found by its first two characters, or its only one.
        if bits & _TRIGGER_CLASSES and first not in NUMERAL_CHARS and (len(word) > 1 or not bits & _PART):
            begin.add(word[:2])
    soft = {pair[0] for pair in begin} | set("元月年旬个個成" + WITHOUT_NUMERAL + STEMS)
    grouped: dict[str, dict[int, list[Name]]] = {}
    for name in names("zh"):
        word = name.word
        at = 0
        if word[0] not in NUMERAL_CHARS and (found := _IN_NAME.search(word)) is not None:
            at = found.start()
        key = word[at - 1 : at + 1] if at else word[:2]
        if (ways := grouped.get(key)) is None:
            grouped[key] = {at: [name]}
        else:
            ways.setdefault(at, []).append(name)
    return ChineseTables(
        regex(f"[^{re.escape(''.join(sorted(soft | BEGIN)))}]*+"),
        frozenset(begin),
        {pair: _longest_first(some) for pair, some in longer.items()},
        words,
        frozenset([word[0] for word in words]),
        {first: tuple(sorted(some, reverse=True)) for first, some in lengths.items()},
        {last: tuple(sorted(some, reverse=True)) for last, some in behind.items()},
        {key: _in_order(ways) for key, ways in grouped.items()},
        {},
    )


def _longest_first(some: list[LexiconEntry]) -> tuple[LexiconEntry, ...]:
    return tuple(some) if len(some) == 1 else tuple(sorted(some, key=_shortest_last))


def _shortest_last(one: LexiconEntry | Name) -> int:
    return -len(one.word)


def _in_order(ways: dict[int, list[Name]]) -> Names:
    """Names by the place of their numeral: most are alone, and starting is to be cheap."""
    found = []
    for at in sorted(ways) if len(ways) > 1 else ways:
        some = ways[at]
        if len(some) > 1:
            some.sort(key=_shortest_last)
            found.append((at, tuple([name.word for name in some]), tuple(some)))
        else:
            found.append((at, (some[0].word,), (some[0],)))
    return tuple(found)
