"""The parts of the alignment by themselves: what is tried against all there is."""

from __future__ import annotations

import itertools
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duizhao.validator.align import Bead, Piece, _unbroken
from duizhao.validator.align.anchors import _crosses, chain, crossing, meetings
from duizhao.validator.align.evidence import measure
from duizhao.validator.align.moved import _bits, in_order

PLACES = st.tuples(st.integers(0, 5), st.integers(0, 5))


def rising(pairs: tuple[tuple[int, int], ...]) -> bool:
    return all(a < c and b < d for (a, b), (c, d) in itertools.pairwise(pairs))


@given(st.dictionaries(PLACES, st.integers(1, 4), max_size=8))
def test_a_chain_is_the_heaviest_there_is(weights: dict[tuple[int, int], int]) -> None:
    found = tuple(chain(Counter(weights)))
    every = (some for count in range(len(weights) + 1) for some in itertools.combinations(sorted(weights), count))
    heaviest = max(sum(weights[one] for one in some) for some in every if rising(some))
    assert rising(found)
    assert sum(weights[one] for one in found) == heaviest


def piece(number: int, length: int, *values: int) -> Piece:
    return Piece(number, length, frozenset(values))


def test_paragraphs_that_share_values_and_stand_elsewhere() -> None:
    en = [piece(0, 100, 11, 12, 13), piece(1, 100, 21, 22, 23), piece(2, 100, 31, 32, 33)]
    zh = [piece(0, 30, 31, 32, 33), piece(1, 30, 11, 12, 13), piece(2, 30, 21, 22, 23)]
    both = measure(en, zh, 3.3)
    pairs = meetings(en, zh, both.values.once)
    assert pairs == Counter({(0, 1): 3, (1, 2): 3, (2, 0): 3})
    ordered = chain(pairs)
    assert ordered == [(0, 1), (1, 2)]
    assert crossing(pairs, ordered, both) == [(2, 0)]


@pytest.mark.parametrize(
    ("pair", "crosses"),
    [((0, 0), False), ((2, 2), False), ((4, 4), False), ((0, 3), True), ((4, 0), True), ((2, 0), True), ((2, 4), True)],
)
def test_what_crosses_an_order(pair: tuple[int, int], crosses: bool) -> None:
    assert _crosses(pair, [(1, 1), (3, 3)]) is crosses


@pytest.mark.parametrize(
    ("positions", "unbroken"), [((), True), ((3,), True), ((3, 4, 5), True), ((3, 5), False), ((0, 1, 3), False)]
)
def test_positions_without_a_gap(positions: tuple[int, ...], unbroken: bool) -> None:
    assert _unbroken(positions) is unbroken


@pytest.mark.parametrize(("mask", "bits"), [(0, []), (1, [1]), (6, [2, 4]), (0b1011, [1, 2, 8])])
def test_bits(mask: int, bits: list[int]) -> None:
    assert _bits(mask) == bits


def test_beads_in_the_order_of_the_original() -> None:
    beads = [Bead((0,), ()), Bead((1,), (1,)), Bead((2,), ()), Bead((3,), (2,))]
    assert in_order(beads, [(4, 0), (5, 3)]) == [
        Bead((0,), ()),
        Bead((4,), (0,)),
        Bead((1,), (1,)),
        Bead((2,), ()),
        Bead((3,), (2,)),
        Bead((5,), (3,)),
    ]
