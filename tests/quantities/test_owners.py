"""Which of two labels belongs to which of two numbers of a passage, by its marks and its words."""

from __future__ import annotations

import re

import pytest

from duizhao.source import Span
from duizhao.validator.pairing.exchanged.attach import Owners, Passage
from duizhao.validator.pairing.exchanged.compare import SaidOf, crossed
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
        # labels are looked for up to the next numbers, and only then in the whole sentence
        ("{一百斤}<小麦>{二百多斤重的}<小麦>[三百斤]，<玉米>[五百斤]", "小麦 玉米", True),
        ("<小麦>{二百多斤重的}[三百斤]<小麦>，[五百斤]<玉米>", "小麦 玉米", True),
        ("[三百斤]<小麦>，[五百斤]<玉米>{七百多斤重的}<玉米>{八百斤}", "小麦 玉米", True),
        ("<小麦>[三百斤]，<玉米>[五百斤]{七百多斤重的}<玉米>", "小麦 玉米", True),
        ("<小麦>((二百多斤重的))<小麦>[三百斤]，<玉米>[五百斤]", "小麦 玉米", True),
        ("<小麦>加上外面来的<小麦>[三百斤]，<玉米>[五百斤]", "小麦 玉米", None),
        ("<小麦>、<小麦>，加上外面来的<小麦>[三百斤]，<玉米>[五百斤]", "小麦 玉米", None),
        ("<小麦>、<小麦>；<小麦>[三百斤]，<玉米>[五百斤]", "小麦 玉米", True),
        ("<小麦>[三百斤]，<玉米>[五百斤]，加上外面来的<玉米>", "小麦 玉米", None),
        ("情况：<小麦>好的地方很多：<小麦>[三百斤]，<玉米>[五百斤]", "小麦 玉米", True),  # behind the last announcement
        # what a mark parts, and what it does not, beside the next weaker and the next stronger one
        ("<小麦>一共是[三百斤]、<玉米>一共是[五百斤]", "小麦 玉米", True),
        ("<小麦>一共是[三百斤]（<玉米>一共是[五百斤]）", "小麦 玉米", True),
        ("<小麦>一共是[三百斤](<玉米>一共是[五百斤])", "小麦 玉米", True),
        ("<小麦>一共是[三百斤]：<玉米>一共是[五百斤]", "小麦 玉米", True),
        ("<小麦>一共是[三百斤]:<玉米>一共是[五百斤]", "小麦 玉米", True),
        ("<小麦>一共是[三百斤]<玉米>一共是[五百斤]", "小麦 玉米", None),
        ("（<小麦>、[三百斤]）<玉米>、[五百斤]", "小麦 玉米", True),
        ("<小麦>（[三百斤]）<玉米>（[五百斤]）", "小麦 玉米", True),
        ("<小麦>([三百斤])<玉米>([五百斤])", "小麦 玉米", True),
        ("（<小麦>：[三百斤]）<玉米>：[五百斤]", "小麦 玉米", True),
        ("(<小麦>:[三百斤])<玉米>:[五百斤]", "小麦 玉米", True),
        ("（<小麦>）[三百斤]，（<玉米>）[五百斤]", "小麦 玉米", True),
        ("(<小麦>)[三百斤],(<玉米>)[五百斤]", "小麦 玉米", True),
        ("<小麦>,[三百斤];<玉米>,[五百斤]", "小麦 玉米", True),
        ("<小麦>;[三百斤]。<玉米>;[五百斤]", "小麦 玉米", True),
        ("<小麦>;[三百斤];<玉米>;[五百斤]", "小麦 玉米", None),
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
        ("<小麦>；<小麦>[三百斤]，<玉米>[五百斤]", "小麦 玉米", True),  # the mark between them parts nothing
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


LABELS = {
    "小麦": ("wheat", "goods"),
    "玉米": ("maize", "goods"),
    "大豆": ("soybean", "goods"),
    "男": ("men", "people"),
    "女": ("women", "people"),
    "wheat": ("wheat", "goods"),
    "corn": ("maize", "goods"),
    "maize": ("maize", "goods"),
    "soybeans": ("soybean", "goods"),
    "men": ("men", "people"),
    "women": ("women", "people"),
}


def labelled(marked: str) -> Passage:
    """A passage whose labels are the same in both languages."""
    one = side(marked)
    tokens = [token._replace(label=LABELS[token.label][0], sort=LABELS[token.label][1]) for token in one.tokens]
    return one._replace(tokens=tuple(tokens))


CORN_AND_WHEAT = ("小麦", "玉米"), ("maize", "wheat")


@pytest.mark.parametrize(
    ("zh", "en", "said"),
    [
        ("<小麦>[三]，<玉米>[五]", "<wheat> [3], <maize> [5]", None),
        ("<小麦>[三]，<玉米>[五]", "<maize> [3], <wheat> [5]", CORN_AND_WHEAT),
        ("<玉米>[三]，<小麦>[五]", "<wheat> [3], <corn> [5]", (("玉米", "小麦"), ("wheat", "corn"))),
        ("<小麦>[三]，[五]", "<maize> [3], <wheat> [5]", None),  # one label alone
        ("<小麦>[三]，<男>[五]", "<men> [3], <wheat> [5]", None),  # wheat is not set against men
        ("<小麦>[三]，<大豆>[五]", "<soybeans> [3], <maize> [5]", None),
        # two that are where they should be speak for the others
        ("<男><小麦>[三]，<女><玉米>[五]", "<women> <wheat> [3], <men> <maize> [5]", None),
        ("<男><小麦>[三]，<女><玉米>[五]", "<women> <maize> [3], <men> <wheat> [5]", (("男", "女"), ("women", "men"))),
        # what cannot be told of one pair of labels another may tell
        ("<小麦>和<玉米>[三]，<女>[五]，<男>", "<maize> [3], <wheat> [5]", None),
        # a label in two places is nobody's, unless another number parts them: then the nearest is meant, and shown
        ("<小麦>[三]，<玉米>[五]", "<corn> is good. <maize> [3], <wheat> [5]", None),
        ("<小麦>[三]，<玉米>[五]", "<corn> {7}. <maize> [3], <wheat> [5]", CORN_AND_WHEAT),
        ("<小麦>[三]，<玉米>[五]", "<maize> [3], <wheat> [5]. {7} <corn>", CORN_AND_WHEAT),
        ("<玉米>{七}。<小麦>[三]，<玉米>[五]", "<maize> [3], <wheat> [5]", CORN_AND_WHEAT),
    ],
)
def test_labels_that_changed_their_numbers(
    zh: str, en: str, said: tuple[tuple[str, str], tuple[str, str]] | None
) -> None:
    found = crossed(labelled(zh), labelled(en))
    assert found == (None if said is None else SaidOf(*said))


@pytest.mark.parametrize(("count", "full"), [(8, False), (9, True)])
def test_a_sentence_with_too_many_labels_tells_nothing(count: int, full: bool) -> None:
    """Two labels are exchanged, and ten are compared at most."""
    zh, en = labelled("<小麦>[三]，<玉米>[五]"), labelled("<maize> [3], <wheat> [5]")
    more = tuple(LabelAt(f"label {number}", f"sort {number}", 0, 0) for number in range(count))
    found = crossed(zh._replace(tokens=zh.tokens + more), en._replace(tokens=en.tokens + more))
    assert (found is None) is full


def test_labels_of_one_language_alone_count_for_nothing() -> None:
    zh, en = labelled("<小麦>[三]，<玉米>[五]"), labelled("<maize> [3], <wheat> [5]")
    more = tuple(LabelAt(f"label {number}", "goods", 0, 0) for number in range(9))
    assert crossed(zh._replace(tokens=zh.tokens + more), en) == SaidOf(*CORN_AND_WHEAT)
    assert crossed(zh, en._replace(tokens=en.tokens + more)) == SaidOf(*CORN_AND_WHEAT)
