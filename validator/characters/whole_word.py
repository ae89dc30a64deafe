"""A Chinese word among the longer words that hold it: 元 but not 元旦.

Chinese sets no blank between words, so that only a list of the longer ones tells where a word stands by itself.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from duizhao.regex import regex
from duizhao.validator.characters.plain import plain


class WholeWord(NamedTuple):
    """How to find a word in a text of simplified characters."""

    simple: str
    """The word in simplified characters."""
    longest: int
    """Characters of the word or of the longest one that holds it."""
    pattern: re.Pattern[str]
    """Matches the word as its group 1, and the longer words without it."""


@lru_cache(maxsize=1024)  # asked for each article; more than a newspaper has terms and units
def whole_word(word: str, apart: tuple[str, ...]) -> WholeWord:
    """A word, and what is not it though it holds it.

    >>> [found[1] for found in whole_word("元", ("元旦",)).pattern.finditer("元旦三元")]
    [None, '元']

    Args:
        word: in whatever script.
        apart: the longer words, which are something else.
    """
    # the longest first, so that a word that holds another of the list is not taken for that one
    simple, others = plain(word), sorted(map(plain, apart), key=len, reverse=True)
    pattern = regex("|".join([*map(re.escape, others), f"({re.escape(simple)})"]))
    return WholeWord(simple, max(map(len, (simple, *others))), pattern)
