"""The articles of `whole.yaml`: all that the rules of the header and of the paragraphs say of them."""

from __future__ import annotations

import os
from typing import Any

import pytest
import yaml

from duizhao.schema.parse import parse
from duizhao.source import Source
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.examples import article_bytes
from duizhao.validator.running.engine import check_article

with open(os.path.join(os.path.dirname(__file__), "whole.yaml"), encoding="utf-8") as file:
    ROWS: list[dict[str, Any]] = yaml.safe_load(file)
SOUND = {
    "en": "The harvest is very good this year, and the farmers are glad.",
    "zh": "今年收成很好，农民都很高兴。",
}


@pytest.mark.parametrize("row", ROWS, ids=range(len(ROWS)))
def test_whole(row: dict[str, Any]) -> None:
    keys = {**SOUND, **row["article"]}
    article = parse(Source.decode(keys.get("path", "pair.md"), article_bytes(keys)))
    found = check_article(article, Settings(select=("H", "P")))
    assert [
        [one.rule, one.severity.word, place.text if (place := one.en or one.zh) else "", one.message] for one in found
    ] == row["say"]
