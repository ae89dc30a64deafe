"""What a construct of the grammar is: a pattern of word classes, and what it makes of the tokens."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from duizhao.validator.quantities.model import Quantity
from duizhao.validator.quantities.tokens import Token

Tokens = Mapping[str, Token]
"""The tokens that a pattern caught, by the names it gives them."""
Reading = tuple[float, tuple[Quantity, ...]]
"""What a reading costs, and what it says; nothing for "no quantity"."""


class Text(NamedTuple):
    """What the makers of readings may look at."""

    text: str
    low: str
    """The text in lower case where the language has one."""
    language: str
    year: int | None
    """Of the issue."""


class Row(NamedTuple):
    """A construct.

    `pattern` is a sequence of elements `name:CLASS`, `CLASS` (named by itself, in lower case) or `A|B`; `?` behind an
    element makes it optional, and a part in parentheses followed by `?` is optional as a whole.
    """

    name: str
    pattern: str
    make: Callable[[Text, Tokens], Iterable[Reading]]
    cost: float = 0.0
    languages: str = "zh en"
    follows: bool = False
    """Whether it may stand right behind or before another construct: 八日下午三时 is a day and a time."""
