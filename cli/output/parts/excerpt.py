"""A line of a file, cut to the width of a terminal, with a stretch of it underlined.

East Asian wide characters take two columns (Unicode Standard Annex 11), combining marks none.
"""

from __future__ import annotations

from typing import NamedTuple
from unicodedata import category, east_asian_width

from duizhao.printable import in_one_line
from duizhao.validator.finding import Place

_ELLIPSIS = "…"


class Excerpt(NamedTuple):
    """What is shown of a line: before, in and after the mark, and the columns of the first two."""

    before: str
    marked: str
    after: str
    indent: int
    length: int


def columns(text: str) -> int:
    """Columns that a text takes in a terminal."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def excerpt(line: str, start: int, end: int, width: int) -> Excerpt:
    """Cut a line around the stretch from `start` to `end`, which stays in sight, if need be without its middle.

    Args:
        line: the line, without its end.
        start: offset of the first character marked.
        end: offset after the last.
        width: columns there are.
    """
    line = in_one_line(line)
    marked = _middle(line[start:end], width - 2)
    room = max(0, width - columns(marked))
    before, after = line[:start], line[end:]
    left = min(columns(before), max(room // 2, room - columns(after)))
    before = _last(before.lstrip(" \u3000") if columns(before) <= left else before, left)
    after = _first(after, room - columns(before))
    return Excerpt(before, marked, after, columns(before), max(1, columns(marked)))


def marked_part(line: str, place: Place) -> tuple[int, int]:
    """Offsets of what a place marks in its first line."""
    start = min(place.column - 1, len(line))
    return start, min(place.end_column - 1, len(line)) if place.end_line == place.line else len(line)


def _columns(character: str) -> int:
    if east_asian_width(character) in "WF":
        return 2
    return 0 if category(character) in ("Mn", "Me", "Cf") else 1


def _first(text: str, width: int) -> str:
    """As much of the beginning as fits."""
    if columns(text) <= width:
        return text
    kept = 0
    for number, character in enumerate(text):
        kept += _columns(character)
        if kept > width - 1:
            return text[:number] + _ELLIPSIS if width > 0 else ""
    return text


def _last(text: str, width: int) -> str:
    """As much of the end as fits."""
    if columns(text) <= width:
        return text
    kept = 0
    for number in range(len(text) - 1, -1, -1):
        kept += _columns(text[number])
        if kept > width - 1:
            return _ELLIPSIS + text[number + 1 :] if width > 0 else ""
    return text


def _middle(text: str, width: int) -> str:
    """The text without its middle where it does not fit."""
    if columns(text) <= width:
        return text
    half = (width - 1) // 2
    return _first(text, width - half) + _last(text, half).removeprefix(_ELLIPSIS)
