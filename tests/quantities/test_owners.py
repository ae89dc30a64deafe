"""Which of two labels belongs to which of two numbers of a passage, by its marks and its words."""

from __future__ import annotations

import re

import pytest

from duizhao.source import Span
from duizhao.validator.pairing.exchanged.attach import Owners, Passage
from duizhao.validator.pairing.exchanged.labels import LabelAt

MARKED = re.compile(r"<([^>]*)>|\[([^\]]*)\]|\{([^}]*)\}|\(\(([^)]*)\)\)|[^<\[{(]+|\(")


def side(marked: str) -> Passage:
    """A passage: labels in <>, its two numbers in [], numbers of the same unit in {}, and others in (())."""
    text = ""
    tokens: list[LabelAt] = []
    places: dict[int, list[Span]] = {2: [], 3: [], 4: []}
    for match in MARKED.finditer(marked):
        words = next((one for one in match.groups() if one is not None), match[0])
        start, end = len(text), len(text) + len(words)
        text += words
        if match.lastindex == 1:
            tokens.append(LabelAt(words, "thing", start, end))
        elif match.lastindex:
            places[match.lastindex].append(Span(start, end))
    one, other = places[2]
    english = text.isascii()
    return Passage(text, english, 0, len(text), (one, other), tuple(places[3]), tuple(places[4]), tuple(tokens))


@pytest.mark.parametrize(
    ("marked", "labels", "straight"),
    [
        ("<小麦>[三百斤]，<玉米>[五百斤]", "小麦 玉米", True),
        ("<小麦>[三百斤]，<玉米>[五百斤]", "玉米 小麦", False),
        ("<小麦>[三百斤]、<玉米>[五百斤]", "小麦 玉米", True),
        ("<男>[十五]<女>[八]", "男 女", True),  # tight
        ("<男>的[十五]<女>的[八]", "男 女", True),
        ("<男>的确[十五]<女>的[八]", "男 女", True),  # two characters between
        ("<男>的确有[十五]<女>[八]", "男 女", None),
        ("[十五]<男>[八]<女>", "男 女", True),
        ("<男>[十五][八]<女>", "男 女", None),  # one before, the other behind
        ("<小麦>，[三百斤]，<玉米>，[五百斤]", "小麦 玉米", None),  # no mark parts them more than another
        ("<小麦>，[三百斤]；<玉米>，[五百斤]", "小麦 玉米", True),
        ("<小麦>（[三百斤]）、<玉米>（[五百斤]）", "小麦 玉米", True),
        ("<小麦>：[三百斤]，<玉米>：[五百斤]", "小麦 玉米", True),
        ("<小麦>；[三百斤]。<玉米>；[五百斤]", "小麦 玉米", True),
        ("<小麦>和<玉米>分别是[三百斤]和[五百斤]", "小麦 玉米", True),
        ("<小麦>和<玉米>依次是[三百斤]和[五百斤]", "玉米 小麦", False),
        ("<小麦>和<玉米>是[三百斤]和[五百斤]", "小麦 玉米", None),
        ("[三百斤]和[五百斤]，分别是<小麦>和<玉米>", "小麦 玉米", True),
        ("<小麦>{二百斤}，[三百斤]，<玉米>[五百斤]", "小麦 玉米", None),  # the label is another number's
        ("<小麦>((二百亩))[三百斤]，<玉米>[五百斤]", "小麦 玉米", True),  # that counts something else
        ("[三百斤]((二百亩))<小麦>，[五百斤]<玉米>", "小麦 玉米", None),
        ("<小麦>[三百斤]，<小麦>[五百斤]", "小麦 玉米", None),
        ("<小麦>多的<玉米>是：<小麦>[三百斤]，<玉米>[五百斤]", "小麦 玉米", True),  # the nearest stretch
        ("<小麦>、<小麦>[三百斤]，<玉米>[五百斤]", "小麦 玉米", True),  # twice in one breath
        ("<小麦>加上外面的<小麦>[三百斤]，<玉米>[五百斤]", "小麦 玉米", True),
        ("<小麦>加上了外面的<小麦>[三百斤]，<玉米>[五百斤]", "小麦 玉米", None),
        ("[三百斤<小麦>]，[五百斤<玉米>]", "小麦 玉米", None),
    ],
)
def test_chinese(marked: str, labels: str, straight: bool | None) -> None:
    one, other = labels.split()
    assert Owners(side(marked))(one, other) is straight


@pytest.mark.parametrize(
    ("marked", "straight"),
    [
        ("[300 jin] of <wheat> and [500 jin] of <maize>", True),
        ("[300 jin] of <wheat>, [500 jin] of <maize>", True),
        ("[300 jin] of <wheat> [500 jin] of <maize>", None),
        ("[300 jin] of <wheat>: [500 jin] of <maize>", None),
        ("[300 jin] of <wheat>; [500 jin] of <maize>", True),
        ("[300 jin] of <wheat>. [500 jin] of <maize>", True),
        ("[300 jin] of <wheat> but [500 jin] of <maize>", True),
        ("[300 jin], of <wheat>, [500 jin] of <maize>", None),
        ("[300 jin], of <wheat>; [500 jin] of <maize>", True),
        ("<wheat> [300 jin] | <maize> [500 jin]", True),
        ("<wheat> and <maize> were [300 jin] and [500 jin] respectively", True),
        ("<wheat> and <maize> were [300 jin] and [500 jin]", None),
        ("[300 jin] {200 jin} of <wheat> and [500 jin] of <maize>", None),
        ("<wheat> {200 jin} [300 jin] and <maize> [500 jin]", None),
        ("<wheat> [300 jin] and <maize> [500 jin]", True),
    ],
)
def test_english(marked: str, straight: bool | None) -> None:
    assert Owners(side(marked))("wheat", "maize") is straight
    assert Owners(side(marked))("maize", "wheat") is (None if straight is None else not straight)


def test_the_numbers_may_stand_the_other_way_round() -> None:
    one = side("<小麦>[三百斤]，<玉米>[五百斤]")
    turned = one._replace(numbers=one.numbers[::-1])
    assert Owners(one)("小麦", "玉米") is True
    assert Owners(turned)("小麦", "玉米") is False
