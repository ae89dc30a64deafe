"""The reader `issue-html`: a page that holds an issue of a newspaper, its two languages in a pane each."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from duizhao.regex import regex
from duizhao.schema.publication import ANY, Publication
from duizhao.schema.readers.issues.halves import Half, Unread, half_of
from duizhao.schema.readers.issues.issue import ALONE, OtherFile, articles_of
from duizhao.schema.readers.issues.panes import Pane, panes
from duizhao.schema.tree import HAN, Article
from duizhao.source import Source

NAME = "issue-html"
_LATIN = regex(r"[A-Za-z]")
_SAMPLE = 60  # headings and paragraphs of a pane that tell its language, each with one vote: a damaged one is outvoted
_OF_A_BLOCK = 200  # characters of each that are looked at
_LETTERS_A_CHARACTER = 3  # a Chinese character says as much as some three letters


def read_issue_html(
    source: Source, publication: Publication = ANY, translation: str = ""
) -> Iterator[Article | Unread]:
    """The articles of a page, and what of it was not read.

    Args:
        source: the page.
        publication: the newspaper.
        translation: the path of a file that has the English of the issue alone, '' for none.
    """
    chinese, english, others = halves_of(source.text, publication)
    # The Chinese pane comes first; where it does not, H107 tells.
    swapped = bool(chinese and english) and english[0].start < chinese[0].start
    for pane in others:
        yield Unread("this pane is not read: the page has another one in its language above it", pane.start)
    zh, en = half_of_panes(source.text, chinese, publication), half_of_panes(source.text, english, publication)
    # A page that has English itself needs that of no other file.
    beside = ALONE if english else OtherFile(translation)
    yield from articles_of(source, NAME, (zh, en), publication, ("panes-swapped",) if swapped else (), beside)


class PanesRead(NamedTuple):
    """The panes of a page by their language, in its order."""

    chinese: list[Pane]
    english: list[Pane]
    others: list[Pane]
    """Those that have no counterpart, and so are not read."""


def halves_of(text: str, publication: Publication) -> PanesRead:
    """The panes of a page: of either language as many as the other has, and one where the other has none."""
    halves: tuple[list[Pane], list[Pane]] = ([], [])
    for pane in panes(text, publication.pane):
        # A pane of nothing but a title and page marks tells no language.
        if any(block.kind in ("h3", "p") for block in pane.blocks):
            halves[not _is_chinese(text, pane)].append(pane)
    chinese, english = halves
    # A third pane has no counterpart, but a page of one language has one pane all the same.
    pairs = max(1, min(len(chinese), len(english)))
    return PanesRead(chinese[:pairs], english[:pairs], [*chinese[pairs:], *english[pairs:]])


def half_of_panes(text: str, some: list[Pane], publication: Publication) -> Half:
    """What panes of one language have, one after the other."""
    return half_of(text, (block for pane in some for block in pane.blocks), publication)


def _is_chinese(text: str, pane: Pane) -> bool:
    blocks = islice((block for block in pane.blocks if block.kind in ("h3", "p")), _SAMPLE)
    votes = 0
    for block in blocks:
        words = block.words(text)[:_OF_A_BLOCK]
        votes += 1 if len(HAN.findall(words)) * _LETTERS_A_CHARACTER > len(_LATIN.findall(words)) else -1
    return votes > 0
