"""What was read once is read the same elsewhere, and depends on the words around where it should."""

from __future__ import annotations

import pytest

from duizhao.validator.quantities import read
from duizhao.validator.quantities.memory import memories
from duizhao.validator.quantities.model import Cluster

TEXTS = (
    ("zh", "一九五八年五月八日，三百多人收了两千斤，比去年增加百分之五；一两个月后降到百分之五。第三区统一一个标准。"),
    ("zh", "减少百分之五。二十五、六两日，六斤十二两，八十年代，翻两番。"),
    (
        "en",
        "On May 8, 1958, over 300 people gathered 2,000 jin, an increase of 5 percent, fell by 5 percent on the 26th.",
    ),
    ("en", "In 1958 there were 1958 people in their fifties, twice the number of two fifth-grade pupils."),
)


def _fresh(text: str, language: str, start: int, year: int | None) -> list[Cluster]:
    for known in memories.values():
        known.clear()
    return read.clusters(text, language, start, year=year)


@pytest.mark.parametrize(("language", "text"), TEXTS)
@pytest.mark.parametrize("year", [None, 1948, 1965])
def test_memory_and_a_fresh_reading_agree(language: str, text: str, year: int | None) -> None:
    read.clusters(text, language, year=1958)
    for lead in ("", "\n", "。\n", "of \n", "增加"):
        longer = lead + text
        assert read.clusters(longer, language, len(lead), year=year) == _fresh(longer, language, len(lead), year)


def test_the_words_around_are_looked_at_again() -> None:
    rise, fall = (
        read.clusters(f"产量{verb}百分之五。", "zh")[0].covers[0].quantities[0].relation for verb in ("增加", "减少")
    )
    assert rise is not fall
