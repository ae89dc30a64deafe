"""Finding the places of an English text where a numeric expression may begin, fast."""

from __future__ import annotations

import re

from duizhao.validator.quantities import en_words as w

_HEADS = frozenset(
    {*w.SMALL, *w.SCALES, *w.PLURALS, *w.ORDINALS, *w.MONTHS, *w.WEEKDAYS, *w.FACTORS, *w.TIMES, *w.DECADES}
)
_HEADS |= {
    *w.PAIRS,
    *w.ANNIVERSARIES,
    "several",
    "half",
    "noon",
    "midnight",
    "latter",
    "yesterday",
    "tomorrow",
    "today",
    "previous",
    "preceding",
}
_HEADS |= {
    f"{which} {what}" for which in ("last", "this", "next") for what in ("year", "month", "week", "spring", "autumn")
}
_HEADS |= {f"a {word}" for word in w.ARTICLED | w.PER} | {"an hour"}
_PHRASES = frozenset(
    {"year before last", "day before yest", "end of the", "beginning of the", "start of the", "middle of the"}
)
_REACH = 5


def _trie(node: frozenset[str]) -> str:
    """One expression for all the strings, which shares their beginnings and so tries few ways at each place."""
    if "" in node:
        return ""
    tails = {head: frozenset(word[1:] for word in node if word[0] == head) for head in {word[0] for word in node}}
    leaves = "".join(sorted(head for head, tail in tails.items() if "" in tail))
    ways = [head + _trie(tail) for head, tail in sorted(tails.items()) if "" not in tail]
    if leaves:
        ways.append(f"[{leaves}]" if len(leaves) > 1 else leaves)
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"


# Every way begins with one character of a fixed set, so that the engine skips all others without trying.  Words are
# told by their first letters here and by a table of whole words afterwards: long alternations are dear to compile.
CANDIDATE = re.compile(
    r"[0-9$£€¥×□½⅓⅔¼¾⅛ \n\t\"'()\[\-/.,:;*#](?:(?<=[0-9$£€¥×□½⅓⅔¼¾⅛])|("
    + _trie(frozenset(word[:_REACH] for word in _HEADS) | _PHRASES)
    + r"[a-z]*|[ivx]{1,5}(?=[.,:; \n])))"
)

_CHARACTERS = {chr(0xFF10 + n): str(n) for n in range(10)}
_CHARACTERS |= {chr(base + n): chr(0x61 + n) for base in (0xFF21, 0xFF41) for n in range(26)}
_CHARACTERS |= dict.fromkeys("‐‑‒–—−－~～―﹣", "-") | dict.fromkeys("“”„«»「」", '"') | dict.fromkeys("‘’`´", "'")
_CHARACTERS |= dict(zip("，．：；（）％／＋＄￥。、！？…✕Ｘｘ", ",.:;()%/+$¥.,!?.×××", strict=True))
_KEPT = "°℃²³½⅓⅔¼¾⅕⅛⅜⅝⅞£€¥×□‰"
_FOREIGN = re.compile(r"[^\x00-\x7f]")


def _plain(match: re.Match[str]) -> str:
    char = match[0]
    known = _CHARACTERS.get(char)
    if known is not None:
        return known
    return char if char in _KEPT or char.isalpha() else " "


def normal(text: str) -> str:
    """The text in lower case, full-width and typographic characters made plain, every character in its place."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return low if low.isascii() else _FOREIGN.sub(_plain, low)
