"""The original says the same in simplified characters, in traditional ones, and in those of old type."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

import duizhao
from duizhao.schema.parse import parse
from duizhao.source import Source
from duizhao.validator import characters
from duizhao.validator.characters.plain import as_written, plain
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.examples import article_bytes
from duizhao.validator.quantities.lexicon import rows
from duizhao.validator.quantities.model import Quantity
from duizhao.validator.running.engine import check_article

HERE = Path(__file__).parent
SIDES = {"zh", "headline"}
KEYS = {"zh", "en", "date", "headline", "title"}


def forms() -> tuple[dict[int, str], dict[int, str]]:
    """From simplified characters to the first and to the last of those that say the same."""
    folder = Path(characters.__path__[0])
    table = json.loads((folder / "plain.json").read_text(encoding="utf-8"))
    pairs = list(zip(table["plain"], table["written"], strict=True))
    return {ord(a): b for a, b in reversed(pairs)}, {ord(a): b for a, b in pairs}


FORMS = forms()


def texts() -> dict[str, dict[str, str]]:
    """The pairs of sentences of this folder, and of the cases of the rules."""
    with open(HERE / "pairs.yaml", encoding="utf-8") as file:
        found = dict(yaml.safe_load(file))
    for path in sorted((HERE.parent / "rules").glob("[dn]*.yaml")):
        cases: dict[str, dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
        found |= {f"{path.stem[:4]} {name}": case for name, case in cases.items()}
    return {
        name: {key: str(value) for key, value in case.items() if key in KEYS}
        for name, case in found.items()
        if "zh" in case and "articles" not in case
    }


TEXTS = texts()


def said(case: dict[str, str]) -> list[tuple[object, ...]]:
    """Every finding, with the words of the English and the place in the original."""
    article = parse(Source.decode("case.md", article_bytes(case)))
    return [
        (one.rule, one.severity, one.confidence, one.en, one.zh and one.zh[:4])
        for one in check_article(article, Settings(select=("N", "D")))
    ]


@pytest.mark.parametrize("name", TEXTS)
def test_the_same_is_said_in_every_script(name: str) -> None:
    case = TEXTS[name]
    simple = said(case)
    for form in FORMS:
        written = {key: value.translate(form) if key in SIDES else value for key, value in case.items()}
        assert said(written) == simple


def readings() -> list[str]:
    with open(HERE / "readings_zh.yaml", encoding="utf-8") as file:
        found = [text for group in yaml.safe_load(file).values() for text in group]
    return found + [row["example"] for table in ("zh.tsv", "names.zh.tsv") for row in rows(table)]


def same(text: str) -> list[Quantity]:
    """What is read of a text, but for the words that something is counted with."""
    return [one._replace(counter=plain(one.counter)) for one in duizhao.quantities(text, "zh")]


def test_the_same_is_read_in_every_script() -> None:
    different = [
        (text, text.translate(form))
        for text in map(plain, readings())
        for form in FORMS
        if same(text.translate(form)) != same(text)
    ]
    assert different == []


@pytest.mark.parametrize(
    ("text", "first", "counter"), [("約有三千輛", 3000, "輛"), ("両隻船", 2, "隻船"), ("上海約廿八戶", 28, "戶")]
)
def test_what_is_counted_with_stays_as_it_is_written(text: str, first: int, counter: str) -> None:
    assert [(one.low, one.counter) for one in duizhao.quantities(text, "zh")] == [(first, counter)]


@pytest.mark.parametrize(
    ("text", "simple"),
    [
        ("約三千輛、鐘點旣定", "约三千辆、钟点既定"),
        ("卽於廿八晩", "即于廿八晚"),
        ("著名乾隆", "著名乾隆"),
        ("plain", "plain"),
    ],
)
def test_plain(text: str, simple: str) -> None:
    assert plain(text) == simple


def test_words_are_found_as_they_are_written() -> None:
    text = "以前約三天以後"
    assert as_written("以后", text, plain(text), 0) == "以後"
    assert as_written("以前", text, plain(text), 2) == "以前"
    assert as_written("before", text, plain(text), 0) == "before"
