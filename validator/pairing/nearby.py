"""The words next to an expression, as far as its clause, its sentence or its paragraph goes."""

from __future__ import annotations

import re

from duizhao.regex import regex

ZH_CLAUSE = regex("[，。；：！？\n]")
"""Where a Chinese clause ends; a 、 only parts the members of a list."""


def words_before(text: str, at: int, reach: int, stop: re.Pattern[str]) -> str:
    """What stands before a place, at most so many characters, from the last stop on."""
    return stop.split(text[max(0, at - reach) : at])[-1]


def words_behind(text: str, at: int, reach: int, stop: re.Pattern[str]) -> str:
    """What stands behind a place, at most so many characters, up to the next stop."""
    return stop.split(text[at : at + reach], maxsplit=1)[0]
