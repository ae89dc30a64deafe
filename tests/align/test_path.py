"""The quick search against the one that looks at everything, and what it costs in long articles."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st
from quadratic import path as slow_path

from duizhao.validator.align import Piece, align
from duizhao.validator.align.evidence import evidence
from duizhao.validator.align.path import cheapest_path

RATIO = 3.6


def _side(draw: st.DrawFn, letters: float) -> list[Piece]:
    sizes = draw(st.lists(st.tuples(st.integers(1, 300), st.frozensets(st.integers(5, 12), max_size=3)), min_size=1))
    return [Piece(i, round(size * letters), values) for i, (size, values) in enumerate(sizes)]


@st.composite
def articles(draw: st.DrawFn) -> tuple[list[Piece], list[Piece]]:
    """Two sides that need not have anything to do with each other."""
    return _side(draw, RATIO), _side(draw, 1.0)


@settings(max_examples=60, deadline=None)
@given(articles())
def test_no_way_is_missed(both: tuple[list[Piece], list[Piece]]) -> None:
    en, zh = both
    groups = [(en[i : i + rows], zh[j : j + columns]) for i, rows, j, columns in cheapest_path(evidence(en, zh, RATIO))]
    assert groups == slow_path(en, zh, RATIO)


def _in_pairs(count: int) -> tuple[list[Piece], list[Piece]]:
    """So many English paragraphs, which the Chinese has two and two in one."""
    sizes = [20 + 37 * i % 151 for i in range(count)]
    values = [frozenset({1000 + 7 * i}) if i % 3 == 0 else frozenset[int]() for i in range(count)]
    en = [Piece(i, round(3.6 * size), some) for i, (size, some) in enumerate(zip(sizes, values, strict=True))]
    zh = [Piece(i // 2, sizes[i] + sizes[i + 1], values[i] | values[i + 1]) for i in range(0, count, 2)]
    return en, zh


def _time(count: int) -> float:
    en, zh = _in_pairs(count)
    best = 60.0
    for _ in range(3):
        started = time.process_time()
        beads = align(en, zh).beads
        best = min(best, time.process_time() - started)
    assert sum(len(bead.en) == 2 for bead in beads) > 0.9 * len(zh)
    return best


def test_time_grows_with_the_number_of_paragraphs() -> None:
    assert _time(1600) < 6 * _time(400)  # quadratic it would be sixteen times
