"""All words that make, qualify or follow a numeral, in both languages, as tables.

Each table is a TSV file whose rows carry a reason and an example that the tests read.  `units.tsv` holds the units of
measure that no neighbour makes something else (the example is the first word behind a numeral), `zh.tsv` and `en.tsv`
all other words with their class (`classes.py`), value and the neighbours that forbid them (`!` before a word that may
follow all the same), `reigns.tsv` the titles of reigns in both languages with the year before their first,
`names.*.tsv` the words and names that hold a numeral and mean none, or another one, and `script.zh.tsv` the
traditional forms of the characters that stand in the Chinese tables: write words in simplified ones. What the tables
come to is kept in `compiled.json` (`nox -s generate`), and built anew where a table has changed since.

It may import the records of quantities, which the rows speak of, and nothing that reads a text: lexers, numerals and
grammar all ask it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import lru_cache

from duizhao.validator.quantities.lexicon import compiled
from duizhao.validator.quantities.lexicon.classes import BIT, mask
from duizhao.validator.quantities.lexicon.entries import MONTH, LexiconEntry, Name, Sense, Unit
from duizhao.validator.quantities.model import Number

_HERE = os.path.dirname(__file__)


class LexiconError(ValueError):
    """A table that cannot be used: a row twice, or without what it needs."""


def rows(file: str) -> Iterator[dict[str, str]]:
    """The rows of a table, by column.

    Args:
        file: name of the table in this folder.

    Raises:
        LexiconError: a row has more cells than the table has columns.
    """
    with open(os.path.join(_HERE, file), encoding="utf-8") as lines:
        columns = next(lines).rstrip("\n").split("\t")
        for number, line in enumerate(lines, 2):
            if not line.strip() or line.startswith("#"):
                continue
            cells = line.rstrip("\n").split("\t")
            if len(cells) > len(columns):
                raise LexiconError(f"{file}:{number}: {len(cells)} cells for {len(columns)} columns")
            yield dict(zip(columns, cells + [""] * (len(columns) - len(cells)), strict=True))


def words(cell: str) -> list[str]:
    """The words of a cell: separated by blanks, a blank inside a word written as `_`."""
    return [word.replace("_", " ") for word in cell.split()]


@lru_cache(maxsize=1)
def units() -> dict[str, Unit]:
    """Every unit of measure by its code."""
    return compiled.units() or build_units()


def build_units() -> dict[str, Unit]:
    """Every unit of measure, from its table."""
    found: dict[str, Unit] = {}
    for row in rows("units.tsv"):
        code = row["code"]
        if code in found:
            raise LexiconError(f"units.tsv: {code} is there twice")
        factor = Fraction(row["factor"]) if row["factor"] else None
        found[code] = Unit(code, row["dimension"], factor, tuple(words(row["zh"])), tuple(words(row["en"])))
    return found


def plural(word: str) -> str:
    """The regular plural of an English unit."""
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")


def _unit_words(language: str) -> Iterator[tuple[str, Sense]]:
    for unit in units().values():
        for word in unit.zh if language == "zh" else unit.en:
            yield word, Sense("UNIT", unit.code)


def _reign_words(language: str) -> Iterator[tuple[str, Sense]]:
    for row in rows("reigns.tsv"):
        for word in words(row[language]):
            yield word, Sense("REIGN", row["before"])


def _table_words(file: str) -> Iterator[tuple[str, Sense]]:
    for row in rows(file):
        ahead, after = words(row["not_before"]), tuple(words(row["not_after"]))
        before = tuple(word for word in ahead if word[0] != "!")
        but = tuple(word[1:] for word in ahead if word[0] == "!" and len(word) > 1)
        group = words(row["words"])
        short = any(len(word) == 1 for word in group)
        for word in group:
            # Neighbours forbid the one-character words of a group, which other words begin or end with: 科, not 科室.
            free = short and len(word) > 1 and not word.isascii()
            sense = Sense("", row["value"]) if free else Sense("", row["value"], before, after, but)
            for name in row["class"].split("|"):
                yield word, sense._replace(cls=name)


def build(pairs: Iterable[tuple[str, Sense]]) -> dict[str, LexiconEntry]:
    """A table of words from words and meanings.

    Raises:
        LexiconError: a word has the same meaning twice.
    """
    senses: dict[str, list[Sense]] = {}
    for word, sense in pairs:
        known = senses.setdefault(word, [])
        if any(one.cls == sense.cls and one.value == sense.value for one in known):
            raise LexiconError(f"{word} is {sense.cls} {sense.value} twice")
        known.append(sense)
    table = {}
    for word, known in senses.items():
        bits = 0
        for sense in known:
            bits |= BIT[sense.cls]
        table[word] = LexiconEntry(word, bits, tuple(known), any(one.before or one.after for one in known))
    return table


@lru_cache(maxsize=1)
def scripts() -> tuple[dict[int, str], ...]:
    """From simplified characters to traditional ones: the usual form, and other ones."""
    return tuple(
        dict(zip(map(ord, row["simplified"]), row["traditional"], strict=True)) for row in rows("script.zh.tsv")
    )


@lru_cache(maxsize=1)
def simplified() -> dict[int, str]:
    """From traditional characters to simplified ones, one to one."""
    return {ord(form): chr(char) for some in scripts() for char, form in some.items()}


def forms(word: str) -> list[str]:
    """The traditional forms of a Chinese word."""
    found = [word.translate(mapping) for mapping in _mappings()]
    return [form for form in dict.fromkeys(found) if form != word]


@lru_cache(maxsize=1)
def _mappings() -> tuple[dict[int, str], ...]:
    usual, other = scripts()
    return usual, {**usual, **other}, other


def _in_both_scripts(pairs: Iterable[tuple[str, Sense]]) -> Iterator[tuple[str, Sense]]:
    """Words of either script, whose neighbours may be of either."""
    found = [
        (word, sense._replace(before=_all(sense.before), after=_all(sense.after), but=_all(sense.but)))
        for word, sense in pairs
    ]
    yield from found
    seen = {(word, sense.cls, sense.value) for word, sense in found}
    for word, sense in found:
        for form in forms(word):
            if (key := (form, sense.cls, sense.value)) not in seen:
                seen.add(key)
                yield form, sense


@lru_cache(maxsize=1024)  # while the table is built: many words exclude the same neighbours
def _all(some: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(form for word in some for form in (word, *forms(word))))


@lru_cache(maxsize=2)
def table(language: str) -> dict[str, LexiconEntry]:
    """All words of a language, 'zh' or 'en', but names."""
    return compiled.table(language) or build_table(language)


def build_table(language: str) -> dict[str, LexiconEntry]:
    """All words of a language, from the tables."""
    pairs = (*_unit_words(language), *_reign_words(language), *_table_words(f"{language}.tsv"))
    return build(_in_both_scripts(pairs) if language == "zh" else pairs)


@lru_cache(maxsize=2)
def names(language: str) -> tuple[Name, ...]:
    """Words and names of a language that hold a numeral."""
    return compiled.names(language) or build_names(language)


def build_names(language: str) -> tuple[Name, ...]:
    """Words and names of a language, from the table, in which `[` and `]` mark the numeral of a phrase."""
    found = []
    for row in rows(f"names.{language}.tsv"):
        for word in words(row["words"]):
            at = word.find("[")
            before, after = (tuple(words(row.get(column, ""))) for column in ("not_before", "not_after"))
            found.append(Name(word.replace("[", "").replace("]", ""), at, row["value"], before, after))
    if language == "zh":
        known = {name.word for name in found}
        dotted = [name._replace(word=form) for name in found for form in _dotted(name) if form not in known]
        known.update(name.word for name in dotted)
        found += dotted
        found = [name._replace(before=_all(name.before), after=_all(name.after)) for name in found]
        found += [name._replace(word=form) for name in found for form in forms(name.word) if form not in known]
    return tuple(found)


_DOTS = "·．.・"
_FIGURES = "〇一二三四五六七八九"


def _dotted(name: Name) -> Iterator[str]:
    """A day known by its date, with a dot behind the month: 九·一八, 一二．九."""
    month, dash, _ = name.value.partition("-")
    if not dash or not month.isdecimal():
        return
    figures = "".join(_FIGURES[int(figure)] for figure in month)
    tens = "十" + figures[1:].replace("〇", "") if len(month) > 1 else figures
    for written in dict.fromkeys((figures, tens)):
        if name.word.startswith(written) and len(name.word) > len(written) and name.word[len(written)] not in _DOTS:
            yield from (f"{written}{dot}{name.word[len(written) :]}" for dot in _DOTS)


@lru_cache(maxsize=256)  # each time it goes through all words; findings name few units
def unit_name(code: str) -> str:
    """The shortest Chinese word of a unit in characters, not ㎏, for messages; its code where it has none.

    Of units with a character of their own, which few know (粁), the first word of the table is taken.
    """
    words = [
        word
        for word, entry in table("zh").items()
        if any(one.cls == "UNIT" and one.value == code for one in entry.senses)
    ]
    name = min(words, key=lambda word: (not _ideograph(word), len(word)), default=code)
    if _COINED.isdisjoint(name):
        return name
    return next(filter(_ideograph, units()[code].zh), name)


_COINED = frozenset("粁糎粍瓩哩浬呎吋喱唡圜円烛方")
"""Characters made for one unit, and 方, which stands for several."""


def _ideograph(word: str) -> bool:
    return "一" <= word[0] <= "鿿"


def number(value: str) -> Number:
    """A number of a table: 12, 1/16."""
    if value.isdecimal():
        return int(value)
    found = Fraction(value)
    return found.numerator if found.denominator == 1 else found


__all__ = [
    "BIT",
    "MONTH",
    "LexiconEntry",
    "LexiconError",
    "Name",
    "Sense",
    "Unit",
    "mask",
    "names",
    "number",
    "table",
    "unit_name",
    "units",
]
