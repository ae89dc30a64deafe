"""Figures whose shape says that they are a time, a date or a decade."""

from __future__ import annotations

import re
from collections.abc import Callable

from duizhao.regex import regex
from duizhao.validator.quantities.lexicon.classes import BIT
from duizhao.validator.quantities.tokens import Token
from duizhao.validator.quantities.tokens_en.shared import CODE

# 1950 s with a blank is a decade, 50 s are seconds.
_DECADE = regex(r"'?(\d{3}0(?=[' ]?s)|\d0(?='?s))[' ]?s(?![a-z0-9])")
_CLOCK = regex(
    r"([01]?\d|2[0-4])(?::|: (?=\d\d(?!\d))|\.(?=[0-5]\d ?(?:[ap]\.?m\b|o'clock|noon\b|mid-?day\b)))([0-5]\d|\d(?= ?(?:[ap]\.?m\b|o'clock|in the (?:morning|afternoon|evening))))(?:[:.]([0-5]\d))?(?!\d|:\S|[.,]\d| ?(?:%|per ?cent))"
)
"""A single figure of minutes only where the words behind it say that it is a time: 5:9 in the morning."""
_LAP = regex(r"(\d{1,2}):([0-5]\d)\.(\d{1,2})(?![\d:]|\.\d)")
"""Minutes and seconds of a race: 33:08.2."""
_LONG_LAP = regex(r"(2[5-9]|[3-5]\d):([0-5]\d)(?![\d:]|[.,]\d| ?(?:%|per ?cent))")
"""Minutes that are no hour: 33:08."""
_MILITARY = regex(r"([01]\d|2[0-4])[:.]?([0-5]\d)(?:(?: ?(?:hours|hrs|h)\b)|(?= ?(?:gmt|utc|local time)\b))")
_ISO = regex(r"(1[0-9]\d\d|20\d\d)([-/.])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?![\d.]\d|\d)")
_SLASHED = regex(r"(0?[1-9]|[12]\d|3[01])([-/.])(0?[1-9]|[12]\d|3[01])\2(1[0-9]\d\d|20\d\d)(?![\d.]\d|\d)")


def _decade(at: int, found: re.Match[str]) -> Token:
    return Token(at, found.end(), BIT["DECADE"], word=found[1])


def _clock(at: int, found: re.Match[str]) -> Token:
    seconds = f":{found[3]}" if found.re.groups > 2 and found[3] else ""
    return Token(at, found.end(), BIT["CLOCK"], word=f"{int(found[1])}:{found[2]:0>2}{seconds}")


def _lap(at: int, found: re.Match[str]) -> Token:
    return Token(at, found.end(), BIT["CLOCK"], word=f"{int(found[1])}:{found[2]}.{found[3]}")


def _long_lap(at: int, found: re.Match[str]) -> Token:
    return Token(at, found.end(), BIT["CLOCK"], word=found[0])


def _iso(at: int, found: re.Match[str]) -> Token:
    return Token(at, found.end(), BIT["CLOCK"], word=f"{found[1]}-{int(found[3])}-{int(found[4])}")


def _slashed(at: int, found: re.Match[str]) -> Token:
    """8/12/1956 is of August or of December."""
    first, second, year = int(found[1]), int(found[3]), found[4]
    ways = [f"{year}-{first}-{second}"] * (first <= 12) + [f"{year}-{second}-{first}"] * (second <= 12)
    return Token(at, found.end(), BIT["CLOCK"] if ways else CODE, word="|".join(ways))


_SHAPES: tuple[tuple[re.Pattern[str], Callable[[int, re.Match[str]], Token]], ...] = (
    (_DECADE, _decade),
    (_ISO, _iso),
    (_SLASHED, _slashed),
    (_LAP, _lap),
    (_MILITARY, _clock),
    (_CLOCK, _clock),
    (_LONG_LAP, _long_lap),
)
"""The clock comes last: it would take 12:08.20 of a race for seconds, and leave the hours of 08:30 hours behind."""
_BEHIND = frozenset("s'-/.:h")
"""What stands behind the first figures of a shape, but for those of a military hour, which a blank may follow."""
_MILITARY_FIGURES = 4
"""Those of 0730 hours."""


def may_have_shape(low: str, at: int, end: int) -> bool:
    """Whether a pattern may match: most figures are passed over by the character behind them."""
    char = low[end : end + 1]
    if not char:
        return low[at] == "'"
    if char in _BEHIND or low[at] == "'":
        return True
    return end - at == _MILITARY_FIGURES and char in " gul" and (char != " " or low[end + 1 : end + 2] in "hguls")


def shape_at(low: str, at: int, stop: int) -> Token | None:
    """The time, date or decade at a place."""
    for pattern, make in _SHAPES:
        found = pattern.match(low, at, stop)
        if found:
            return make(at, found)
    return None
