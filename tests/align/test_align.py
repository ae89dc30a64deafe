"""Alignment of paragraphs, on lengths and values alone."""

from __future__ import annotations

import pytest
from articles import ARTICLES, Article, beads, side

from duizhao.validator.align import EXPECTED_RATIO, Bead, align


@pytest.mark.parametrize("one", ARTICLES.values(), ids=ARTICLES)
def test_articles(one: Article) -> None:
    assert list(align(one.en, one.zh).beads) == one.beads


@pytest.mark.parametrize(
    ("en", "zh", "expected"),
    [
        ("", "", ""),
        ("100", "", "0="),
        ("", "30 30", "=0 =1"),
        ("360 720 180", "100 200 50", "0=0 1=1 2=2"),
        ("1200", "100 200 50", "0=0-2"),
        ("22", "72", "0=0"),  # one and one, whatever is left out
        ("60 665", "178", "0,1=0"),  # all there is, deck and body
        ("360 1080 360", "100 200 100 100", "0=0 1=1,2 2=3"),
    ],
)
def test_by_length(en: str, zh: str, expected: str) -> None:
    assert list(align(side(en), side(zh)).beads) == beads(expected)


def test_numbers_of_paragraphs_are_kept() -> None:
    en = [piece._replace(number=piece.number + 3) for piece in side("360:31 720:41")]
    zh = [piece._replace(number=piece.number + 7) for piece in side("20 100:31 200:41")]
    assert align(en, zh).beads == (Bead((), (7,)), Bead((3,), (8,)), Bead((4,), (9,)))


def test_any_kind_of_value_will_do() -> None:
    en = [
        piece._replace(values=frozenset({("date", value) for value in piece.values})) for piece in side("400:1 360:2")
    ]
    zh = [
        piece._replace(values=frozenset({("date", value) for value in piece.values})) for piece in side("90 105:1 99:2")
    ]
    assert list(align(en, zh).beads) == beads("=0 0=1 1=2")


def test_nothing_but_moved_paragraphs() -> None:
    en, zh = side("400:1,2 700:3,4"), side("190:3,4 110:1,2")
    assert list(align(en, zh).beads) == beads("1=0 0=1")


@pytest.mark.parametrize(
    ("letters", "characters", "ratio"),
    [
        (0, 100, EXPECTED_RATIO),
        (100, 0, EXPECTED_RATIO),
        (360, 100, 3.6),
        (490, 100, 4.2),  # half way between what is usual and what it is, by factors
        (10, 100, 2.814),  # what is left out does not count for more than the tersest translation
        (9000, 100, 4.45),
    ],
)
def test_ratio(letters: int, characters: int, ratio: float) -> None:
    en, zh = side(f"{letters}"), side(f"{characters}")
    assert align(en, zh).ratio == pytest.approx(ratio, abs=0.001)
