"""Alignment of paragraphs, on lengths and numbers alone."""

from __future__ import annotations

import time

import pytest

from duizhao.validator.align import Bead, Piece, align


def pieces(*sizes: int, numbers: dict[int, set[int]] | None = None) -> list[Piece]:
    return [Piece(i, size, frozenset((numbers or {}).get(i, ()))) for i, size in enumerate(sizes)]


@pytest.mark.parametrize(
    ("en", "zh", "beads"),
    [
        (pieces(), pieces(), []),
        (pieces(100), pieces(), [Bead((0,), ())]),
        (pieces(), pieces(30, 30), [Bead((), (0,)), Bead((), (1,))]),
        (pieces(360, 720, 180), pieces(100, 200, 50), [Bead((0,), (0,)), Bead((1,), (1,)), Bead((2,), (2,))]),
        (pieces(1200), pieces(100, 200, 50), [Bead((0,), (0, 1, 2))]),
        (pieces(360, 360, 400), pieces(200, 110), [Bead((0, 1), (0,)), Bead((2,), (1,))]),
        (pieces(360, 1080, 360), pieces(100, 200, 100, 100), [Bead((0,), (0,)), Bead((1,), (1, 2)), Bead((2,), (3,))]),
    ],
)
def test_by_length(en: list[Piece], zh: list[Piece], beads: list[Bead]) -> None:
    assert list(align(en, zh).beads) == beads


def test_an_omitted_paragraph_is_alone() -> None:
    numbers = {0: {12}, 1: {345}, 2: {678}, 3: {90}}
    zh = pieces(100, 110, 105, 100, numbers=numbers)
    en = pieces(360, 380, 360, numbers={0: {12}, 1: {678}, 2: {90}})
    assert list(align(en, zh).beads) == [Bead((0,), (0,)), Bead((), (1,)), Bead((1,), (2,)), Bead((2,), (3,))]


def test_a_paragraph_that_moved_is_found_by_its_numbers() -> None:
    zh = pieces(200, 210, 190, 240, numbers={0: {11, 12}, 1: {21, 22}, 2: {31, 32}, 3: {41, 42}})
    en = pieces(860, 720, 750, 690, numbers={0: {41, 42}, 1: {11, 12}, 2: {21, 22}, 3: {31, 32}})
    beads = align(en, zh).beads
    assert Bead((0,), (3,)) in beads
    assert Bead((1,), (0,)) in beads


def test_every_paragraph_is_in_one_bead_and_long_bodies_are_quick() -> None:
    zh = pieces(*(50 + 7 * (i % 13) for i in range(900)))
    en = pieces(*(180 + 25 * (i % 13) for i in range(880)))
    started = time.process_time()
    beads = align(en, zh).beads
    assert sorted(i for bead in beads for i in bead.zh) == list(range(900))
    assert sorted(i for bead in beads for i in bead.en) == list(range(880))
    assert time.process_time() - started < 20
