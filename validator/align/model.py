"""What is aligned, and what an alignment is."""

from __future__ import annotations

from collections.abc import Hashable
from typing import NamedTuple


class Bead(NamedTuple):
    """Paragraphs that belong together: indexes into the paragraphs of either half; one side may be empty."""

    en: tuple[int, ...]
    zh: tuple[int, ...]


class Piece(NamedTuple):
    """A paragraph as the alignment sees it."""

    number: int
    length: int
    """Characters; of the Chinese, without blanks."""
    values: frozenset[Hashable]
    """What both languages would write alike: its numbers, small ones left out, for they are everywhere."""


class Alignment(NamedTuple):
    """All beads in the order of the original, and how long the English of a Chinese character is in this article."""

    beads: tuple[Bead, ...]
    ratio: float
