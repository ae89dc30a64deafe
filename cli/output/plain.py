"""Text that a terminal shows as it is: what files contain must neither break lines nor command the terminal."""

from __future__ import annotations

import re

_COMMANDS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_PATCHES = {"\t": " ", "\n": " ", "\r": " ", "\u2028": " ", "\u2029": " "}


def in_one_line(text: str) -> str:
    """The text with blanks for line ends and tabs, and U+FFFD for other control characters; no longer, no shorter."""
    return _COMMANDS.sub(lambda match: _PATCHES.get(match[0], "\ufffd"), text)


def visible(text: str) -> str:
    """The text with U+FFFD for control characters other than line ends and tabs."""
    return _COMMANDS.sub(lambda match: match[0] if match[0] in "\t\n" else "\ufffd", text.replace("\r\n", "\n"))
