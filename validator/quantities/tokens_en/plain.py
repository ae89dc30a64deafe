"""The text as it is read: in lower case, without entities, Markdown and other signs for the same."""

from __future__ import annotations

import re

from duizhao.regex import regex
from duizhao.validator.quantities.numeral_en.words import ONES, ORD_ONE, trie

_FOLD = {
    ord(a): b for a, b in zip("\u00a0\u202f\u2009\u2007\u3000\u2003\u2002’‘‐‑−／＇", "       ''---/'", strict=True)
}
_FOLD |= {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if code not in _FOLD}
_FOLD |= {ord("\u00b5"): "u", ord("\u03bc"): "u"}  # the micro sign and the letter: µm
_FOLDED = regex(f"[{''.join(map(chr, _FOLD))}]")
# *jin* and `5` are marked up; in 5*3 the star is a sign.
_STARS = regex(r"(?<![0-9*`])[*`]++(?=[\w$£€¥.(])|(?<=\w)[*`]++(?![0-9])")
_ENTITY = regex(r"&(?:nbsp|#160|frac12|frac14|frac34|ndash|mdash|minus|pound|yen|euro|times|thinsp);")
_ENTITIES = {
    "frac12": "½",
    "frac14": "¼",
    "frac34": "¾",
    "ndash": "–",
    "mdash": "—",
    "minus": "-",
    "pound": "£",
    "yen": "¥",
    "euro": "€",
    "times": "×",
}
_BEHIND = frozenset("–—-£¥€×")
_HYPHEN = regex(rf"(?<=ty)[–—](?={trie(w for w, n in (ONES | ORD_ONE).items() if n)}\b)")
"""The dash that typesetters and scanners put for the hyphen of a numeral: twenty–five. No range falls so far."""


def lower(text: str) -> str:
    """The text in lower case, of the same length: other spaces and hyphens, entities, Markdown made plain."""
    if text.isascii():
        folded = text.lower()
    else:
        folded = text.lower()
        # İ and a few others have two letters in lower case, and places have to stay
        if len(folded) != len(text):
            folded = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        # One pass for each character that is there is faster than `translate`, which looks up every one.
        for char in set(_FOLDED.findall(folded)):
            folded = folded.replace(char, _FOLD[ord(char)])
    # signs are looked for first: most texts have none, and a search costs less than an expression
    if "ty–" in folded or "ty—" in folded:
        folded = _HYPHEN.sub("-", folded)
    if "*" in folded or "`" in folded:
        folded = _STARS.sub(lambda found: " " * len(found[0]), folded)
    if "&" in folded:
        folded = _ENTITY.sub(_plain, folded)
    return folded


def _plain(found: re.Match[str]) -> str:
    char = _ENTITIES.get(found[0][1:-1], " ")
    # What belongs to the next figure (£, –) has to stand right before it, so that the blanks go ahead of it.
    space = " " * (len(found[0]) - 1)
    return space + char if char in _BEHIND else char + space
