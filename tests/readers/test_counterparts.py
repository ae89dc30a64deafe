"""Which articles of two halves belong together, also where some are lost, added, joined or cut."""

from __future__ import annotations

import random
import time
import tracemalloc

import pytest
from generated_issue import Story, generated
from hypothesis import given
from hypothesis import strategies as st
from made_up_issues import page
from reading import read

from duizhao.schema.readers.figures import chinese_figures, chinese_ordinals, english_figures, english_ordinals
from duizhao.schema.readers.issues.counterparts import counterparts
from duizhao.schema.readers.issues.likeness import Measure
from duizhao.schema.tree import Article

COUNT = 60


def measures() -> tuple[list[Measure], list[Measure]]:
    """Two halves of an issue in which every article has its counterpart."""
    draw = random.Random(7)  # noqa: S311  the same articles in every run
    zh, en = [], []
    for _ in range(COUNT):
        lengths = (draw.randint(5, 20), *[draw.randint(20, 300) for _ in range(draw.randint(1, 5))])
        figures = frozenset(draw.randint(4, 400) for _ in range(draw.randint(0, 6)))
        days = frozenset(draw.sample(range(-31, 0), draw.randint(0, 2)))
        zh.append(Measure(lengths, tuple(figures | days), None))
        seen = frozenset(figure for figure in sorted(figures) if draw.random() < 0.8)
        en.append(Measure(tuple(int(one * draw.uniform(3.7, 5.3)) for one in lengths), tuple(seen | days), None))
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
    like = [Measure((8, 100), (), page) for page in (1, 1, 2)]
    assert counterparts(like, [one._replace(lengths=(36, 450)) for one in like[1:]])[-1] == (range(2, 3), range(1, 2))


def test_a_list_of_paragraphs_tells_two_of_one_length_apart() -> None:
    zh = [Measure((8, *lengths), (), None) for lengths in ((200, 40), (40, 200), (120, 120))]
    en = [Measure(tuple(4 * one for one in lengths), (), None) for lengths, *_ in zh]
    assert counterparts(zh, en[1:]) == [(range(1), range(0)), *straight(1, 3, -1)]
    assert counterparts(zh, en[:1] + en[2:]) == [*straight(0, 1), (range(1, 2), range(1, 1)), *straight(2, 3, -1)]


def test_what_is_reckoned_of_thousands_is_not_kept() -> None:
    measures = [Measure((8, *range(20, 100, 4)), tuple(range(n, n + 20)), None) for n in range(2000)]
    tracemalloc.start()
    assert counterparts(measures, measures) == straight(0, 2000)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 1_500_000  # all of them, reckoned at once, take twice as much


@pytest.mark.parametrize("at", range(0, COUNT, 13))
def test_one_of_which_nothing_is_known_takes_what_stands_in_its_place(at: int) -> None:
    zh, en = measures()
    unread = Measure((), (), None, unread=True)
    assert counterparts([*zh[:at], unread, *zh[at + 1 :]], en) == straight(0, COUNT)
    alone = [*straight(0, at), (range(at, at + 1), range(at, at)), *straight(at + 1, COUNT, -1)]
    assert counterparts([*zh[:at], unread, *zh[at + 1 :]], en[:at] + en[at + 1 :]) == alone


ISSUE = generated(30)


def found(zh: list[Story], en: list[Story]) -> set[tuple[str, str]]:
    """The headlines of each article that is found in a page, "" for a half that is not there."""
    text = page("".join(one.chinese for one in zh), "".join(one.english for one in en))
    articles = (one for one in read("1936.05.04.html", text.encode()) if isinstance(one, Article))
    return {(one.chinese.headline.text if one.chinese.headline else "", one.english.value("Title")) for one in articles}


@pytest.mark.parametrize("at", range(len(ISSUE)))
def test_a_lost_article_of_a_page_costs_no_other_its_counterpart(at: int) -> None:
    whole = {(one.headline, one.title) for one in ISSUE}
    lost, rest = ISSUE[at], ISSUE[:at] + ISSUE[at + 1 :]
    both = (lost.headline, lost.title)
    assert found(ISSUE, rest) == (whole - {both}) | {(lost.headline, "")}
    assert found(rest, ISSUE) == (whole - {both}) | {("", lost.title)}


@pytest.mark.parametrize("seed", range(8))
def test_lost_articles_of_both_halves_cost_hardly_any_other_its_counterpart(seed: int) -> None:
    draw = random.Random(seed)  # noqa: S311  the same ones in every run
    zh, en = (sorted(draw.sample(range(len(ISSUE)), len(ISSUE) - 4)) for _ in range(2))
    both = {(ISSUE[n].headline, ISSUE[n].title) for n in zh if n in en}
    assert both <= found([ISSUE[n] for n in zh], [ISSUE[n] for n in en])


MEASURES = st.lists(
    st.builds(
        Measure,
        st.lists(st.integers(0, 900), min_size=1, max_size=9).map(tuple),
        st.frozensets(st.integers(-31, 40), max_size=5),
        st.none() | st.integers(1, 4),
        st.booleans(),
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


@pytest.mark.parametrize(
    ("chinese", "english", "ordinals"),
    [
        ("（南京七日電）", "(Nanjing, 7th dispatch)", {7}),
        ("十一晚開會", "met on the evening of June 11", {11}),
        ("第二次、第三次", "the second and the third time", {2, 3}),
        ("廿三日、三人", "on the 23rd, 3 men", {23}),
    ],
)
def test_days_and_what_is_counted_as_they_are(chinese: str, english: str, ordinals: set[int]) -> None:
    assert chinese_ordinals(chinese) == english_ordinals(english) == ordinals
