"""Sentence pairs of `told.yaml`: figures and words that changed places, and how far apart they may stand."""

from __future__ import annotations

import os
from typing import Any

import pytest
import yaml

from duizhao.schema.parse import parse
from duizhao.source import Source
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.examples import article_bytes
from duizhao.validator.finding import Place
from duizhao.validator.running.engine import check_article

with open(os.path.join(os.path.dirname(__file__), "told.yaml"), encoding="utf-8") as file:
    GROUPS: dict[str, list[dict[str, Any]]] = yaml.safe_load(file)
RULES = ("N114", "N154", "N20", "D")


def told(zh: str, en: str, date: str = "1956-03-14") -> list[str]:
    """What is found, in the form of the table."""
    article = parse(Source.decode("pair.md", article_bytes({"zh": zh, "en": en, "date": date})))
    found = check_article(article, Settings(select=RULES))
    return [f"{one.rule}: {words(one.zh)} / {words(one.en)} ({one.message})" for one in found]


def words(place: Place | None) -> str:
    return " ".join(place.text.split()) if place else "–"


def apart(row: dict[str, Any], count: int) -> list[str]:
    """The rules that speak where so many characters that say nothing stand in the holes of a row."""
    letters = "z" * (count - 1)
    en = row["en"].replace("{}", f"{letters} " if count else "").replace("[]", f" {letters}" if count else "")
    return [one[:4] for one in told(row["zh"].replace("{}", "某" * count), en)]


@pytest.mark.parametrize(
    "row",
    [pytest.param(row, id=f"{group}-{number}") for group, rows in GROUPS.items() for number, row in enumerate(rows)],
)
def test_told(row: dict[str, Any]) -> None:
    if "beyond" in row:
        assert apart(row, row["as_far_as"]) == row["say"]
        assert apart(row, row["as_far_as"] + 1) == row["beyond"]
    else:
        assert told(**{key: value for key, value in row.items() if key != "say"}) == row["say"]
