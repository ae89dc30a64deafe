"""No weight may be changed much without an article of the table being aligned otherwise."""

from __future__ import annotations

import importlib

import pytest
from articles import ARTICLES

from duizhao.validator.align import align

MODULES = [
    importlib.import_module(f"duizhao.validator.align.{name}") for name in ("anchors", "cells", "evidence", "path")
]
MOVED = importlib.import_module("duizhao.validator.align.moved")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("ALONE_LEAST", 0.5), ("ALONE_LEAST", 1.3)),
        *(("ALONE_LETTERS", 150.0), ("ALONE_LETTERS", 1600.0)),
        *(("ALONE_MOST", 1.0), ("ALONE_MOST", 3.0)),
        *(("COMMON", 0.0), ("COMMON", 1.0)),
        *(("SMOOTHING", 1), ("SMOOTHING", 100)),
        *(("LENGTH", 2.0), ("LENGTH", 15.0)),
        *(("BEND", 0.1), ("BEND", 1.0)),
        *(("DISAGREE", 0.5), ("DISAGREE", 4.0)),
        *(("AGREE", 0.3), ("AGREE", 5.0)),
        *(("MERGED", 0.6), ("MERGED", 2.0)),
        *(("MERGED_MORE", 0.3), ("MERGED_MORE", 2.0)),
        *(("MERGED_MOST", 1.3), ("MERGED_MOST", 9.0)),
        *(("HABIT", 0.01), ("HABIT", 1.0)),
        *(("FARTHEST", 0.5), ("FARTHEST", 3.0)),
        ("SURE", 3.0),  # a lower one changes nothing but time
        ("MOST_MERGED", 6),
        *(("SIMILAR", 0.1), ("SIMILAR", 5.0)),
        *(("CERTAIN", 1), ("CERTAIN", 3)),
        *(("_SOME", 1), ("_SOME", 12)),
        *(("_HABIT", 0.1), ("_HABIT", 0.9)),
    ],
)
def test_each_weight_decides_an_article(name: str, value: float, monkeypatch: pytest.MonkeyPatch) -> None:
    holders = [module for module in (*MODULES, MOVED) if hasattr(module, name)]
    for module in holders:
        monkeypatch.setattr(module, name, value)
    cells = MODULES[1]
    monkeypatch.setattr(cells, "_PRICES", (cells._prices(1.0), cells._prices(cells.HABIT)))
    assert holders
    assert any(list(align(one.en, one.zh).beads) != one.beads for one in ARTICLES.values())
