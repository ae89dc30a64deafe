"""The table of things that figures count, `things.tsv`."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from duizhao.regex import regex
from duizhao.validator.quantities.lexicon import simplified
from duizhao.validator.quantities.lexicon.simplify import simplify

SORTS = {"census": "people", "people": "people", "class": "people", "persons": "people"}
"""Groups that may count the same; others that are named here exclude all but themselves."""
SORTS |= {group: group for group in ("rule", "beasts", "arms", "works", "army", "craft", "items", "texts", "plants")}


class Thing(NamedTuple):
    group: str
    zh: str
    not_before: frozenset[str]
    """Characters that make another word of it: 三个团员 are no regiments."""
    en: re.Pattern[str]
    """The English nouns for it, and the words that excuse another."""


class ThingTable(NamedTuple):
    things: dict[str, tuple[Thing, ...]]
    """By Chinese word, which may name several: 班 is a squad, a class and a shift."""
    groups: dict[str, re.Pattern[str]]
    """All English nouns of a group."""
    sorts_of: dict[str, frozenset[str]]
    """Of each English plural of the groups that have a sort: a bullet is of two groups."""
    plural: re.Pattern[str]
    """Such a plural right behind a figure."""
    longest: int
    lengths: dict[str, tuple[int, ...]]
    """How long the Chinese words are that begin with a character, the longest first."""
    first: frozenset[str]
    """The first characters of the Chinese words, in both scripts."""
    last: frozenset[str]
    """The last ones."""


@lru_cache(maxsize=1)
def thing_table() -> ThingTable:
    path = os.path.join(os.path.dirname(__file__), "things.tsv")
    with open(path, encoding="utf-8") as file:
        lines = [line.rstrip("\n").split("\t") for line in file][1:]
    things: dict[str, tuple[Thing, ...]] = {}
    groups: dict[str, list[str]] = {}
    for group, zh, not_before, en, excuses, _, _ in lines:
        nouns = en.split()
        groups.setdefault(group, []).extend(nouns)
        for word in zh.split(" "):
            thing = Thing(group, word, frozenset(not_before), _any_of([*nouns, *excuses.split()]))
            things[word] = (*things.get(word, ()), thing)
    patterns = {group: _any_of(nouns) for group, nouns in groups.items()}
    sorts_of: dict[str, frozenset[str]] = {}
    for group, sort in SORTS.items():
        for noun in groups[group]:
            if (noun.endswith("s") and noun not in _VAGUE) or noun in _PLURALS:
                word = noun.replace("_", " ")
                sorts_of[word] = sorts_of.get(word, frozenset()) | {sort}
    plural = regex(rf" {{0,2}}(?:[a-z-]+ )?({'|'.join(sorted(sorts_of, key=len, reverse=True))})\b(?! of\b)")
    first, last = _both_scripts(word[0] for word in things), _both_scripts(word[-1] for word in things)
    lengths: dict[str, set[int]] = {}
    for word in things:
        lengths.setdefault(word[0], set()).add(len(word))
    ordered = {begin: tuple(sorted(some, reverse=True)) for begin, some in lengths.items()}
    return ThingTable(things, patterns, sorts_of, plural, max(map(len, things)), ordered, first, last)


_PLURALS = frozenset(("men", "people", "oxen", "cattle", "women", "children", "aircraft"))
_VAGUE = (
    *("works", "ass", "plants", "teams", "groups", "parts"),
    *("houses", "homes", "stations", "institutions", "hands", "times"),
)
"""Plurals without an s; singulars with one, and nouns that may be of any sort."""


def _both_scripts(signs: Iterable[str]) -> frozenset[str]:
    found = set(signs)
    found.update(form for form in map(chr, simplified()) if simplify(form) in found)
    return frozenset(found)


def _any_of(nouns: list[str]) -> re.Pattern[str]:
    return regex(
        rf"\b(?:{'|'.join(re.escape(noun.replace('_', ' ')) for noun in sorted(nouns, key=len, reverse=True))})\b"
    )
