"""Words that name a time without a figure: a season, a festival, the day after, before or after an event.

`calendar_words.tsv` has them in groups whose members exclude each other. Where a paragraph of the original names one
that its translation does not, and the translation names another one that the original does not, they were exchanged.
What accuses is named narrowly, what excuses widely: any 春 excuses "spring".
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from duizhao.schema.tree import Paragraph
from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.quantities.lexicon import simplified
from duizhao.validator.rule import Hit


class _Member(NamedTuple):
    group: str
    sort: str
    """The sort of hit, as `review` has them."""
    zh: re.Pattern[str]
    zh_excuses: re.Pattern[str]
    en: re.Pattern[str]
    en_excuses: re.Pattern[str]


class _Table(NamedTuple):
    groups: dict[str, tuple[_Member, ...]]
    any_zh: re.Pattern[str]
    """All that accuses: most articles have none of it."""


@lru_cache(maxsize=1)
def _table() -> _Table:
    path = os.path.join(os.path.dirname(__file__), "calendar_words.tsv")
    with open(path, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file][1:]
    groups: dict[str, list[_Member]] = {}
    for group, sort, zh, zh_excuses, en, en_excuses, *_ in rows:
        member = _Member(
            group, sort, _any_zh(zh), _any_zh(f"{zh} {zh_excuses}"), _any_en(en), _any_en(f"{en} {en_excuses}")
        )
        groups.setdefault(group, []).append(member)
    return _Table({name: tuple(members) for name, members in groups.items()}, _any_zh(" ".join(row[2] for row in rows)))


def _any_zh(words: str) -> re.Pattern[str]:
    return re.compile("|".join(sorted(words.split(), key=len, reverse=True)))


def _any_en(words: str) -> re.Pattern[str]:
    ordered = sorted(words.replace("_", "\0").split(), key=len, reverse=True)
    return re.compile("|".join(rf"(?<![a-z]){re.escape(word).replace(chr(0), '[ -]')}(?![a-z])" for word in ordered))


def exchanged(case: Case) -> Iterator[tuple[str, Hit]]:
    """The named times of an article that became others, each with its sort of hit."""
    chinese = case.article.chinese
    if not _table().any_zh.search(case.text[chinese.start : chinese.end].translate(simplified())):
        return
    beads = _beads(case)
    for number, bead in enumerate(beads):
        if bead.zh and bead.en and _table().any_zh.search(bead.zh):
            yield from _in_bead(bead, _Around(beads[max(0, number - 1) : number + 2]))


class _Bead(NamedTuple):
    """Paragraphs that belong together: their texts, and where these begin."""

    zh: str
    zh_start: int
    en: str
    en_start: int


def _beads(case: Case) -> list[_Bead]:
    chinese, english = case.article.chinese.paragraphs, case.article.english.paragraphs
    found: list[_Bead] = []
    for bead in case.alignment.beads:
        zh, zh_start = _text(case.text, [chinese[i] for i in bead.zh])
        en, en_start = _text(case.text, [english[i] for i in bead.en])
        lower = en.lower()
        found.append(_Bead(zh.translate(simplified()), zh_start, lower if len(lower) == len(en) else en, en_start))
    return found


def _text(text: str, paragraphs: list[Paragraph]) -> tuple[str, int]:
    if not paragraphs:
        return "", 0
    start = min(one.start for one in paragraphs)
    return text[start : max(one.end for one in paragraphs)], start


class _Around:
    """What stands in a pair of paragraphs and its neighbours, which may hold what was moved."""

    def __init__(self, beads: list[_Bead]) -> None:
        self._zh = "\n".join(bead.zh for bead in beads)
        self._en = "\n".join(bead.en for bead in beads)

    def says_zh(self, member: _Member) -> bool:
        return member.zh_excuses.search(self._zh) is not None

    def says_en(self, member: _Member) -> bool:
        return member.en_excuses.search(self._en) is not None


def _in_bead(bead: _Bead, around: _Around) -> Iterator[tuple[str, Hit]]:
    for members in _table().groups.values():
        lost = [(one, found) for one in members if (found := one.zh.search(bead.zh)) and not around.says_en(one)]
        if not lost:
            continue
        new = [(one, found) for one in members if (found := one.en.search(bead.en)) and not around.says_zh(one)]
        for (member, zh), (_, en) in zip(lost, new, strict=False):
            message = f"“{en[0]}”, but the original has “{zh[0]}”"
            yield (
                member.sort,
                Hit(
                    message,
                    Span(bead.en_start + en.start(), bead.en_start + en.end()),
                    Span(bead.zh_start + zh.start(), bead.zh_start + zh.end()),
                ),
            )
