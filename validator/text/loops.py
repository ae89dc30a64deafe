"""Text that goes round in circles."""

from __future__ import annotations

from collections.abc import Iterator

_PERIOD = 600  # longest unit of a loop, in characters
_LEAST_TIMES = 3  # what stands there twice is for P106
_LEAST_LETTERS = 4  # different ones: a Chinese slogan of four characters is words


def loops(text: str, start: int, *, unit: int, step: int) -> Iterator[tuple[int, int, int]]:
    """Stretches in which the same characters follow upon themselves at least three times: start, end, how often.

    Probes are looked for in what follows, so that the cost grows with the length of the text only.  Every loop is met
    that goes on for as long as a step, a probe and two turns more.

    Args:
        text: what to search.
        start: where to begin.
        unit: length of a probe.
        step: from one probe to the next.
    """
    at = start
    # Room for a probe and what it would be found in.
    while at + unit * 2 <= len(text):
        probe = text[at : at + unit]
        found = text.find(probe, at + 1, at + _PERIOD + unit)
        period = found - at
        end = _end(text, at, period) if found > 0 else at
        if found < 0 or end - at < period * _LEAST_TIMES:
            at += step
            continue
        if _has_words(text[at : at + period]):
            begin = _begin(text, at, period, start)
            yield begin, end, (end - begin) // period
        at = end


def _end(text: str, at: int, period: int) -> int:
    """Where a text that repeats with that period from `at` ceases to."""
    turn, end = text[at : at + period], at + period
    while text.startswith(turn, end):
        end += period
    return end


def _begin(text: str, at: int, period: int, least: int) -> int:
    """Where it began: a probe need not stand at the first turn."""
    while at > least and text[at - 1] == text[at - 1 + period]:
        at -= 1
    return at


def _has_words(turn: str) -> bool:
    """A turn of dots, dashes or blanks is a rule or a table."""
    return len(set(filter(str.isalpha, turn))) >= min(_LEAST_LETTERS, len(turn))
