"""The one place that decides what of an input may be shown: nothing that commands a terminal or turns text about.

Source: ECMA-48 for C0 and C1, Unicode Standard Annex 9 for what sets the direction of text.
"""

from __future__ import annotations

import re

from duizhao.regex import regex

_COMMANDS = r"\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff"
_ALL = regex(rf"[{_COMMANDS}]")
_INNER = regex(rf"(?!\t|\n|\r\n)[{_COMMANDS}]")
_PAINT = regex(r"\x1b\[[0-9;]*m")
_PATCHES = {"\t": " ", "\n": " ", "\r": " ", "\u2028": " ", "\u2029": " "}
_ESCAPES = {"\t": "\\t", "\n": "\\n", "\r": "\\r"}


def escaped(text: str) -> str:
    r"""The text with `\uXXXX` for what must not be shown; tabs and line ends stay.

    Within the strings of a JSON document it means the same as before.
    """
    # One question to Python settles nearly every text: what is not printable includes all that commands.
    return text if text.isprintable() else _INNER.sub(_escape, text)


def escaped_but_paint(text: str) -> str:
    """The same, but the colours stay that duizhao itself put there; of other text it must have been taken already."""
    pieces, at = [], 0
    for match in _PAINT.finditer(text):
        pieces += [escaped(text[at : match.start()]), match[0]]
        at = match.end()
    return "".join([*pieces, escaped(text[at:])])


def one_line(text: str) -> str:
    """The text as part of one line: as `escaped`, and line ends and tabs are escapes too."""
    return text if text.isprintable() else _ALL.sub(_escape, text)


def in_one_line(text: str) -> str:
    """The text with blanks for line ends and tabs, and U+FFFD for other control characters; no longer, no shorter."""
    # Of the same length: the columns that a message names have to stay.
    return text if text.isprintable() else _ALL.sub(lambda match: _PATCHES.get(match[0], "\ufffd"), text)


def visible(text: str) -> str:
    """The text with U+FFFD for control characters other than line ends and tabs."""
    return _INNER.sub("\ufffd", text.replace("\r\n", "\n"))


def _escape(match: re.Match[str]) -> str:
    return _ESCAPES.get(match[0]) or f"\\u{ord(match[0]):04x}"
