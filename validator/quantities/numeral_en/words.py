"""The words of English numerals and their values, from `lexicon/numerals.en.tsv`, and patterns that find them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from duizhao.validator.quantities.lexicon import number, rows, words
from duizhao.validator.quantities.model import Number


def trie(some: Iterable[str]) -> str:
    """A regular expression for any of some words, which tries each letter once."""
    root: dict[str, dict] = {}  # type: ignore[type-arg]  # of its own kind, which no type can say
    for word in some:
        node = root
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return _trie(root)


def _trie(node: dict[str, dict]) -> str:  # type: ignore[type-arg]
    ways = [re.escape(char) + _trie(rest) for char, rest in sorted(node.items()) if char]
    if not ways:
        return ""
    body = ways[0] if len(ways) == 1 and "" not in node else f"(?:{'|'.join(ways)})"
    return body + ("?" if "" in node else "")


def _table() -> dict[str, dict[str, Number]]:
    found: dict[str, dict[str, Number]] = {}
    for row in rows("numerals.en.tsv"):
        for word in words(row["words"]):
            found.setdefault(row["class"], {})[word] = number(row["value"])
    return found


BY_CLASS = _table()
"""The words of each class of the table with their values."""
ONES, TEENS = BY_CLASS["one"], BY_CLASS["teen"]
TENS: dict[str, Number] = BY_CLASS["ten"]
SCALES = BY_CLASS["scale"]
SHORT = BY_CLASS["short"]
"""Scales behind figures only: bn, m."""
HUNDRED, DOZEN = BY_CLASS["hundred"], BY_CLASS["dozen"] | BY_CLASS["score"] | BY_CLASS["gross"]
ORD_ONE, _ORD_TEEN, _ORD_TEN, ORD_SCALE = (
    BY_CLASS["ord-one"],
    BY_CLASS["ord-teen"],
    BY_CLASS["ord-ten"],
    BY_CLASS["ord-scale"],
)
ORDINALS = ORD_ONE | _ORD_TEEN | _ORD_TEN | ORD_SCALE
PARTS = {word: n for word, n in ORDINALS.items() if n > 2} | BY_CLASS["part"]
PARTS |= {f"{word}s": n for word, n in PARTS.items() if word not in BY_CLASS["part"]}
PLURALS, OPEN, VULGAR, ROMAN_VALUES = BY_CLASS["plural"], BY_CLASS["open"], BY_CLASS["vulgar"], BY_CLASS["roman"]
SMALL = ONES | TEENS | TENS
MULTIPLIERS = HUNDRED | DOZEN | SCALES
"""What a numeral before it is multiplied with."""
TIMES = MULTIPLIERS | PLURALS | {"thousand": 1000}
"""The same in the plural too: five millions."""
DIGITS = ONES | BY_CLASS["oh"]
"""Figures that are said one by one."""
HEADS = frozenset((*SMALL, *ORDINALS, *MULTIPLIERS, *PLURALS, *OPEN, "half", "halves", "quarter", "quarters")) - {
    "gross",
    "score",
    "naught",
    "couple",
}
"""Words that may begin a numeral."""
VULGARS = "".join(VULGAR)
"""½, ¾ and others, as one string."""
SEP = r"(?: {1,8}(?:- ?)?|-\n?|\n)"
"""What stands between the words of a numeral; no more than a few blanks, or hostile text would take long."""
