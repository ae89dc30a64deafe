"""How much one article may hold: comparing takes time for each number, and who sends a file must not choose how much.

Both are many times what the longest articles hold that duizhao was tried on.
"""

from __future__ import annotations

from duizhao.errors import UnreadableError
from duizhao.source import Source

MOST_CHARACTERS = 200_000
MOST_NUMERALS = 30_000
"""Digits and numerals, each sign for itself (1,500 has four): 3,000 numbers against 3,000 take three seconds."""


def within_bounds(source: Source) -> None:
    """See to it that an article can be compared in some seconds.

    Raises:
        UnreadableError: it is too large.
    """
    length = len(source.text)
    if length > MOST_CHARACTERS:
        raise UnreadableError(_words(length, "characters", MOST_CHARACTERS), path=source.path)
    if length > MOST_NUMERALS and (count := _numerals(source.text)) > MOST_NUMERALS:
        raise UnreadableError(_words(count, "digits and numerals", MOST_NUMERALS), path=source.path)


def _numerals(text: str) -> int:
    return sum(map(str.isnumeric, text)) + text.count("半")  # a half, which Unicode does not call a number


def _words(count: int, what: str, most: int) -> str:
    return f"is too large for one article: {count:,} {what}, of at most {most:,}; cut it into articles"
