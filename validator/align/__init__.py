"""Which paragraphs of an article say the same in both languages.

The cheapest way through the paragraphs of both bodies: dynamic programming over beads with lengths as evidence, as
Gale and Church align sentences ("A Program for Aligning Sentences in Bilingual Corpora", Computational Linguistics 19,
1993), and the values that both sides share as stronger evidence, the more so the rarer they are.  Paragraphs that
stand in another place on the other side are brought together before and afterwards.

It is given sizes and values, and imports only what a paragraph is (`schema.tree`), which `places` looks for: so the
pairing of quantities may ask it, which knows both.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from duizhao.validator.align.anchors import Pair, chain, crossing, meetings
from duizhao.validator.align.cells import one_by_one, one_in_all
from duizhao.validator.align.evidence import measure
from duizhao.validator.align.model import Alignment, Bead, Piece
from duizhao.validator.align.moved import bring_together, in_order
from duizhao.validator.align.path import cheapest_path

__all__ = ["EXPECTED_RATIO", "Alignment", "Bead", "Piece", "align"]

EXPECTED_RATIO = 3.6  # English characters for a Chinese one, median of human translations of news
# What is beyond has something left out or added, as where the English renders one paragraph of many.
_RATIOS = (2.2, 5.5)


def align(en: Sequence[Piece], zh: Sequence[Piece]) -> Alignment:
    """Align the paragraphs of both bodies."""
    ratio = _ratio(en, zh)
    beads = _beads(en, zh, ratio)
    names = [Bead(tuple(en[i].number for i in bead.en), tuple(zh[j].number for j in bead.zh)) for bead in beads]
    return Alignment(tuple(names), ratio)


def _ratio(en: Sequence[Piece], zh: Sequence[Piece]) -> float:
    letters, characters = sum(p.length for p in en), sum(p.length for p in zh)
    if not letters or not characters:
        return EXPECTED_RATIO
    # Half way to what is usual: what is left out or added must not pass for a terse or a wordy translation.
    return sqrt(EXPECTED_RATIO * min(max(letters / characters, _RATIOS[0]), _RATIOS[1]))


def _beads(en: Sequence[Piece], zh: Sequence[Piece], ratio: float) -> list[Bead]:
    """The beads, as positions of the paragraphs.

    Paragraphs that surely stand elsewhere on the other side are taken out first, lest they push others from their
    places; unless a bead would then close over the gap.
    """
    if one_by_one(en, zh, ratio):
        return [Bead((i,), (i,)) for i in range(len(en))]
    if one_in_all(en, zh, ratio):
        return [Bead(tuple(range(len(en))), tuple(range(len(zh))))]
    both = measure(en, zh, ratio)
    pairs = meetings(en, zh, both.values.once)
    ordered = chain(pairs)
    astray = crossing(pairs, ordered, both)
    beads = _around(en, zh, astray, ratio) if astray else []
    if not beads:
        astray = []
        beads = [
            Bead(tuple(range(i, i + rows)), tuple(range(j, j + columns)))
            for i, rows, j, columns in cheapest_path(both, ordered)
        ]
    return in_order(bring_together(beads, both), astray)


def _around(en: Sequence[Piece], zh: Sequence[Piece], astray: Sequence[Pair], ratio: float) -> list[Bead]:
    """The beads of all paragraphs but those that are astray; none where a bead would close over a gap."""
    rows, columns = {i for i, _ in astray}, {j for _, j in astray}
    ours = [i for i in range(len(en)) if i not in rows]
    theirs = [j for j in range(len(zh)) if j not in columns]
    some, others = [en[i] for i in ours], [zh[j] for j in theirs]
    both = measure(some, others, ratio)
    steps = cheapest_path(both, chain(meetings(some, others, both.values.once)))
    beads = [Bead(tuple(ours[s.i : s.i + s.rows]), tuple(theirs[s.j : s.j + s.columns])) for s in steps]
    return beads if all(_unbroken(bead.en) and _unbroken(bead.zh) for bead in beads) else []


def _unbroken(positions: tuple[int, ...]) -> bool:
    return not positions or positions[-1] - positions[0] == len(positions) - 1
