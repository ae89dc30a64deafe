"""What the words around a pair say, as far as they are looked at and no further."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import Any

import pytest

from duizhao.validator.pairing.agreeing.bounds import bound_crossed, negated
from duizhao.validator.pairing.agreeing.exceeded import decide, decides
from duizhao.validator.pairing.agreeing.qualifiers import qualified
from duizhao.validator.pairing.agreeing.said_once import percent_said, said_before, units_before
from duizhao.validator.pairing.context import Context, blank
from duizhao.validator.pairing.lists import counts_the_rest, is_others, sums_list
from duizhao.validator.pairing.model import FINE, PROBABLE, SURE, Judgement
from duizhao.validator.pairing.said_of.look import by_kind, sums_and_things, worth_a_look
from duizhao.validator.pairing.said_of.per import rate
from duizhao.validator.pairing.said_of.things.traps import counted
from duizhao.validator.quantities.model import Approx, Cluster, Cover, Form, Kind, Quantity
from duizhao.validator.quantities.read import clusters


def marked(text: str, low: int = 5, kind: Kind = Kind.CARDINAL, **said: Any) -> tuple[str, Quantity]:
    """A text without its brackets, and the expression that stood between them."""
    before, _, rest = text.partition("[")
    words, _, after = rest.partition("]")
    start = len(before)
    high = said.pop("high", low)
    return before + words + after, Quantity(start, start + len(words), kind, low, high, **said)


def pair(
    zh: str, en: str, ours: dict[str, Any] | None = None, theirs: dict[str, Any] | None = None
) -> tuple[str, Quantity, Quantity]:
    """A text of both languages, with an expression in brackets in each."""
    original, one = marked(zh, **(ours or {}))
    translation, other = marked(en, **(theirs or {}))
    at = len(original) + 1
    return f"{original}\n{translation}", one, other._replace(start=other.start + at, end=other.end + at)


def test_words_next_to_a_pair_are_of_forty_characters() -> None:
    text, zh, en = pair("前" * 41 + "[五]" + "后" * 41, "A" * 41 + "[5]" + "B" * 41)
    context = Context.of(text, zh, en)
    assert context == ("前" * 40, "后" * 40, "a" * 40, "b" * 40)
    text, zh, en = pair("前[五]后", "A[5]B")
    assert Context.of(text, zh, en) == ("前", "后\nA5B", "前五后\na", "b")


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [(0, 21, "on · of the 25th of ·"), (3, 8, "· of "), (4, 8, "· of "), (-5, 3, "on "), (20, 24, "·")],
)
def test_other_expressions_are_blanked_out(start: int, end: int, words: str) -> None:
    text = "On 5 of the 25th of 7"
    read = [
        Cluster(q.start, q.end, (Cover(0.0, (q,)),))
        for q in (marked("On [5] of the 25th of 7")[1], marked("On 5 of the 25th of [7]")[1])
    ]
    if start == 4:
        start = 3
    assert blank(text, read, start, end) == words


def test_an_expression_is_blanked_out_as_it_is_usually_read() -> None:
    text = "On 5 of the 25th of 7"
    usual, other = marked("On [5] of the 25th of 7")[1], marked("[On 5 of] the 25th of 7")[1]
    read = [Cluster(0, 7, (Cover(0.0, (usual,)), Cover(0.1, (other,))))]
    assert blank(text, read, 0, len(text)) == "on · of the 25th of 7"


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("% " + "a" * 78, "", True),
        ("%" + "a" * 80, "", False),
        ("", "a" * 79 + "%", True),
        ("", "a" * 80 + "%", False),
        ("5 %. Of ", "", False),
        ("5 %; of ", "", False),
        ("5 %\nof ", "", False),
        ("5 %.5 of ", "", True),
        (". 5 % of ", "", True),
        ("", ". 5 %", False),
        ("", "; 5 %", False),
        ("", " 5 %; and. so\n", True),
        ("", " to 5 per cent", True),
    ],
)
def test_percent_is_looked_for_where_it_is_shared(before: str, after: str, said: bool) -> None:
    text, en = marked(f"{before}[5]{after}")
    assert percent_said(text, en) is said


@pytest.mark.parametrize(
    ("words", "others"),
    [
        ("[two] other counties", True),
        ("[two]  other counties", True),
        ("the other [two]", True),
        ("other [two]", True),
        ("[two] others", True),
        ("[two] counties", False),
        ("other counties [two]", False),
        ("[two] of the other", False),
    ],
)
def test_others(words: str, others: bool) -> None:
    assert is_others(*marked(words, 2)) is others


@pytest.mark.parametrize(
    ("zh_before", "en_before", "en_after", "zh", "en", "rest"),
    [
        ("甲等", "", " other", 5, 4, True),
        ("甲等", "the other ", "", 5, 4, True),
        ("甲等", "", " other", 5, 5, False),
        ("甲等", "", " other", 5, 6, False),
        ("甲等", "", " other", 5, 1, True),
        ("甲等", "", " other", 5, 0, False),
        ("甲", "", " other", 5, 4, False),
        ("甲等", "the ", "", 5, 4, False),
    ],
)
def test_the_rest_of_a_list(zh_before: str, en_before: str, en_after: str, zh: int, en: int, rest: bool) -> None:
    context = Context(zh_before, "", en_before, en_after)
    assert counts_the_rest(context, marked("[五]", zh)[1], marked("[5]", en)[1]) is rest


@pytest.mark.parametrize(
    ("text", "low", "high", "sums"),
    [
        ("富山、石川[两]县", 2, 2, True),
        ("甲、乙、丙[三]县", 3, 3, True),
        ("甲、乙、丙[三]县", 3, 4, False),
        ("甲、乙、丙[四]县", 4, 4, False),
        ("甲、乙[三]县", 3, 3, False),
        ("甲、乙、[三]县", 3, 3, False),
        ("甲[一]县", 1, 1, False),
        ("甲、乙、丙、丁、戊、己、庚、辛、壬[九]县", 9, 9, True),
        ("甲、乙、丙、丁、戊、己、庚、辛、壬、癸[十]县", 10, 10, False),
        ("甲、乙，丙、丁[两]县", 2, 2, True),
        ("甲、乙，丙、丁[三]县", 3, 3, False),
        ("甲、" + "乙" * 38 + "、[三]县", 3, 3, False),
        ("甲、" + "乙" * 37 + "、丙[三]县", 3, 3, True),
        ("甲、" + "乙" * 38 + "、丙[三]县", 3, 3, False),
    ],
)
def test_a_small_count_sums_a_list_up(text: str, low: int, high: int, sums: bool) -> None:
    words, zh = marked(text, low, high=high)
    assert sums_list(words, zh) is sums


PERCENT, MULTIPLE, MEASURE = Kind.PERCENT, Kind.MULTIPLE, Kind.MEASURE


@pytest.mark.parametrize(
    ("zh", "en", "ours", "theirs", "verdict", "certainty"),
    [
        ("打[六折]", "[60%] off", {"low": Fraction(3, 5)}, {"low": Fraction(3, 5), "kind": PERCENT}, "percent", SURE),
        ("打[六折]", "[40%] off", {"low": Fraction(1, 2)}, {"low": Fraction(1, 2), "kind": PERCENT}, "", 0),
        ("[六小时]一次", "[6] times", {"unit": "hour"}, {"counter": "times"}, "unit", PROBABLE),
        ("[六小时]一趟", "[six-fold]", {"unit": "hour"}, {"kind": MULTIPLE}, "unit", PROBABLE),
        ("超过战前[五成]", "exceeded [5%] of it", {"kind": PERCENT}, {}, "percent", SURE),
        ("超过战前[五倍]", "exceeded [five times] the", {"kind": MULTIPLE}, {}, "multiple", PROBABLE),
        ("超过战前[五倍]", "[exceeded nearly five times] that", {"kind": MULTIPLE}, {}, "multiple", PROBABLE),
        ("超过一二三四五六七八九十[五成]", "exceeded [5%] of it", {"kind": PERCENT}, {}, "percent", SURE),
    ],
)
def test_what_the_words_decide(
    zh: str, en: str, ours: dict[str, Any], theirs: dict[str, Any], verdict: str, certainty: int
) -> None:
    text, one, other = pair(zh, en, ours, theirs)
    found = decide(text, one, other)
    assert found is not None
    assert (found.verdict, found.certainty) == (verdict, certainty)
    assert decides(text, one)


@pytest.mark.parametrize(
    ("zh", "en", "ours", "theirs"),
    [
        ("打[六折]", "[60%] of", {"low": Fraction(3, 5)}, {"low": Fraction(3, 5), "kind": PERCENT}),
        ("打[六折]", "[60] off", {"low": Fraction(3, 5)}, {"low": 60}),
        ("[六]一次", "[6] times", {}, {"counter": "times"}),
        ("[六小时]一次", "[6] hours", {"unit": "hour"}, {"counter": "hours"}),
        ("[六小时]两次", "[6] times", {"unit": "hour"}, {"counter": "times"}),
        ("超过战前[五成]", "exceeded [5%] more", {"kind": PERCENT}, {}),
        ("超过战前[五成]", "reached [5%] of it", {"kind": PERCENT}, {}),
        ("不超过[五成]", "exceeded [5%] of it", {"kind": PERCENT}, {}),
        ("超过战前[五成]", "has not exceeded [5%] of it", {"kind": PERCENT}, {}),
        ("超过战前[五]", "exceeded [5] of it", {}, {}),
        ("超过一二三四五六七八九十甲[五成]", "exceeded [5%] of it", {"kind": PERCENT}, {}),
    ],
)
def test_what_the_words_leave_open(zh: str, en: str, ours: dict[str, Any], theirs: dict[str, Any]) -> None:
    assert decide(*pair(zh, en, ours, theirs)) is None


@pytest.mark.parametrize(
    ("zh", "asked"),
    [
        ("打[六折]", True),
        ("超过[五成]", True),
        ("超过一二三四五六七八九十[五成]", True),
        ("超过一二三四五六七八九十甲[五成]", False),
        ("有[五成]", False),
        ("[五成]一次", False),
    ],
)
def test_what_has_to_be_asked_about(zh: str, asked: bool) -> None:
    assert decides(*marked(zh, kind=PERCENT)) is asked


def test_a_discount_is_told_both_ways() -> None:
    found = decide(*pair("打[八折]", "[80%] off", {"low": Fraction(4, 5)}, {"low": Fraction(4, 5), "kind": PERCENT}))
    assert found is not None
    assert found.detail == "80% of the price is 20% off"


OVER, UNDER, ABOUT, LEAST, MOST = Approx.OVER, Approx.UNDER, Approx.ABOUT, Approx.AT_LEAST, Approx.AT_MOST


@pytest.mark.parametrize(
    ("zh", "en", "approx", "meant"),
    [
        ("[十五]", "it may not weigh [more than 15]", OVER, MOST),
        ("[十五]", "it may not weigh [less than 15]", UNDER, LEAST),
        ("[十五]", "it may never be [above 15]", OVER, MOST),
        ("[十五]", "in no case [over 15]", OVER, MOST),
        ("[十五]", "no horse may carry [more than 15]", OVER, MOST),
        ("[十五]", "it may weigh [more than 15]", OVER, OVER),
        ("[十五]", "it may not weigh [at least 15]", LEAST, LEAST),
        ("[十五]", "it may not weigh [more than 15]", ABOUT, ABOUT),
        ("没有[十五]", "it may not weigh [more than 15]", OVER, OVER),
        ("不一二三四五六七八[十五]", "it may not weigh [more than 15]", OVER, OVER),
        ("不一二三四五六七八九[十五]", "it may not weigh [more than 15]", OVER, MOST),
        ("[十五]", "not " + "abcdefgh " * 4 + "[more than 15]", OVER, MOST),
        ("[十五]", "not " + "abcdefgh " * 3 + "abcdefghi [more than 15]", OVER, OVER),
    ],
)
def test_what_a_negation_makes_of_a_bound(zh: str, en: str, approx: Approx, meant: Approx) -> None:
    text, one, other = pair(zh, en, {}, {"approx": approx})
    assert negated(text, one, other).approx is meant


@pytest.mark.parametrize(
    ("zh_before", "approx", "en", "verdict"),
    [
        ("至多留粮", LEAST, "[at least 6]", "at most, the English at least"),
        ("至多留粮", OVER, "[over 6]", "at most, the English at least"),
        ("至少留粮", MOST, "[at most 6]", "at least, the English at most"),
        ("至少留粮", UNDER, "[under 6]", "at least, the English at most"),
        ("至多留粮", MOST, "[at most 6]", None),
        ("至少留粮", LEAST, "[at least 6]", None),
        ("至多留粮", ABOUT, "[about 6]", None),
        ("留粮", LEAST, "[at least 6]", None),
        ("至多留粮", LEAST, "no one kept [at least 6]", None),
        ("至多留粮", LEAST, "not" + " " * 97 + "[at least 6]", None),
        ("至多留粮", LEAST, "not" + " " * 98 + "[at least 6]", "at most, the English at least"),
    ],
)
def test_a_bound_that_was_crossed(zh_before: str, approx: Approx, en: str, verdict: str | None) -> None:
    text, other = marked(en, approx=approx)
    found = bound_crossed(Context(zh_before, "", "", ""), text, other)
    if verdict is None:
        assert found is None
    else:
        assert found == ("approx-reversed", f"the original says {verdict}", PROBABLE)


LOST, ADDED, REVERSED, CHANGED = (Judgement(f"approx-{name}") for name in ("lost", "added", "reversed", "changed"))


@pytest.mark.parametrize(
    ("judgement", "sides", "context", "words", "said"),
    [
        # ------------------------------------------------ the original says more
        (LOST, "+", ("", "", "at least it had ", ""), ("五多", "5"), True),
        (LOST, "+", ("", "", "over", "", ""), ("五多", "5"), True),
        (LOST, "+", ("", "", "it had ", " or more"), ("五多", "5"), True),
        (LOST, "+", ("", "", "it had ", " people and older"), ("五多", "5"), True),
        (LOST, "+", ("", "", "it had ", " people"), ("五多", "5"), False),
        (LOST, "+", ("", "", "over, it had ", ""), ("五多", "5"), False),
        (LOST, "+", ("", "", "it had ", ", or more"), ("五多", "5"), False),
        (LOST, "+", ("", "", "over" + " " * 26, ""), ("五多", "5"), True),
        (LOST, "+", ("", "", "over" + " " * 27, ""), ("五多", "5"), False),
        (LOST, "-", ("", "", "within ", ""), ("近五", "5"), True),
        (LOST, "-", ("", "", "over ", ""), ("近五", "5"), False),
        (LOST, "~", ("", "", "roughly ", ""), ("约五", "5"), True),
        (LOST, "?", ("", "", "roughly ", ""), ("几", "5"), False),
        (LOST, "+", ("除", "", "", ""), ("五担以外", "5"), True),
        (LOST, "+", ("除", "", "", ""), ("五多", "5"), False),
        (LOST, "+", ("", "", "", ""), ("五担以外", "5"), False),
        # ------------------------------------------------ the English says more
        (ADDED, "+", ("超过", "", "", ""), ("五", "over 5"), True),
        (ADDED, "+", ("", "以上", "", ""), ("五", "over 5"), True),
        (ADDED, "+", ("", "", "", ""), ("五", "over 5"), False),
        (ADDED, "+", ("超过，", "", "", ""), ("五", "over 5"), False),
        (ADDED, "+", ("超过" + "啊" * 14, "", "", ""), ("五", "over 5"), True),
        (ADDED, "+", ("超过" + "啊" * 15, "", "", ""), ("五", "over 5"), False),
        (ADDED, "+", ("", "啊" * 14 + "以上", "", ""), ("五", "over 5"), True),
        (ADDED, "+", ("", "啊" * 15 + "以上", "", ""), ("五", "over 5"), False),
        (ADDED, "-", ("只有", "", "", ""), ("五", "no more than 5"), True),
        (ADDED, "-", ("只有", "", "", ""), ("五", "under 5"), False),
        (ADDED, "-", ("有", "", "", ""), ("五", "no more than 5"), False),
        (ADDED, "~", ("约占全部投资的", "", "", ""), ("五", "about 5"), True),
        (ADDED, "-", ("近每百人中", "", "", ""), ("五", "nearly 5"), True),
        (ADDED, "+", ("", "", "", " years ago"), ("五", "over 5"), False),
        (ADDED, "+", ("", "", "", " ago"), ("五", "over 5"), True),
        (ADDED, "+", ("", "", "", ""), ("五", "over 5 years ago"), True),
        (ADDED, "+", ("走了", "", "", ""), ("五里", "over 5"), True),
        (ADDED, "-", ("走了", "", "", ""), ("五里", "under 5"), False),
        (ADDED, "+", ("", "岁（含五岁）以上", "", ""), ("五", "over 5"), True),
        (CHANGED, "+", ("超过", "", "", ""), ("五", "over 5"), False),
        # ------------------------------------------------ one says the reverse
        (REVERSED, "+", ("便宜", "", "", ""), ("一半多", "under 50%"), True),
        (REVERSED, "+", ("", "", "", ""), ("一半多", "under 50%"), False),
        (REVERSED, "+", ("便宜", "", "", ""), ("五成多", "under 50%"), False),
        (REVERSED, "+", ("不会", "", "", ""), ("五多", "under 5"), True),
        (REVERSED, "+", ("不会有", "", "", ""), ("五多", "under 5"), False),
    ],
)
def test_an_approximator_that_stands_further_off(
    judgement: Judgement, sides: str, context: tuple[str, ...], words: tuple[str, str], said: bool
) -> None:
    both = (sides, "") if judgement is LOST else ("", sides)
    assert qualified(Context(*context[:4]), judgement, both, *words) is said


def read(text: str) -> tuple[list[Cluster], Quantity]:
    """The expressions of an English text, and the last of them."""
    found = list(clusters(text, "en", 0, len(text), year=1950))
    return found, found[-1].covers[0].quantities[-1]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("more than 90,000 bridges, 17,000 tunnels and 240 weirs", True),
        ("more than 90,000 bridges and 240 weirs", True),
        ("about 90,000 bridges and 240 weirs", False),
        ("90,000 bridges, more than 17,000 tunnels and 240 weirs", True),
        ("more than 90,000 bridges; 240 weirs", False),
        ("90,000 bridges and 240 weirs", False),
        ("240 weirs", False),
        ("more than one bed for every 230 people", True),
        ("one bed for every 230 people", False),
    ],
)
def test_an_approximator_of_the_number_before(text: str, said: bool) -> None:
    found, last = read(text)
    assert said_before(text, found, last, OVER) is said


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("eighty fen in front and fifty", "fen-money"),
        ("eighty fen for two and fifty", "fen-money"),
        ("eighty fen. And fifty", ""),
        ("eighty fen " + "a" * 147 + " 50", "fen-money"),
        ("eighty fen " + "a" * 148 + " 50", ""),
        ("fifty", ""),
    ],
)
def test_the_unit_of_the_measure_before(text: str, unit: str) -> None:
    assert next(units_before(text, *read(text)), "") == unit


@pytest.mark.parametrize(
    ("zh", "en", "ours", "theirs", "verdict", "certainty"),
    [
        ("甲、乙等[五]县", "A, B and other [five] counties", {}, {}, "list-total", SURE),
        ("甲、乙等[五]县", "A, B and [five] other counties", {}, {}, "list-total", SURE),
        ("甲、乙等共[五]县", "A and B, [five] counties of the area", {}, {}, "list-total", PROBABLE),
        ("甲、乙等[五]县", "A and B, [five] counties of the area", {}, {}, "", 0),
        ("甲、乙等[五]县", "A, B and [four] other counties", {}, {"low": 4}, "", 0),
        ("甲、乙等[五]县", "A, B and [five] more than ever", {}, {}, "", 0),
        ("甲、乙共[五]县", "A, B and [five] other counties", {}, {}, "", 0),
        ("比今年尚多[五]", "[5] more than last year", {}, {}, "comparison", SURE),
        ("比今年尚少[五]", "[5] less than last year", {}, {}, "comparison", SURE),
        ("比今年尚多[五]", "[5] less than last year", {}, {}, "", 0),
        ("比去年尚多[五]", "[5] more than last year", {}, {}, "", 0),
        ("另有[五]", "a total of [5]", {}, {}, "total", PROBABLE),
        ("又[五]", "[a total of 5]", {}, {}, "total", PROBABLE),
        ("共有[五]", "a total of [5]", {}, {}, "", 0),
        ("另有[五]", "another [5]", {}, {}, "", 0),
    ],
)
def test_words_around_a_pair_of_equal_values(
    zh: str, en: str, ours: dict[str, Any], theirs: dict[str, Any], verdict: str, certainty: int
) -> None:
    found = sums_and_things(*pair("啊" * 12 + zh, en, ours, theirs))
    assert (found.verdict, found.certainty) == (verdict, certainty)
    assert sums_and_things(*pair(zh, en, {**ours, "kind": Kind.DATE}, theirs)) == FINE


@pytest.mark.parametrize(
    ("zh", "en", "kind", "theirs", "detail"),
    [
        ("[第三]分社", "[three] branches", Kind.ORDINAL, {}, "the original says which one, the English how many"),
        ("[三区]", "[three] districts", Kind.ORDINAL, {}, "the original says which one, the English how many"),
        ("[二两期]", "[two] terms", Kind.ORDINAL, {"low": 2}, None),
        ("[四年级]", "Grades 2, [4] and books", Kind.ORDINAL, {}, None),
        ("[第三]分社", "[both] branches", Kind.ORDINAL, {"form": Form.IMPLIED}, None),
        ("[第三]分社", "Group [three] branches", Kind.ORDINAL, {}, None),
        ("[第三]分社", "[three] branch", Kind.ORDINAL, {}, None),
        ("[第三]分社", "[three] is right", Kind.ORDINAL, {}, None),
        (
            "增加到[四十]个",
            "increased by [forty]",
            Kind.CARDINAL,
            {},
            "the original changes to this figure, the English by it",
        ),
        (
            "增加[四十]个",
            "increased to [forty]",
            Kind.CARDINAL,
            {},
            "the original changes by this figure, the English to it",
        ),
        (
            "增加了[四十]个",
            "increased to [forty]",
            Kind.CARDINAL,
            {},
            "the original changes by this figure, the English to it",
        ),
        ("增加了[四十]个", "increased by [forty]", Kind.CARDINAL, {}, None),
        ("增加到[四十]个", "increased to [forty]", Kind.CARDINAL, {}, None),
        ("增加到[四十]个", "of [forty]", Kind.CARDINAL, {}, None),
        (
            "比他多[四百斤]",
            "[400 jin] less than his",
            Kind.MEASURE,
            {},
            "the original says more by this much, the English less",
        ),
        (
            "比他少[四百斤]",
            "[400 jin] more than his",
            Kind.MEASURE,
            {},
            "the original says less by this much, the English more",
        ),
        (
            "多产[八十吨]",
            "[80 tons] less steel",
            Kind.MEASURE,
            {},
            "the original says more by this much, the English less",
        ),
        ("比他多[四百斤]", "[400 jin] more than his", Kind.MEASURE, {}, None),
        (
            "不说比他多[四百斤]",
            "[400 jin] less than his",
            Kind.MEASURE,
            {},
            "the original says more by this much, the English less",
        ),
        ("比他不多[四百斤]", "[400 jin] less than his", Kind.MEASURE, {}, None),
        ("比他多[四百斤]", "did not take [400 jin] less than his", Kind.MEASURE, {}, None),
        ("长[七里]", "[7 li] shorter than his", Kind.MEASURE, {}, None),
        (
            "比他长[七里]",
            "[7 li] shorter than his",
            Kind.MEASURE,
            {},
            "the original says more by this much, the English less",
        ),
        ("比今年多[三百吨]", "[300 tons] less than last year", Kind.MEASURE, {}, None),
        ("比他多[四成]", "[40%] less than his", Kind.PERCENT, {}, None),
    ],
)
def test_which_by_or_to_more_or_less(zh: str, en: str, kind: Kind, theirs: dict[str, Any], detail: str | None) -> None:
    said = theirs if kind is Kind.ORDINAL else {**theirs, "kind": kind}
    found = by_kind(*pair(zh, en, {"kind": kind}, said))
    assert (None if found is None else found.detail) == detail


@pytest.mark.parametrize(
    ("zh", "said", "worth"),
    [
        ("啊[五]人", {}, False),
        ("等[五]人", {}, True),
        ("比" + "啊" * 11 + "[五]人", {}, True),
        ("啊比" + "啊" * 11 + "[五]人", {}, True),
        ("啊比" + "啊" * 12 + "[五]人", {}, False),
        ("又啊啊啊[五]人", {}, True),
        ("又啊啊啊啊[五]人", {}, False),
        ("另啊啊啊[五]人", {}, True),
        ("另啊啊啊啊[五]人", {}, False),
        ("啊[五]间", {"counter": "间"}, True),
        ("啊[五]間", {"counter": "間"}, True),
        ("啊[五]公里", {}, True),
        ("啊[五]啊公里", {}, False),
    ],
)
def test_what_is_worth_a_look(zh: str, said: dict[str, Any], worth: bool) -> None:
    assert worth_a_look(*marked(zh, **said)) is worth


@pytest.mark.parametrize(
    ("before", "counter", "after", "low", "en_counter", "en_after", "wrong"),
    [
        ("分得房子", "间", "", 5, "houses", "", True),
        ("分得房子", "间", "", 5, "houses", " of brick", True),
        ("分得房子", "间", "", 5, "", " houses", True),
        ("分得房子", "间", "", 5, "", " new houses", True),
        ("分得房子", "间", "", 5, "", " big new houses", False),
        ("分得房子", "间", "", 5, "", " rooms", False),
        ("分得", "间", "", 5, "", " houses", False),
        ("房" + "啊" * 11, "间", "", 5, "", " houses", True),
        ("房" + "啊" * 12, "间", "", 5, "", " houses", False),
        ("", "间", "啊啊啊房", 5, "", " houses", True),
        ("", "间", "啊啊啊啊房", 5, "", " houses", False),
        ("房", "間", "", 5, "", " houses", True),
        ("", "", "公里", 5, "", " miles", True),
        ("", "", "啊公里", 5, "", " miles", False),
        ("", "对", "", 2, "", " swans", True),
        ("", "对", "", 1, "", " swans", False),
        ("", "对", "", 2, "", " pairs of swans", False),
        ("", "对", "", 2, "", " " + "x" * 20 + " set", False),
        ("", "对", "", 2, "", " " + "x" * 21 + " set of", True),
    ],
)
def test_what_a_figure_counts(
    before: str, counter: str, after: str, low: int, en_counter: str, en_after: str, wrong: bool
) -> None:
    zh, en = marked("[五]", low, counter=counter)[1], marked("[5]", low, counter=en_counter)[1]
    found = counted(Context(before, after, "", en_after), zh, en)
    assert (found is not None) is wrong
    assert found is None or (found.verdict, found.certainty) == ("counted", SURE)


@pytest.mark.parametrize(
    ("zh", "en", "detail"),
    [
        ("每斗[九百四十元]", "[940 yuan] per jin", "the original counts by the dou, the English by the jin"),
        (
            "每斗" + "啊" * 14 + "[九百元]",
            "[900 yuan] per jin",
            "the original counts by the dou, the English by the jin",
        ),
        ("每斗" + "啊" * 15 + "[九百元]", "[900 yuan] per jin", None),
        (
            "啊每斗" + "啊" * 14 + "[九百元]",
            "[900 yuan] per jin",
            "the original counts by the dou, the English by the jin",
        ),
        ("每斗，[九百四十元]", "[940 yuan] per jin", None),
        ("每斗[九百四十元]", "[940 yuan] per dou", None),
        ("每斗[九百四十元]", "per jin [940 yuan]", None),
        ("每斗[九百四十元]", "[940 yuan] for it all", None),
        (
            "每斗[九百四十元]",
            "[940 yuan] " + "x" * 31 + " per jin",
            "the original counts by the dou, the English by the jin",
        ),
        ("每斗[九百四十元]", "[940 yuan] " + "x" * 32 + " per jin", None),
        (
            "每斗[九百四十元]",
            "each jin " + "x" * 30 + " [940 yuan]",
            "the original counts by the dou, the English by the jin",
        ),
        ("每斗[九百四十元]", "each jin " + "x" * 31 + " [940 yuan]", None),
        ("一斗[九百四十元]", "[940 yuan] per jin", None),
    ],
)
def test_by_what_an_amount_is_reckoned(zh: str, en: str, detail: str | None) -> None:
    text, one, other = pair(zh, en, {"unit": "yuan", "kind": MEASURE}, {"unit": "yuan", "kind": MEASURE})
    found = rate(text, one, other, Counter, en)
    assert (None if found is None else found.detail) == detail
    assert rate(text, one._replace(weak=True), other, Counter, en) is None
    assert rate(text, one, other._replace(weak=True), Counter, en) is None
    assert rate(text, one, other, lambda: Counter({"jin": 1}), en) is None


@pytest.mark.parametrize(
    ("around", "english", "told"),
    [
        ({"jin": 1, "dou": 2}, "per dou per jin per jin", True),
        ({"jin": 1, "dou": 1}, "per jin per jin", True),
        ({"jin": 2, "dou": 2}, "per dou per jin per jin", False),  # as often as the original
        ({"jin": 1, "dou": 1}, "per dou per jin per jin", False),  # none of the other is lost
    ],
)
def test_a_rate_that_the_english_has_once_too_often(around: dict[str, int], english: str, told: bool) -> None:
    text, one, other = pair(
        "每斗[九百四十元]", "[940 yuan] per jin", {"unit": "yuan", "kind": MEASURE}, {"unit": "yuan", "kind": MEASURE}
    )
    assert (rate(text, one, other, lambda: Counter(around), english) is not None) is told
