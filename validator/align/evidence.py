"""What the costs of beads are made from, computed once for every group of neighbouring paragraphs."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from math import log
from typing import NamedTuple

from duizhao.validator.align.model import Piece

MOST_MERGED = 6  # paragraphs of one side in a bead
_SMOOTHING = 20  # letters added to both sides: of short lines, lengths say little
_ALONE = (0.8, 5.0)  # cost of a paragraph without counterpart, least and most


class Group(NamedTuple):
    """Neighbouring paragraphs of one side, or a single one."""

    log: float
    """Logarithm of their length as English."""
    mask: int
    """Their values, a bit for each."""
    size: int
    """How many values."""


class Side(NamedTuple):
    """The paragraphs of one side."""

    single: list[Group]
    alone: list[float]
    """What each paragraph costs without counterpart."""
    ends: list[float]
    """How much text there is before each paragraph, and in all, as English."""


Evidence = tuple[Side, Side]
"""English and Chinese."""


def evidence(en: Sequence[Piece], zh: Sequence[Piece], ratio: float) -> Evidence:
    """Both sides, measured in letters of English and with the same bits for the same values."""
    bits: dict[Hashable, int] = {}
    return _side(en, 1.0, 1 / ratio, bits), _side(zh, ratio, 1.0, bits)


def _side(pieces: Sequence[Piece], letters: float, characters: float, bits: dict[Hashable, int]) -> Side:
    single, alone, ends = [], [], [0.0]
    least, most = _ALONE
    for piece in pieces:
        mask, length, size = 0, piece.length, len(piece.values)
        for value in piece.values:
            mask |= 1 << bits.setdefault(value, len(bits))
        single.append(Group(log(length * letters + _SMOOTHING), mask, size))
        alone.append(min(least + length * characters / 200 + 0.5 * size, most))
        ends.append(ends[-1] + length * letters)
    return Side(single, alone, ends)


def groups(side: Side) -> list[list[Group]]:
    """The groups that end before each paragraph, shortest first."""
    found: list[list[Group]] = [[]]
    single, ends = side.single, side.ends
    for end in range(1, len(ends)):
        length = ends[end] + _SMOOTHING
        group = single[end - 1]
        ending = [group]
        mask = group.mask
        for start in range(end - 2, max(end - MOST_MERGED, 0) - 1, -1):
            mask |= single[start].mask
            ending.append(Group(log(length - ends[start]), mask, mask.bit_count()))
        found.append(ending)
    return found
