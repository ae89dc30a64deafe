"""Which paragraphs of an article say the same in both languages.

The cheapest path through the paragraphs of both bodies: dynamic programming over beads with lengths as evidence, as
Gale and Church align sentences ("A Program for Aligning Sentences in Bilingual Corpora", Computational Linguistics 19,
1993), and the numbers that both sides share as anchors.  Paragraphs that moved are brought together afterwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log, sqrt
from typing import NamedTuple

from duizhao.validator.quantities.model import Number


class Bead(NamedTuple):
    """Paragraphs that belong together: indexes into the paragraphs of either half; one side may be empty."""

    en: tuple[int, ...]
    zh: tuple[int, ...]


class Piece(NamedTuple):
    """A paragraph as the alignment sees it."""

    number: int
    length: int
    """Characters; of the Chinese, without blanks."""
    values: frozenset[Number]
    """Its numbers, small ones left out: they are everywhere."""


class Alignment(NamedTuple):
    """All beads in the order of the original, and how long the English of a Chinese character is in this article."""

    beads: tuple[Bead, ...]
    ratio: float


EXPECTED_RATIO = 3.6  # English characters for a Chinese one, median of human translations of news
_RATIOS = (2.2, 5.5)
_MOST_MERGED = 6  # paragraphs of one side in a bead
_SHAPES = (
    *((1, width, 0.0) for width in range(1, _MOST_MERGED + 1)),
    *((width, 1, 0.0) for width in range(2, _MOST_MERGED + 1)),
    (2, 2, 0.4),
)
"""Of beads with both sides: English and Chinese paragraphs, and what such a shape costs beyond its paragraphs."""
_CELLS = 4000  # paragraph pairs looked at freely; beyond, only those near the diagonal
_MOST_SAVED = 3.5 + 1e-6
"""A bead costs at least its paragraphs less this, where all its numbers are shared: see `_cost`."""
_ALONE = (0.8, 5.0)  # cost of a paragraph without counterpart, least and most
_SURE = 0.6  # a cost below this between paragraphs of one rank needs no search


def align(en: Sequence[Piece], zh: Sequence[Piece]) -> Alignment:
    """Align the paragraphs of both bodies."""
    ratio = _ratio(en, zh)
    if not en or not zh:
        lonely = [Bead((p.number,), ()) for p in en] + [Bead((), (p.number,)) for p in zh]
        return Alignment(tuple(lonely), ratio)
    if len(en) == len(zh) and all(_cost((e,), (z,), ratio) < _SURE for e, z in zip(en, zh, strict=True)):
        return Alignment(tuple(Bead((e.number,), (z.number,)) for e, z in zip(en, zh, strict=True)), ratio)
    if len(en) == 1 or len(zh) == 1:
        return Alignment((Bead(tuple(p.number for p in en), tuple(p.number for p in zh)),), ratio)
    path = _path(en, zh, ratio)
    return Alignment(tuple(_bring_together(path, ratio)), ratio)


def _ratio(en: Sequence[Piece], zh: Sequence[Piece]) -> float:
    letters, characters = sum(p.length for p in en), sum(p.length for p in zh)
    if not letters or not characters:
        return EXPECTED_RATIO
    # Half way to what is usual: what is left out or added must not pass for a terse or a wordy translation.
    return sqrt(EXPECTED_RATIO * min(max(letters / characters, _RATIOS[0]), _RATIOS[1]))


_Side = Sequence[Piece]


def _cost(en: _Side, zh: _Side, ratio: float) -> float:
    """How badly two groups of paragraphs fit: lengths that differ, less the numbers they share."""
    letters, characters = sum([p.length for p in en]), sum([p.length for p in zh])
    stretch = log((letters + 20) / (characters * ratio + 20))
    cost = 3.0 * stretch * stretch
    ours = en[0].values if len(en) == 1 else frozenset().union(*[p.values for p in en])
    theirs = zh[0].values if len(zh) == 1 else frozenset().union(*[p.values for p in zh])
    if ours and theirs:
        shared = len(ours & theirs)
        cost += 1.5 - 6.0 * shared / (len(ours) + len(theirs))
    return cost + 1.0 * (len(en) + len(zh) - 2)


def _alone(piece: Piece, scale: float) -> float:
    least, most = _ALONE
    return min(least + piece.length * scale / 200 + 0.5 * len(piece.values), most)


class _Step(NamedTuple):
    cost: float
    en: int
    zh: int


def _path(en: _Side, zh: _Side, ratio: float) -> list[tuple[_Side, _Side]]:
    """The cheapest way through both bodies, as groups of paragraphs."""
    rows, columns = len(en), len(zh)
    band = max(rows, columns) if rows * columns <= _CELLS else 12 + abs(rows - columns)
    best: list[dict[int, _Step]] = [{0: _Step(0.0, 0, 0)}]
    for i in range(rows + 1):
        if i:
            best.append({})
        centre = i * columns // rows
        for j in range(max(0, centre - band), min(columns, centre + band) + 1):
            if i or j:
                step = _cheapest(best, en, zh, i, j, ratio)
                if step is not None:
                    best[i][j] = step
    groups: list[tuple[_Side, _Side]] = []
    i, j = rows, columns
    while i or j:
        step = best[i][j]
        groups.append((en[i - step.en : i], zh[j - step.zh : j]))
        i, j = i - step.en, j - step.zh
    return groups[::-1]


def _cheapest(best: list[dict[int, _Step]], en: _Side, zh: _Side, i: int, j: int, ratio: float) -> _Step | None:
    steps: list[_Step] = []
    if i and (before := best[i - 1].get(j)):
        steps.append(_Step(before.cost + _alone(en[i - 1], 1 / ratio), 1, 0))
    if j and (before := best[i].get(j - 1)):
        steps.append(_Step(before.cost + _alone(zh[j - 1], 1.0), 0, 1))
    found = min(steps, default=None)
    for rows, columns, extra in _SHAPES:
        if rows > i or columns > j or (before := best[i - rows].get(j - columns)) is None:
            continue
        price = before.cost + extra
        if found is not None and price + rows + columns - _MOST_SAVED > found.cost:
            continue  # whatever its lengths and numbers, it is dearer
        step = _Step(price + _cost(en[i - rows : i], zh[j - columns : j], ratio), rows, columns)
        if found is None or step < found:
            found = step
    return found


def _bring_together(path: list[tuple[_Side, _Side]], ratio: float) -> list[Bead]:
    """Beads of the path, with paragraphs that moved joined to their counterparts by the numbers they share."""
    moved = [(en, zh) for en, zh in path if en and not zh]
    beads = []
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
