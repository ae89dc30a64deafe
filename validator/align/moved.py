"""Paragraphs that moved, brought together with their counterparts."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from duizhao.validator.align.model import Bead, Piece

_Side = Sequence[Piece]


def bring_together(path: list[tuple[_Side, _Side]], ratio: float) -> list[Bead]:
    """Beads of the path, with paragraphs that moved joined to their counterparts by the numbers they share."""
    moved = [(en, zh) for en, zh in path if en and not zh]
    beads: list[Bead] = []
    for en, zh in path:
        if en and not zh:
            continue
        if not en and zh[0].values:
            for candidate in moved:
                if _same_numbers(candidate[0][0], zh[0], ratio):
                    en = candidate[0]  # noqa: PLW2901
                    moved.remove(candidate)
                    break
        beads.append(Bead(tuple(p.number for p in en), tuple(p.number for p in zh)))
    for en, _ in moved:
        at = next((k for k, bead in enumerate(beads) if bead.en and bead.en[0] > en[0].number), len(beads))
        beads.insert(at, Bead((en[0].number,), ()))
    return beads


def _same_numbers(en: Piece, zh: Piece, ratio: float) -> bool:
    shared = len(en.values & zh.values)
    similar = abs(log((en.length + 20) / (zh.length * ratio + 20))) < 1
    return shared > 0 and similar and shared * 2 >= max(len(en.values), len(zh.values))
