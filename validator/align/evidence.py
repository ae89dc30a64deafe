"""What speaks for paragraphs belonging together: lengths, and the values that both sides have."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from math import log
from typing import NamedTuple

from duizhao.validator.align.model import Piece

# Costs are like negative logarithms of probabilities: what adds 1 makes an explanation e times less likely.  The
# weights were chosen on drawn articles; `tests/align/test_weights.py` has an article for each that it decides.
SMOOTHING = 20
"""Letters added to both sides, for of a line of a few words the length says little."""
ALONE_LEAST = 0.85
"""Of a paragraph without counterpart: of short ones, mostly decks and datelines, many have none."""
ALONE_LETTERS = 400.0
"""Letters that make it dearer by 1: what is longer is not overlooked so easily, ..."""
ALONE_MOST = 1.4
"""... but where a passage is left out, its paragraphs may have any length."""
COMMON = 0.3
"""Worth of a value that stands in several paragraphs of a side and says little about which, or in none of the other,
where it may have been misread; one that stands in one paragraph of either side is worth 1."""
_BITS = 512
"""Of values of one worth; more share bits in turn, and stand too far from each other in the article to meet."""


class Values:
    """The values that both sides have, as bits."""

    def __init__(self, en: Sequence[Piece], zh: Sequence[Piece]) -> None:
        ours, theirs = _frequencies(en), _frequencies(zh)
        shared = [value for value in ours if value in theirs]
        once = [value for value in shared if ours[value] == theirs[value] == 1]
        self.once = frozenset(once)
        self._rare = (1 << min(len(once), _BITS)) - 1
        self._bits = {value: number % _BITS for number, value in enumerate(once)}
        several = [value for value in shared if value not in self.once]
        self._bits |= {value: self._rare.bit_length() + number % _BITS for number, value in enumerate(several)}

    def mask(self, piece: Piece) -> int:
        """The values of a paragraph that the other side has too."""
        mask = 0
        for value in piece.values:
            if value in self._bits:
                mask |= 1 << self._bits[value]
        return mask

    def worth(self, mask: int) -> float:
        """What values are worth as evidence."""
        return COMMON * mask.bit_count() + (1 - COMMON) * (mask & self._rare).bit_count()


def _frequencies(side: Sequence[Piece]) -> dict[Hashable, int]:
    """In how many paragraphs each value stands."""
    found: dict[Hashable, int] = {}
    for piece in side:
        for value in piece.values:
            found[value] = found.get(value, 0) + 1
    return found


Measure = tuple[float, int, float]
"""Of neighbouring paragraphs of one side: the logarithm of their length as English, the values that the other side has
too, as bits, and what all their values are worth."""


class MeasuredSide:
    """The paragraphs of one side."""

    def __init__(self, pieces: Sequence[Piece], letters: float, values: Values) -> None:
        """Measure them; `letters` is how long the English of a character is."""
        self.single: list[Measure] = []
        self.alone: list[float] = []
        """What each paragraph costs without counterpart."""
        self.ends = [0.0]
        """How much text there is before each paragraph, and in all, as English."""
        for piece in pieces:
            length, mask = piece.length * letters, values.mask(piece)
            worth = values.worth(mask) + COMMON * (len(piece.values) - mask.bit_count())
            self.single.append((log(length + SMOOTHING), mask, worth))
            self.alone.append(min(ALONE_LEAST + length / ALONE_LETTERS, ALONE_MOST))
            self.ends.append(self.ends[-1] + length)

    def groups(self, end: int, longest: float, most: int) -> list[Measure]:
        """The groups that end before a paragraph, shortest first, up to a number and to one longer than the longest."""
        single, ends = self.single, self.ends
        size, mask, worth = group = single[end - 1]
        found = [group]
        length = ends[end] + SMOOTHING
        for start in range(end - 2, max(end - most, 0) - 1, -1):
            if size > longest:
                break
            _, bits, more = single[start]
            size, mask, worth = log(length - ends[start]), mask | bits, worth + more
            found.append((size, mask, worth))
        return found


class Evidence(NamedTuple):
    """Both sides, measured in letters of English and with the same bits for the same values."""

    en: MeasuredSide
    zh: MeasuredSide
    values: Values


def measure(en: Sequence[Piece], zh: Sequence[Piece], ratio: float) -> Evidence:
    """Measure both sides; the ratio is how long the English of a Chinese character is."""
    values = Values(en, zh)
    return Evidence(MeasuredSide(en, 1.0, values), MeasuredSide(zh, ratio, values), values)
