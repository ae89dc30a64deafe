"""The tables of words: `times.tsv` and `said.tsv`."""

from __future__ import annotations

import os
import re
from functools import lru_cache
from typing import NamedTuple

from duizhao.regex import regex
from duizhao.validator.finding import Severity


class ExclusiveWord(NamedTuple):
    """One of the words of a group, with its kin."""

    sort: str
    """What its findings are of: of `times.tsv` a sort of date finding."""
    severity: Severity | None
    """Of its findings, where it is not that of their rule: after the colon in the column of sorts."""
    zh: re.Pattern[str]
    zh_excuses: re.Pattern[str]
    en: re.Pattern[str]
    en_excuses: re.Pattern[str]


class WordGroups(NamedTuple):
    """The groups of a file."""

    groups: tuple[tuple[ExclusiveWord, ...], ...]
    any_zh: re.Pattern[str]
    """All Chinese words that accuse: most articles have none of them."""
    by_first: dict[str, tuple[int, ...]]
    """The groups that have a Chinese word with that first character, by their rank."""

    def near(self, zh: str) -> list[tuple[ExclusiveWord, ...]]:
        """The groups of which a text may have a Chinese word, in their order."""
        ranks = {rank for character in set(zh) if character in self.by_first for rank in self.by_first[character]}
        return [self.groups[rank] for rank in sorted(ranks)]


class Around(NamedTuple):
    """What stands around a word or a figure: the original in simplified characters, the English in small letters."""

    zh: str
    en: str

    def says_zh(self, member: ExclusiveWord) -> bool:
        """Whether the original has a word of a member, or one that excuses it."""
        return member.zh_excuses.search(self.zh) is not None

    def says_en(self, member: ExclusiveWord) -> bool:
        """Whether the translation has a word of a member, or one that excuses it."""
        return member.en_excuses.search(self.en) is not None


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table: `times`, `said`, `events`."""
    path = os.path.join(os.path.dirname(__file__), f"{name}.tsv")
    with open(path, encoding="utf-8") as lines:
        head, *others = (line.rstrip("\n").split("\t") for line in lines)
    return [dict(zip(head, row, strict=True)) for row in others]


@lru_cache(maxsize=2)  # there are two tables, each read when first asked for
def table(name: str) -> WordGroups:
    """The table of that name."""
    groups: dict[str, list[ExclusiveWord]] = {}
    firsts: dict[str, set[str]] = {}
    found = rows(name)
    for row in found:
        zh, en = row["zh"], row["en"]
        sort, _, severity = row["sort"].partition(":")
        member = ExclusiveWord(
            sort,
            Severity[severity.upper()] if severity else None,
            _chinese(zh),
            _chinese(f"{zh} {row['zh_excuses']}"),
            _english(en),
            _english(f"{en} {row['en_excuses']}"),
        )
        groups.setdefault(row["group"], []).append(member)
        firsts.setdefault(row["group"], set()).update(word[0] for word in zh.split())
    by_first: dict[str, tuple[int, ...]] = {}
    for rank, group in enumerate(groups):
        for character in firsts[group]:
            by_first[character] = (*by_first.get(character, ()), rank)
    members = tuple(tuple(some) for some in groups.values())
    return WordGroups(members, _chinese(" ".join(row["zh"] for row in found)), by_first)


def _chinese(words: str) -> re.Pattern[str]:
    return regex("|".join(sorted(words.split(), key=len, reverse=True)))


def _english(words: str) -> re.Pattern[str]:
    ordered = sorted(words.split(), key=len, reverse=True)
    forms = "|".join("[ -]".join(map(re.escape, word.split("_"))) for word in ordered)
    return regex(rf"(?<![a-z])(?:{forms})(?![a-z])")
