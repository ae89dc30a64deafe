"""Texts in simplified characters, which the Chinese tables are written in."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from duizhao.validator.quantities.lexicon import simplified


def simplify(text: str) -> str:
    """A text with its traditional characters simplified, of the same length."""
    # Most texts have none of them, and few have many: one pass for each is faster than `translate`, which looks up all.
    find, meant = _traditional()
    for form in set(find(text)):
        text = text.replace(form, meant[form])
    return text


@lru_cache(maxsize=1)
def _traditional() -> tuple[Callable[[str], list[str]], dict[str, str]]:
    """What finds the traditional characters of a text, and what they are in simplified ones."""
    meant = {chr(form): char for form, char in simplified().items() if chr(form) != char}
    return re.compile(f"[{''.join(meant)}]").findall, meant
