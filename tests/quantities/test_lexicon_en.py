"""Every row of the English tables says why it is there, and its example shows its first word at work."""

from __future__ import annotations

import pytest

from duizhao.validator.quantities import numeral_en
from duizhao.validator.quantities.lexicon import rows, table, units, words
from duizhao.validator.quantities.lexicon.classes import BIT, CLASSES
from duizhao.validator.quantities.model import Cluster, Quantity
from duizhao.validator.quantities.read import clusters
from duizhao.validator.quantities.tokens import Token
from duizhao.validator.quantities.tokens_en.lexer import lex
from duizhao.validator.quantities.tokens_en.plain import lower

ROWS = [pytest.param(row, id=f"{row['class']}-{words(row['words'])[0]}-{row['value']}") for row in rows("en.tsv")]
NAMES = [pytest.param(row, id=words(row["words"])[0]) for row in rows("names.en.tsv")]
NUMERALS = [pytest.param(row, id=f"{row['class']}-{words(row['words'])[0]}") for row in rows("numerals.en.tsv")]
UNITS = [pytest.param(code, word, id=f"{code}-{word}") for code, unit in units().items() for word in unit.en]


def tokens(text: str) -> list[Token]:
    return [t for lexed in lex(text, lower(text), 0, len(text)) for v in lexed.variants for t in v.tokens]


@pytest.mark.parametrize("row", ROWS)
def test_an_example_shows_the_first_word(row: dict[str, str]) -> None:
    assert row["reason"]
    assert row["class"] in CLASSES
    word, bit = words(row["words"])[0], BIT[row["class"]]
    found = [token for token in tokens(row["example"]) if token.mask & bit]
    assert any(token.word == word and row["value"] in token.values(row["class"]) for token in found) or (
        row["class"] in {"TO", "NEG", "COMMA"} and any(token.word in {"-", ","} for token in found)
    )


@pytest.mark.parametrize("row", NAMES)
def test_a_name_is_found_in_its_example(row: dict[str, str]) -> None:
    assert row["reason"]
    assert any(token.mask & BIT["NONE"] for token in tokens(row["example"]))


@pytest.mark.parametrize("row", NUMERALS)
def test_a_numeral_is_read_in_its_example(row: dict[str, str]) -> None:
    assert row["reason"]
    word = words(row["words"])[0]
    example = row["example"]
    assert word in example.lower()
    assert any(
        one.start <= example.lower().index(word) < one.end
        for cluster in clusters(example, "en")
        for one in _all(cluster)
    )


def _all(cluster: Cluster) -> list[Quantity]:
    return [one for cover in cluster.covers for one in cover.quantities]


@pytest.mark.parametrize(("code", "word"), UNITS)
def test_a_unit_is_read_behind_a_numeral(code: str, word: str) -> None:
    text = f"about 50 {word} were left"
    assert any(code in token.values("UNIT") for token in tokens(text)) or word in numeral_en.HEADS | {"dozen", "gross"}


def test_no_unit_is_twice() -> None:
    assert len(table("en")) > len(UNITS)
