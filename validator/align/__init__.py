"""Which paragraphs of an article say the same in both languages.

The cheapest path through the paragraphs of both bodies: dynamic programming over beads with lengths as evidence, as
Gale and Church align sentences ("A Program for Aligning Sentences in Bilingual Corpora", Computational Linguistics 19,
1993), and the numbers that both sides share as anchors.  Paragraphs that moved are brought together afterwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from duizhao.validator.align.cells import one_by_one
from duizhao.validator.align.evidence import evidence
from duizhao.validator.align.model import Alignment, Bead, Piece
from duizhao.validator.align.moved import bring_together
from duizhao.validator.align.path import cheapest_path

__all__ = ["EXPECTED_RATIO", "Alignment", "Bead", "Piece", "align"]

EXPECTED_RATIO = 3.6  # English characters for a Chinese one, median of human translations of news
_RATIOS = (2.2, 5.5)


def align(en: Sequence[Piece], zh: Sequence[Piece]) -> Alignment:
    """Align the paragraphs of both bodies."""
    ratio = _ratio(en, zh)
    if not en or not zh:
        lonely = [Bead((p.number,), ()) for p in en] + [Bead((), (p.number,)) for p in zh]
        return Alignment(tuple(lonely), ratio)
    both = evidence(en, zh, ratio)
    if one_by_one(both):
        return Alignment(tuple(Bead((e.number,), (z.number,)) for e, z in zip(en, zh, strict=True)), ratio)
    if len(en) == 1 or len(zh) == 1:
        return Alignment((Bead(tuple(p.number for p in en), tuple(p.number for p in zh)),), ratio)
    groups = [(en[i : i + rows], zh[j : j + columns]) for i, rows, j, columns in cheapest_path(both)]
    return Alignment(tuple(bring_together(groups, ratio)), ratio)


def _ratio(en: Sequence[Piece], zh: Sequence[Piece]) -> float:
    letters, characters = sum(p.length for p in en), sum(p.length for p in zh)
    if not letters or not characters:
        return EXPECTED_RATIO
    # Half way to what is usual: what is left out or added must not pass for a terse or a wordy translation.
    return sqrt(EXPECTED_RATIO * min(max(letters / characters, _RATIOS[0]), _RATIOS[1]))
