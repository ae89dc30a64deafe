"""Texts to clusters of tokens: numerals, and the words of the lexicon that stand around them.

A cluster is a run of tokens without a gap.  Where the same characters can be cut in more than one way (统一一个: 统一
and 一个, or 统, 一一, 个) it has several variants, each with what it costs.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from duizhao.validator.quantities.lexicon import Sense
from duizhao.validator.quantities.numeral import Numeral


class Token(NamedTuple):
    """A numeral, or a word with its meanings."""

    start: int
    end: int
    mask: int
    """The bits of all classes it can be of."""
    numerals: tuple[Numeral, ...] = ()
    senses: tuple[Sense, ...] = ()
    word: str = ""

    def value(self, cls: str) -> str:
        """The value of the first meaning of that class, '' where it has none."""
        for sense in self.senses:
            if sense.cls == cls:
                return sense.value
        return ""

    def values(self, cls: str) -> list[str]:
        """The values of all meanings of that class."""
        return [sense.value for sense in self.senses if sense.cls == cls]


new_token: Callable[[tuple[object, ...]], Token] = partial(tuple.__new__, Token)
"""A token of all its parts, without the call that looks at its arguments."""


class Variant(NamedTuple):
    """One way to cut a cluster."""

    cost: float
    tokens: tuple[Token, ...]


class Lexed(NamedTuple):
    """A cluster, cut."""

    start: int
    end: int
    variants: tuple[Variant, ...]


def only(tokens: list[Token]) -> Lexed:
    """A cluster that can be cut in one way only."""
    variant = _new(Variant, (0.0, tuple(tokens)))
    return _new(Lexed, (tokens[0][0], tokens[-1][1], (variant,)))


_new = tuple.__new__
MOST_TOKENS = 28
"""Tokens of the longest cluster: a longer list is read in pieces."""
