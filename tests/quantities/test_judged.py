"""Sentence pairs of `judged.yaml`: what is wrong with which figures, how certainly, and why; or nothing."""

from __future__ import annotations

import os
from typing import Any

import pytest
import yaml

from duizhao.schema.parse import parse
from duizhao.source import Source
from duizhao.validator.case import Case
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.examples import article_bytes

with open(os.path.join(os.path.dirname(__file__), "judged.yaml"), encoding="utf-8") as file:
    GROUPS: dict[str, list[dict[str, Any]]] = yaml.safe_load(file)
CERTAINTIES = ("doubtful", "probable", "sure")


def judged(zh: str, en: str, date: str = "") -> list[str]:
    """What is wrong with the figures of a paragraph, in the form of the table."""
    dated = {"date": date} if date else {}
    case = Case(parse(Source.decode("pair.md", article_bytes({"zh": zh, "en": en, **dated}))), Settings())
    found = []
    for link in case.links.body:
        if link.verdict:
            sides = (" ".join(case.text[one.start : one.end].split()) if one else "–" for one in (link.zh, link.en))
            why = f" ({link.detail})" if link.detail else ""
            found.append(f"{link.verdict} {CERTAINTIES[link.certainty]}: {' / '.join(sides)}{why}")
    return found


@pytest.mark.parametrize(
    "row",
    [pytest.param(row, id=f"{group}-{number}") for group, rows in GROUPS.items() for number, row in enumerate(rows)],
)
def test_judged(row: dict[str, Any]) -> None:
    assert judged(row["zh"], row["en"], row.get("date", "")) == row["say"]
