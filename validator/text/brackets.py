"""Brackets of both languages, and which of the English ones have no counterpart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from duizhao.regex import regex
from duizhao.schema.tree import Paragraph
from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.text.datelines import is_dateline, own_datelines
from duizhao.validator.text.scripts import count_han

_ENGLISH = regex(r"[(\[（【]([^()\[\]（）【】\n]{1,300})[)\]）】]")
_CHINESE = regex(r"[（(\[【〔［]([^（）()\[\]【】〔〕［］\n]{1,200})[）)\]】〕］]")
_LABEL = regex(r"[0-9０-９]{1,4}|[A-Za-z]|[ivxIVX]{1,5}|[一二三四五六七八九十甲乙丙丁戊己庚辛壬癸]{1,3}")
_UNIT = regex(r"[^A-Za-z]{0,3}[\d.,]+\s?[A-Za-z%./ ]{0,20}")
_SURE_LENGTH = 40  # letters; a longer bracket may translate words that the original has without one


class Bracket(NamedTuple):
    """A bracket and where in its paragraphs it stands, from 0 to 1."""

    span: Span
    words: str
    at: float


class Gloss(NamedTuple):
    """An English bracket without counterpart."""

    span: Span
    sure: bool


def added_glosses(case: Case) -> Iterator[Gloss]:
    """English brackets that explain something and for which the original has none."""
    text = case.text
    # Most articles have no bracket, and need no alignment for it.
    if "(" not in text[: case.article.english.end]:
        return
    own = own_datelines(case)
    for bead in case.alignment.beads:
        english = _brackets(_ENGLISH, case.article.english.paragraphs, bead.en)
        glosses = [b for b in english if _explains(b, text, own)]
        # Of a paragraph that the original has not at all P105 speaks.
        if glosses and bead.zh:
            chinese = _brackets(_CHINESE, case.article.chinese.paragraphs, bead.zh)
            yield from _unpaired(english, glosses, [b for b in chinese if not _LABEL.fullmatch(b.words)])


def _brackets(pattern: re.Pattern[str], paragraphs: Sequence[Paragraph], indexes: tuple[int, ...]) -> list[Bracket]:
    total = sum(len(paragraphs[i].text) for i in indexes)
    found, before = [], 0
    for i in indexes:
        paragraph = paragraphs[i]
        for match in pattern.finditer(paragraph.text):
            span = Span(paragraph.start + match.start(), paragraph.start + match.end())
            # (1) and (b) are no words, and （一） is no counterpart for any.
            if not _LABEL.fullmatch(match[1].strip()):
                found.append(Bracket(span, match[1].strip(), (before + match.start()) / total))
        before += len(paragraph.text)
    return found


def _explains(bracket: Bracket, text: str, own: tuple[str, ...]) -> bool:
    """Whether it can be a gloss: round, after a word, and neither an abbreviation of it nor a conversion."""
    start, words = bracket.span.start, bracket.words
    # No word before a bracket is as long.
    before = text[max(0, start - 120) : start].rstrip(" ")
    # Behind a comma, or at the beginning of a line, a bracket explains no word.
    if text[start] not in "(（" or not before or not (before[-1].isalnum() or before[-1] in "\"”’'"):
        return False
    # (5 km) converts, (Xinhua, 7th) is a dateline, and a bracket with Chinese in it is quoted on purpose.
    if _UNIT.fullmatch(words) or is_dateline(f"({words})", own) or count_han(words):
        return False
    return not _abbreviates(words, before)


def _abbreviates(words: str, before: str) -> bool:
    """UNRRA after the name in full, or the name in full after UNRRA."""
    capitals = sum(c.isupper() for c in words)
    # CP and CPs, but not PlaNeT: half of it at least has to be capitals.
    if " " not in words and capitals >= 2 and capitals * 2 >= len(words):
        return True
    last = before.rsplit(None, 1)[-1]
    # A single capital is a letter, or somebody's initial.
    return last.isupper() and len(last) >= 2 and "".join(w[0] for w in words.split() if w[0].isupper()) in last


def _unpaired(english: list[Bracket], glosses: list[Bracket], chinese: list[Bracket]) -> Iterator[Gloss]:
    """Glosses that remain when every Chinese bracket has taken the nearest English one of those in order."""
    # With fewer than the original has, all of them have a counterpart somewhere.
    if len(english) < len(chinese):
        return
    taken = _nearest(english, chinese)
    for gloss in glosses:
        if english.index(gloss) not in taken:
            yield Gloss(gloss.span, sure=len(gloss.words) <= _SURE_LENGTH)


def _nearest(english: list[Bracket], chinese: list[Bracket]) -> set[int]:
    """Indexes of the English brackets paired in order with all Chinese ones, at the least total distance."""
    rows, columns = len(english), len(chinese)
    best: list[tuple[float, tuple[int, ...]]] = [(0.0, ()), *[(float("inf"), ())] * columns]
    for i in range(rows):
        # From the last back, so that a row takes no bracket twice.
        for j in range(columns, 0, -1):
            cost, chain = best[j - 1]
            cost += abs(english[i].at - chinese[j - 1].at)
            if cost < best[j][0]:
                best[j] = (cost, (*chain, i))
    return set(best[columns][1])
