"""The words, phrases and names of the lexicon by the word that they are found by."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from duizhao.regex import regex
from duizhao.validator.quantities import numeral_en
from duizhao.validator.quantities.lexicon import LexiconEntry, Name, names, table, units
from duizhao.validator.quantities.lexicon.classes import BIT, mask
from duizhao.validator.quantities.tokens_en.shared import BACK, CUR, DECADE_WORDS, WORD

Phrase = tuple[str, str, Name]
"""What stands before the numeral, from it on, and the row of the table."""
BEFORE = "< "
"""Is among the keys of a word where some of its phrases are known by the word before it."""
NEXT = regex(r"[^a-z0-9]*([a-z0-9]+)")
FEW = 3
"""Characters behind a word by which the phrases that begin with it are told apart."""
_PLAIN_FIGURES = "0123456789"
_TRIGGERS = mask("EACH|MONTH|WEEKDAY|REL|FACTOR|IMPLIED")
_NEVER_ALONE = frozenset(("degree", "data", "number"))
"""Dimensions of units of which "a" counts none: to a degree."""


class Family(NamedTuple):
    """The words and phrases that begin with the same letters."""

    alone: LexiconEntry | None
    """The one word, where there is no other."""
    entries: dict[str, LexiconEntry]
    """All of them by their text."""
    mask: int
    """The classes of all."""


class Start(NamedTuple):
    """What begins an expression with the same first word."""

    phrases: dict[str, tuple[str, ...]]
    """Words that begin one by themselves, by what follows the first word, the longest first; under "" short ones."""
    numbered: tuple[str, ...]
    """Words that do so before a Roman numeral."""
    unit: bool
    """Whether "and a half" may follow: year and a half."""
    sure: bool = True
    """Whether anything else than what follows is to be looked at."""


NO_START = Start({}, (), unit=False)


class EnglishTables(NamedTuple):
    """What is looked up at a place."""

    starts: dict[str, Start | None]
    """By the first word, or the figure, of an expression."""
    counted: frozenset[str]
    """What may follow an article that counts one."""
    forward: dict[str, Family]
    """The words and phrases that begin with a word, or with a sign."""
    backward: dict[str, tuple[tuple[str, ...], tuple[LexiconEntry, ...]]]
    """The words and phrases that end with a word, the longest first, and their entries."""
    phrases: dict[str, dict[str, list[Phrase]]]
    """Of each word with a numeral, by the word behind it, or with `<` by the word before it."""
    glued: dict[str, LexiconEntry]
    """Words that stand right before a figure."""
    spoken: frozenset[str]
    """Every word with which something begins."""


@lru_cache(maxsize=1)
def tables() -> EnglishTables:
    """The tables, from the lexicon."""
    entries = table("en")
    forward: dict[str, list[LexiconEntry]] = {}
    backward: dict[str, list[LexiconEntry]] = {}
    for word, entry in entries.items():
        first = WORD.match(word)
        forward.setdefault(first[0] if first else word[0], []).append(entry)
        if entry.mask & BACK:
            backward.setdefault(word.rsplit(" ", 1)[-1], []).append(entry)
    triggers = (
        {w for w, e in entries.items() if e.mask & (_TRIGGERS | BIT["AMPM"]) and _alone(w, e)}
        | {w for w, e in entries.items() if e.mask & BIT["SPAN"] and names_period(w)}
        | numeral_en.HEADS
        | set(DECADE_WORDS)
    )
    some = {
        word for unit in units().values() if unit.dimension not in _NEVER_ALONE for word in unit.en if _single(word)
    }
    numbered = {w for w, e in entries.items() if e.mask & BIT["DI"] and w.replace(" ", "").isalpha() and len(w) > 2}
    after = {*numeral_en.PARTS, *numeral_en.SCALES, "hundred", "dozen", "score", "gross", "couple", "few", *some}
    phrases: dict[str, dict[str, list[Phrase]]] = {}
    for name in names("en"):
        before, rest = name.word[: name.at], name.word[name.at :]
        found = WORD.match(rest)
        key = found[0] if found else rest[0]
        following = NEXT.match(rest, len(key))
        near = following[1] if following else "<" + (before.split() or [""])[-1]
        ways = phrases.setdefault(key, {})
        ways.setdefault(near, []).append((before, rest, name))
        if not following:
            ways[BEFORE] = []
    ahead = {}
    for first_word, some_entries in forward.items():
        bits = 0
        for entry in some_entries:
            bits |= entry.mask
        alone = (
            some_entries[0] if [entry.word for entry in some_entries] == [first_word] and first_word.isalpha() else None
        )
        ahead[first_word] = Family(alone, {entry.word: entry for entry in some_entries}, bits)
    glued = {
        w: e for w, e in entries.items() if w.isalpha() and e.mask & (CUR | BIT["DI"] | BIT["SPAN"] | BIT["MONTH"])
    }
    return EnglishTables(
        _starts(triggers, numbered, some),
        frozenset((*after, "half")),
        ahead,
        _sorted(backward),
        phrases,
        glued,
        frozenset((*ahead, *numeral_en.HEADS, *DECADE_WORDS, "a", "an")),
    )


def _starts(triggers: set[str], numbered: set[str], some: set[str]) -> dict[str, Start | None]:
    """What begins an expression: words, words before a Roman numeral, and units of which "a" counts one."""
    starts: dict[str, Start | None] = dict.fromkeys(["a", "an", *some], NO_START)
    starts |= dict.fromkeys([*numeral_en.VULGARS, *_PLAIN_FIGURES, *[f".{figure}" for figure in _PLAIN_FIGURES]])
    for first, group in _by_first(triggers | numbered).items():
        phrases: dict[str, list[str]] = {}
        for word in group:
            if word in triggers:
                behind = word[len(first) :][:FEW]
                phrases.setdefault(behind if len(behind) == FEW else "", []).append(word)
        starts[first] = Start(
            {behind: tuple(ways) for behind, ways in phrases.items()},
            tuple([word + " " for word in group if word in numbered]),
            unit=False,
            sure="" in phrases or first in {"a", "an"} or not numbered.isdisjoint(group) or not first.strip("ivx"),
        )
    return starts | {word: (starts[word] or NO_START)._replace(unit=True, sure=True) for word in some}


def _by_first(some: Iterable[str]) -> dict[str, list[str]]:
    """Words and phrases by their first word, the longest first."""
    groups: dict[str, list[str]] = {}
    for word in sorted(some, key=lambda word: -len(word)):
        groups.setdefault(WORD.match(word)[0], []).append(word)  # type: ignore[index]  # they begin with a letter
    return groups


@lru_cache(maxsize=2048)  # only the words of the lexicon are asked for, and of those the few that are written
def lengths(first: str) -> tuple[int, dict[str, tuple[int, ...]]]:
    """How long the words and phrases are that begin with a word, the longest first: by the two characters behind it.

    Before them the length of the longest of all.  Under "" are those that all others have as well, the shortest ones.
    """
    known = tables().forward[first].entries
    keys = {word[len(first) :][:2] for word in known}
    ways = {
        key: tuple(sorted({len(word) for word in known if key.startswith(word[len(first) :][:2])}, reverse=True))
        for key in keys
        if len(key) > 1
    }
    ways[""] = tuple(sorted({len(word) for word in known if len(word) < len(first) + 2}, reverse=True))
    return max(map(len, known)), ways


def _alone(word: str, entry: LexiconEntry) -> bool:
    """Whether a word begins a cluster by itself: noon, but not the "am" of "I am"."""
    if entry.mask & BIT["AMPM"] and not entry.mask & _TRIGGERS:
        return (
            word in {"noon", "midnight", "midday"}
            or word.startswith(("in the", "at dawn", "at dusk", "at noon"))
            or (word.endswith((" of", " of the")))
        )
    return word[0].isalpha()


def names_period(word: str) -> bool:
    """Whether words name a part of a month or year by themselves: the last ten days of, the end of the month."""
    return " ten days" in word or word.endswith((" third of", " of the month", " of the year"))


def _single(word: str) -> bool:
    """Whether "a" before a unit counts one of it; "a quarter" is a part, which the numerals know."""
    # "a m" is nothing that is written; "a pounds" neither.
    return len(word) > 2 and word.isalpha() and not word.endswith("s") and word != "quarter"


def _sorted(groups: dict[str, list[LexiconEntry]]) -> dict[str, tuple[tuple[str, ...], tuple[LexiconEntry, ...]]]:
    found = {}
    for key, some in groups.items():
        ordered = sorted(some, key=lambda e: len(e.word), reverse=True)
        found[key] = tuple([entry.word for entry in ordered]), tuple(ordered)
    return found
