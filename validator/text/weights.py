"""How much text the beads of an alignment hold on either side."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from duizhao.schema.tree import Paragraph
from duizhao.source import Span
from duizhao.validator.align import Bead
from duizhao.validator.case import Case
from duizhao.validator.text.lazy import lazy
from duizhao.validator.text.scripts import count_han

_LATIN = lazy("[A-Za-z0-9]+")


class Weight(NamedTuple):
    """A bead with the lengths of its sides."""

    bead: Bead
    letters: int
    """Characters of the English."""
    expected: float
    """Characters of English that its Chinese leads to expect, in this article."""
    han: int


@lru_cache(maxsize=1)
def weights(case: Case) -> tuple[Weight, ...]:
    """The beads of an article, weighed."""
    english, chinese = case.article.english.paragraphs, case.article.chinese.paragraphs
    ratio = case.alignment.ratio
    found = []
    for bead in case.alignment.beads:
        texts = [chinese[i].text for i in bead.zh]
        han = sum(map(count_han, texts))
        latin = sum(len(run) for text in texts for run in _LATIN().findall(text))
        letters = sum(len(english[i].text) for i in bead.en)
        found.append(Weight(bead, letters, han * ratio + latin, han))
    return tuple(found)


def span_of(paragraphs: tuple[Paragraph, ...], indexes: tuple[int, ...]) -> Span:
    """From the first to the last of some paragraphs."""
    return Span(paragraphs[indexes[0]].start, paragraphs[indexes[-1]].end)


def opening(span: Span, text: str, longest: int = 60) -> Span:
    """The first line of a span, cut to what a reader takes in at a glance."""
    line_end = text.find("\n", span.start, span.end)
    end = span.end if line_end < 0 else line_end
    return Span(span.start, min(end, span.start + longest))
