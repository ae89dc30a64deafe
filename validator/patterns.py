"""Patterns of paths, as in `.gitignore`: `1958/`, `*.txt`, `1950s/**/supplement-*.md`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

_PIECE = re.compile(r"\*\*/?|\*|\?|\[!?[^\]/]+\]|[^*?\[]+|\[")


def matcher(patterns: Sequence[str]) -> Callable[[str], bool]:
    """Says whether a path fits one of the patterns.

    A pattern with a slash is measured from the root, one without fits a name at any depth; both also fit what lies
    below a folder of that name.  `*` and `?` stay within a name, `**` goes across folders.

    Args:
        patterns: with `/` between folders.
    """
    return _matcher(tuple(patterns))


@lru_cache(maxsize=64)
def _matcher(patterns: tuple[str, ...]) -> Callable[[str], bool]:
    expression = re.compile("|".join(map(_expression, patterns)) or r"(?!)")
    return lambda path: expression.match(path) is not None


def _expression(pattern: str) -> str:
    name = pattern.removeprefix("./").rstrip("/")
    anywhere = "" if "/" in name else "(?:.*/)?"
    body = "".join(_translated(piece) for piece in _PIECE.findall(name.removeprefix("/")))
    return rf"(?s:{anywhere}{body}(?:/.*|!/.*)?)\Z"


def _translated(piece: str) -> str:
    if piece.startswith("**"):
        return "(?:.*/)?" if piece.endswith("/") else ".*"
    if piece in "*?":
        return "[^/]*" if piece == "*" else "[^/]"
    if piece.startswith("[") and piece != "[":
        inside = piece[1:-1].replace("\\", "\\\\")
        return f"[{'^/' + inside[1:] if inside.startswith('!') else inside}]"
    return re.escape(piece)
