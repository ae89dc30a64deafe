"""Paragraphs of the original that are one: it was broken where a column or a page ends, in mid-sentence.

Such a paragraph ends without a stop mark, and no sentence begins with the next.  Signs that it goes on elsewhere
（下轉第二版, 上文接第一版） are no part of its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from duizhao.regex import regex
from duizhao.schema.tree import Article, Paragraph
from duizhao.source import Span
from duizhao.validator.align import Alignment, Bead

_OPEN, _CLOSE = "[〔（(【［\\[「]", "[〕）)】］\\]」]"
_NUMBER = "第?[一二三四五六七八九十0-9０-９]{1,3}"
_PAGE = f"(?:{_NUMBER}[版页张]|[前上下次后][版页张])"
_GOES_ON = (
    f"(?:未完，?)?(?:[上下]?[文稿]?[紧上下]?[接转续][自入至见在]?{_PAGE}|[续接][前上][稿文]?{_PAGE}?|{_PAGE}[续接])"
    f"(?:{_NUMBER}[栏段])?"
)
_SIGN = regex(f"{_OPEN}{_GOES_ON}{_CLOSE}")
_SIGN_BEHIND = regex(f"{_OPEN}?{_GOES_ON}{_CLOSE}?$")
_SIGN_BEFORE = regex(f"{_OPEN}{_GOES_ON}{_CLOSE}[\u3000 ]*|{_GOES_ON}(?:[\u3000 ]+|$)")
_INSIDE = regex(r"[\u3400-\u9fff〇○0-9０-９A-Za-z]")
"""What a piece that was broken ends with, and its other piece begins with: no stop mark, bracket or dash."""
_ENGLISH_SIGN = regex(r"\bcontinue[sd]? (?:on|from|to|in) (?:the )?(?:page \w+|\w+ page)", re.IGNORECASE)
_FARTHEST = 3
"""Paragraphs from one piece to the next: between them may stand but signs."""


def signs(text: str, start: int, end: int) -> list[Span]:
    """Where in a stretch of the original it says on which page it goes on: that is no number of its text.

    Args:
        text: of the file, the original in simplified characters.
        start: where a paragraph begins.
        end: where it ends.
    """
    words = text[start:end]
    if not any(sign in words for sign in "接转续"):
        return []
    found = [match.span() for pattern in (_SIGN, _SIGN_BEHIND) for match in pattern.finditer(words)]
    if match := _SIGN_BEFORE.match(words):
        found.append(match.span())
    return [Span(start + first, start + last) for first, last in found]


def english_signs(text: str, start: int, end: int) -> list[Span]:
    """The same of a stretch of the translation."""
    return [Span(*match.span()) for match in _ENGLISH_SIGN.finditer(text, start, end)]


class Break(NamedTuple):
    """Between two pieces of a paragraph."""

    before: int
    """The piece before it, as an index of the original's paragraphs."""
    behind: int
    gap: Span
    """What stands between their words."""
    marked: bool
    """Whether a page ends here, as its mark or a sign says."""


def breaks(text: str, article: Article) -> Iterator[Break]:
    """Where the paragraphs of the original were broken, in order.

    Args:
        text: of the file, the original in simplified characters.
        article: the article.
    """
    paragraphs = article.chinese.paragraphs
    pages = frozenset(article.issue.broken) if article.issue else frozenset()
    ends = [_without_signs(text, one) for one in paragraphs]
    for number, one in enumerate(ends):
        if one.start == one.end or paragraphs[number].deck or not _INSIDE.match(text, one.end - 1):
            continue
        behind = next((n for n in range(number + 1, min(number + 1 + _FARTHEST, len(ends))) if _says(ends[n])), None)
        if behind is None or not _INSIDE.match(text, ends[behind].start):
            continue
        gap = Span(one.end, ends[behind].start)
        signed = one.end < paragraphs[number].end or ends[behind].start > paragraphs[behind].start
        paged = any(n in pages for n in range(number + 1, behind + 1))
        yield Break(number, behind, gap, marked=signed or paged or behind > number + 1)


def _says(words: Span) -> bool:
    return words.start < words.end


def _without_signs(text: str, paragraph: Paragraph) -> Span:
    """The words of a paragraph without the signs at its ends."""
    start, end = paragraph.start, paragraph.end
    for sign in signs(text, start, end):
        if sign.start == paragraph.start:
            start = max(start, sign.end)
        if sign.end == paragraph.end:
            end = min(end, sign.start)
    return Span(min(start, end), end)


def brought_together(alignment: Alignment, marked: Sequence[Break]) -> Alignment:
    """The alignment in which pieces that a page's end parts are in one bead.

    Args:
        alignment: of the paragraphs as they stand.
        marked: the breaks where a page ends.
    """
    beads = list(alignment.beads)
    for one in marked:
        first, last = (next((n for n, bead in enumerate(beads) if at in bead.zh), -1) for at in one[:2])
        if 0 <= first < last <= first + _FARTHEST:
            some = beads[first : last + 1]
            if any(bead.zh and not one.before <= bead.zh[0] <= one.behind for bead in some[1:]):
                continue  # something else stands between
            en, zh = (tuple(sorted(n for bead in some for n in bead[side])) for side in (0, 1))
            beads[first : last + 1] = [Bead(en, zh)]
    return alignment._replace(beads=tuple(beads))


class Rejoined(NamedTuple):
    """A text without what stands between the pieces of paragraphs."""

    text: str
    gaps: tuple[Span, ...]

    @classmethod
    def of(cls, text: str, gaps: Sequence[Span]) -> Rejoined:
        """Take the gaps, which are in order, out of a text."""
        kept, at = [], 0
        for gap in gaps:
            kept.append(text[at : gap.start])
            at = gap.end
        return cls("".join([*kept, text[at:]]), tuple(gaps))

    def place(self, offset: int) -> int:
        """Where a place of the whole text is in this one."""
        return offset - sum(min(offset, gap.end) - gap.start for gap in self.gaps if gap.start < offset)

    def origin(self, offset: int, *, end: bool = False) -> int:
        """Where a place of this text is in the whole one; of an end, right behind what stands before it."""
        for start, stop in self.gaps:
            if offset > start or (offset == start and not end):
                offset += stop - start
        return offset
