"""What two expressions say of one another: values first, then what qualifies them."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from duizhao.validator.pairing.model import DOUBTFUL, FINE, PROBABLE, SURE
from duizhao.validator.pairing.values.conversions import converted_anew, far_off
from duizhao.validator.pairing.values.dimensions import same_dimension
from duizhao.validator.pairing.values.equal import in_decade
from duizhao.validator.pairing.values.judge import converted_wrongly, judge
from duizhao.validator.quantities.model import ROUND, Approx, Kind, Quantity, Relation

C, M, P = Kind.CARDINAL, Kind.MEASURE, Kind.PERCENT
X, F, O = Kind.MULTIPLE, Kind.FRACTION, Kind.ORDINAL  # noqa: E741  a table of letters
OPEN, OVER, UNDER, ABOUT, LEAST = Approx.SEVERAL, Approx.OVER, Approx.UNDER, Approx.ABOUT, Approx.AT_LEAST
UP, UP_TO, DOWN, DOWN_TO = Relation.INCREASE_BY, Relation.INCREASE_TO, Relation.DECREASE_BY, Relation.DECREASE_TO
PASSES, PASSES_BY, FOLD, OF = Relation.EXCEEDS, Relation.EXCEEDS_BY, Relation.FOLD, Relation.TIMES_OF


def q(
    low: int | Fraction, unit: str = "", kind: Kind | None = None, to: int | Fraction | None = None, **said: Any
) -> Quantity:
    """An expression; a measure where it has a unit."""
    return Quantity(0, 1, kind or (M if unit else C), low, low if to is None else to, unit=unit, **said)


def share(low: int, relation: Relation = Relation.NONE, to: int | None = None) -> Quantity:
    """So many per cent."""
    return q(Fraction(low, 100), kind=P, to=None if to is None else Fraction(to, 100), relation=relation)


def times(low: int, relation: Relation = Relation.NONE, approx: Approx = Approx.NONE) -> Quantity:
    return q(low, kind=X, relation=relation, approx=approx)


AGREEING = [
    (q(5), q(5)),
    (q(5), q(5, "jin")),
    (q(5, kind=Kind.UNKNOWN), q(7, kind=Kind.UNKNOWN)),
    (q(1, "day"), q(1, "day")),
    # ------------------------------------------------ money in small coin
    (q(Fraction(1, 4), "yuan"), q(25, "cent")),
    (q(Fraction(5, 2), "jiao"), q(25, "cent")),
    (q(25, "fen-money"), q(25, "cent")),
    (q(2, "jiao", to=3), q(20, "cent", to=30)),
    # ------------------------------------------------ other readings
    (q(5, others=((7, 7),)), q(7)),
    (q(7), q(5, others=((7, 7),))),
    (q(5, others=((7, 9),)), q(3, others=((7, 9),))),
    # ------------------------------------------------ open counts
    (q(20, to=99, approx=OPEN), q(24, to=99, approx=OPEN)),
    (q(20, to=99, approx=OPEN), q(99, to=120, approx=OPEN)),
    (q(20, to=99, approx=OPEN), q(5, to=20, approx=OPEN)),
    (q(11, to=19, approx=OPEN), q(10, approx=OVER)),
    (q(11, to=19, approx=OPEN), q(18, approx=LEAST)),
    (q(1000, approx=OPEN), q(2000, to=9000, approx=OPEN)),
    (q(-19, to=-11, approx=OPEN), q(-10, approx=OVER)),
    (q(-5, to=-1, approx=OPEN), q(3, to=9, approx=OPEN)),  # a few degrees below zero
    (q(3, to=9, approx=OPEN), q(2, to=10)),
    # ------------------------------------------------ ages
    (q(70), q(70, to=79)),
    (q(20), q(20, to=29)),
    # ------------------------------------------------ converted, and rounded
    (q(100, "jin"), q(50, "kg")),
    (q(100, "jin"), q(53, "kg")),
    (q(100, "jin"), q(47, "kg")),
    (q(2, "jin", to=4), q(1, "kg", to=2)),
    (q(1, "month"), q(4, "week")),
    (q(1, "month"), q(Fraction(392, 100), "week")),
    (q(60, "day"), q(2, "month")),
    (q(1, "month"), q(Fraction(94, 100) * Fraction(2629746, 86400), "day")),
    (q(1, "month"), q(Fraction(106, 100) * Fraction(2629746, 86400), "day")),
    # ------------------------------------------------ units that are read alike, or cannot be told
    (q(5, "shi"), q(5, "dan")),
    (q(5, "jin"), q(5, "no such unit")),
    (q(5, "no such unit"), q(5, "jin")),
    (q(0, "jin"), q(0, "kg")),
    (q(5, "hkd"), q(5, "usd")),
    (q(100, "km"), q(100, "km-hour")),
    # ------------------------------------------------ percentages
    (share(108), share(8, UP)),
    (share(108), share(8)),
    (share(50), share(50)),
    (q(Fraction(1, 13), kind=F), q(Fraction(76, 1000), kind=P)),  # 7.69… percent, cut after the first place
    (share(50, UP), share(50)),
    (share(5, UP), share(5, PASSES_BY)),
    # ------------------------------------------------ multiples
    (times(4), times(4)),
    (times(4, UP), times(5)),
    (times(4, UP), times(4, UP)),
    (times(4), times(4, FOLD)),
    (times(3, OF), times(3)),
    (times(1, UP), q(1, kind=F, relation=UP)),
    (times(4), q(4)),
    (q(2), times(2)),
    (q(2, "day"), times(2)),
    (q(2, kind=O), times(2)),
    (share(100, UP), times(2)),
    (share(100), times(2)),
    (q(Fraction(1, 2), kind=F, relation=UP), q(Fraction(3, 2), kind=X)),
    # ------------------------------------------------ approximators that agree
    (q(5, approx=OVER), q(5, approx=LEAST)),
    (q(5, approx=OVER, soft=True), q(5)),
    (q(5), q(5, approx=UNDER, soft=True)),
    (q(5, approx=OVER, soft=True), q(5, approx=UNDER, soft=True)),
    (q(5, to=6, approx=ABOUT), q(5, to=6)),
    (q(5, to=6), q(5, to=6, approx=ABOUT)),
]


@pytest.mark.parametrize(("zh", "en"), AGREEING)
def test_agrees(zh: Quantity, en: Quantity) -> None:
    assert judge(zh, en) == FINE


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        (q(5), q(6)),
        (q(5), q(5, to=6)),
        (q(5, to=6), q(6, to=6)),
        (q(5), q(7, kind=Kind.UNKNOWN)),
        (q(5, kind=Kind.UNKNOWN), q(5)),
        (q(1, "day"), q(1, "m")),
        (q(Fraction(1, 4), "yuan"), q(26, "cent")),
        (q(2, "jiao", to=3), q(20, "cent", to=31)),
        (q(2, "jiao", to=3), q(21, "cent", to=30)),
        (q(5, others=((7, 7),)), q(8)),
        (q(20, to=99, approx=OPEN), q(100, to=120, approx=OPEN)),
        (q(20, to=99, approx=OPEN), q(5, to=19, approx=OPEN)),
        (q(11, to=19, approx=OPEN), q(9, approx=OVER)),
        (q(11, to=19, approx=OPEN), q(10, approx=ABOUT)),
        (q(11, to=19, approx=OPEN), q(20, approx=OVER)),
        (q(1000, approx=OPEN), q(2001, to=9000, approx=OPEN)),
        (q(1000, to=9000, approx=OPEN, name=ROUND), q(1000, approx=OVER)),
        (q(3, to=9, approx=OPEN), q(1, to=9)),
        (q(3, to=9, approx=OPEN), q(3, to=11)),
        (q(-5, to=0, approx=OPEN), q(3, to=9, approx=OPEN)),  # nothing is not below nothing
        (q(70), q(71, to=80)),
        (q(71), q(70, to=79)),
        (q(10), q(10, to=19)),
        (q(70), q(70, to=78)),
        (q(100, "jin"), q(5, "kg")),
        (q(100, "jin"), q(200, "kg")),
        (q(100, "jin"), q(Fraction(25, 2), "kg")),
        (q(100, "jin"), q(50, "km")),
        (q(2, "jin", to=4), q(1, "kg")),
        (q(100, "jiao"), q(20, "yuan")),
        (share(108), share(9, UP)),
        (share(8), share(108)),
        (share(100), share(0)),
        (share(5), q(6)),
        (times(4), times(5)),
        (times(4), q(5)),
        (times(4, OF), times(5)),
        (times(4, UP), times(6)),
        (q(3), times(2)),
        (q(2, kind=Kind.CODE), times(2)),
        (share(100, DOWN), times(2)),
        (share(50, UP), times(2)),
    ],
)
def test_differs(zh: Quantity, en: Quantity) -> None:
    assert judge(zh, en) is None


@pytest.mark.parametrize(
    ("zh", "en", "verdict", "detail", "certainty"),
    [
        # ------------------------------------------------ units
        (q(4, "jiao"), q(4, "cent"), "unit", "a jiao is ten fen", SURE),
        (q(5, "jin"), q(5, "kg"), "unit", "斤 is 0.5 kg; the figure was not converted", SURE),
        (q(5, "li"), q(5, "mile"), "unit", "里 is 0.31 mile; the figure was not converted", SURE),
        (q(5, "mu"), q(5, "km2"), "unit", "亩 is 0.0007 square kilometer; the figure was not converted", SURE),
        (q(5, "yuan"), q(5, "usd"), "unit", "元 became another currency", PROBABLE),
        (q(1, "yuan"), q(1, "usd"), "unit", "元 became another currency", PROBABLE),
        (q(1, "usd"), q(1, "yuan"), "unit", "美元 became another currency", PROBABLE),
        (q(5, "jin"), q(5, "m"), "unit", "斤 became another thing", PROBABLE),
        (q(1, "month"), q(Fraction(391, 100), "week"), "conversion", "4.35 week would be right", PROBABLE),
        (q(100, "jin"), q(75, "kg"), "conversion", "50 kg would be right", PROBABLE),
        (q(100, "jin"), q(54, "kg"), "conversion", "50 kg would be right", PROBABLE),
        (q(100, "jin"), q(13, "kg"), "conversion", "50 kg would be right", PROBABLE),
        (q(100, "jin"), q(199, "kg"), "conversion", "50 kg would be right", PROBABLE),
        (q(1, "jin"), q(14, "liang"), "conversion", "16 liang would be right", PROBABLE),
        # ------------------------------------------------ percentages
        (q(25), share(25), "percent", "the original has no percent", DOUBTFUL),
        (q(101), share(101, UP), "percent", "the original has an index, the English a change by as much", PROBABLE),
        (q(101), share(101), "percent", "the original has no percent", DOUBTFUL),
        (q(100), share(100, UP), "percent", "the original has no percent", DOUBTFUL),
        (share(25), q(25), "percent", "“percent” is lost", PROBABLE),
        (share(5, UP), share(5, DOWN), "percent", "a rise and a fall are exchanged", PROBABLE),
        (share(5, DOWN_TO), share(5, UP_TO), "percent", "a rise and a fall are exchanged", PROBABLE),
        (share(5, UP), share(5, UP_TO), "percent", "“by” and “to” are exchanged", PROBABLE),
        (share(5, DOWN_TO), share(5, DOWN), "percent", "“by” and “to” are exchanged", PROBABLE),
        # ------------------------------------------------ multiples
        (times(4, UP), times(4), "multiple", "an increase by 4 times makes 5 times the base", SURE),
        (times(4, PASSES_BY), times(4), "multiple", "an increase by 4 times makes 5 times the base", SURE),
        (
            times(4, UP),
            times(4, FOLD),
            "multiple",
            "an increase by 4 times makes 5 times the base; the English may be read as 4 times",
            PROBABLE,
        ),
        (
            times(4, OF),
            times(4, UP),
            "multiple",
            "the original names the factor, the English an increase by it",
            PROBABLE,
        ),
        (times(4, approx=OVER), times(4), "approx-lost", "“more than” became an exact figure", PROBABLE),
        (times(4, approx=OVER), times(4, UP), "approx-lost", "“more than” became an exact figure", PROBABLE),
        # ------------------------------------------------ approximators
        (q(5, approx=OVER), q(5), "approx-lost", "“more than” became an exact figure", PROBABLE),
        (q(5, approx=OVER), q(5, approx=ABOUT), "approx-changed", "“more than” became “about”", PROBABLE),
        (q(5, approx=OVER), q(5, approx=UNDER), "approx-reversed", "“more than” became “less than”", SURE),
        (q(5, approx=UNDER), q(5), "approx-lost", "“less than” became an exact figure", PROBABLE),
        (q(5, approx=UNDER), q(5, approx=OVER), "approx-reversed", "“less than” became “more than”", SURE),
        (q(5, approx=UNDER, soft=True), q(5, approx=OVER), "approx-reversed", "“less than” became “more than”", SURE),
        (q(5, approx=UNDER), q(5, approx=ABOUT), "approx-changed", "“less than” became “about”", DOUBTFUL),
        (q(5, approx=ABOUT), q(5), "approx-lost", "“about” became an exact figure", PROBABLE),
        (q(5, approx=ABOUT), q(5, approx=OVER), "approx-changed", "“about” became “more than”", PROBABLE),
        (q(5, approx=ABOUT), q(5, approx=UNDER), "approx-changed", "“about” became “less than”", PROBABLE),
        (q(5), q(5, approx=OVER), "approx-added", "an exact figure became “more than”", PROBABLE),
        (q(5), q(5, approx=UNDER), "approx-added", "an exact figure became “less than”", PROBABLE),
        (q(5), q(5, approx=ABOUT), "approx-added", "an exact figure became “about”", PROBABLE),
        (q(5, approx=OVER), q(5, to=9, approx=OPEN), "approx-changed", "“more than” became an open count", PROBABLE),
        (q(5, to=9, approx=OPEN), q(5), "approx-lost", "an open count became an exact figure", PROBABLE),
        (q(5), q(5, to=9, approx=OPEN), "approx-added", "an exact figure became an open count", PROBABLE),
        (q(1, approx=UNDER), q(1), "approx-lost", "“less than” became an exact figure", DOUBTFUL),
        (q(1, "jin", approx=UNDER), q(1), "approx-lost", "“less than” became an exact figure", PROBABLE),
        (q(2, to=3, approx=OVER), q(2, to=3), "approx-lost", "“more than” became an exact figure", PROBABLE),
    ],
)
def test_judgement(zh: Quantity, en: Quantity, verdict: str, detail: str, certainty: int) -> None:
    assert judge(zh, en) == (verdict, detail, certainty)


def test_a_bad_conversion_is_one_of_a_measure_to_another() -> None:
    found = converted_wrongly(q(100, "jin"), q(75, "kg"))
    assert found is not None
    assert found.verdict == "conversion"
    for zh, en in ((q(100, "jin"), q(50, "kg")), (q(5, "jin"), q(5, "kg")), (q(100, "jin"), q(75)), (q(5), q(6))):
        assert converted_wrongly(zh, en) is None


def test_ages_are_tens_of_years_from_twenty() -> None:
    decades = [low for low in range(100) if in_decade(q(low, to=low + 9))]
    assert decades == [20, 30, 40, 50, 60, 70, 80, 90]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("jin", "kg", True), ("day", "month", True), ("jin", "km", False), ("jin", "", False), ("", "jin", False)],
)
def test_same_dimension(one: str, other: str, same: bool) -> None:
    assert same_dimension(q(1, one), q(1, other)) is same


@pytest.mark.parametrize(
    ("zh", "en", "right"),
    [
        (q(100, "jin"), q(50, "kg"), None),
        (q(100, "jin"), q(62, "kg"), None),  # rounded
        (q(100, "jin"), q(38, "kg"), None),
        (q(100, "jin"), q(63, "kg"), "50 kg"),
        (q(100, "jin"), q(37, "kg"), "50 kg"),
        (q(100, "jin"), q(500, "kg"), "50 kg"),
        (q(100, "jin"), q(500, "km"), None),  # no conversion at all
        (q(100, "jin"), q(500), None),
        (q(100), q(500, "kg"), None),
        (q(100, "decibel"), q(500, "decibel"), None),  # of no size
        (q(100, "jin", to=200), q(500, "kg"), None),
        (q(100, "jin"), q(500, "kg", to=600), None),
        (q(0, "jin"), q(500, "kg"), None),
    ],
)
def test_a_gloss_that_is_far_off(zh: Quantity, en: Quantity, right: str | None) -> None:
    found = far_off(zh, en)
    assert found == (None if right is None else ("conversion", f"{right} would be right", PROBABLE))


@pytest.mark.parametrize(
    ("zh", "en", "anew"),
    [
        (q(1, "liang"), q(50, "g"), True),  # of ten to the jin
        (q(1, "liang"), q(53, "g"), True),
        (q(1, "liang"), q(47, "g"), True),
        (q(1, "liang"), q(54, "g"), False),
        (q(1, "liang"), q(46, "g"), False),
        (q(1, "liang"), q(31, "g"), False),  # of sixteen
        (q(3, "qian"), q(15, "g"), True),
        (q(1, "jin"), q(500, "g"), False),  # which has not changed
        (q(1, "liang"), q(50), False),
        (q(1), q(50, "g"), False),
        (q(0, "liang"), q(50, "g"), False),
    ],
)
def test_a_measure_by_its_new_size(zh: Quantity, en: Quantity, anew: bool) -> None:
    assert converted_anew(zh, en) is anew


def test_units_of_one_system_are_converted_to_the_digit_however_far_apart() -> None:
    assert judge(q(1, "km3"), q(10**12, "litre")) == FINE
    found = judge(q(1, "km3"), q(10**12 + 10**10, "litre"))
    assert found == ("conversion", "1,000,000,000,000 liter would be right", PROBABLE)
