"""Which articles of two halves belong together, also where some are lost, added, joined or cut."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duizhao.schema.readers.figures import chinese_figures, english_figures
from duizhao.schema.readers.issues.counterparts import Measure, counterparts

COUNT = 60


def measures() -> tuple[list[Measure], list[Measure]]:
    """Two halves of an issue in which every article has its counterpart."""
    draw = random.Random(7)  # noqa: S311  the same articles in every run
    zh, en = [], []
    for _ in range(COUNT):
        length, paragraphs = draw.randint(40, 900), draw.randint(1, 5)
        figures = frozenset(draw.randint(4, 400) for _ in range(draw.randint(0, 6)))
        zh.append(Measure(length, paragraphs, figures, None))
        seen = frozenset(figure for figure in figures if draw.random() < 0.8)
        en.append(Measure(int(length * draw.uniform(3.7, 5.3)), paragraphs, seen, None))
    return zh, en


def straight(start: int, stop: int, shift: int = 0) -> list[tuple[range, range]]:
    return [(range(n, n + 1), range(n + shift, n + shift + 1)) for n in range(start, stop)]


def test_all_are_there() -> None:
    assert counterparts(*measures()) == straight(0, COUNT)


@pytest.mark.parametrize("lost", range(0, COUNT, 7))
def test_one_that_is_lost_never_shifts_the_rest(lost: int) -> None:
    zh, en = measures()
    expected = [*straight(0, lost), (range(lost, lost + 1), range(lost, lost)), *straight(lost + 1, COUNT, -1)]
    assert counterparts(zh, en[:lost] + en[lost + 1 :]) == expected
    mirrored = [(range(en.start, en.stop), range(zh.start, zh.stop)) for zh, en in expected]
    assert counterparts(zh[:lost] + zh[lost + 1 :], en) == mirrored


@pytest.mark.parametrize("at", range(3, COUNT - 2, 9))
def test_a_headline_that_is_lost_joins_two(at: int) -> None:
    zh, en = measures()
    joined = [*en[:at], en[at].plus(en[at + 1]), *en[at + 2 :]]
    expected = [*straight(0, at), (range(at, at + 2), range(at, at + 1)), *straight(at + 2, COUNT, -1)]
    assert counterparts(zh, joined) == expected


def test_a_whole_page_that_is_lost() -> None:
    zh, en = measures()
    pairs = set(counterparts(zh, en[:20] + en[45:]))
    right = {*straight(0, 20), *straight(45, COUNT, -25)}
    assert len(right - pairs) <= 2  # at its edges, another one of the lost may seem as like


def test_pages_speak_where_nothing_else_does() -> None:
    like = [Measure(100, 1, frozenset(), page) for page in (1, 1, 2)]
    assert counterparts(like, [one._replace(length=450) for one in like[1:]])[-1] == (range(2, 3), range(1, 2))


MEASURES = st.lists(
    st.builds(
        Measure,
        st.integers(0, 5_000),
        st.integers(0, 20),
        st.frozensets(st.integers(4, 40), max_size=5),
        st.none() | st.integers(1, 4),
    ),
    max_size=12,
)


@given(MEASURES, MEASURES)
def test_every_article_is_in_one_pair(zh: list[Measure], en: list[Measure]) -> None:
    pairs = counterparts(zh, en)
    assert [n for pair in pairs for n in pair[0]] == list(range(len(zh)))
    assert [n for pair in pairs for n in pair[1]] == list(range(len(en)))


@pytest.mark.parametrize(("rows", "columns"), [(10_000, 10_000), (10_000, 3), (3, 10_000), (10_000, 3_000)])
def test_time_is_bounded(rows: int, columns: int) -> None:
    zh, en = measures()
    before = time.process_time()
    counterparts((zh * 170)[:rows], (en * 170)[:columns])
    assert time.process_time() - before < 15  # two, on a machine that does nothing else


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("一千二百畝", {1200}),
        ("廿四節、卅五年", {24, 35}),
        ("二十萬三千元", {203_000}),
        ("三億五千萬", {350_000_000}),
        ("一二四二顆", {1242}),
        ("１２時", {12}),
        ("三人", set()),
        ("一二三四五六七八九十一二三四五六七八九十一", set()),
    ],
)
def test_chinese_figures(text: str, figures: set[int]) -> None:
    assert chinese_figures(text) == figures


def test_english_figures() -> None:
    assert english_figures("On the 28th, 1,200 mu, 7.50 yuan, 2 men and 1,2345") == {28, 1200, 7, 50, 2345}
