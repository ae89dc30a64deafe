"""Sentence pairs of `reviewed.yaml`: what is wrong with which dates, how severely, and why; or nothing."""

from __future__ import annotations

import os
from typing import Any

import pytest
import yaml

from duizhao.schema.parse import parse
from duizhao.source import Source
from duizhao.validator.case import Case
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.dates.review import review
from duizhao.validator.examples import article_bytes

with open(os.path.join(os.path.dirname(__file__), "reviewed.yaml"), encoding="utf-8") as file:
    GROUPS: dict[str, list[dict[str, Any]]] = yaml.safe_load(file)


def reviewed(zh: str, en: str, date: str = "1948-02-05") -> list[str]:
    """What is wrong with the dates of a paragraph, in the form of the table."""
    case = Case(parse(Source.decode("pair.md", article_bytes({"zh": zh, "en": en, "date": date}))), Settings())
    found = []
    for sort, some in sorted(review(case).items()):
        for hit in some:
            sides = (" ".join(case.text[one.start : one.end].split()) if one else "–" for one in (hit.zh, hit.en))
            severity = f" {hit.severity.word}" if hit.severity else ""
            found.append(f"{sort}{severity}: {' / '.join(sides)} ({hit.message})")
    return found


@pytest.mark.parametrize(
    "row",
    [pytest.param(row, id=f"{group}-{number}") for group, rows in GROUPS.items() for number, row in enumerate(rows)],
)
def test_reviewed(row: dict[str, Any]) -> None:
    assert reviewed(**{key: value for key, value in row.items() if key != "say"}) == row["say"]
