"""Every row of the word tables says why it is there, and its example shows its first word at work."""

from __future__ import annotations

import pytest

from duizhao.validator.quantities import tokens_zh
from duizhao.validator.quantities.lexicon import forms, names, rows, scripts, simplified, table, units, words
from duizhao.validator.quantities.lexicon.classes import BIT, CLASSES

ROWS = [pytest.param(row, id=f"{row['class']}-{words(row['words'])[0]}") for row in rows("zh.tsv")]
NAMES = [pytest.param(row, id=words(row["words"])[0]) for row in rows("names.zh.tsv")]
UNITS = [pytest.param(code, unit.zh[0], id=code) for code, unit in units().items() if unit.zh]


@pytest.mark.parametrize("row", ROWS)
def test_an_example_shows_the_first_word(row: dict[str, str]) -> None:
    assert row["reason"]
    assert row["class"] in CLASSES
    word = words(row["words"])[0]
    tokens = [t for lexed in tokens_zh.lex(row["example"], 0, len(row["example"])) for v in lexed.variants for t in v.tokens]
    assert any(token.word == word and token.mask & BIT[row["class"]] for token in tokens)


@pytest.mark.parametrize("row", NAMES)
def test_a_name_is_found_in_its_example(row: dict[str, str]) -> None:
    assert row["reason"]
    found = [t for lexed in tokens_zh.lex(row["example"], 0, len(row["example"])) for v in lexed.variants for t in v.tokens]
    assert any(token.mask & BIT["NONE"] for token in found)


@pytest.mark.parametrize(("code", "word"), UNITS)
def test_a_unit_is_read_behind_a_numeral(code: str, word: str) -> None:
    # 五千瓦 is 5,000 watts, which comes to the same.
    text = ("五" if word[0] not in "千百兆仟" and not word[0].isascii() else "10") + word
    tokens = [t for lexed in tokens_zh.lex(text, 0, len(text)) for v in lexed.variants for t in v.tokens]
    assert any(code in token.values("UNIT") for token in tokens)


def test_both_scripts() -> None:
    usual, _ = scripts()
    assert all(simplified()[ord(form)] for form in usual.values())
    assert "萬億" in forms("万亿")
    assert table("zh")["個月"].senses == table("zh")["个月"].senses
    assert {"統一", "统一"} <= {name.word for name in names("zh")}
