"""How much text the beads of an alignment hold on either side."""

from __future__ import annotations

from typing import NamedTuple

from duizhao.regex import regex
from duizhao.schema.tree import Paragraph
from duizhao.source import Span
from duizhao.validator.align import Bead
from duizhao.validator.case import Case, analysis
from duizhao.validator.text.scripts import count_han

_LATIN = regex("[A-Za-z0-9]+")
_LEAST = 20  # Chinese characters of a paragraph whose length tells how wordy the translation is
_ENOUGH = 3  # paragraphs of that sort, or
_ENOUGH_HAN = 120  # so many characters in one or two
_TOO_SHORT = 0.78  # of the expected length: then one of several paragraphs may be missing
_MISFIT = 0.15  # by how much of it the English may differ from the length of the others


class Weight(NamedTuple):
    """A bead with the lengths of its sides."""

    bead: Bead
    letters: int
    """Characters of the English."""
    expected: float
    """Characters of English that its Chinese leads to expect, in this article."""
    han: int


@analysis
def weights(case: Case) -> tuple[Weight, ...]:
    """The beads of an article, weighed by what a Chinese character takes in this very translation."""
    english, chinese = case.article.english.paragraphs, case.article.chinese.paragraphs
    sizes = [size(paragraph.text) for paragraph in chinese]
    rows = []
    for bead in case.alignment.beads:
        han, latin = sum(sizes[i].han for i in bead.zh), sum(sizes[i].latin for i in bead.zh)
        rows.append((bead, sum(len(english[i].text) for i in bead.en), han, latin))
    # Only where one paragraph stands for one: of others it is not known what renders what.
    ratio = _wordiness([(letters, han) for bead, letters, han, _ in rows if len(bead.zh) == len(bead.en) == 1])
    ratio = ratio or case.alignment.ratio
    return tuple(Weight(bead, letters, han * ratio + latin, han) for bead, letters, han, latin in rows)


class Size(NamedTuple):
    """What a Chinese text holds."""

    han: int
    latin: int


def size(text: str) -> Size:
    """Chinese characters, and letters and digits, of a text."""
    return Size(count_han(text), sum(map(len, _LATIN.findall(text))))


def _wordiness(pairs: list[tuple[int, int]]) -> float:
    """Letters for a Chinese character, the median over paragraphs rendered one by one; 0 where there are too few."""
    ratios = sorted(letters / han for letters, han in pairs if han >= _LEAST)
    if not ratios or (len(ratios) < _ENOUGH and sum(han for _, han in pairs) < _ENOUGH_HAN):
        return 0.0
    return ratios[len(ratios) // 2]


def left_out(case: Case, weight: Weight) -> int | None:
    """Which paragraph of several is missing from their common English; None where it is long enough, or none fits.

    The English must fit the others' length, and of those that fit the one whose numbers it lacks is taken.
    """
    indexes = weight.bead.zh
    # Without any English all of them are missing, and that is told as such.
    if len(indexes) < 2 or not 0 < weight.letters < _TOO_SHORT * weight.expected:
        return None
    chinese = case.article.chinese.paragraphs
    sizes = {i: size(chinese[i].text) for i in indexes}
    scale = weight.expected / sum(s.han + s.latin for s in sizes.values())
    values = {piece.number: piece.values for piece in case.pieces[1]}
    english = [piece.values for piece in case.pieces[0] if piece.number in weight.bead.en]
    shared = frozenset().union(*english)
    fitting = []
    for i, parts in sizes.items():
        rest = weight.expected - scale * (parts.han + parts.latin)
        misfit = abs(weight.letters - rest) / weight.expected
        # The length of a short paragraph is lost in what translations differ by.
        if misfit <= _MISFIT and parts.han >= _LEAST:
            # The fewest of its numbers in the English first, then the best fit.
            fitting.append((len(values[i] & shared), misfit, i))
    return min(fitting)[2] if fitting else None


def span_of(paragraphs: tuple[Paragraph, ...], indexes: tuple[int, ...]) -> Span:
    """From the first to the last of some paragraphs."""
    return Span(paragraphs[indexes[0]].start, paragraphs[indexes[-1]].end)


def opening(span: Span, text: str, longest: int = 60) -> Span:
    """The first line of a span, cut to what a reader takes in at a glance."""
    line_end = text.find("\n", span.start, span.end)
    end = span.end if line_end < 0 else line_end
    return Span(span.start, min(end, span.start + longest))
