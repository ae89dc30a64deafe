"""The reader `issue-html`: a page that holds an issue of a newspaper, its two languages in a pane each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from duizhao.schema.publication import ANY, Publication
from duizhao.schema.readers.issues.halves import Half, Unread, half_of
from duizhao.schema.readers.issues.issue import ALONE, Beside, articles_of
from duizhao.schema.readers.issues.panes import Pane, panes
from duizhao.schema.tree import Article
from duizhao.source import Source

NAME = "issue-html"
_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]")
_SAMPLE = 60  # headings and paragraphs of a pane that tell its language, each with one vote: a damaged one is outvoted
_OF_A_BLOCK = 200  # characters of each that are looked at
_LETTERS_A_CHARACTER = 3  # a Chinese character says as much as some three letters
_NOTHING = Half([], [], None)


def read_issue_html(
    source: Source, publication: Publication = ANY, translation: str = ""
) -> Iterator[Article | Unread]:
    """The articles of a page, and what of it was not read.

    Args:
        source: the page.
        publication: the newspaper.
        translation: the path of a file that has the English of the issue alone, '' for none.
    """
    chinese, english = halves_of(source.text, publication)
    swapped = bool(chinese and english) and english[0].start < chinese[0].start
    for pane in (*chinese[1:], *english[1:]):
        yield Unread("this pane is not read: the page has another one in its language above it", pane.start)
    zh, en = (half_of(source.text, some[0].blocks, publication) if some else _NOTHING for some in (chinese, english))
    # A page that has English itself needs that of no other file.
    beside = ALONE if english else Beside(translation)
    yield from articles_of(source, NAME, (zh, en), publication, ("panes-swapped",) if swapped else (), beside)


def halves_of(text: str, publication: Publication) -> tuple[list[Pane], list[Pane]]:
    """The panes in Chinese, and those in English; of either, the first is read."""
    halves: tuple[list[Pane], list[Pane]] = ([], [])
    for pane in panes(text, publication.pane):
        if any(block.kind in ("h3", "p") for block in pane.blocks):
            halves[not _is_chinese(text, pane)].append(pane)
    return halves


def _is_chinese(text: str, pane: Pane) -> bool:
    blocks = islice((block for block in pane.blocks if block.kind in ("h3", "p")), _SAMPLE)
    votes = 0
    for block in blocks:
        words = block.words(text)[:_OF_A_BLOCK]
        votes += 1 if len(_HAN.findall(words)) * _LETTERS_A_CHARACTER > len(_LATIN.findall(words)) else -1
    return votes > 0
