"""Characters that only the traditional or only the simplified standard has."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple


class Minority(NamedTuple):
    """The standard that is the rarer one in a text."""

    standard: str
    """'traditional' or 'simplified'."""
    characters: frozenset[str]
    """Its characters that occur."""
    others: int
    """How many different characters of the other standard occur."""


class _Tables(NamedTuple):
    traditional: frozenset[str]
    simplified: frozenset[str]


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    with open(os.path.join(os.path.dirname(__file__), "variants.json"), encoding="utf-8") as file:
        table = json.load(file)
    return _Tables(frozenset(table["traditional"]), frozenset(table["simplified"]))


def minority(characters: frozenset[str]) -> Minority:
    """Of the characters of a text those of the rarer standard; none where the text keeps to one."""
    tables = _tables()
    traditional = characters & tables.traditional
    if not traditional:
        return Minority("traditional", traditional, 0)
    simplified = characters & tables.simplified
    if len(traditional) <= len(simplified):
        return Minority("traditional", traditional, len(simplified))
    return Minority("simplified", simplified, len(traditional))


def stretches(text: str, characters: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where those characters stand, neighbours together."""
    for match in re.finditer(f"[{re.escape(''.join(sorted(characters)))}]+", text):
        yield match.span()
