"""What may follow a Chinese numeral, and the words that only look like numerals."""

from __future__ import annotations

import json
import os
import re
from enum import IntEnum
from typing import Any, NamedTuple

from duizhao.validator.quantities.units import ZH_UNITS


class Tag(IntEnum):
    """What the word after a numeral makes of it."""

    NONE = 0
    UNIT = 1
    COUNTER = 2
    DESIGNATION = 3
    PERCENT = 4
    CHENG = 5
    ZHE = 6
    TIMES = 7
    FAN = 8
    PARTS = 9
    DATE = 10
    POINTS = 11
    CODE = 12


class Follow(NamedTuple):
    """A word that follows a numeral; `code` is that of a unit."""

    word: str
    tag: Tag
    code: str = ""


NOTHING = Follow("", Tag.NONE)

_SPECIAL = {
    "%": Tag.PERCENT,
    "％": Tag.PERCENT,
    "‰": Tag.PERCENT,
    "成": Tag.CHENG,
    "折": Tag.ZHE,
    "倍": Tag.TIMES,
    "番": Tag.FAN,
    "分之": Tag.PARTS,
    "份之": Tag.PARTS,
    "年": Tag.DATE,
    "月": Tag.DATE,
    "月份": Tag.DATE,
    "日": Tag.DATE,
    "号": Tag.DATE,
    "时": Tag.DATE,
    "時": Tag.DATE,
    "点": Tag.DATE,
    "世纪": Tag.DATE,
    "年代": Tag.DATE,
    "旬": Tag.COUNTER,
    "个百分点": Tag.POINTS,
    "百分点": Tag.POINTS,
    "工作面": Tag.CODE,
    "次列车": Tag.CODE,
    "粉": Tag.CODE,
    "型": Tag.CODE,
    "式": Tag.CODE,
    "谷": Tag.CODE,
}
_UNIT_ONLY_IN_COMPOUNDS = {"合", "方", "分", "厘"}
DATE_UNITS = {"年": "year", "月": "month", "月份": "month", "日": "day"}
"""Units of the marks that name a date or, in other surroundings, a length of time."""


def _load(name: str) -> Any:
    with open(os.path.join(os.path.dirname(__file__), name), encoding="utf-8") as file:
        return json.load(file)


class _Rows(NamedTuple):
    """Words with one first character that may follow a numeral: it alone, and longer ones by their second."""

    alone: Follow | None
    longer: dict[str, list[Follow]]


def _table() -> dict[str, _Rows]:
    data = _load("zh_followers.json")
    words = {word: Follow(word, Tag.COUNTER) for word in data["counters"].split()}
    words |= {word: Follow(word, Tag.DESIGNATION) for word in data["designations"].split()}
    words |= {
        word: Follow(word, Tag.UNIT, code) for word, code in ZH_UNITS.items() if word not in _UNIT_ONLY_IN_COMPOUNDS
    }
    words |= {word: Follow(word, tag, DATE_UNITS.get(word, "")) for word, tag in _SPECIAL.items()}
    table = {first: _Rows(words.get(first), {}) for first in {word[0] for word in words}}
    for word in sorted(words, key=len, reverse=True):
        if len(word) > 1:
            table[word[0]].longer.setdefault(word[1], []).append(words[word])
    return table


_FOLLOW = _table()


def follow(text: str, at: int) -> tuple[Follow, int]:
    """Find the longest known word at `at`, past one space; give it and where it ends (`at` if there is none)."""
    rows = _FOLLOW.get(text[at])
    if rows is None:
        return follow(text, at + 1) if text[at] == " " and text[at + 1] in _FOLLOW else (NOTHING, at)
    longer = rows.longer.get(text[at + 1])
    if longer is not None:
        for word in longer:
            if text.startswith(word.word, at):
                return word, at + len(word.word)
    return (NOTHING, at) if rows.alone is None else (rows.alone, at + 1)


class Entry(NamedTuple):
    """A word of the lexicon: `offset` is where its first numeral stands, `read` what the file says of its group."""

    word: str
    offset: int
    read: str


NUMERALS = frozenset("零〇一二三四五六七八九十百千万亿兆两兩半双雙几幾伍陆")
_FIRST_NUMERAL = re.compile(".*?([零〇一二三四五六七八九十百千万亿兆两兩半双雙几幾伍陆])")


def _lexicon() -> dict[str, list[tuple[str, int, str]]]:
    """Index the words by their first numeral and the character behind it, or before it where there is one."""
    index: dict[str, list[tuple[str, int, str]]] = {}
    for group in _load("zh_lexicon.json")["groups"]:
        for word in group["words"].split():
            found = _FIRST_NUMERAL.match(word)
            if found is not None:
                at = found.start(1)
                key = "<" + word[at - 1 : at + 1] if at else word[:2]
                index.setdefault(key, []).append((word, at, group["read"]))
    return index


_INDEX = _lexicon()


def look_up(text: str, at: int) -> Entry | None:
    """Find the lexicon's longest word whose first numeral stands at `at`; one that ends in a numeral must end there."""
    tails = _INDEX.get("<" + text[at - 1 : at + 1])
    heads = _INDEX.get(text[at : at + 2])
    if tails is None and heads is None:
        return None
    best: Entry | None = None
    for word, offset, read in (tails or []) + (heads or []):
        entry = Entry(word, offset, read)
        if text.startswith(word, at - offset) and _ends(text, entry, at) and (not best or len(word) > len(best.word)):
            best = entry
    return best


def _ends(text: str, entry: Entry, at: int) -> bool:
    """Keep 如一 out of 如一九三七年; longer words are plain enough."""
    if len(entry.word) > 2:
        return True
    last = at - entry.offset + len(entry.word)
    return text[last] not in NUMERALS or text[last - 1] not in NUMERALS
