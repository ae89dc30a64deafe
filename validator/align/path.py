"""The cheapest way through both bodies, looked for in a band that is widened where the way touches its edge."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import log
from typing import NamedTuple

from duizhao.validator.align.anchors import Pair
from duizhao.validator.align.cells import Cells, Step
from duizhao.validator.align.evidence import Evidence

# Bounds of the search; but for the habit, they change how long it takes and hardly ever what it finds.
_WIDTH = 3
"""Columns on either side of the centre that are looked at first."""
_AROUND = 12
"""Steps before and after one that touches the edge, for each column of the width, that are looked for again."""
_EFFORT = 30
"""Cells looked at for each paragraph, after which the band is not widened any more: so time is linear, ..."""
_AT_LEAST = 4000
"""... but so many cells may always be looked at."""
_HABIT = 0.4
"""Share of merged beads from which merging is what this translator does, ..."""
_SOME = 4
"""... if there are so many or no others: in a short article two may be merged by chance."""
_LONGER = 1.4
"""Paragraphs so many times fewer and, by the median, longer look like it: then it is tried first, to save a search."""


class _Mark(NamedTuple):
    """A step, and how it was found."""

    step: Step
    width: int
    touches: bool
    """It begins at the edge of the band: a better way may lie beyond."""


def cheapest_path(both: Evidence, anchors: Sequence[Pair]) -> list[Step]:
    """The cheapest way through both bodies; pairs that surely belong together tell where to look first."""
    if not both.en.single or not both.zh.single:
        lonely = [Step(i, 1, 0, 0) for i in range(len(both.en.single))]
        return lonely + [Step(0, 0, j, 1) for j in range(len(both.zh.single))]
    habit = _merges(both)
    steps = _cheapest(Cells(both, habit=habit), both, anchors)
    if _by_habit(steps) != habit:
        steps = _cheapest(Cells(both, habit=not habit), both, anchors)
    return steps


def _merges(both: Evidence) -> bool:
    """Whether one side looks as if it were written in longer paragraphs, all through."""
    sizes, others = (sorted(size for size, _, _ in side.single) for side in (both.en, both.zh))
    longer = log(_LONGER)
    few, many = sorted([sizes, others], key=len)
    return len(many) > _LONGER * len(few) and few[len(few) // 2] - many[len(many) // 2] > longer


def _by_habit(steps: Sequence[Step]) -> bool:
    """Whether paragraphs of one side were merged again and again, as when a translator writes longer ones."""
    joined = [step for step in steps if step.rows and step.columns]
    merged = max(sum(step.rows > 1 for step in joined), sum(step.columns > 1 for step in joined))
    return merged > 1 and merged >= min(_SOME, len(joined)) and merged > _HABIT * len(joined)


def _cheapest(field: Cells, both: Evidence, anchors: Sequence[Pair]) -> list[Step]:
    corner = len(both.en.alone), len(both.zh.alone)
    marks = _search(field, (0, 0), corner, _centre(both, anchors), _WIDTH)
    limit = max(_AT_LEAST, _EFFORT * sum(corner))
    while field.looked_at < limit and any(mark.touches for mark in marks):
        marks = _widen(field, marks)
    return [mark.step for mark in marks]


def _centre(both: Evidence, anchors: Sequence[Pair]) -> list[int]:
    """For every row the column to be expected: between anchors, that before which there is the same share of text."""
    ends, others = both.en.ends, both.zh.ends
    centre = [0]
    corner = len(ends) - 1, len(others) - 1
    for (i, j), (k, m) in pairwise([(0, 0), *anchors, corner]):
        scale = (others[m] - others[j]) / ((ends[k] - ends[i]) or 1)
        centre += [bisect_left(others, others[j] + (end - ends[i]) * scale, j, m) for end in ends[i + 1 : k]]
        centre += [m] * (k > i)
    return centre


def _search(
    field: Cells, top: tuple[int, int], bottom: tuple[int, int], centre: Sequence[int], width: int
) -> list[_Mark]:
    """The cheapest way between two cells, no further from the centre of each row than the width."""
    first, last = top[1], bottom[1]
    before, after = [centre[0], *centre[:-1]], [*centre[1:], centre[-1]]
    # Neighbouring rows overlap, so that there is always a way.
    band = [
        (max(first, min(c - width, b)), min(last, max(c + width, a)))
        for c, b, a in zip(centre, before, after, strict=True)
    ]
    marks = []
    for step in field.search(top[0], band):
        left, right = band[step.i - top[0]]
        marks.append(_Mark(step, width, (step.j == left and left > first) or (step.j == right and right < last)))
    return marks


def _widen(field: Cells, marks: list[_Mark]) -> list[_Mark]:
    """The way again, looked for in a band of double width around it where it touched the edge."""
    found: list[_Mark] = []
    done = 0
    for start, end, width in _stretches(marks):
        found += marks[done:start]
        steps = [mark.step for mark in marks[start:end]]
        top, last = (steps[0].i, steps[0].j), steps[-1]
        bottom = last.i + last.rows, last.j + last.columns
        found += _search(field, top, bottom, _columns(steps, bottom), 2 * width)
        done = end
    return found + marks[done:]


def _stretches(marks: list[_Mark]) -> Iterator[tuple[int, int, int]]:
    """From which step to which the band must be wider, and how wide it was."""
    start, end, width = 0, 0, 0
    for number, mark in enumerate(marks):
        if not mark.touches:
            continue
        around = _AROUND * mark.width  # the way may have left the better one before it met the edge
        if number - around > end:
            if width:
                yield start, end, width
            start, width = number - around, 0
        start, end, width = max(start, 0), min(number + around + 1, len(marks)), max(width, mark.width)
    yield start, end, width


def _columns(steps: Sequence[Step], bottom: tuple[int, int]) -> list[int]:
    """For every row the column where the way goes through it."""
    columns: list[int] = []
    for step in steps:
        columns += [step.j] * (step.i + 1 - steps[0].i - len(columns))
    return columns + [bottom[1]] * (bottom[0] + 1 - steps[0].i - len(columns))
