"""Which words of an article were exchanged for others of their group."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from duizhao.schema.tree import Paragraph
from duizhao.source import Span
from duizhao.validator.case import Case, analysis
from duizhao.validator.exclusive.table import Around, ExclusiveWord, table
from duizhao.validator.finding import Severity


class Exchanged(NamedTuple):
    """A word of the original and the one that took its place."""

    sort: str
    severity: Severity | None
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
    found = beads(case)
    for number, bead in enumerate(found):
        if bead.zh and bead.en and words.any_zh.search(bead.zh):
            near = found[max(0, number - 1) : number + 2]  # what was moved stands next door
            around = Around("\n".join(one.zh for one in near), "\n".join(one.en for one in near))
            for members in words.near(bead.zh):
                yield from _in_bead(bead, around, members)


class BeadTexts(NamedTuple):
    """Paragraphs that belong together: their texts, and where these begin."""

    zh: str
    zh_start: int
    en: str
    en_start: int

    def exchanged(self, sort: str, zh: re.Match[str], en: re.Match[str], severity: Severity | None = None) -> Exchanged:
        """What was found in either text, with its places in the article."""
        return Exchanged(
            sort,
            severity,
            Span(self.zh_start + zh.start(), self.zh_start + zh.end()),
            Span(self.en_start + en.start(), self.en_start + en.end()),
            zh[0],
            en[0],
        )


@analysis
def beads(case: Case) -> list[BeadTexts]:
    """The paragraphs of an article that belong together: the Chinese simplified, the English in small letters.

    Args:
        case: the article.
    """
    chinese, english = case.article.chinese.paragraphs, case.article.english.paragraphs
    found: list[BeadTexts] = []
    for bead in case.alignment.beads:
        zh, zh_start = _text(case.plain, [chinese[i] for i in bead.zh])
        en, en_start = _text(case.text, [english[i] for i in bead.en])
        lower = en.lower()
        # a letter that is two in lower case (İ) would move all places behind it
        found.append(BeadTexts(zh, zh_start, lower if len(lower) == len(en) else en, en_start))
    return found


def _text(text: str, paragraphs: list[Paragraph]) -> tuple[str, int]:
    if not paragraphs:
        return "", 0
    start = min(one.start for one in paragraphs)
    return text[start : max(one.end for one in paragraphs)], start


def _in_bead(bead: BeadTexts, around: Around, members: tuple[ExclusiveWord, ...]) -> Iterator[Exchanged]:
    lost = [(one, found) for one in members if (found := one.zh.search(bead.zh)) and not around.says_en(one)]
    if not lost:
        return
    new = [found for one in members if (found := one.en.search(bead.en)) and not around.says_zh(one)]
    # a word that was lost without another in its place was left out, not exchanged
    for (one, zh), en in zip(lost, new, strict=False):
        yield bead.exchanged(one.sort, zh, en, one.severity)
