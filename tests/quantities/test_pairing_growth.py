"""Pairing and judging stay near linear on articles that no newspaper ever printed."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

import pytest

from duizhao.schema.parse import parse
from duizhao.source import Source
from duizhao.validator.engine import check_article
from duizhao.validator.examples import article_bytes
from duizhao.validator.settings import Settings


def unequal(count: int) -> tuple[str, str]:
    return "，".join(f"{i * 37 % 9973}人" for i in range(count)), ", ".join(
        f"{i * 41 % 9967} people" for i in range(count)
    )


def equal(count: int) -> tuple[str, str]:
    return "，".join("三人" for _ in range(count)), ", ".join("3 people" for _ in range(count // 2))


def dates(count: int) -> tuple[str, str]:
    days = ((1900 + i % 100, i % 12 + 1, i % 28 + 1) for i in range(count))
    return "，".join(f"{y}年{m}月{d}日" for y, m, d in days), ", ".join(
        f"May {i % 28 + 1}, {1900 + i % 90}" for i in range(count)
    )


def seconds(zh: str, en: str) -> float:
    article = parse(Source.decode("a.md", article_bytes({"zh": zh, "en": en})))
    gc.collect()
    started = time.process_time()
    check_article(article, Settings(select=("N", "D")))
    return time.process_time() - started


@pytest.mark.parametrize("make", [unequal, equal, dates])
def test_growth(make: Callable[[int], tuple[str, str]]) -> None:
    """Eight times the numbers take nowhere near sixty-four times as long."""
    seconds(*make(50))
    small, large = seconds(*make(150)), seconds(*make(1200))
    assert large < 24 * small + 0.2
