"""The stretch of text that is being cut: what all parts of the lexer look at."""

from __future__ import annotations

from duizhao.validator.quantities.tokens import Token
from duizhao.validator.quantities.tokens_en.tables import tables

_MOST_FORKS = 2
"""Forks in one cluster: six of one and half a dozen of the other has two, nothing that was read has more."""


class EnglishStretch:
    """A text up to a place, with the words of its language, how far it has been cut, and what else it may be."""

    def __init__(self, text: str, low: str, start: int, end: int) -> None:
        self.text, self.low = text, low
        self.start, self.stop, self.floor = start, end, start
        self.tables = tables()
        self.forks: list[tuple[int, Token, float]] | None = []
        """Other tokens for a place of the cluster, and what the usual one then costs; None while one is followed."""

    def fork(self, place: int, token: Token, cost: float) -> None:
        """Keep another token for a place; without it the cluster is dearer by that cost."""
        if self.forks is not None and len(self.forks) < _MOST_FORKS:
            self.forks.append((place, token, cost))
