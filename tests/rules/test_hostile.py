"""No rule takes longer than the length of a text warrants, whatever the text."""

from __future__ import annotations

import time

import pytest

from duizhao.schema.parse import parse
from duizhao.source import Source
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.examples import article_bytes
from duizhao.validator.running.engine import check_article

LENGTH = 20_000
SETTINGS = Settings(select=("H", "P", "R", "T"))


def text_of(piece: str) -> str:
    return piece * (LENGTH // len(piece))


@pytest.mark.parametrize(
    "piece", ["(", "a (b) ", "好 a", "here is ", "**", "<a ", "A. ", "ab", "â€", "é", "[x](", "& ", "note: the "]
)
def test_hostile_english(piece: str) -> None:
    assert seconds({"en": text_of(piece)}) < 6


@pytest.mark.parametrize("piece", ["好?", "丰農", "锛", "（", "（乙）", "あ好", "ａ", "新华社", "【电"])
def test_hostile_chinese(piece: str) -> None:
    assert seconds({"en": "(a) (b)", "zh": text_of(piece)}) < 6


def seconds(keys: dict[str, str]) -> float:
    article = parse(Source.decode("a.md", article_bytes(keys)))
    start = time.process_time()
    check_article(article, SETTINGS)
    return time.process_time() - start
