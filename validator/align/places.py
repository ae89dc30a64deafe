"""Which paragraphs of both languages belong to a place of an article."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from duizhao.schema.tree import Paragraph
from duizhao.validator.align.model import Bead


class Places:
    """The beads of an article by the places of their paragraphs; a page may ask for thousands.

    Args:
        text: of the article.
        beads: in the order of the original.
        chinese: the paragraphs of the original.
        english: those of the translation.
    """

    def __init__(
        self, text: str, beads: Sequence[Bead], chinese: Sequence[Paragraph], english: Sequence[Paragraph]
    ) -> None:
        self._text, self._beads, self._chinese, self._english = text, beads, chinese, english
        spans = [(one, at) for at, bead in enumerate(beads) for one in self._both(bead)]
        self._spans = sorted((one.start, one.end, at) for one, at in spans)
        self._texts: dict[int, tuple[str, str]] = {}

    def _both(self, bead: Bead) -> list[Paragraph]:
        return [*(self._chinese[i] for i in bead.zh), *(self._english[i] for i in bead.en)]

    def _bead_at(self, place: int) -> int | None:
        at = bisect_right(self._spans, place, key=lambda one: one[0]) - 1
        return self._spans[at][2] if at >= 0 and place < self._spans[at][1] else None

    def paragraphs(self, place: int, beside: int = 0) -> tuple[list[Paragraph], list[Paragraph]]:
        """The Chinese and the English paragraphs, and those of so many beads on either side; none outside of all."""
        at = self._bead_at(place)
        near = self._beads[max(0, at - beside) : at + beside + 1] if at is not None else ()
        return [self._chinese[i] for one in near for i in one.zh], [self._english[i] for one in near for i in one.en]

    def texts(self, place: int) -> tuple[str, str]:
        """The texts of both, each as one; '' where there are none."""
        at = self._bead_at(place)
        if at is None:
            return "", ""
        if at not in self._texts:
            # Kept, because a text that is asked about again and again is looked up by its hash, which it keeps too.
            zh, en = (" ".join(self._text[one.start : one.end] for one in side) for side in self.paragraphs(place))
            self._texts[at] = zh, en
        return self._texts[at]
