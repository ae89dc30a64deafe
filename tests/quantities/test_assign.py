"""Pairing is optimal, and stays quick on long lists."""

from __future__ import annotations

import itertools
import time
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duizhao.validator.pairing.choice.assign import LARGEST, Correspondence, _increasing, assign

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


DENSE = st.integers(4, 5).flatmap(
    lambda columns: st.lists(st.lists(st.integers(0, 12), min_size=columns, max_size=columns), min_size=4, max_size=5)
)


@given(DENSE)
@settings(max_examples=200)
def test_no_pairing_is_cheaper_where_all_compete(table: list[list[int | None]]) -> None:
    pairs = assign(len(table), len(table[0]), lambda i, j: table[i][j], 20.0)
    assert len(pairs) == min(len(table), len(table[0]))
    assert total(table, pairs, 20.0) == cheapest(table, 20.0)


def test_nothing_to_pair() -> None:
    assert assign(0, 3, lambda i, j: 0.0, 1.0) == []
    assert assign(1, 1, lambda i, j: None, 1.0) == []
    assert assign(1, 1, lambda i, j: 2.0, 1.0) == []
    assert assign(1, 1, lambda i, j: 0.9, 1.0) == [(0, 0)]


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


@pytest.mark.parametrize(
    ("ends", "points", "offset", "expected"),
    [
        ((10, 20), [], 5, 10.0),
        ((10, 20), [(4, 2)], 2, 1.0),
        ((10, 20), [(4, 2)], 4, 2.0),
        ((10, 20), [(4, 2)], 7, 11.0),
        # where nothing lies between two points, their place is meant
        ((0, 7), [], 0, 0.0),
        ((5, 9), [(5, 9)], 5, 9.0),
        ((10, 20), [(10, 5)], 10, 5.0),
    ],
)
def test_expected_place_between_two_points(
    ends: tuple[int, int], points: list[tuple[int, int]], offset: int, expected: float
) -> None:
    assert Correspondence(ends, points)(offset) == expected


@pytest.mark.parametrize(("away", "found"), [(24, True), (-24, True), (25, False), (-25, False)])
def test_in_long_lists_a_partner_is_near(away: int, found: bool) -> None:
    pairs = assign(100, 100, lambda i, j: 0.0 if j - i == away else None, 1.0)
    assert pairs == ([(i, i + away) for i in range(100) if 0 <= i + away < 100] if found else [])


def test_near_is_counted_where_the_other_list_is_as_far() -> None:
    assert assign(50, 100, lambda i, j: 0.0 if j == 2 * i else None, 1.0) == [(i, 2 * i) for i in range(50)]


@pytest.mark.parametrize(("count", "found"), [(48, True), (49, False)])
def test_lists_are_paired_freely_as_long_as_they_are_short(count: int, found: bool) -> None:
    assert assign(count, count, lambda i, j: 0.0 if (i, j) == (0, 40) else None, 1.0) == ([(0, 40)] if found else [])


@pytest.mark.parametrize("count", [1, 2, 60])
def test_a_pair_is_cheaper_than_the_gap(count: int) -> None:
    prices = {0: 1.0, 1: 0.9}
    assert assign(count, count, lambda i, j: prices.get(i) if i == j else None, 1.0) == [(1, 1)][: count - 1]


def test_in_long_lists_the_cheapest_are_first() -> None:
    prices = {(0, 0): 0.5, (0, 1): 0.1, (1, 1): 0.3, (1, 0): 0.9, (2, 1): 0.05}
    assert assign(60, 60, lambda i, j: prices.get((i, j)), 1.0) == [(0, 0), (2, 1)]


@given(st.lists(st.tuples(st.integers(1, 99), st.integers(1, 99)), max_size=7))
def test_points_that_cross_others_are_left_out_and_no_more(points: list[tuple[int, int]]) -> None:
    run = _increasing(sorted(set(points))) if points else []
    longest = max(
        (
            len(some)
            for size in range(len(points) + 1)
            for some in itertools.combinations(sorted(set(points)), size)
            if _grows(some)
        ),
    )
    assert len(run) == longest
    assert _grows(run)


def _grows(run: Sequence[tuple[int, int]]) -> bool:
    return all(one[1] <= other[1] for one, other in itertools.pairwise(run))
