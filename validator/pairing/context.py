"""The words next to a pair of expressions, as far as most questions about them go."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from duizhao.validator.quantities.model import Cluster, Quantity

NEAR = 40
"""Characters looked at on either side."""


class Context(NamedTuple):
    """The words next to a pair, the English in lower case."""

    zh_before: str
    zh_after: str
    en_before: str
    en_after: str

    @classmethod
    def of(cls, text: str, zh: Quantity, en: Quantity) -> Context:
        """The words next to two expressions of a text."""
        return cls(
            text[max(0, zh.start - NEAR) : zh.start],
            text[zh.end : zh.end + NEAR],
            text[max(0, en.start - NEAR) : en.start].lower(),
            text[en.end : en.end + NEAR].lower(),
        )


def blank(text: str, clusters: Sequence[Cluster], start: int, end: int) -> str:
    """A stretch of text in lower case with the expressions in it blanked out.

    Args:
        text: of the article.
        clusters: the expressions of one language, in their order.
        start: of the stretch; before the text begins it is cut off.
        end: of the stretch.
    """
    start = max(0, start)
    words = text[start:end].lower()
    # In lower case a letter may become two (İ), and then the places of expressions would no longer fit.
    if len(words) != end - start and end <= len(text):
        words = text[start:end]
    at = bisect_left(clusters, start, key=lambda one: one.end)
    for cluster in clusters[at:]:
        if cluster.start >= end:
            break
        for one in cluster.covers[0].quantities:
            low, high = max(one.start - start, 0), max(0, min(one.end - start, len(words)))
            if low < high:
                words = words[:low] + "\u00b7" * (high - low) + words[high:]
    return words
