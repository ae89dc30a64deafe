"""What it costs to pair two expressions, by their values and by their place."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import partial
from typing import Any

import pytest
from test_agree import UP, q, share, times

from duizhao.validator.pairing import weights as w
from duizhao.validator.pairing.agreeing.agree import agree, bare_year, weighed
from duizhao.validator.pairing.agreeing.money import same_unit
from duizhao.validator.pairing.choice.assign import Correspondence
from duizhao.validator.pairing.choice.candidates import _of_its_sort, _stands_alone, apart, candidates, nearest
from duizhao.validator.pairing.choice.differing import _hidden
from duizhao.validator.pairing.choice.joining import Joining
from duizhao.validator.pairing.choice.left_over import _figured, is_year, repeated, silent
from duizhao.validator.pairing.choice.pair import pair
from duizhao.validator.pairing.choice.prices import Rests, cost_of, rests
from duizhao.validator.pairing.choice.rates import settled_rate
from duizhao.validator.pairing.choice.sides import Candidate, Side
from duizhao.validator.pairing.choice.texts import PairedText, Texts
from duizhao.validator.pairing.choice.unlike import items_instead, unlikeness
from duizhao.validator.pairing.model import DOUBTFUL, FINE, PROBABLE, SURE, Judgement, Link
from duizhao.validator.quantities.model import Approx, Cluster, Cover, DateParts, Form, Kind, Quantity
from duizhao.validator.quantities.read import clusters

ISSUE = (1950, 6, 1)


def day(**parts: Any) -> Quantity:
    weak = parts.pop("weak", False)
    return q(0, kind=Kind.DATE, date=DateParts(**parts), weak=weak)


def texts(zh: str, en: str) -> Texts:
    """Two texts that say the same."""
    return Texts.of(*read(zh, en))


def read(zh: str, en: str) -> tuple[str, PairedText, PairedText, tuple[int, int, int]]:
    """What is known of two texts before anything is paired."""
    text = f"{zh}\n\n{en}"
    at = len(zh) + 2
    ours, theirs = clusters(text, "zh", 0, len(zh), year=1950), clusters(text, "en", at, len(text), year=1950)
    return text, PairedText(ours, 0, len(zh)), PairedText(theirs, at, len(text)), ISSUE


def paired(zh: str, en: str) -> list[Link]:
    """The links of two texts."""
    return pair(*read(zh, en))


COUNTS = {Kind.CARDINAL, Kind.MEASURE, Kind.FRACTION, Kind.ORDINAL, Kind.LIST_MARKER}
UNKNOWN, CODE, MARK = (q(5, kind=kind) for kind in (Kind.UNKNOWN, Kind.CODE, Kind.LIST_MARKER))


@pytest.mark.parametrize(
    ("zh", "en", "cost"),
    [
        (q(512), q(517), w.SLIP),
        (q(512), q(733), w.NO_SLIP),
        (q(3), q(8), w.NO_SLIP),
        (q(5), q(50), w.NO_SLIP),
        (q(512), share(517), w.NO_SLIP + w.OTHER_SORT),
        (q(512), q(517, kind=Kind.ORDINAL), w.SLIP + w.OTHER_SORT),
        # a figure may be the label of a thing: Districts 1, 3 and 8
        (q(512, kind=Kind.ORDINAL), q(517), w.SLIP + w.LABEL),
        (q(3, kind=Kind.ORDINAL), q(8), w.NO_SLIP + w.LABEL),
        (q(512, kind=Kind.ORDINAL), q(517, counter="districts"), w.SLIP + w.OTHER_SORT),
        (q(512, kind=Kind.ORDINAL), q(517, form=Form.WORDS), w.SLIP + w.OTHER_SORT),
        (q(512, kind=Kind.ORDINAL), share(517), w.NO_SLIP + w.OTHER_SORT),
        # both say by how much something changed
        (share(30, UP), times(3, UP), w.SLIP),
        (times(3, UP), share(30, UP), w.NO_SLIP),
        (share(30, UP), times(3), w.SLIP + w.OTHER_SORT),
        (share(30), times(3, UP), w.SLIP + w.OTHER_SORT),
        (times(3, UP), q(8), w.NO_SLIP + w.OTHER_SORT),
        # 两国 is no "both", which is said of two, and of nothing else
        (q(5), q(2, form=Form.IMPLIED, weak=True), None),
        (q(5, form=Form.IMPLIED), q(2, form=Form.IMPLIED, weak=True), w.NO_SLIP + w.IDLE),
        (q(5, "day"), q(2, "day", form=Form.IMPLIED, weak=True), w.NO_SLIP + w.IDLE),
        (q(5, "day"), q(2, counter="times"), None),  # twice a year is every half year
        (q(5), q(2, counter="times"), w.NO_SLIP),
        (q(100, "jin"), q(75, "kg"), w.NO_SLIP + w.CONVERTED),
        (q(2, weak=True), q(3), w.NO_SLIP + w.IDLE),
        (q(2), q(3, weak=True), w.NO_SLIP + w.IDLE),
        (q(1, weak=True), q(3), None),
        (q(3, weak=True), q(1), None),
        (q(2, weak=True), CODE, None),
        (q(2, weak=True), UNKNOWN, None),
        (CODE, q(2, weak=True), None),
        (q(1), q(3), w.NO_SLIP),
        (MARK, MARK, w.NO_SLIP),
        (MARK, q(5), None),
        (q(5), MARK, None),
        (UNKNOWN, q(2), w.NO_SLIP),
        (UNKNOWN, q(1), None),
        (day(day=7), q(7), None),
        (q(7), day(day=7), None),
        (day(relative="last-year", weak=True), day(month=5, day=3), None),
        (day(month=5, day=3), day(relative="last-year", weak=True), None),
    ],
)
def test_unlikeness(zh: Quantity, en: Quantity, cost: float | None) -> None:
    setting = texts("五", "5").setting
    assert unlikeness(setting, zh, en, 0.0) == (None if cost is None else pytest.approx(cost))
    if cost is not None:
        assert unlikeness(setting, zh, en, 90.0) == pytest.approx(cost + 0.1)


def test_unlikeness_of_dates_grows_with_what_is_between() -> None:
    look = partial(unlikeness, texts("五", "5").setting)
    near, far = look(day(month=5, day=3), day(month=5, day=4), 0.0), look(day(month=5, day=3), day(year=1949), 0.0)
    assert near is not None
    assert far is not None
    assert 0.1 < near < far
    assert near == pytest.approx(0.685)
    assert far == pytest.approx(1.0)
    weak = day(relative="last-year", weak=True), day(relative="this-year", weak=True)
    assert look(*weak, 59.0) is not None
    assert look(*weak, 60.0) is None
    assert look(day(month=5, day=3), day(month=5, day=4), 90.0) == pytest.approx(near + 0.1)


def test_few_is_nothing_to_compare() -> None:
    setting = texts("五口", "few").setting
    few = q(3)._replace(start=4, end=7)
    assert unlikeness(setting, q(5), few, 0.0) is None
    assert weighed(setting, q(3), few, Judgement("approx-lost")) is None
    assert weighed(setting, q(3), few, FINE) is FINE


def one_way(*quantities: Quantity) -> Cluster:
    return Cluster(0, 1, (Cover(0.0, quantities),))


def side_of(*several: Sequence[tuple[float, Sequence[Quantity]]]) -> Side:
    """A side of clusters, each given by the costs and expressions of its covers."""
    made = [Cluster(0, 1, tuple(Cover(cost, tuple(some)) for cost, some in covers)) for covers in several]
    return Side(made, 0)


A, B, WEAK = q(500), q(600), q(1, weak=True)


@pytest.mark.parametrize(
    ("covers", "have", "costs"),
    [
        # of an only cover that has several, what is left unpaired is no reason to doubt it
        ([(0.0, [A, B])], {0}, {}),
        ([(0.0, [A, B])], {0, 1}, {}),
        # what another cover leaves is paid, weak words as well
        ([(0.0, [A]), (0.1, [A, B])], {0, 1}, {1: w.REMAINDER, 2: w.REMAINDER}),
        ([(0.0, [A]), (0.1, [A, WEAK])], {0, 1}, {1: w.WEAK_REMAINDER, 2: w.WEAK_REMAINDER}),
        ([(0.0, [A]), (0.1, [A, B, WEAK])], {0, 1}, dict.fromkeys((1, 2, 3), w.REMAINDER + w.WEAK_REMAINDER)),
        # the usual cover pays where another leaves nothing
        ([(0.0, [A, B]), (0.1, [A])], {0, 2}, {0: w.REMAINDER, 1: w.REMAINDER}),
        ([(0.0, [A, WEAK]), (0.1, [A])], {0, 2}, {}),
        ([(0.0, [A, B]), (0.1, [A])], {0}, {}),
        ([(0.0, [A, B]), (0.1, [A, B])], {0, 2}, {2: w.REMAINDER, 3: w.REMAINDER}),
        ([(0.0, [A]), (0.1, [B])], {0}, {}),
    ],
)
def test_what_a_reading_leaves_unpaired(
    covers: list[tuple[float, list[Quantity]]], have: set[int], costs: dict[int, float]
) -> None:
    assert rests(side_of(covers), have) == pytest.approx(costs)


def test_either_side_may_leave_expressions_unpaired() -> None:
    made, one, several = texts("五", "5"), [(0.0, [A])], [(0.0, [A]), (0.1, [A, B])]
    found: list[Candidate] = [(0.0, 0, 0, FINE), (0.1, 1, 0, FINE)]
    ours = made._replace(zh=side_of(several), en=side_of(one))
    assert Rests.of(ours, found) == ({1: w.REMAINDER, 2: w.REMAINDER}, {})
    theirs = made._replace(zh=side_of(one), en=side_of(several))
    assert Rests.of(theirs, [(cost, j, i, judgement) for cost, i, j, judgement in found]) == (
        {},
        {1: w.REMAINDER, 2: w.REMAINDER},
    )
    dear: list[Candidate] = [(0.0, 0, 0, FINE), (w.DEAREST_READING, 1, 0, FINE)]  # it will not be joined
    assert Rests.of(ours, dear).zh == {1: 2 * w.REMAINDER, 2: 2 * w.REMAINDER}


def test_what_a_pair_costs_with_all_that_is_left() -> None:
    left = Rests({1: 0.5}, {2: 0.3})
    assert left.in_all(0.1, 0, 0) == pytest.approx(0.1)
    assert left.in_all(0.1, 1, 0) == pytest.approx(0.6)
    assert left.in_all(0.1, 0, 2) == pytest.approx(0.4)
    assert left.in_all(0.1, 1, 2) == pytest.approx(0.9)
    found: list[Candidate] = [(0.1, 0, 0, FINE), (0.1, 1, 0, FINE), (0.1, 0, 2, FINE), (0.1, 1, 2, None)]
    assert [(round(cost, 6), *rest) for cost, *rest in left.added(found)] == [
        (0.1, 0, 0, FINE), (0.6, 1, 0, FINE), (0.4, 0, 2, FINE), (0.9, 1, 2, None),
    ]  # fmt: skip
    assert [cost for cost, *_ in Rests({1: 0.5}, {}).added(found)] == [0.1, 0.6, 0.1, 0.6]
    assert [cost for cost, *_ in Rests({}, {2: 0.3}).added(found)] == [0.1, 0.1, 0.4, 0.4]


@pytest.mark.parametrize(
    ("zh", "en", "judgement", "cost"),
    [
        (A, A, FINE, 0.0),
        (A, A, Judgement("approx-lost", "", DOUBTFUL), w.PROBLEM[0]),
        (A, A, Judgement("approx-lost", "", PROBABLE), w.PROBLEM[1]),
        (A, A, Judgement("approx-lost", "", SURE), w.PROBLEM[2]),
        (q(5, "jin"), q(5, "kg"), Judgement("unit", "", SURE), w.PROBLEM[2] + w.OTHER_UNIT),
        (q(100, "jin"), q(50, "kg"), FINE, w.CONVERTED),
        (q(5, "shi"), q(5, "dan"), FINE, 0.0),
        (q(500, "jin"), A, FINE, w.UNIT_ONE_SIDE),
        (A, q(500, "jin"), FINE, w.UNIT_ONE_SIDE),
        (A, q(500, kind=Kind.ORDINAL), FINE, w.OTHER_KIND),
        (share(25), q(25), Judgement("percent", "", PROBABLE), w.PROBLEM[1]),
        (A, q(500, kind=Kind.MEASURE), FINE, 0.0),
    ],
)
def test_what_a_pair_costs(zh: Quantity, en: Quantity, judgement: Judgement, cost: float) -> None:
    theirs = [Cluster(0, 1, (Cover(0.07, (en,)),))]
    made = Texts.of("五" * 9, PairedText([one_way(zh)], 0, 4), PairedText(theirs, 5, 9), ISSUE)
    assert cost_of(made, 0, 0, judgement) == pytest.approx(cost + 0.07)


@pytest.mark.parametrize(
    ("covers", "taken", "others"),
    [
        ([(0.0, [A])], None, [0]),
        ([(0.0, [A]), (0.1, [B])], None, [0, 1]),
        ([(0.0, [A]), (0.1, [B, WEAK])], None, [0]),
        ([(0.0, [A, WEAK]), (0.1, [B])], None, [0]),
        ([(0.0, [A]), (0.1, [B])], 0, [0]),
    ],
)
def test_what_else_can_be_read_in_the_place_of_one(
    covers: list[tuple[float, list[Quantity]]], taken: int | None, others: list[int]
) -> None:
    side = side_of(covers)
    if taken is not None:
        side.take(taken)
    assert list(items_instead(side, 0)) == others


@pytest.mark.parametrize(
    ("covers", "one", "found"),
    [
        ([(0.0, []), (0.2, [q(6, "year")])], q(2, "year"), [0]),  # the six-year plan
        ([(0.0, []), (0.2, [q(6, "year")]), (0.3, [q(7, "year")])], q(2, "year"), [0, 1]),
        ([(0.0, []), (0.2, [q(6)])], q(2), []),  # without a unit any name would do
        ([(0.0, []), (0.2, [q(6, "year")])], q(2, "year", weak=True), []),
        ([(0.0, []), (0.2, [q(6, "day")])], q(2, "year"), []),
        ([(0.0, []), (0.2, [q(6, "year", kind=Kind.ORDINAL)])], q(2, "year"), []),
        ([(0.0, [A]), (0.2, [q(6, "year")])], q(2, "year"), []),  # which is a figure in any case
        ([(0.0, [q(6, "year")])], q(2, "year"), []),
    ],
)
def test_what_is_hidden_in_names(covers: list[tuple[float, list[Quantity]]], one: Quantity, found: list[int]) -> None:
    side = side_of(covers)
    assert _hidden(side, one) == found
    if found:
        side.take(found[0])
        assert _hidden(side, one) == []


@pytest.mark.parametrize(
    ("mark", "figured"), [("（一）", True), ("３、", True), ("（甲）", False), ("（辛）", False), ("乙、", False)]
)
def test_a_mark_that_counts_in_figures(mark: str, figured: bool) -> None:
    assert _figured(mark, MARK._replace(start=0, end=len(mark))) is figured


def test_weights_are_ordered_as_their_reasons_say() -> None:
    dropped_word, dropped_unit = 0.3, 0.7
    assert 0 < w.PROBLEM[0] < w.PROBLEM[1] < w.PROBLEM[2] < dropped_word
    assert w.PROBLEM[2] + w.OTHER_UNIT < dropped_unit
    assert w.SLIP < w.NO_SLIP < w.DIFFERENT < w.DEAREST
    assert w.NO_SLIP + w.OTHER_SORT > w.DIFFERENT > w.NO_SLIP + w.IDLE
    assert w.SLIP + w.OTHER_SORT < w.DIFFERENT
    assert w.SURE_COST < w.DEAREST_READING < w.RIVAL_COST
    assert w.WEAK_REMAINDER < w.REMAINDER
    assert w.FAR_SMALL < w.FAR
    assert 0 < w.UNIT_ONE_SIDE < w.OTHER_UNIT
    kept = w.PROBLEM[2] + w.OTHER_UNIT  # the same figure in the other unit
    assert w.PROBLEM[1] + w.CONVERTED < kept < w.PROBLEM[1] + w.BADLY_CONVERTED < w.DEAREST_READING
    assert kept < w.CONVERTED + w.HARDLY_CONVERTED < w.DEAREST_READING


@pytest.mark.parametrize(
    ("zh", "en", "said"),
    [
        ("十八岁和十八岁以上", "18 years and above", 0),
        ("产煤500吨，产铁300吨", "coal and 300 tons of iron", 1),
    ],
)
def test_a_value_said_twice_beside_itself(zh: str, en: str, said: int) -> None:
    links = paired(zh, en)
    assert sum(link.verdict == "missing" and link.certainty >= PROBABLE for link in links) == said


@pytest.mark.parametrize(
    ("start", "low", "unit", "again"),
    [
        (113, 500, "jin", True),
        (114, 500, "jin", False),
        (87, 500, "jin", True),
        (86, 500, "jin", False),
        (105, 501, "jin", False),
        (105, 500, "kg", False),
    ],
)
def test_how_near_a_repetition_stands(start: int, low: int, unit: str, again: bool) -> None:
    here, there = q(500, "jin")._replace(start=100), q(low, unit)._replace(start=start)
    side = side_of([(0.0, [here])], [(0.0, [there])])
    side.take(1)
    assert repeated(side, 0) is again


@pytest.mark.parametrize(
    ("covers", "none"),
    [
        ([(0.0, [A])], False),
        ([(0.0, [A]), (0.1, [])], True),
        ([(0.0, [A]), (0.1, [WEAK])], True),
        ([(0.0, [A]), (0.1, [WEAK, B])], False),
        ([(0.0, [A]), (0.1, [q(25, kind=Kind.ORDINAL, weak=True)])], False),
        ([(0.0, [q(2022)]), (0.1, [q(2022, kind=Kind.DATE, date=DateParts(year=2022))])], True),
        ([(0.0, [q(2022, "jin")]), (0.1, [q(2022, kind=Kind.DATE, date=DateParts(year=2022))])], False),
        ([(0.0, [day(year=2022)._replace(low=2022)])], False),
    ],
)
def test_where_the_text_may_hold_no_quantity(covers: list[tuple[float, list[Quantity]]], none: bool) -> None:
    made = texts("五个", "few")._replace(en=side_of(covers))
    assert silent(made, made.en, 0) is none


@pytest.mark.parametrize(
    ("quantities", "year"),
    [
        ([q(1001, kind=Kind.DATE, date=DateParts(year=1001))], True),
        ([q(1000, kind=Kind.DATE, date=DateParts(year=1000))], False),
        ([q(2022)], False),
        ([q(1001, kind=Kind.DATE, date=DateParts(year=1001)), A], False),
        ([], False),
    ],
)
def test_what_may_be_a_year(quantities: list[Quantity], year: bool) -> None:
    assert is_year(Cover(0.0, tuple(quantities))) is year


YEAR = day(year=713)


@pytest.mark.parametrize(
    ("zh", "en", "same"),
    [
        (YEAR, q(713), True),
        (q(713), YEAR, True),
        (YEAR, q(714), False),
        (YEAR, q(713, to=714), False),
        (YEAR, q(713, "jin"), False),
        (YEAR, q(713, counter="people"), False),
        (YEAR, q(713, form=Form.WORDS), False),
        (day(year=713, month=5), q(713), False),
    ],
)
def test_a_bare_year(zh: Quantity, en: Quantity, same: bool) -> None:
    assert bare_year(zh, en) is same


@pytest.mark.parametrize(
    ("zh", "unit", "to", "year", "verdict"),
    [
        ("荧屏五寸", "cun", "inch", 1980, ""),
        ("荧屏五寸", "cun", "inch", 1979, "unit"),
        ("荧屏五寸", "cun", "cm", 1980, "unit"),
        ("英国每磅五元", "yuan", "usd", 1950, "unit"),
        ("美国每磅五元", "yuan", "usd", 1950, ""),
        ("美国来的人民币五元", "yuan", "usd", 1950, "unit"),
        ("共十美元，每磅五元", "yuan", "usd", 1950, ""),
        ("共十美元，人民币五元", "yuan", "usd", 1950, "unit"),
        ("五元，合一美元", "yuan", "usd", 1950, "unit"),
        ("大洋五元", "yuan", "usd", 1950, ""),
        ("大洋五元", "yuan", "gbp", 1950, "unit"),
        ("大洋五角", "jiao", "cent", 1950, ""),
        ("大洋五斤", "jin", "cent", 1950, "unit"),
        ("大洋五元", "yuan", "jiao", 1950, "unit"),
        ("人民币五元钱", "yuan", "jiao", 1950, "unit"),
        ("公斤、市斤", "yuan", "jin", 1950, "unit"),
        ("大洋五元", "yuan", "no such unit", 1950, "unit"),
    ],
)
def test_a_unit_that_changed(zh: str, unit: str, to: str, year: int, verdict: str) -> None:
    judgement = Judgement("unit", "", SURE)
    original = q(5, unit)._replace(start=max(zh.find("五"), 0))
    assert same_unit(f"{zh}\n\n5", (year, 6, 1), original, q(5, to), judgement).verdict == verdict


FEW_LI = q(2, "li", to=9, approx=Approx.SEVERAL, weak=True)
FEW_MILES = q(2, "mile", to=9, approx=Approx.SEVERAL, weak=True)


@pytest.mark.parametrize(
    ("zh", "en", "judgement", "left"),
    [
        (A, A, Judgement("approx-added", "", PROBABLE), ("approx-added", PROBABLE)),
        (A, q(500, name="per"), FINE, ("", DOUBTFUL)),
        (A, q(500, name="per"), Judgement("approx-added", "", PROBABLE), None),
        (q(500, name="per"), A, Judgement("approx-added", "", PROBABLE), None),
        (q(500, name="per"), q(500, name="per"), Judgement("percent", "", PROBABLE), ("percent", PROBABLE)),
        (WEAK, WEAK, Judgement("percent", "", PROBABLE), None),
        (WEAK, A, Judgement("percent", "", PROBABLE), ("percent", PROBABLE)),
        (share(50), A, Judgement("percent", "", PROBABLE), ("percent", PROBABLE)),
        (q(1, "day"), q(1, "hour", weak=True, name="article"), Judgement("unit", "", SURE), None),
        (q(1, "day"), q(1, "hour", weak=True), Judgement("unit", "", SURE), ("unit", SURE)),
        (q(1, "jin"), q(1, "hour", weak=True, name="article"), Judgement("unit", "", SURE), ("unit", SURE)),
        (q(1, "day"), q(1, "jin", weak=True, name="article"), Judgement("unit", "", SURE), ("unit", SURE)),
        # 几里路 and "a few miles": open counts of one dimension were meant for one another
        (FEW_LI, q(2, "mile", to=9, approx=Approx.SEVERAL, weak=True), Judgement("unit", "", SURE), ("unit", SURE)),
        (FEW_LI, q(2, "mile", to=9, weak=True), Judgement("unit", "", SURE), None),
        (FEW_LI._replace(approx=Approx.NONE), FEW_MILES, Judgement("unit", "", SURE), None),
        (FEW_LI, FEW_MILES._replace(unit="jin"), Judgement("unit", "", SURE), None),
        (FEW_LI, FEW_MILES, Judgement("value", "", SURE), None),
        (FEW_LI, FEW_MILES, FINE, ("", DOUBTFUL)),
    ],
)
def test_what_is_left_of_a_judgement(
    zh: Quantity, en: Quantity, judgement: Judgement, left: tuple[str, int] | None
) -> None:
    found = weighed(texts("五", "of it").setting, zh, en, judgement)
    assert (None if found is None else (found.verdict, found.certainty)) == left


@pytest.mark.parametrize(
    ("zh", "en", "verdicts"),
    [
        ("散在七十二垄", "scattered over 72 ridges", [("approx-added", DOUBTFUL)]),
        ("共七十二垄", "about 72 ridges", [("approx-added", PROBABLE)]),
        ("不到七十垄", "about 70 ridges", [("approx-changed", PROBABLE)]),
        ("近七十垄", "about 70 ridges", [("approx-changed", DOUBTFUL)]),
        ("（一）甲（二）乙（三）丙", "(1) A (2) B (3) C", [("", 0)] * 3),
        ("（一）甲。\n（二）乙。\n（三）丙。", "(1) A.\n(2) B.\nC.", [("", 0), ("", 0), ("missing", PROBABLE)]),
        ("（一）甲。\n（二）乙。\n（三）丙。", "(1) A.\nB.\nC.", [("", 0), ("", 0), ("", 0)]),
        ("平山二区", "the farmers of Erqu", [("transliterated", SURE)]),
        ("军队很多", "Louis XV came", [("added", DOUBTFUL)]),
        ("三十七亩", "37 mu (about 2.5 hectares)", [("", 0)]),
        ("三十七亩", "37 mu (about 4.5 hectares)", [("", 0), ("conversion", PROBABLE)]),
    ],
)
def test_what_becomes_of_small_texts(zh: str, en: str, verdicts: list[tuple[str, int]]) -> None:
    found = sorted((link.verdict, link.certainty) for link in paired(zh, en))
    assert found == sorted(verdicts)


def test_a_rate_of_another_unit_is_told_once_and_is_nothing_where_both_are_there() -> None:
    per_jin, per_kg = q(1, "jin", name="per"), q(1, "kg", name="per")
    made = texts("五", "5")
    wrong = Link(per_jin, per_kg, "unit", "", SURE)
    assert settled_rate(made, [], wrong).certainty == PROBABLE
    beside, away = ([Link(q(5, "yuan"), q(5, "yuan")._replace(start=at), "unit", "", SURE)] for at in (59, 60))
    assert settled_rate(made, beside, wrong).certainty == DOUBTFUL
    assert settled_rate(made, away, wrong).certainty == PROBABLE
    made = made._replace(en=side_of([(0.0, [per_jin])]))
    assert settled_rate(made, away, wrong) == Link(per_jin, per_kg)
    made = made._replace(en=side_of([(0.0, [A])]), zh=side_of([(0.0, [per_kg])]))
    assert settled_rate(made, away, wrong) == Link(per_jin, per_kg)
    made = made._replace(zh=side_of([(0.0, [q(1, "kg")])]))
    assert settled_rate(made, away, wrong).certainty == PROBABLE
    other = Link(A, B, "value", "", SURE)
    assert settled_rate(made, away, other) is other
    assert settled_rate(made, away, Link(A, None, "missing", "", SURE)).certainty == SURE


@pytest.mark.parametrize(
    ("zh", "en", "away", "found"),
    [
        ("3个", "3 units", 524, True),
        ("3个", "3 units", 525, False),
        ("512吨", "517 tons", 160, True),
        ("512吨", "517 tons", 161, False),
    ],
)
def test_how_far_off_a_counterpart_may_stand(zh: str, en: str, away: int, found: bool) -> None:
    links = paired(zh, "x" * (away - 1) + " " + en)
    assert any(link.zh and link.en for link in links) is found


def test_of_many_alike_those_that_stand_nearest_are_looked_at() -> None:
    made = texts("甲" * 30 + "3个" + "乙" * 30, ", ".join(["3 units"] * 60))
    look = partial(nearest, made, Correspondence(made.ends, ()), 0)
    assert sorted(look(range(60))) == list(range(17, 41))
    assert sorted(look(range(40, 60))) == list(range(40, 60))


def test_places_are_counted_from_where_each_text_begins() -> None:
    zh, en = "产煤512吨", "It mined 512 tons"
    text = f"Title\n\n{en}\n\n{zh}\n"
    en_span, zh_span = ((text.index(one), text.index(one) + len(one)) for one in (en, zh))
    ours, theirs = clusters(text, "zh", *zh_span, year=1950), clusters(text, "en", *en_span, year=1950)
    made = Texts.of(text, PairedText(ours, *zh_span), PairedText(theirs, *en_span), ISSUE)
    assert (made.setting.original, made.english, made.ends) == (zh, en, (len(zh), len(en)))
    assert (made.zh.places, made.en.places) == ([zh.index("512")], [en.index("512")])


def test_what_occurs_once_on_both_sides_is_fixed_first() -> None:
    made = texts(
        "煤512吨，铁733吨，粮300吨，盐941吨，棉300吨",
        "512 tons of coal, 733 tons of iron, 300 tons of grain, 941 tons of salt, and 300 tons of cotton",
    )
    found = candidates(made)
    joining = Joining(made, Rests.of(made, found))
    joining.fix(found)
    assert sorted(joining.points) == [(1, 0), (7, 18), (19, 55)]


@pytest.mark.parametrize(("zh", "en"), [(CODE, q(5)), (q(5), CODE), (day(day=5), q(5)), (q(5), day(day=5))])
def test_what_is_no_number_agrees_with_none(zh: Quantity, en: Quantity) -> None:
    assert agree(texts("五", "5").setting, zh, en) is None


def test_two_small_figures_go_with_their_things() -> None:
    links = paired("步兵两团；炮兵两连", "two companies; two regiments")
    assert [(link.verdict, link.zh and link.zh.start, link.en and link.en.start) for link in links] == [
        ("", 2, 26),
        ("", 7, 11),
    ]


@pytest.mark.parametrize(
    ("text", "start", "alone"),
    [
        ("甲五", 1, True),
        ("甲5", 1, False),  # the English may print the same
        *((f"{last}五", 1, False) for last in "等共计约有"),
        ("等甲五", 2, True),
        ("甲五等", 1, True),
    ],
)
def test_what_is_seen_at_once_to_differ(text: str, start: int, alone: bool) -> None:
    assert _stands_alone(text, start) is alone


@pytest.mark.parametrize(
    ("text", "zh", "kinds"),
    [
        ("有五个", q(5, counter="个"), COUNTS),
        ("有五", q(5, kind=Kind.ORDINAL), COUNTS),
        ("有五次", q(5, counter="次"), set()),  # no five hours
        ("有五趟", q(5, counter="趟"), set()),
        ("有五打", q(5, "dozen"), set()),
        ("有五", share(5), {Kind.PERCENT}),
        ("有五", times(5), set()),
        ("有五", day(year=5), set()),
        ("有五折", share(50), set()),
        ("有五团", q(5, counter="团"), set()),  # which may be no divisions
        ("有五百团", q(500, counter="团"), COUNTS),
    ],
)
def test_kinds_that_plainly_say_the_same(text: str, zh: Quantity, kinds: set[Kind]) -> None:
    assert _of_its_sort(text, zh._replace(start=1, end=len(text))) == kinds


@pytest.mark.parametrize(
    ("zh", "en", "together"),
    [
        ("甲、乙、丙等五县", "A, B, C and two other counties", True),
        ("甲、乙、丙等五县", "A, B, C and two counties", False),
        ("甲、乙、丙五县", "A, B, C and two other counties", False),
        ("甲、乙、丙等五县", "A, B, C and six other counties", False),
    ],
)
def test_the_rest_of_a_list_is_paired_with_its_total(zh: str, en: str, together: bool) -> None:
    found = [link for link in paired(zh, en) if link.zh and link.en and not link.verdict]
    assert bool(found) is together


def test_what_one_kind_may_say_in_another() -> None:
    assert apart(share(8), share(9))
    assert not apart(share(109), share(9))
    assert apart(q(5), q(7))
    assert apart(q(5, "jin"), q(7, "jin"))
    assert not apart(q(5, "jin"), q(7))
    assert apart(q(5, "jin"), times(7))
    assert apart(q(5, "jin"), q(Fraction(1, 2), kind=Kind.FRACTION))
