"""Names as labels: 河头村 and Hetou, by the readings of the characters."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from duizhao.validator.pairing.exchanged.labels import Token
from duizhao.validator.pinyin import first_characters, plain, reads_as, syllable_counts
from duizhao.validator.text.lazy import lazy

_NAME = lazy(r"[A-Z][a-zü]+(?:['’-]?[a-z]+)*(?: [A-Z][a-zü]+(?:['’-]?[a-z]+)*){0,2}")
_LENGTHS = (2, 3, 4)
"""Characters of a name; one alone proves nothing."""
_SORT = "place"
"""Names are set against the places of the table as well."""
_MOST = 50
"""Names looked at in one paragraph."""


def names(zh: str, zh_start: int, en: str, en_start: int) -> tuple[list[Token], list[Token]]:
    """The names that stand in both of two stretches of text, as labels.

    Args:
        zh: the Chinese stretch.
        zh_start: where in the file it begins.
        en: the English stretch.
        en_start: where in the file it begins.
    """
    spelt = list(islice(_romanised(en), _MOST))
    theirs = [Token(letters, _SORT, en_start + start, en_start + end) for letters, start, end in spelt]
    ours = [
        Token(letters, _SORT, zh_start + at, zh_start + at + length)
        for letters in dict.fromkeys(letters for letters, _, _ in spelt)
        for at, length in _read(zh, letters)
    ]
    return ours, theirs


def _romanised(en: str) -> Iterator[tuple[str, int, int]]:
    """What may be a name in pinyin: capitalised words, as many together as have two to four syllables."""
    for match in _NAME().finditer(en):
        words = match[0].split(" ")
        start = match.start()
        while words:
            for count in range(len(words), 0, -1):
                name = " ".join(words[:count])
                letters = plain(name)
                if syllable_counts(letters) & set(_LENGTHS):
                    yield letters, start, start + len(name)
                    break
            else:
                count = 1
            start += sum(map(len, words[:count])) + count
            words = words[count:]


def _read(zh: str, letters: str) -> Iterator[tuple[int, int]]:
    """Where a text has characters that can be read so."""
    lengths = syllable_counts(letters) & set(_LENGTHS)
    firsts = first_characters(letters)
    for at, character in enumerate(zh):
        if character in firsts:
            for length in lengths:
                if at + length <= len(zh) and reads_as(zh[at : at + length], letters):
                    yield at, length
