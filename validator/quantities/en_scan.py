"""Finding the places of an English text where a numeric expression may begin, fast."""

from __future__ import annotations

import re

from duizhao.validator.quantities.en_dates import MONTHS, RELATIVE_HEADS, WEEKDAYS
from duizhao.validator.quantities.en_numeral import ORDINALS, PLURALS, SCALES, SMALL

FACTORS = {"double": 2, "doubled": 2, "doubles": 2, "doubling": 2, "triple": 3, "tripled": 3, "tripling": 3}
FACTORS |= {"treble": 3, "trebled": 3, "quadruple": 4, "quadrupled": 4}
FOLDS = {f"{word}fold": n for word, n in SMALL.items() if 1 < n < 11} | {"hundredfold": 100, "thousandfold": 1000}
TIMES = {"once": 1, "twice": 2, "thrice": 3}
DECADES = {f"{word[:-1]}ies": n for word, n in SMALL.items() if word.endswith("ty") and n < 100}
ADVERBS = {"firstly": 1, "secondly": 2, "thirdly": 3, "fourthly": 4, "fifthly": 5, "sixthly": 6}
IMPLIED = {"both": 2, "pair of": 2, "couple": 2}
SEASONED = tuple(
    f"{which} {season}" for which in ("this", "last") for season in ("spring", "summer", "autumn", "winter")
)
NUMBERED = ("chapter", "part", "volume", "section", "article", "book", "war", "class", "type", "phase", "stage", "act")
ARTICLED = ("hundred", "thousand", "million", "billion", "dozen", "half", "third", "quarter", "fifth", "tenth", "few")
PER = ("year", "month", "week", "day", "night", "hour", "minute", "decade", "century", "ton", "kilogram", "meter")
PER += ("kilometer", "mile", "mu", "jin", "catty")

WORD_NUMBERS = frozenset({*SMALL, *SCALES, *PLURALS, *ORDINALS, "several", "half"})
HEADS: tuple[str, ...] = (
    *WORD_NUMBERS,
    *MONTHS,
    *WEEKDAYS,
    *FACTORS,
    *FOLDS,
    *TIMES,
    *DECADES,
    *ADVERBS,
    *IMPLIED,
    *RELATIVE_HEADS,
    *SEASONED,
    *(
        f"{article} {word}"
        for article in ("a", "an")
        for word in (*ARTICLED, *PER)
        if (article == "an") == (word[0] == "h" and word[1] == "o")
    ),
    "noon",
    "midnight",
    "latter half",
)


def _trie(words: tuple[str, ...]) -> str:
    """One expression for all words, which shares their beginnings and so tries few ways at each place."""
    root: dict[str, dict[str, object]] = {}
    for word in words:
        node: dict[str, object] = root  # type: ignore[assignment]
        for char in word:
            node = node.setdefault(char, {})  # type: ignore[assignment]
        node[""] = {}
    return _branch(root)


def _branch(node: dict[str, dict[str, object]]) -> str:
    ways = [char + _branch(node[char]) for char in sorted(node) if char]  # type: ignore[arg-type]
    if not ways:
        return ""
    body = ways[0] if len(ways) == 1 and "" not in node else f"(?:{'|'.join(ways)})"
    return f"{body}?" if "" in node else body


# Every way begins with one character of a fixed set, so that the engine skips all others without trying.
CANDIDATE = re.compile(
    r"[0-9$£€¥×□½⅓⅔¼¾⅛ \n\t\"'()\[\-/.,:;*#]"
    r"(?:(?<=[0-9$£€¥×□½⅓⅔¼¾⅛])|(?P<word>" + _trie(HEADS) + r"|[ivx]{1,5}(?=\.? ))(?![a-z]))"
)

_CHARACTERS = {chr(0xFF10 + n): str(n) for n in range(10)}
_CHARACTERS |= {chr(0xFF21 + n): chr(0x61 + n) for n in range(26)} | {chr(0xFF41 + n): chr(0x61 + n) for n in range(26)}
_CHARACTERS |= dict.fromkeys("‐‑‒–—−－~～―﹣", "-") | dict.fromkeys("“”„«»「」", '"') | dict.fromkeys("‘’`´", "'")
_CHARACTERS |= {
    "，": ",",
    "．": ".",
    "：": ":",
    "；": ";",
    "（": "(",
    "）": ")",
    "％": "%",
    "／": "/",
    "＋": "+",
    "＄": "$",
    "￥": "¥",
}
_CHARACTERS |= {"。": ".", "、": ",", "！": "!", "？": "?", "…": ".", "✕": "×", "Ｘ": "×", "ｘ": "×"}
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
