"""Pairing is optimal, and stays quick on long lists."""

from __future__ import annotations

import itertools
import time

from hypothesis import given, settings
from hypothesis import strategies as st

from duizhao.validator.pairing.assign import LARGEST, Correspondence, assign

TABLES = st.integers(1, 5).flatmap(
    lambda columns: st.lists(
        st.lists(st.none() | st.integers(0, 9), min_size=columns, max_size=columns), min_size=1, max_size=5
    )
)


def total(table: list[list[int | None]], pairs: list[tuple[int, int]], gap: float) -> float:
    """What a pairing costs: its pairs, and a gap for each row or column that could have had a partner."""
    free = min(len(table), len(table[0])) - len(pairs)
    return sum(table[i][j] or 0 for i, j in pairs) + gap * free


def cheapest(table: list[list[int | None]], gap: float) -> float:
    """By trying everything."""
    rows, columns = range(len(table)), range(len(table[0]))
    best = float("inf")
    for count in range(min(len(rows), len(columns)) + 1):
        for chosen in itertools.combinations(rows, count):
            for partners in itertools.permutations(columns, count):
                pairs = list(zip(chosen, partners, strict=True))
                if all(table[i][j] is not None for i, j in pairs):
                    best = min(best, total(table, pairs, gap))
    return best


@given(TABLES)
def test_no_pairing_is_cheaper(table: list[list[int | None]]) -> None:
    gap = 6.0
    pairs = assign(len(table), len(table[0]), lambda i, j: table[i][j], gap)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    assert all(table[i][j] is not None for i, j in pairs)
    assert total(table, pairs, gap) == cheapest(table, gap)


def test_nothing_to_pair() -> None:
    assert assign(0, 3, lambda i, j: 0.0, 1.0) == []
    assert assign(1, 1, lambda i, j: None, 1.0) == []
    assert assign(1, 1, lambda i, j: 2.0, 1.0) == []


def test_long_lists_are_paired_in_order() -> None:
    count = LARGEST * 20
    started = time.process_time()
    pairs = assign(count, count + 3, lambda i, j: abs(i - j) / 10, 1.0)
    assert pairs == [(i, i) for i in range(count)]
    assert time.process_time() - started < 5


@given(st.lists(st.tuples(st.integers(1, 99), st.integers(1, 199)), max_size=8), st.integers(0, 100))
@settings(max_examples=200)
def test_expected_place_lies_in_the_other_text(points: list[tuple[int, int]], offset: int) -> None:
    assert 0 <= Correspondence((100, 200), points)(offset) <= 200


def test_expected_place_goes_through_the_fixed_points() -> None:
    expect = Correspondence((100, 300), [(50, 60), (60, 90), (80, 20), (90, 250)])
    assert [expect(0), expect(50), expect(90), expect(100)] == [0, 60, 250, 300]
    assert expect(75) == 90 + 15 * 160 / 30
