"""A line of a file, cut to the width of a terminal, with a stretch of it underlined.

East Asian wide characters take two columns (Unicode Standard Annex 11), combining marks none.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple
from unicodedata import category, east_asian_width

from duizhao.printable import in_one_line
from duizhao.source import Source
from duizhao.validator.finding import Place

_ELLIPSIS = "…"


class MarkedLine(NamedTuple):
    """What is shown of a line: before, in and after the mark, and the columns of the first two."""

    before: str
    marked: str
    after: str
    indent: int
    length: int


def columns(text: str) -> int:
    """Columns that a text takes in a terminal."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def excerpt(line: str, start: int, end: int, width: int) -> MarkedLine:
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
    # Half the room for each side, and more for one where the other does not need it.
    left = min(columns(before), max(room // 2, room - columns(after)))
    # Indentation says nothing here; where the line is cut, an ellipsis stands in its place.
    before = _last(before.lstrip(" \u3000") if columns(before) <= left else before, left)
    after = _first(after, room - columns(before))
    return MarkedLine(before, marked, after, columns(before), max(1, columns(marked)))


def marked_line(source: Source, place: Place, width: int) -> tuple[str, int, int]:
    """The first line of a place, and the offsets in it of what is marked.

    A page may be one line of a megabyte, with a finding every ten characters: what stands more characters away than
    there are columns becomes an ellipsis here.

    Args:
        source: of the file.
        place: what is marked.
        width: columns there are.
    """
    begin, stop = source.line_span(place.line)
    start = min(begin + place.column - 1, stop)
    end = min(begin + place.end_column - 1, stop) if place.end_line == place.line else stop
    text = source.text
    before, after = text[max(begin, start - width) : start], text[end : min(stop, end + width)]
    if begin < start - width:
        before = _ELLIPSIS + before
    if end + width < stop:
        after += _ELLIPSIS
    marked = text[start:end] if end - start <= 2 * width else f"{text[start : start + width]}…{text[end - width : end]}"
    return before + marked + after, len(before), len(before) + len(marked)


@lru_cache(maxsize=4096)  # Chinese newspapers use some four thousand characters
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
        # One column is for the ellipsis.
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
