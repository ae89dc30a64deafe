"""Whole sentences of both languages through reading, pairing and judging."""

from __future__ import annotations

import os

import pytest
import yaml

from duizhao.schema.parse import parse
from duizhao.source import Source
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.examples import article_bytes
from duizhao.validator.finding import Severity
from duizhao.validator.running.engine import check_article

with open(os.path.join(os.path.dirname(__file__), "pairs.yaml"), encoding="utf-8") as file:
    PAIRS = yaml.safe_load(file)
KNOWN_GAPS = {
    "unit_dropped": "a division of two lost while its brigade stays is only an info",
}
"""Pairs that are judged wrongly, and why."""


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[pytest.mark.xfail] if name in KNOWN_GAPS else []) for name in PAIRS]
)
def test_pair(name: str) -> None:
    pair = {key: str(value) for key, value in PAIRS[name].items() if key != "say"}
    article = parse(Source.decode("pair.md", article_bytes(pair)))
    findings = check_article(article, Settings(select=("N", "D")))
    said = {
        f"{f.rule} {f.en.text if f.en else f.zh.text if f.zh else ''}"
        for f in findings
        if f.severity >= Severity.WARNING
    }
    assert said == set(PAIRS[name]["say"])
