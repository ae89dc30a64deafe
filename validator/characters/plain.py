"""A text in the characters of the simplified standard, each in the place of the one that is written.

Words of the original are looked for in simplified characters, whatever script and type a newspaper is printed in.  One
character stands for one, so that places in the one text are places in the other.
"""

from __future__ import annotations

import json
import os
from functools import lru_cache


def plain(text: str) -> str:
    """The text in simplified characters.

    >>> plain("約三千輛，鐘點旣定"), plain("约三千辆")
    ('约三千辆，钟点既定', '约三千辆')
    """
    return text if text.isascii() else text.translate(_table())


def as_written(words: str, text: str, simple: str, start: int) -> str:
    """Words of the plain text as the text itself has them.

    Args:
        words: found in the plain text.
        text: as it is written.
        simple: the same in simplified characters.
        start: a place before which they do not stand.
    """
    if not words or words.isascii() or (at := simple.find(words, start)) < 0:
        return words
    return text[at : at + len(words)]


@lru_cache(maxsize=1)
def _table() -> dict[int, str]:
    with open(os.path.join(os.path.dirname(__file__), "plain.json"), encoding="utf-8") as file:
        table = json.load(file)
    return dict(zip(map(ord, table["written"]), table["plain"], strict=True))
