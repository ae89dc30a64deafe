"""Words that say what a number is of, the same in both languages: 男 and men, 棉花 and cotton."""

from __future__ import annotations

import os
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import NamedTuple

from duizhao.regex import regex

FILE = os.path.join(os.path.dirname(__file__), "labels.tsv")
NOTHING = "-"
"""The label of words that hold a label's characters and are none: 马力 is no horse."""
_WORD = regex(r"[A-Za-z]+(?:[.'’-][A-Za-z]+)*")
_POSSESSIVE = "'s"
_new = tuple.__new__
"""Makes a named tuple quicker than its class does."""


class LabelAt(NamedTuple):
    """A label where it stands."""

    label: str
    sort: str
    """What it is one of, such as people, goods, place: only labels of one sort are set against one another."""
    start: int
    end: int


class Label(NamedTuple):
    """What a word means."""

    name: str
    sort: str


class Words(NamedTuple):
    """The words and phrases of one language."""

    labels: dict[str, tuple[Label, ...]]
    lengths: dict[str, tuple[int, ...]]
    """The lengths to try, the longest first: in words, by the first word; in characters, by the first two of them, and
    by the first one where it is a word by itself."""
    first: AbstractSet[str]
    """The first words, or the first characters."""


def rows() -> list[dict[str, str]]:
    """The rows of the table."""
    with open(FILE, encoding="utf-8") as lines:
        head, *others = (line.rstrip("\r\n").split("\t") for line in lines)
    return [dict(zip(head, row, strict=True)) for row in others]


@lru_cache(maxsize=1)
def table() -> tuple[Words, Words]:
    """Chinese and English words of the table."""
    zh, en = _Builder(), _Builder()
    for row in rows():
        label = Label(row["label"], row["class"])
        for word in row["zh"].split():
            zh.add(word, word[:2], len(word), label)
        for phrase in row["en"].split():
            words = [_bare(word) for word in phrase.split("_")]
            en.add(" ".join(words), words[0], len(words), label)
    return zh.characters(), en.words()


class _Builder:
    """Gathers the words of one language."""

    def __init__(self) -> None:
        self._labels: dict[str, tuple[Label, ...]] = {}
        self._lengths: dict[str, set[int]] = {}

    def add(self, word: str, first: str, length: int, label: Label) -> None:
        known = self._labels.get(word, ())
        if label not in known:
            self._labels[word] = (*known, label)
        self._lengths.setdefault(first, set()).add(length)

    def words(self) -> Words:
        lengths = {first: tuple(sorted(some, reverse=True)) for first, some in self._lengths.items()}
        return Words(self._labels, lengths, lengths.keys())

    def characters(self) -> Words:
        """The same of a language without blanks, for which `first` was two characters."""
        for pair, some in self._lengths.items():
            # 男 is a word by itself, and 男子 one of two characters: of what begins alike both lengths are tried.
            if pair[0] in self._lengths:
                some.add(1)
        return self.words()._replace(first=frozenset(pair[0] for pair in self._lengths))


def chinese(text: str, start: int) -> list[LabelAt]:
    """The labels of a stretch in simplified characters; the longest word at each place is meant.

    Args:
        text: the stretch.
        start: where in the file it begins, which the tokens count from.
    """
    labels, lengths, first = table()[0]
    found: list[LabelAt] = []
    done = 0
    # Most characters begin no label: they are sorted out before any length is tried.
    for at in [place for place, character in enumerate(text) if character in first]:
        if at < done:
            continue
        for length in lengths.get(text[at : at + 2]) or lengths.get(text[at], ()):
            word = text[at : at + length]
            if known := labels.get(word):
                done = at + len(word)
                found += [
                    _new(LabelAt, (name, sort, start + at, start + done)) for name, sort in known if name != NOTHING
                ]
                break
    return found


def english(text: str, start: int, end: int) -> list[LabelAt]:
    """The labels of text[start:end], in any case, with 's or without."""
    labels, lengths, first = table()[1]
    matches = list(_WORD.finditer(text, start, end))
    # All words in one string: what is done to it is done to each, and most are no label's.
    together = "\n".join([match[0] for match in matches]).lower().replace("’", "'") + "\n"
    words = together.replace(f"{_POSSESSIVE}\n", "\n").split("\n")
    found: list[LabelAt] = []
    done = 0
    for at in [place for place, word in enumerate(words) if word in first]:
        if at < done:
            continue
        for length in lengths[words[at]]:
            if known := labels.get(" ".join(words[at : at + length])):
                done = at + length
                begin, stop = matches[at].start(), matches[done - 1].end()
                found += [_new(LabelAt, (name, sort, begin, stop)) for name, sort in known]
                break
    return found


def _bare(word: str) -> str:
    """A word in small letters without what may end it: 's, an apostrophe, a full stop."""
    return word.replace("’", "'").removesuffix(_POSSESSIVE).rstrip("'.")
