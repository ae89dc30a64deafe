"""Names as labels: 河头村 and Hetou, by the readings of the characters."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from duizhao.regex import regex
from duizhao.validator.characters.pinyin import first_characters, plain, reads_as, syllable_counts
from duizhao.validator.pairing.exchanged.labels import LabelAt

_NAME = regex(r"[A-Z][a-zü]+(?:['’-]?[a-z]+)*(?: [A-Z][a-zü]+(?:['’-]?[a-z]+)*){0,2}")
_LENGTHS = frozenset((2, 3, 4))
"""Characters of a name; one alone proves nothing."""
NAME = "name"
"""The sort of names in pinyin, and of places in the table."""


def romanised(text: str, start: int, end: int) -> Iterator[LabelAt]:
    """What may be a name in pinyin: capitalised words, as many together as have two to four syllables."""
    for match in _NAME.finditer(text, start, end):
        words = match[0].split(" ")
        at = match.start()
        while words:
            name, letters = _longest(words)
            if letters:
                yield LabelAt(letters, NAME, at, at + len(name))
            at += len(name) + 1
            words = words[name.count(" ") + 1 :]


def _longest(words: list[str]) -> tuple[str, str]:
    """As many of the first words as make a name, and its bare letters; the first word and '' where none do."""
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count])
        if letters := _letters(name):
            return name, letters
    return words[0], ""


@lru_cache(maxsize=4096)
def _letters(name: str) -> str:
    """The bare letters of a name of two to four syllables, '' of what is none; the same words are everywhere."""
    letters = plain(name)
    return letters if syllable_counts(letters) & _LENGTHS else ""


def may_stand(zh: str, letters: str) -> bool:
    """Whether a stretch of the original has a character that such a name may begin with."""
    # A set of characters against a text costs little; reading every stretch of it as a name does not.
    return not first_characters(letters).isdisjoint(zh)


def names_in(zh: str, start: int, letters: str) -> Iterator[LabelAt]:
    """Where a name stands in the original.

    Args:
        zh: a stretch of it.
        start: where in the file it begins.
        letters: of the name.
    """
    lengths, firsts = syllable_counts(letters) & _LENGTHS, first_characters(letters)
    for at, character in enumerate(zh):
        if character in firsts:
            for length in lengths:
                if at + length <= len(zh) and reads_as(zh[at : at + length], letters):
                    yield LabelAt(letters, NAME, start + at, start + at + length)
