"""Brackets of the English: which may be a gloss, and which of them the original has too."""

from __future__ import annotations

import pytest

from duizhao.schema.parse import parse
from duizhao.source import Source, Span
from duizhao.validator.case import Case
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.examples import article_bytes
from duizhao.validator.text.brackets import (
    _CHINESE,
    _ENGLISH,
    Bracket,
    _abbreviates,
    _brackets,
    _explains,
    _nearest,
    added_glosses,
)


def case_of(zh: str, en: str) -> Case:
    return Case(parse(Source.decode("a.md", article_bytes({"zh": zh, "en": en}))), Settings())


def glosses(zh: str, en: str) -> list[tuple[str, bool]]:
    case = case_of(zh, en)
    return [(case.words(one.span), one.sure) for one in added_glosses(case)]


@pytest.mark.parametrize(
    ("words", "before", "is_abbreviation"),
    [
        ("UNRRA", "the Relief Administration", True),
        ("CP", "the Communist Party", True),
        ("C", "the Communist Party", False),  # one capital is a letter
        ("CPs", "the Communist Parties", True),
        ("CPsu", "the Communist Party", True),  # half of it
        ("CPsus", "the Communist Party", False),
        ("CP of C", "the Communist Party", False),  # of one word
        ("People's Congress", "the PC", True),
        ("People's Congress", "PC", True),
        ("the people's Congress", "the PC", True),  # its capitals count
        ("People's Congress", "the P", False),  # one capital is a name
        ("Pears", "the P", False),
        ("People's Congress", "the Pc", False),
        ("People's Congress", "the CP", False),  # in another order
    ],
)
def test_what_abbreviates(words: str, before: str, is_abbreviation: bool) -> None:
    assert _abbreviates(words, before) is is_abbreviation


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("the committee (the first) met", True),
        ("the committee（the first) met", True),
        ("the committee   (the first) met", True),
        ("“the committee” (the first) met", True),
        ("the 'committee' (the first) met", True),
        ("number 5 (the first) met", True),
        ("the committee, (the first) met", False),
        ("the committee [the first] met", False),
        ("(the first) met", False),
        ("the committee (5 km) met", False),
        ("the committee (about 5 km per hour of the day) met", True),
        ("the committee (第一) met", False),
        ("the committee (Xinhua News Agency) met", False),
        ("the committee (UN) met", False),
        ("the committee (July 7) met", True),
    ],
)
def test_what_may_explain(text: str, may: bool) -> None:
    start = min(at for sign in "(（[" if (at := text.find(sign)) >= 0)
    end = min(at for sign in ")]" if (at := text.find(sign)) >= 0) + 1
    bracket = Bracket(Span(start, end), text[start + 1 : end - 1], 0.5)
    assert _explains(bracket, text, ()) is may


def test_a_dateline_of_the_newspaper_explains_nothing() -> None:
    text = "The bridge is open (Nanjing, July 7)."
    bracket = Bracket(Span(19, 36), "Nanjing, July 7", 0.5)
    assert _explains(bracket, text, ())
    assert not _explains(bracket, text, ("(PLACE, DATE)",))


@pytest.mark.parametrize(
    ("english", "chinese", "taken"),
    [
        ((0.5,), (), set()),
        ((0.5,), (0.9,), {0}),
        ((0.1, 0.9), (0.8,), {1}),
        ((0.1, 0.9), (0.2,), {0}),
        ((0.4, 0.6), (0.5,), {0}),  # as near: the first
        ((0.1, 0.5, 0.9), (0.1, 0.9), {0, 2}),
        ((0.1, 0.5, 0.9), (0.4, 0.9), {1, 2}),
        ((0.1, 0.5, 0.9), (0.1, 0.6), {0, 1}),
        ((0.1, 0.5, 0.9), (0.1, 0.5, 0.9), {0, 1, 2}),
        ((0.1, 0.2, 0.5, 0.6, 0.9), (0.2, 0.6, 0.8), {1, 3, 4}),
        # in order: the second cannot go with what stands before the first
        ((0.1, 0.15, 0.9), (0.8, 0.95), {1, 2}),
    ],
)
def test_which_brackets_the_original_has(
    english: tuple[float, ...], chinese: tuple[float, ...], taken: set[int]
) -> None:
    ours, theirs = ([Bracket(Span(0, 0), "", at) for at in side] for side in (english, chinese))
    assert _nearest(ours, theirs) == taken


def test_where_brackets_stand_in_several_paragraphs() -> None:
    case = case_of("开会。", "abcd (x y) efghi ¶ 123456789 [p q] k")
    paragraphs = case.article.english.paragraphs
    first, second = _brackets(_ENGLISH, paragraphs, (0, 1))
    assert (first.words, first.at) == ("x y", 5 / 33)
    assert (second.words, second.at) == ("p q", (16 + 10) / 33)
    assert [case.words(one.span) for one in (first, second)] == ["(x y)", "[p q]"]
    assert _brackets(_ENGLISH, paragraphs, (1,)) == [second._replace(at=10 / 17)]
    assert _brackets(_ENGLISH, paragraphs, ()) == []


def test_labels_of_a_list_are_no_brackets() -> None:
    case = case_of("（一）开会（ 二 ）投票（县里）", "(1) met, (b) voted, (iii) left, (in the county)")
    assert [one.words for one in _brackets(_ENGLISH, case.article.english.paragraphs, (0,))] == ["in the county"]
    assert [one.words for one in _brackets(_CHINESE, case.article.chinese.paragraphs, (0,))] == ["县里"]


COUNTY, TONS = "The harvest was 52,300 tons in the county.", "全县收成五万二千三百吨。"
GOAL, NEXT = "They will grow 61,800 tons next year.", "明年要打六万一千八百吨。"


@pytest.mark.parametrize(
    ("zh", "en", "expected"),
    [
        # of a paragraph that the original has not at all, `P105` tells
        (f"{TONS} ¶ {NEXT}", f"{COUNTY} ¶ The committee (the first of its kind) met in the town hall. ¶ {GOAL}", []),
        # brackets of a list take no counterpart
        ("委员会（一）开会。", "The committee (the first of its kind) met.", [("(the first of its kind)", True)]),
        ("委员会（第一个）开会（在县里）。", "The committee (the first of its kind) met.", []),
        (
            "委员会（第一个）开会。",
            "The committee (the first) met, the board (of the plant) met, and all (of them) voted.",
            [("(of the plant)", True), ("(of them)", True)],
        ),
        # one that is none of ours may be the counterpart
        ("委员会今天上午在县里开会（五公里）。", "The committee (the first) met (5 km).", [("(the first)", True)]),
        (
            "委员会开会。",
            f"The committee ({'x' * 40}) met ({'y' * 41}).",
            [(f"({'x' * 40})", True), (f"({'y' * 41})", False)],
        ),
    ],
)
def test_what_the_original_has_not(zh: str, en: str, expected: list[tuple[str, bool]]) -> None:
    assert glosses(zh, en) == expected
