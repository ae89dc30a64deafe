"""Tables of sentence pairs: their rows as parameters of a test, their text as an article, their holes filled."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import pytest
import yaml

from duizhao.schema.parse import parse
from duizhao.schema.tree import Article
from duizhao.source import Source
from duizhao.validator.examples import article_bytes


def each_row(beside: str, name: str, wanted: Callable[[dict[str, Any]], bool] = lambda _: True) -> pytest.MarkDecorator:
    """Runs a test with the rows of all groups of a table that lies beside it, or with those that are wanted."""
    with open(os.path.join(os.path.dirname(beside), name), encoding="utf-8") as file:
        groups: dict[str, list[dict[str, Any]]] = yaml.safe_load(file)
    rows = {
        f"{group}-{number}": row for group, some in groups.items() for number, row in enumerate(some) if wanted(row)
    }
    return pytest.mark.parametrize("row", list(rows.values()), ids=list(rows))


def article_of(zh: str, en: str, date: str = "") -> Article:
    """An article of one paragraph, of some day where none is given."""
    dated = {"date": date} if date else {}
    return parse(Source.decode("pair.md", article_bytes({"zh": zh, "en": en, **dated})))


def filled(row: dict[str, Any], count: int) -> tuple[str, str]:
    """Both sentences of a row, with so many characters that say nothing in their holes."""
    letters = "z" * (count - 1)
    en = row["en"].replace("{}", f"{letters} " if count else "").replace("[]", f" {letters}" if count else "")
    return row["zh"].replace("{}", "某" * count), en
