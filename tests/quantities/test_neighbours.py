"""Which two numbers may have been mistaken for one another: how they are counted, and how near they stand."""

from __future__ import annotations

from fractions import Fraction

import pytest
from test_agree import q, share

from duizhao.validator.pairing.exchanged.neighbours import alike, counts, near_pairs
from duizhao.validator.pairing.model import Link
from duizhao.validator.quantities.model import Form, Kind, Quantity

TEXT = "某" * 2000
"""All places of the numbers are in it: those of the original in its first half."""
JIN = q(300, "jin")
OTHER = q(500, "jin")


def placed(one: Quantity, start: int) -> Quantity:
    """An expression of three characters."""
    return one._replace(start=start, end=start + 3)


def near(zh: tuple[Quantity, Quantity], en: tuple[Quantity, Quantity], gaps: tuple[int, int], text: str = TEXT) -> bool:
    """Whether two numbers are neighbours that stand so many characters apart in the two languages."""
    links = [
        Link(placed(zh[0], 10), placed(en[0], 1000)),
        Link(placed(zh[1], 13 + gaps[0]), placed(en[1], 1003 + gaps[1])),
    ]
    return len(list(near_pairs(text, links))) == 1


@pytest.mark.parametrize(
    ("gaps", "neighbours"),
    [((7, 7), True), ((60, 7), True), ((61, 7), False), ((7, 160), True), ((7, 161), False), ((0, 0), True)],
)
def test_how_near_two_numbers_stand(gaps: tuple[int, int], neighbours: bool) -> None:
    assert near((JIN, OTHER), (JIN, OTHER), gaps) is neighbours


@pytest.mark.parametrize(
    ("zh", "en", "neighbours"),
    [
        ((JIN, OTHER), (q(300), OTHER), True),  # English says the unit once: 300 and 500 jin
        ((JIN, OTHER), (JIN, q(500, "kg")), False),
        ((JIN, q(500, "kg")), (JIN, q(500, "kg")), False),
        ((JIN, q(500)), (JIN, q(500)), False),  # the original says it of each
        ((JIN, q(300, "jin")), (JIN, OTHER), False),
        ((JIN, OTHER), (JIN, q(300, "jin")), False),
        ((JIN, q(1, "jin")), (JIN, q(1, "jin")), False),  # one is everywhere
        ((JIN, OTHER), (JIN, q(1, "jin")), False),
        ((JIN, q(2, "jin")), (JIN, q(2, "jin")), True),
        ((share(30), share(50)), (share(30), share(50)), True),
        ((share(30), share(50)), (share(30), q(Fraction(1, 2), kind=Kind.FRACTION)), False),
        ((share(30), q(50)), (share(30), q(50)), False),
        ((q(300, counter="次"), q(500, counter="名")), (q(300), q(500)), False),  # occasions and people
        ((q(300, counter="次"), q(500, counter="趟")), (q(300), q(500)), True),
        ((q(300, counter="名"), q(500, counter="个")), (q(300), q(500)), True),
        ((q(300, kind=Kind.ORDINAL), q(500)), (q(300), q(500)), False),
        ((q(300), q(500)), (q(300), q(500, weak=True)), False),
    ],
)
def test_how_two_numbers_are_counted(
    zh: tuple[Quantity, Quantity], en: tuple[Quantity, Quantity], neighbours: bool
) -> None:
    assert near(zh, en, (7, 7)) is neighbours


@pytest.mark.parametrize(("line", "neighbours"), [(15, False), (1005, False), (5, True), (500, True)])
def test_numbers_of_two_lines_are_no_neighbours(line: int, neighbours: bool) -> None:
    text = f"{TEXT[:line]}\n{TEXT[line + 1 :]}"
    assert near((JIN, OTHER), (JIN, OTHER), (7, 7), text) is neighbours


@pytest.mark.parametrize(
    ("verdict", "neighbours"),
    [("", True), ("counted", True), ("approx-lost", True), ("approx-reversed", True), ("value", False)],
)
def test_values_that_differ_were_not_exchanged(verdict: str, neighbours: bool) -> None:
    one = Link(placed(JIN, 10), placed(JIN, 1000), verdict)
    other = Link(placed(OTHER, 20), placed(OTHER, 1010))
    assert bool(list(near_pairs(TEXT, [one, other]))) is neighbours


def test_a_neighbour_is_one_of_the_next_three() -> None:
    numbers = [q(low, "jin") for low in (300, 400, 500, 600, 700)]
    links = [Link(placed(one, 10 * at), placed(one, 1000 + 10 * at)) for at, one in enumerate(numbers)]
    found = [(one.zh.low, other.zh.low) for one, other in near_pairs(TEXT, links[::-1])]
    assert found == [
        (300, 400), (300, 500), (300, 600), (400, 500), (400, 600), (400, 700), (500, 600), (500, 700), (600, 700),
    ]  # fmt: skip


def test_what_has_no_counterpart_is_no_neighbour() -> None:
    links = [Link(placed(JIN, 10), placed(JIN, 1000)), Link(placed(OTHER, 20), None), Link(None, placed(OTHER, 1010))]
    assert list(near_pairs(TEXT, links)) == []


@pytest.mark.parametrize(
    ("one", "figure"),
    [
        (q(5), True),
        (q(5, "jin"), True),
        (share(5), True),
        (q(Fraction(1, 3), kind=Kind.FRACTION), True),
        (q(5, kind=Kind.MULTIPLE), True),
        (q(5, kind=Kind.ORDINAL), False),
        (q(5, kind=Kind.CODE), False),
        (q(5, weak=True), False),
        (q(2, form=Form.IMPLIED), False),
        (q(5, form=Form.WORDS), True),
    ],
)
def test_what_is_a_figure_that_is_said_of_something(one: Quantity, figure: bool) -> None:
    assert counts(one) is figure


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (q(5, "jin"), q(7, "jin"), True),
        (q(5, "jin"), q(7), True),
        (q(5), q(7, "jin"), True),
        (q(5, "jin"), q(7, "kg"), False),
        (share(5), share(7), True),
        (share(5), q(7), False),
        (q(5), share(7), False),
        (q(5, "jin"), share(7), False),
    ],
)
def test_what_is_counted_alike(one: Quantity, other: Quantity, same: bool) -> None:
    assert alike(one, other) is same
