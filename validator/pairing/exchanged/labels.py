"""Words that say what a number is of, the same in both languages: 男 and men, 棉花 and cotton."""

from __future__ import annotations

import os
from functools import lru_cache
from typing import NamedTuple

from duizhao.validator.lazy import lazy

FILE = os.path.join(os.path.dirname(__file__), "labels.tsv")
NOTHING = "-"
"""The label of words that hold a label's characters and are none: 马力 is no horse."""
_WORD = lazy(r"[A-Za-z]+(?:[.'’-][A-Za-z]+)*")
_POSSESSIVE = "'s"


class Token(NamedTuple):
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
    """The lengths to try, the longest first: in characters, by the first one; in words, by the first word."""


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
            zh.add(word, word[0], len(word), label)
        for phrase in row["en"].split():
            words = [_bare(word) for word in phrase.split("_")]
            en.add(" ".join(words), words[0], len(words), label)
    return zh.words(), en.words()


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
        return Words(self._labels, lengths)


def chinese(text: str, start: int) -> list[Token]:
    """The labels of a stretch in simplified characters; the longest word at each place is meant.

    Args:
        text: the stretch.
        start: where in the file it begins, which the tokens count from.
    """
    words = table()[0]
    found: list[Token] = []
    at = 0
    while at < len(text):
        for length in words.lengths.get(text[at], ()):
            word = text[at : at + length]
            if labels := words.labels.get(word):
                found += [
                    Token(*label, start + at, start + at + len(word)) for label in labels if label.name != NOTHING
                ]
                at += len(word)
                break
        else:
            at += 1
    return found


def english(text: str, start: int, end: int) -> list[Token]:
    """The labels of text[start:end], in any case, with 's or without."""
    words = table()[1]
    spelt = [(_bare(match[0].lower()), *match.span()) for match in _WORD().finditer(text, start, end)]
    found: list[Token] = []
    at = 0
    while at < len(spelt):
        for length in words.lengths.get(spelt[at][0], ()):
            some = spelt[at : at + length]
            if labels := words.labels.get(" ".join([word for word, _, _ in some])):
                found += [Token(name, sort, some[0][1], some[-1][2]) for name, sort in labels]
                at += length
                break
        else:
            at += 1
    return found


def _bare(word: str) -> str:
    """A word in small letters without what may end it: 's, an apostrophe, a full stop."""
    return word.replace("’", "'").removesuffix(_POSSESSIVE).rstrip("'.")
