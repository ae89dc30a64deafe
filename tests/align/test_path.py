"""The quick search against the one that looks at everything, and what it costs in long articles."""

from __future__ import annotations

import time
import tracemalloc

import pytest
from articles import ARTICLES, Article
from hypothesis import given, settings
from hypothesis import strategies as st
from quadratic import Costs, least

from duizhao.validator.align import Piece, align, path
from duizhao.validator.align.cells import Cells
from duizhao.validator.align.evidence import measure

RATIO = 3.6
Both = tuple[list[Piece], list[Piece]]


def _side(draw: st.DrawFn, letters: float) -> list[Piece]:
    paragraph = st.tuples(st.integers(1, 300), st.frozensets(st.integers(5, 12), max_size=3))
    sizes = draw(st.lists(paragraph, min_size=1, max_size=9))
    return [Piece(i, round(size * letters), values) for i, (size, values) in enumerate(sizes)]


@st.composite
def strangers(draw: st.DrawFn) -> Both:
    """Two sides that need not have anything to do with each other."""
    return _side(draw, RATIO), _side(draw, 1.0)


@settings(max_examples=80, deadline=None)
@given(strangers(), st.booleans())
def test_no_way_is_missed(both: Both, habit: bool) -> None:
    en, zh = both
    costs = Costs(en, zh, RATIO, habit=habit)
    corner = (len(en), len(zh))
    steps = Cells(measure(en, zh, RATIO), habit=habit).search(0, [(0, corner[1])] * (corner[0] + 1))
    assert (sum(step.rows for step in steps), sum(step.columns for step in steps)) == corner
    assert sum(costs.step(*step) for step in steps) == pytest.approx(least(costs))


@pytest.mark.parametrize("one", ARTICLES.values(), ids=ARTICLES)
def test_the_band_hides_nothing(one: Article, monkeypatch: pytest.MonkeyPatch) -> None:
    narrow = align(one.en, one.zh)
    monkeypatch.setattr(path, "_WIDTH", 100)
    assert align(one.en, one.zh) == narrow


def test_the_band_is_widened_where_the_way_touches_its_edge() -> None:
    sizes = [30 + 37 * i % 151 for i in range(120)]
    zh = [Piece(i, size, frozenset({1000 + i})) for i, size in enumerate(sizes)]
    # Without the first forty, and with the values of each in the next one too, which makes anchors useless.
    en = [Piece(i, round(3.6 * p.length), p.values | {1001 + p.number}) for i, p in enumerate(zh[40:])]
    beads = align(en, zh).beads
    assert sum(bead.en == (bead.zh[0] - 40,) for bead in beads if bead.zh) > 70


def _in_pairs(count: int) -> Both:
    """So many English paragraphs, which the Chinese has two and two in one."""
    sizes = [20 + 37 * i % 151 for i in range(count)]
    values = [frozenset({1000 + 7 * i}) if i % 3 == 0 else frozenset[int]() for i in range(count)]
    en = [Piece(i, round(3.6 * size), some) for i, (size, some) in enumerate(zip(sizes, values, strict=True))]
    zh = [Piece(i // 2, sizes[i] + sizes[i + 1], values[i] | values[i + 1]) for i in range(0, count, 2)]
    return en, zh


def _strangers(count: int) -> Both:
    """Two sides without a value or a length that would lead through them."""
    return [Piece(i, 200, frozenset()) for i in range(count)], [Piece(i, 57, frozenset()) for i in range(count // 2)]


def _one_giant(count: int) -> Both:
    """A table of so many rows that is one paragraph in English, between others."""
    rows = [Piece(i, 8 + i % 5, frozenset({2000 + i})) for i in range(count)]
    whole = Piece(0, 36 * count, frozenset().union(*(row.values for row in rows)))
    return [whole, Piece(1, 400, frozenset({31}))], [*rows, Piece(count, 110, frozenset({31}))]


def _time(both: Both) -> float:
    best = 60.0
    for _ in range(3):
        started = time.process_time()
        align(*both)
        best = min(best, time.process_time() - started)
    return best


@pytest.mark.parametrize("make", [_in_pairs, _strangers])
def test_time_grows_with_the_number_of_paragraphs(make: object) -> None:
    assert callable(make)
    assert _time(make(1600)) < 7 * _time(make(400))  # quadratic it would be sixteen times


def test_pairs_are_found_in_long_articles() -> None:
    en, zh = _in_pairs(1000)
    assert sum(bead.en == (2 * bead.zh[0], 2 * bead.zh[0] + 1) for bead in align(en, zh).beads if bead.zh) > 480


def test_a_long_table() -> None:
    en, zh = _one_giant(300)
    assert [len(bead.zh) for bead in align(en, zh).beads] == [300, 1]


def test_memory_is_flat() -> None:
    def peak(count: int) -> int:
        both = _in_pairs(count)
        tracemalloc.start()
        align(*both)
        used = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return used

    assert peak(1200) < 3.5 * peak(400)
