"""How likely a finding is, from what was fitted; and which paragraphs the signs of its surroundings are taken from."""

from __future__ import annotations

import pytest

from duizhao.schema.parse import parse
from duizhao.source import Source, Span
from duizhao.validator.align import Bead
from duizhao.validator.case import Case
from duizhao.validator.confidence import fitted
from duizhao.validator.confidence.fitted import Measured, Model, confidence_of
from duizhao.validator.confidence.signs import _Side, _Surroundings, _surroundings, signs
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.examples import article_bytes
from duizhao.validator.pairing.model import DOUBTFUL, SURE, Link
from duizhao.validator.quantities.model import Cluster, Cover, Kind, Quantity
from duizhao.validator.registry import registry
from duizhao.validator.rule import Hit

MODEL = Model(
    {"N101": Measured(0.0, 9, 5), "N": Measured(1.0, 20, 15)},
    {"sure": 1.0, "doubtful": -2.0, "small": 0.5, "unit": 0.25},
)


@pytest.mark.parametrize(
    ("rule", "borne", "confidence"),
    [
        ("N101", (), 0.5),
        ("N101", ("sure",), 0.73),
        ("N101", ("doubtful",), 0.12),
        ("N101", ("sure", "doubtful"), 0.27),
        ("N101", ("sure", "small", "unit"), 0.85),
        ("N101", ("no sign that was fitted",), 0.5),
        ("N999", (), 0.73),  # nobody has seen one: as its family
        ("H101", ("sure",), None),
    ],
)
def test_signs_add_up(
    rule: str, borne: tuple[str, ...], confidence: float | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fitted, "model", lambda: MODEL)
    assert confidence_of(rule, borne) == confidence


def case_of(**keys: str) -> Case:
    return Case(parse(Source.decode("case.md", article_bytes(keys))), Settings())


TWO = {
    "headline": "产煤941吨",
    "title": "941 Tons of Coal",
    "zh": "甲村产煤512吨。 ¶ 乙村产煤733吨。",
    "en": "Village A mined 517 tons. ¶ Village B mined 733 tons.",
}


def test_which_pair_of_paragraphs_a_link_stands_in() -> None:
    case = case_of(**TWO)
    around = _Surroundings(case)
    assert list(case.alignment.beads) == [Bead((0,), (0,)), Bead((1,), (1,))]
    (title,) = case.links.title
    first, second = case.links.body
    assert [around._number(one) for one in (title, first, second)] == [-1, 0, 1]
    assert around._number(Link(None, second.en)) == 1
    assert around._number(Link(second.zh, None)) == 1
    assert around._number(Link(second.zh, first.en)) == 1  # the original's counts
    assert around._number(Link(None, None)) == -2
    elsewhere = Quantity(0, 1, Kind.CARDINAL, 5, 5)
    assert around._number(Link(elsewhere, None)) == -2
    assert around._number(Link(None, elsewhere)) == -2


def test_what_went_wrong_is_counted_by_paragraph() -> None:
    case = case_of(**TWO)
    around = _Surroundings(case)
    first, second = case.links.body
    assert {number: dict(one) for number, one in around._counts.items()} == {
        -1: {"all": 1},
        0: {"all": 1, "wrong": 1, first.verdict: 1},
        1: {"all": 1},
    }
    assert around._pairs == [(second.zh and second.zh.start, second.en and second.en.start)]
    around._count(second._replace(verdict="missing", certainty=SURE))
    around._count(second._replace(verdict="added", certainty=DOUBTFUL))
    assert dict(around._counts[1]) == {"all": 3, "wrong": 2, "missing": 1, "added": 1}
    assert (around._lonely["missing"], around._lonely["added"]) == (1, 0)


def test_the_link_that_a_hit_speaks_of() -> None:
    case = case_of(**TWO)
    around = _surroundings(case)
    first, second = case.links.body
    assert first.zh is not None
    assert second.zh is not None
    assert second.en is not None
    assert around.link(Hit("", zh=Span(second.zh.start, second.zh.end))) is second
    assert around.link(Hit("", en=Span(second.en.start, second.en.end))) is second
    here = Span(first.zh.start, first.zh.end)
    assert around.link(Hit("", Span(second.en.start, second.en.end), here)) is first  # the original's first
    assert around.link(Hit("", Span(0, 2), Span(0, 2))) is None
    assert _surroundings(case) is around


def cluster(*covers: tuple[int, ...]) -> Cluster:
    """A cluster with readings that begin at these places."""
    some = [Cover(0.0, tuple(Quantity(at, at + 1, Kind.CARDINAL, 5, 5) for at in starts)) for starts in covers]
    return Cluster(0, 9, tuple(some))


@pytest.mark.parametrize(
    ("covers", "several"),
    [([(3,)], set()), ([(3, 5)], set()), ([(3,), (3, 5)], {3, 5}), ([(3,), (4,), ()], {3, 4})],
)
def test_places_with_several_readings(covers: list[tuple[int, ...]], several: set[int]) -> None:
    assert _Side([], [[cluster((1,)), cluster(*covers)]]).several == several


def test_both_sides_with_several_readings_are_told() -> None:
    case = case_of(**TWO)
    around = _Surroundings(case)
    first, _ = case.links.body
    assert first.zh is not None
    assert first.en is not None
    assert not {"readings-zh", "readings-en"} & set(around.signs(first))
    around._zh.several = {first.zh.start}
    assert {"readings-zh", "readings-en"} & set(around.signs(first)) == {"readings-zh"}
    around._en.several = {first.en.start}
    assert {"readings-zh", "readings-en"} & set(around.signs(first)) == {"readings-zh", "readings-en"}
    assert {"readings-zh", "readings-en"} & set(around.signs(first._replace(zh=None))) == {"readings-en"}


def test_the_paragraph_of_a_place() -> None:
    paragraphs = case_of(**TWO).article.english.paragraphs
    side = _Side(paragraphs, ())
    first, second = (one.start for one in paragraphs)
    assert [side.paragraph(at) for at in (first - 1, first, second - 1, second, second + 99)] == [-1, 0, 0, 1, 1]


@pytest.mark.parametrize(("code", "expected"), [("N101", True), ("D101", True), ("P104", False), ("H101", False)])
def test_surroundings_are_those_of_numbers_and_dates(code: str, expected: bool) -> None:
    case = case_of(**TWO)
    first, _ = case.links.body
    assert first.zh is not None
    hit = Hit("", zh=Span(first.zh.start, first.zh.end))
    assert ("unit" in signs(case, registry()[code], hit)) is expected
    assert signs(case, registry()[code], Hit("", zh=Span(0, 1))) == ("sure",)
