"""Readings of Chinese characters, without tones, and of names made of them.

The table comes from pypinyin (see `docs/generate_characters.py`); it is read when an article names an author, and not
before.
"""

from __future__ import annotations

import json
import os
import unicodedata
from functools import lru_cache

from duizhao.regex import regex

_PLAIN = regex("[a-z]+")
_INITIAL = regex("(?:[zcs]h|[b-df-hj-np-tw-z])?")
# what is not here Wade and Giles write as pinyin does, but for the apostrophes, which newspapers leave out
_WADE_INITIALS = {
    "zh": ("ch",),
    "j": ("ch",),
    "q": ("ch",),
    "x": ("hs",),
    "z": ("ts", "tz"),
    "c": ("ts", "tz"),
    "b": ("p",),
    "d": ("t",),
    "g": ("k",),
    "r": ("j",),
}
_WADE_FINALS = {
    "ian": ("ien",),
    "ong": ("ung",),
    "uo": ("o", "uo"),
    "ie": ("ieh",),
    "ue": ("ueh",),
    "iong": ("iung",),
    "e": ("e", "eh"),
}
_INTERJECTIONS = frozenset(("m", "n", "ng", "hng", "ei", "o"))
"""Syllables that no name has, and foreign names are full of."""
_WADE_WHOLE = {
    "zhi": ("chih",),
    "chi": ("chih",),
    "shi": ("shih",),
    "ri": ("jih",),
    "zi": ("tzu", "tze"),
    "ci": ("tzu", "tze"),
    "si": ("szu", "ssu", "sze"),
    "er": ("erh",),
    "yi": ("i", "yi"),
    "yan": ("yen",),
    "ye": ("yeh",),
    "you": ("yu", "yiu"),
    "ge": ("ko",),
    "ke": ("ko",),
    "he": ("ho",),
    "gui": ("kuei",),
    "kui": ("kuei",),
    "e": ("o", "ngo"),
    "yong": ("yung",),
}


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    """Syllable to the characters that may be read so."""
    with open(os.path.join(os.path.dirname(__file__), "readings.json"), encoding="utf-8") as file:
        table: dict[str, str] = json.load(file)
    del table["about"]  # where the table comes from, which is for people
    return {syllable: characters for syllable, characters in table.items() if syllable not in _INTERJECTIONS}


def plain(text: str) -> str:
    """A romanised name as bare letters: tone marks, apostrophes, hyphens and blanks gone, ü as u."""
    letters = "".join(_PLAIN.findall(unicodedata.normalize("NFD", text.lower())))
    # passports write ü as yu, and keyboards as v
    for written, meant in (("lyu", "lu"), ("nyu", "nu"), ("lv", "lu"), ("nv", "nu")):
        letters = letters.replace(written, meant)
    return letters


@lru_cache(maxsize=4096)  # the names of 480 articles have a thousand characters; each is a walk through the table
def syllables_of(character: str) -> tuple[str, ...]:
    """All syllables that a character may be read as, () where it is unknown."""
    return tuple(syllable for syllable, characters in _table().items() if character in characters)


@lru_cache(maxsize=1024)  # more than pinyin has syllables, some 400
def wade_giles(syllable: str) -> tuple[str, ...]:
    """How Wade and Giles, and newspapers after them, write a pinyin syllable; apostrophes are left out."""
    if syllable in _WADE_WHOLE:
        return _WADE_WHOLE[syllable]
    match = _INITIAL.match(syllable)
    initial = match[0] if match else ""
    final = syllable.removeprefix(initial)
    heads, tails = _WADE_INITIALS.get(initial, (initial,)), _WADE_FINALS.get(final, (final,))
    return tuple(head + tail for head in heads for tail in tails)


def reads_as(name: str, letters: str, *, wade: bool = False) -> bool:
    """Whether bare letters can be a reading of the characters, in their order.

    Args:
        name: Chinese characters.
        letters: what `plain` gives.
        wade: accept Wade–Giles beside pinyin.
    """
    ends = {0}
    for character in name:
        syllables = set(syllables_of(character))
        if wade:
            syllables |= {other for syllable in tuple(syllables) for other in wade_giles(syllable)}
        # all ends at once: the first reading of a character that fits may leave no letters for the next one
        ends = {end + len(s) for end in ends for s in syllables if letters.startswith(s, end)}
        if not ends:
            return False
    return len(letters) in ends


def is_known(name: str) -> bool:
    """Whether the table has a reading for each character."""
    return all(map(syllables_of, name))


@lru_cache(maxsize=256)  # words of one article come again in it
def syllable_counts(letters: str) -> frozenset[int]:
    """In how many pinyin syllables bare letters can be cut; empty where they are no pinyin."""
    table = _table()
    counts: list[frozenset[int]] = [frozenset((0,))]
    for end in range(1, len(letters) + 1):
        found: set[int] = set()
        for start in range(max(0, end - 6), end):  # zhuang, the longest syllable, has six letters
            if counts[start] and letters[start:end] in table:
                found |= {count + 1 for count in counts[start]}
        counts.append(frozenset(found))
    return counts[-1]


@lru_cache(maxsize=256)  # asked for each paragraph that a name may stand in
def first_characters(letters: str) -> frozenset[str]:
    """The characters that a name of these bare letters may begin with."""
    table = _table()
    return frozenset("".join(table.get(letters[:length], "") for length in range(1, 7)))


def occurs_in(text: str, letters: str) -> bool:
    """Whether a text has two to four characters in a row that can be read as the bare letters."""
    firsts = first_characters(letters)
    return any(
        character in firsts and any(reads_as(text[i : i + length], letters) for length in (2, 3, 4))
        for i, character in enumerate(text)
    )
