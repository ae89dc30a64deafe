"""Patterns of paths, as in `.gitignore`: `1958/`, `*.txt`, `1950s/**/supplement-*.md`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

_PIECE = re.compile(r"\*+|\?|\[!?[^\]/]+\]|[^*?\[]+|\[")
_DEEPER = r"(?:[^/]*+/)*?"
_BELOW = r"(?:/.*|!/.*)?\Z"


def matcher(patterns: Sequence[str]) -> Callable[[str], bool]:
    """Says whether a path fits one of the patterns.

    A pattern with a slash is measured from the root, one without fits a name at any depth; both also fit what lies
    below a folder of that name.  `*` and `?` stay within a name, `**` in place of a name goes across folders.

    Args:
        patterns: with `/` between folders.
    """
    return _matcher(tuple(patterns))


@lru_cache(maxsize=64)  # asked for every file, by each override and publication of a configuration
def _matcher(patterns: tuple[str, ...]) -> Callable[[str], bool]:
    # No patterns at all fit nothing; an empty expression would fit everything.
    expression = re.compile("|".join(map(_expression, patterns)) or r"(?!)")
    return lambda path: expression.match(path) is not None


def _expression(pattern: str) -> str:
    """The pattern as a regular expression whose time does not explode.

    What stands between two stars is looked for from the left and, once found, not again elsewhere: a later place could
    not help, as the star after it goes as far.  Only what follows the last star is tried at every place.
    """
    name = pattern.removeprefix("./").rstrip("/")
    parts = name.removeprefix("/").split("/")
    # As git has it: a name without a slash may lie anywhere.
    if "/" not in name:
        parts.insert(0, "**")
    runs = [""]  # what stands between two `**`
    for part in parts[:-1]:
        if part == "**":
            runs.append("")
        else:
            runs[-1] += _name(part) + "/"
    runs[-1] += ".*" if parts[-1] == "**" else _name(parts[-1]) + _BELOW
    first, *others = runs
    middle = "".join(rf"(?>{_DEEPER}{run})" for run in others[:-1] if run)
    return rf"(?s:{first}{middle}{_DEEPER + others[-1] if others else ''})"


def _name(part: str) -> str:
    """The expression of a part between slashes."""
    chunks, chunk = [], ""
    for piece in _PIECE.findall(part):
        if piece.startswith("*"):
            chunks.append(chunk)
            chunk = ""
        else:
            chunk += _translated(piece)
    if not chunks:
        return chunk
    return chunks[0] + "".join(rf"(?>[^/]*?{one})" for one in chunks[1:]) + "[^/]*" + chunk


def _translated(piece: str) -> str:
    if piece == "?":
        return "[^/]"
    if not piece.startswith("[") or piece == "[":
        return re.escape(piece)
    # A hyphen between two characters is a range in a pattern too.
    inside = re.escape(piece[1:-1].removeprefix("!")).replace(r"\-", "-")
    inside = inside.replace("--", r"-\-")  # up to a hyphen; two of them may become an operator of `re`
    signs = f"[^/{inside}]" if piece.startswith("[!") else f"[{inside}]"
    try:
        re.compile(signs)
    except re.error:  # a range that is none, such as z-a
        return "(?!)"
    return signs
