"""The signs by which a finding is believed more or less."""

from __future__ import annotations

from collections import Counter

import pytest

from duizhao.schema.parse import parse
from duizhao.source import Source, Span
from duizhao.validator.case import Case
from duizhao.validator.confidence.signs import _of_judgement, _of_link, _Side, _Surroundings, signs
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.examples import article_bytes
from duizhao.validator.finding import Severity
from duizhao.validator.pairing.model import DOUBTFUL, PROBABLE, SURE, Link
from duizhao.validator.quantities.model import Approx, Form, Kind, Quantity
from duizhao.validator.registry import registry
from duizhao.validator.rule import Hit

PLAIN = Quantity(0, 1, Kind.CARDINAL, 500, 500)


@pytest.mark.parametrize(
    ("code", "severity", "borne"),
    [
        ("N101", None, ["sure"]),
        ("N101", Severity.ERROR, ["sure"]),
        ("N101", Severity.WARNING, []),
        ("N101", Severity.INFO, ["doubtful"]),
        ("N105", Severity.WARNING, ["sure"]),
        ("N105", Severity.INFO, ["doubtful"]),
    ],
)
def test_signs_of_a_judgement(code: str, severity: Severity | None, borne: list[str]) -> None:
    assert list(_of_judgement(registry()[code], Hit("", severity=severity))) == borne


def test_a_pair_is_doubtful_for_another_reason() -> None:
    hit = Hit("", Span(0, 1), Span(2, 3), Severity.INFO)
    assert list(_of_judgement(registry()["N121"], hit)) == ["doubtful", "doubtful-pair"]


@pytest.mark.parametrize(
    ("zh", "en", "borne"),
    [
        (None, None, []),
        (PLAIN, None, []),
        (None, PLAIN, []),
        (PLAIN, PLAIN, []),
        (PLAIN._replace(kind=Kind.ORDINAL), None, ["ordinal"]),
        (PLAIN._replace(kind=Kind.MULTIPLE), PLAIN, ["multiple"]),
        (None, PLAIN._replace(kind=Kind.PERCENT), ["share"]),
        (PLAIN._replace(kind=Kind.FRACTION), PLAIN, ["share"]),
        (PLAIN._replace(kind=Kind.CODE), PLAIN, ["code"]),
        (PLAIN._replace(kind=Kind.DATE, weak=True), PLAIN, ["date"]),
        (PLAIN._replace(low=5, high=5), PLAIN, ["small"]),
        (PLAIN._replace(approx=Approx.SEVERAL), PLAIN, ["vague"]),
        (PLAIN._replace(form=Form.IMPLIED), PLAIN, ["vague"]),
        (PLAIN._replace(high=600), PLAIN, ["range"]),
        (PLAIN._replace(unit="jin"), PLAIN, ["unit", "units-differ"]),
        (PLAIN._replace(unit="jin"), PLAIN._replace(unit="jin"), ["unit"]),
        (PLAIN._replace(unit="jin"), None, ["unit"]),
        (PLAIN, PLAIN._replace(form=Form.WORDS), ["english-words"]),
        (None, PLAIN._replace(form=Form.WORDS), ["english-words"]),
        (PLAIN._replace(form=Form.WORDS), PLAIN, []),
    ],
)
def test_signs_of_a_link(zh: Quantity | None, en: Quantity | None, borne: list[str]) -> None:
    assert list(_of_link(Link(zh, en))) == borne


def surroundings(pairs: list[tuple[int, int]] | None = None, **lonely: int) -> _Surroundings:
    """Those of a made-up article, with the places of its right pairs and the numbers of its lonely figures."""
    found = _Surroundings(Case(parse(Source.decode("case.md", article_bytes({}))), Settings()))
    found._pairs, found._lonely = pairs or [], Counter(lonely)
    return found


@pytest.mark.parametrize(
    ("verdict", "counts", "lonely", "borne"),
    [
        ("value", {"all": 1, "wrong": 1}, 0, []),
        ("value", {"all": 3, "wrong": 1}, 0, []),
        ("value", {"all": 4, "wrong": 1}, 0, ["only-wrong"]),
        ("value", {"all": 5, "wrong": 2}, 0, []),
        ("value", {"all": 4, "wrong": 3}, 0, ["most-wrong"]),
        ("value", {"all": 5, "wrong": 3}, 0, []),
        ("value", {"all": 9, "wrong": 3}, 0, []),
        ("value", {"all": 9, "wrong": 4}, 0, ["several-wrong"]),
        ("value", {"all": 9, "wrong": 4, "missing": 1}, 5, ["several-wrong"]),
        ("", {"all": 4, "wrong": 0}, 0, ["only-wrong"]),
        ("missing", {"all": 5, "wrong": 2, "missing": 1}, 2, []),
        ("missing", {"all": 5, "wrong": 2, "missing": 1, "added": 1}, 2, ["opposite-lonely"]),
        ("missing", {"all": 5, "wrong": 2, "missing": 2}, 2, ["same-lonely"]),
        ("missing", {"all": 5, "wrong": 2, "missing": 1}, 3, ["many-lonely"]),
        ("added", {"all": 5, "wrong": 2, "added": 1, "missing": 1}, 0, ["opposite-lonely"]),
        ("added", {"all": 5, "wrong": 2, "added": 2}, 0, ["same-lonely"]),
    ],
)
def test_signs_of_what_is_wrong_beside(verdict: str, counts: dict[str, int], lonely: int, borne: list[str]) -> None:
    around = surroundings(missing=lonely)
    assert list(around._wrong_beside(Link(PLAIN, None, verdict), Counter(counts))) == borne


@pytest.mark.parametrize(
    ("pairs", "zh", "en", "borne"),
    [
        ([], 50, 100, []),
        ([(40, 80), (60, 120)], 50, 100, ["between-pairs", "in-place"]),
        ([(40, 80), (60, 120)], 50, 124, ["out-of-order"]),
        ([(40, 80), (60, 140)], 50, 134, ["between-pairs", "in-place"]),
        ([(40, 80), (60, 140)], 50, 135, ["between-pairs"]),
        ([(40, 80), (60, 140)], 50, 86, ["between-pairs", "in-place"]),
        ([(40, 80), (60, 140)], 50, 85, ["between-pairs"]),
        ([(40, 80), (60, 160)], 45, 100, ["between-pairs", "in-place"]),
        ([(40, 80), (60, 160)], 45, 124, ["between-pairs", "in-place"]),
        ([(40, 80), (60, 160)], 45, 125, ["between-pairs"]),
        ([(40, 80), (40, 120)], 40, 100, ["between-pairs", "in-place"]),
        ([(40, 80)], 50, 100, ["beside-pair"]),
        ([(60, 120)], 50, 100, ["beside-pair"]),
        ([(40, 100)], 50, 100, ["beside-pair"]),  # at the very place it is in no other order
        ([(60, 100)], 50, 100, ["beside-pair"]),
        ([(40, 80)], 50, 70, ["out-of-order"]),
        ([(60, 120)], 50, 130, ["out-of-order"]),
        ([(40, 80)], 99, 100, ["beside-pair"]),
        ([(40, 80)], 100, 100, []),
        ([(40, 80)], 50, 279, ["beside-pair"]),
        ([(40, 80)], 50, 280, []),
        ([(40, 80)], 200, 70, []),
        ([(40, 80), (160, 300)], 50, 100, ["beside-pair"]),
        ([(40, 80), (90, 500)], 50, 100, ["beside-pair"]),
    ],
)
def test_signs_of_order(pairs: list[tuple[int, int]], zh: int, en: int, borne: list[str]) -> None:
    assert list(surroundings(pairs)._between(zh, en)) == borne


def test_a_span_means_the_link_that_begins_in_it() -> None:
    side = _Side([], ())
    first, second = Link(PLAIN._replace(start=10), None), Link(PLAIN._replace(start=20), None)
    for link in (second, first):
        side.add(link.zh, link)
    side.add(None, first)
    spans = {10: 11, 5: 11, 11: 21, 15: 40, 20: 25}
    found = [side.link(Span(start, end)) for start, end in spans.items()]
    assert found == [first, first, second, second, second]
    for start, end in ((5, 10), (11, 20), (21, 30)):
        assert side.link(Span(start, end)) is None
    assert side.link(None) is None


def case_of(**keys: str) -> Case:
    return Case(parse(Source.decode("case.md", article_bytes(keys))), Settings())


def borne(code: str, **keys: str) -> list[list[str]]:
    case, rule = case_of(**keys), registry()[code]
    return [sorted(signs(case, rule, hit)) for hit in rule.check(case)]


@pytest.mark.parametrize(
    ("code", "keys", "expected"),
    [
        ("N101", {"zh": "产煤512吨。", "en": "It mined 517 tons."}, []),
        ("N201", {"headline": "产煤512吨", "title": "517 Tons of Coal", "zh": "煤。", "en": "Coal."}, ["title"]),
        (
            "N101",
            {"zh": "甲村产煤512吨。 ¶ 乙村产煤733吨。", "en": "Village A mined 517 tons. ¶ Village B mined 733 tons."},
            [],
        ),
        (
            "N101",
            {"zh": "甲村产煤512吨。乙村产煤733吨。", "en": "Village A mined 517 tons. ¶ Village B mined 733 tons."},
            ["paragraphs-joined"],
        ),
        (
            "N101",
            {"zh": "甲村产煤512吨。 ¶ 乙村产煤733吨。", "en": "Village A mined 517 tons. Village B mined 733 tons."},
            ["paragraphs-joined"],
        ),
    ],
)
def test_signs_of_the_place(code: str, keys: dict[str, str], expected: list[str]) -> None:
    (found,) = borne(code, **keys)
    assert sorted({"title", "paragraphs-joined"}.intersection(found)) == expected


def test_figures_that_have_no_counterpart_are_counted_in_the_whole_article() -> None:
    zh = "甲村产煤512吨。 ¶ 乙村产煤733吨。 ¶ 丙村产煤941吨。"
    for known, many in (("733 tons", False), ("much", True)):
        en = f"Village A mined much. ¶ Village B mined {known}. ¶ Village C mined much."
        found = borne("N103", zh=zh, en=en)
        assert found
        assert all(("many-lonely" in one) is many for one in found)


def test_doubted_figures_are_not_counted() -> None:
    case = case_of(zh="产煤512吨。", en="It mined 517 tons.")
    around = _Surroundings(case)
    around._lonely.clear()
    zh = case.links.body[0].zh
    for certainty, count in ((DOUBTFUL, 0), (PROBABLE, 1), (SURE, 2)):
        around._count(Link(zh, None, "missing", "", certainty))
        assert around._lonely["missing"] == count
