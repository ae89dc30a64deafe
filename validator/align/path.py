"""The cheapest way through both bodies, looked for in a band that is widened where the way touches its edge."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from duizhao.validator.align.cells import Field, Step
from duizhao.validator.align.evidence import Evidence

_WIDTH = 4  # columns on either side of the centre that are looked at first
_AROUND = 12  # steps before and after one that touches the edge, for each column of the width, that are looked at again
_EFFORT = 30  # cells looked at for each paragraph, after which the band is not widened any more
_AT_LEAST = 4000  # but so many cells may always be looked at


class _Mark(NamedTuple):
    """A step, and how it was found."""

    step: Step
    width: int
    touches: bool
    """It begins at the edge of the band: a better way may lie beyond."""


def cheapest_path(both: Evidence) -> list[Step]:
    """The cheapest way through both bodies."""
    field = Field(both)
    corner = len(both[0].alone), len(both[1].alone)
    marks = _search(field, (0, 0), corner, _centre(both), _WIDTH)
    limit = max(_AT_LEAST, _EFFORT * sum(corner))
    while field.looked_at < limit and any(mark.touches for mark in marks):
        marks = _widen(field, marks)
    return [mark.step for mark in marks]


def _centre(both: Evidence) -> list[int]:
    """For every row the column before which there is the same share of the text."""
    ends, others = both[0].ends, both[1].ends
    scale = others[-1] / (ends[-1] or 1)
    last = len(others) - 1
    return [0, *(min(bisect_left(others, end * scale), last) for end in ends[1:-1]), last]


def _search(
    field: Field, top: tuple[int, int], bottom: tuple[int, int], centre: Sequence[int], width: int
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


def _widen(field: Field, marks: list[_Mark]) -> list[_Mark]:
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
