"""The tables as they are needed, in one file that is quicker to read than they are.

The file says which tables it was made of; where they have changed since, it is left alone and the tables are read.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import lru_cache
from typing import Any
from zlib import crc32

from duizhao.validator.quantities.lexicon.entries import LexiconEntry, Name, Sense, Unit

_HERE = os.path.dirname(__file__)
FILE = os.path.join(_HERE, "compiled.json")
_SOURCES = (
    "__init__.py",
    "classes.py",
    "compiled.py",
    "en.tsv",
    "entries.py",
    "names.en.tsv",
    "names.zh.tsv",
    "reigns.tsv",
    "script.zh.tsv",
    "units.tsv",
    "zh.tsv",
)
LANGUAGES = ("en", "zh")


def signature() -> str:
    """A sum of everything that the file is made of."""
    total = 0
    for name in _SOURCES:
        with open(os.path.join(_HERE, name), "rb") as file:
            total = crc32(file.read().replace(b"\r\n", b"\n"), total)
    return f"{total:08x}"


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    try:
        with open(FILE, encoding="utf-8") as file:
            found: dict[str, Any] = json.load(file)
        return found if found.get("of") == signature() else {}
    except (OSError, ValueError):
        return {}


def units() -> dict[str, Unit]:
    """The units of the file by their codes; none where it is stale."""
    return {
        code: Unit(code, dimension, None if above is None else Fraction(above, below), tuple(zh), tuple(en))
        for code, dimension, above, below, zh, en in _data().get("units", ())
    }


def table(language: str) -> dict[str, LexiconEntry]:
    """The words of a language of the file; none where it is stale."""
    data = _data().get(language)
    if data is None:
        return {}
    lists = [tuple(some) for some in data["lists"]]
    senses = [Sense(cls, value, lists[a], lists[b], lists[c]) for cls, value, a, b, c in data["senses"]]
    found: dict[str, LexiconEntry] = {}
    for bits, guarded, some, words in data["entries"]:
        shared, free = tuple([senses[index] for index in some]), bool(guarded)
        for word in words:
            found[word] = LexiconEntry(word, bits, shared, free)
    return found


def names(language: str) -> tuple[Name, ...]:
    """The names of a language of the file; none where it is stale."""
    data = _data().get(language)
    if data is None:
        return ()
    lists = [tuple(some) for some in data["lists"]]
    return tuple([Name(word, at, value, lists[a], lists[b]) for word, at, value, a, b in data["names"]])


# ---------------------------------------------------------------- writing


def render(
    units: Mapping[str, Unit],
    table: Callable[[str], Mapping[str, LexiconEntry]],
    names: Callable[[str], tuple[Name, ...]],
) -> str:
    """The text of the file, made of the tables."""
    data: dict[str, Any] = {
        "of": signature(),
        "units": [
            (
                u.code,
                u.dimension,
                *((None, None) if u.factor is None else (u.factor.numerator, u.factor.denominator)),
                u.zh,
                u.en,
            )
            for u in units.values()
        ],
    }
    for language in LANGUAGES:
        data[language] = _rendered(table(language), names(language))
    return (
        json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace('],"', '],\n"').replace("]],", "]],\n")
        + "\n"
    )


def _rendered(table: Mapping[str, LexiconEntry], names: tuple[Name, ...]) -> dict[str, Any]:
    lists: dict[tuple[str, ...], int] = {}
    senses: dict[Sense, int] = {}
    entries: dict[tuple[int, bool, tuple[int, ...]], list[str]] = {}

    def listed(some: tuple[str, ...]) -> int:
        return lists.setdefault(some, len(lists))

    for entry in table.values():
        some = tuple([senses.setdefault(sense, len(senses)) for sense in entry.senses])
        entries.setdefault((entry.mask, entry.guarded, some), []).append(entry.word)
    return {
        "senses": [(s.cls, s.value, listed(s.before), listed(s.after), listed(s.but)) for s in senses],
        "entries": [(bits, int(guarded), some, words) for (bits, guarded, some), words in entries.items()],
        "names": [(n.word, n.at, n.value, listed(n.before), listed(n.after)) for n in names],
        "lists": list(lists),
    }
