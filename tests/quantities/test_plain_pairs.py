"""What is seen at once of a pair, or put off until its turn, is what a full look at all of it comes to."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from fractions import Fraction
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from duizhao.validator.pairing.agreeing.agree import agree
from duizhao.validator.pairing.choice import candidates
from duizhao.validator.pairing.choice.candidates import agreeing
from duizhao.validator.pairing.choice.joining import Joining
from duizhao.validator.pairing.choice.pair import pair
from duizhao.validator.pairing.choice.prices import Rests, cost_of
from duizhao.validator.pairing.choice.sides import Candidate
from duizhao.validator.pairing.choice.texts import PairedText, Texts
from duizhao.validator.pairing.model import FINE
from duizhao.validator.quantities.model import Approx, Cluster, Cover, Kind, Quantity, Relation
from duizhao.validator.quantities.read import clusters

ZH = (  # noqa: SIM905  a line each would fill pages
    "三天|五月八日|1950年5月8日|六万多吨|约六万吨|近六万吨|百分之五|增加百分之五|超过百分之五|四倍|增加四倍|第三|三|二十五师|去年|上月|三分之一|六折|约五千斤|五千斤|三百里|150公里|"
    "十几个|十几里|几十|数百人|一个|一两|两国|上午八点|二角五分|每斤三元|三元|每月五千斤|不到八百户|八百户|等五个县|等三人|至少五个|3-0|5kg|（一）|三四天|五、六十人|成千上万|一半|"
    "0.5|十二个|12|一打|零下五度|三天一次|两个团|两个营，|三户|百分之一百零八|五角|八角|公元七一三年|1950年|只三斤|除五担以外|"
    "不超过十五公斤|超过十五公斤|走了十八里|七八个|一天|三十七亩|一百多里|几口"
).split("|")
EN = (  # noqa: SIM905  a line each would fill pages
    "three days|3 years|May 8|May 8, 1950|June 8|over 60,000 tons|about 60,000 tons|60,000 tons|5 percent|"
    "rose by 5 percent|rose to 5 percent|exceeded 5 percent of it|about 5 percent|four times|fourfold|third|three|"
    "25th Division|last year|this month|one-third|40 percent off|60 percent|about 5,000 jin|5,000 jin|2,500 kg|300 li|"
    "150 kilometers|150 km|a dozen|more than ten|dozens|hundreds of people|one|both countries|8 a.m.|25 cents|"
    "3 yuan per jin|3 yuan|5,000 jin a month|nearly 800 households|800 households|two other counties|"
    "at least five|3-0|5kg|(1)|three or four days|50 to 60 people|half|0.5|12|5 degrees below zero|"
    "three times|two regiments|two battalions|three people|8 percent|80 cents|50|eighty fen|fifty|713|1950|"
    "no more than 3 jin|may not weigh more than 15 kg|more than 15 kg|over 18 li|over 5 years ago|seven or eight|"
    "1 meter|few|a few|37 mu (about 2.5 hectares)|over a hundred li [fifty kilometres]|every three months"
).split("|")
ISSUE = (1950, 6, 1)


Read = tuple[str, PairedText, PairedText, tuple[int, int, int]]


def thorough(texts: Texts, i: int, some: Iterable[int]) -> Iterator[Candidate]:
    """Looks at all of each pair, at once, as `agreeing` does not."""
    for j in some:
        judgement = agree(texts.setting, texts.zh.quantities[i], texts.en.quantities[j])
        if judgement is not None:
            yield cost_of(texts, i, j, judgement), i, j, judgement


def read(zh: Iterable[str], en: Iterable[str]) -> Read:
    """Two texts, with their expressions."""
    original = "，".join(zh) + "。"
    text = original + "\n\n" + ", ".join(en) + "."
    at = len(original) + 2
    ours, theirs = clusters(text, "zh", 0, len(original), year=1950), clusters(text, "en", at, len(text), year=1950)
    return text, PairedText(ours, 0, len(original)), PairedText(theirs, at, len(text)), ISSUE


def put_off(texts: Texts) -> int:
    """How many pairs are looked at later; that nothing else differs is asserted."""
    everything, count = range(len(texts.en.quantities)), 0
    joining = Joining(texts, Rests({}, {}))
    for i in range(len(texts.zh.quantities)):
        expected = {j: (cost, judgement) for cost, _, j, judgement in thorough(texts, i, everything)}
        found = {j: (cost, judgement) for cost, _, j, judgement in agreeing(texts, i, everything)}
        assert found.keys() == expected.keys()
        for j, (cost, judgement) in found.items():
            if judgement is not None:
                assert (cost, judgement) == expected[j]
                continue
            count += 1
            assert cost == cost_of(texts, i, j, FINE) <= expected[j][0]
            thought = expected[j][1]
            assert thought is not None
            assert thought.verdict.startswith("approx") or thought == FINE
            assert joining.looked_at(i, j) == expected[j]
    return count


def test_all_expressions_with_all_others() -> None:
    assert put_off(Texts.of(*read(ZH, EN)))


SAID = st.builds(
    lambda low, more, **said: Quantity(0, 1, low=low, high=low + more, **said),
    low=st.sampled_from([1, 5, 50, Fraction(1, 2), Fraction(3, 2)]),
    more=st.sampled_from([0, 0, 0, 1, 9]),
    kind=st.sampled_from([kind for kind in Kind if kind is not Kind.DATE] + [Kind.CARDINAL, Kind.MEASURE] * 3),
    approx=st.sampled_from(Approx),
    unit=st.sampled_from(["", "", "", "jin", "kg", "yuan", "cent"]),
    counter=st.sampled_from(["", "", "times"]),
    relation=st.sampled_from([Relation.NONE, Relation.INCREASE_BY, Relation.INCREASE_TO]),
    others=st.sampled_from([(), ((5, 5),)]),
    weak=st.booleans(),
    soft=st.booleans(),
    name=st.sampled_from(["", "per", "article"]),
)
PLACES = st.sampled_from(
    [
        ("产量", "五斤", "of ", "5", " jin"),
        ("等", "五个", "the ", "5", " other"),
        ("超过", "五折", "at ", "5", " off"),
        ("产量", "5", "of ", "5", "."),
        ("每", "五天", "一次 every ", "5", " times"),
        ("来", "五团", "，", "5", " battalions"),
        ("重", "五斤", " not ", "over 5", " jin"),
        ("有", "五口", " ", "few", " mouths"),
    ]
)


@settings(max_examples=2000)
@given(SAID, SAID, PLACES)
def test_whatever_an_expression_may_say(zh: Quantity, en: Quantity, words: tuple[str, ...]) -> None:
    text, ends = "".join(words), list(itertools.accumulate(map(len, words)))
    ours, theirs = zh._replace(start=ends[0], end=ends[1]), en._replace(start=ends[2], end=ends[3])
    some = (Cluster(ours.start, ours.end, (Cover(0.0, (ours,)),)),)
    others = (Cluster(theirs.start, theirs.end, (Cover(0.02, (theirs,)),)),)
    put_off(Texts.of(text, PairedText(some, 0, ends[1]), PairedText(others, ends[1], ends[4]), ISSUE))


@given(st.lists(st.sampled_from(ZH), min_size=1, max_size=12), st.lists(st.sampled_from(EN), min_size=1, max_size=12))
def test_the_same_links(zh: list[str], en: list[str]) -> None:
    quick = pair(*read(zh, en))
    with patch.object(candidates, "agreeing", thorough):
        assert quick == pair(*read(zh, en))
