"""Which words of an article were exchanged for others of their group."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from duizhao.schema.tree import Paragraph
from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.exclusive.table import Member, table
from duizhao.validator.quantities.lexicon import simplified


class Exchanged(NamedTuple):
    """A word of the original and the one that took its place."""

    sort: str
    zh: Span
    en: Span
    zh_word: str
    en_word: str


def exchanged(case: Case, name: str) -> Iterator[Exchanged]:
    """The words of an article that became others of their group, in the order of its paragraphs.

    Args:
        case: the article.
        name: of the table.
    """
    words = table(name)
    chinese = case.article.chinese
    if not words.any_zh.search(case.text[chinese.start : chinese.end].translate(simplified())):
        return
    found = beads(case)
    for number, bead in enumerate(found):
        if bead.zh and bead.en and words.any_zh.search(bead.zh):
            around = Around(found[max(0, number - 1) : number + 2])
            for members in words.groups.values():
                yield from _in_bead(bead, around, members)


class Bead(NamedTuple):
    """Paragraphs that belong together: their texts, and where these begin."""

    zh: str
    zh_start: int
    en: str
    en_start: int

    def holds_zh(self, at: int) -> bool:
        """Whether a place of the file is in its Chinese paragraphs."""
        return self.zh_start <= at < self.zh_start + len(self.zh)


def beads(case: Case) -> list[Bead]:
    """The pairs of paragraphs of an article."""
    chinese, english = case.article.chinese.paragraphs, case.article.english.paragraphs
    found: list[Bead] = []
    for bead in case.alignment.beads:
        zh, zh_start = _text(case.text, [chinese[i] for i in bead.zh])
        en, en_start = _text(case.text, [english[i] for i in bead.en])
        lower = en.lower()
        found.append(Bead(zh.translate(simplified()), zh_start, lower if len(lower) == len(en) else en, en_start))
    return found


def _text(text: str, paragraphs: list[Paragraph]) -> tuple[str, int]:
    if not paragraphs:
        return "", 0
    start = min(one.start for one in paragraphs)
    return text[start : max(one.end for one in paragraphs)], start


class Around:
    """What stands in a pair of paragraphs and its neighbours, which may hold what was moved."""

    def __init__(self, beads: list[Bead]) -> None:
        self._zh = "\n".join(bead.zh for bead in beads)
        self._en = "\n".join(bead.en for bead in beads)

    def says_zh(self, member: Member) -> bool:
        """Whether the original has a word of a member, or one that excuses it."""
        return member.zh_excuses.search(self._zh) is not None

    def says_en(self, member: Member) -> bool:
        """Whether the translation has a word of a member, or one that excuses it."""
        return member.en_excuses.search(self._en) is not None


def _in_bead(bead: Bead, around: Around, members: tuple[Member, ...]) -> Iterator[Exchanged]:
    lost = [(one.sort, found) for one in members if (found := one.zh.search(bead.zh)) and not around.says_en(one)]
    if not lost:
        return
    new = [found for one in members if (found := one.en.search(bead.en)) and not around.says_zh(one)]
    for (sort, zh), en in zip(lost, new, strict=False):
        yield Exchanged(
            sort,
            Span(bead.zh_start + zh.start(), bead.zh_start + zh.end()),
            Span(bead.en_start + en.start(), bead.en_start + en.end()),
            zh[0],
            en[0],
        )
