"""Figures of a table that are told in the scale of their row or column."""

from __future__ import annotations

from fractions import Fraction

import pytest
from test_agree import q

from duizhao.schema.parse import parse
from duizhao.source import Source
from duizhao.validator.case import Case
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.examples import article_bytes
from duizhao.validator.pairing.columns import _factor, _is_power
from duizhao.validator.pairing.model import Link
from duizhao.validator.quantities.model import Approx, Kind, Quantity

TABLE = "产量（单位：{}）　煤　四五．六　铁　一三．二"


def wrong(zh: str, en: str) -> list[tuple[str, str]]:
    """What is wrong with the numbers of one paragraph: the words of the original, or of the translation, and why."""
    case = Case(parse(Source.decode("a.md", article_bytes({"zh": zh, "en": en}))), Settings())
    said = [(link.zh or link.en, link.verdict) for link in case.links.body if link.verdict]
    return [(case.text[one.start : one.end], verdict) for one, verdict in said if one is not None]


@pytest.mark.parametrize(
    ("scale", "en", "expected"),
    [
        ("万吨", "Output (unit: thousand tons): coal 456, iron 132", []),
        ("万吨", "Output (unit: 10,000 tons): coal 45.6, iron 13.2", []),
        ("万吨", "Output (in tons): coal 456,000, iron 132,000", []),
        ("百万吨", "Output (in millions of tons): coal 45.6, iron 13.2", []),
        ("千吨", "Output (in thousands of tons): coal 45.6, iron 13.2", []),
        ("百万吨", "Output (in thousands of tons): coal 45,600, iron 13,200", []),
        ("万吨", "Output (in tens of thousands of tons): coal 45.6, iron 13.2", []),
        ("亿吨", "Output (in hundreds of millions of tons): coal 45.6, iron 13.2", []),
        # a scale in another unit, and one that is another open count, stay wrong
        ("万吨", "Output (unit: 10,000 kilograms): coal 45.6, iron 13.2", [("万吨", "unit")]),
        ("百万吨", "Output (in tens of thousands of tons): coal 45.6, iron 13.2", [("百万吨", "value")]),
        ("亿吨", "Output (in billions of tons): coal 4.56, iron 1.32", []),
        ("十亿吨", "Output (in billions of tons): coal 45.6, iron 13.2", [("十亿吨", "value")]),  # 十 begins no scale
        ("万吨", "Output (unit: thousand tons): coal 45.6, iron 13.2", [("万吨", "scale")]),
        ("万吨", "Output (unit: thousand tons): coal 4.56, iron 1.32", None),
        ("万吨", "Output (in tons): coal 45.6, iron 13.2", [("万吨", "missing")]),
        ("万吨", "Output (unit: thousand tons): coal 456, iron 135", [("一三．二", "value")]),
    ],
)
def test_a_table_with_its_scale_at_its_head(scale: str, en: str, expected: list[tuple[str, str]] | None) -> None:
    found = wrong(TABLE.format(scale), en)
    if expected is None:  # both the scale and each figure
        assert [words for words, _ in found] == [scale, "四五．六", "一三．二"]
    else:
        assert found == expected


@pytest.mark.parametrize(
    ("zh", "en", "expected"),
    [
        ("煤　　万吨　　四五．六　　一○一．二", "Coal / thousand tons / 456 / 101.2", []),
        ("煤　　万吨　　四五．六　　一○．二", "Coal / thousand tons / 456 / 102", ["一○．二"]),  # of the next column
        ("煤万吨，今年四五．六", "Coal in thousand tons, this year 456", ["万吨", "四五．六"]),  # no table
    ],
)
def test_a_row_with_its_scale_before_its_first_figure(zh: str, en: str, expected: list[str]) -> None:
    assert [words for words, _ in wrong(zh, en)] == expected


def test_a_figure_with_a_unit_of_its_own_is_no_figure_of_the_table() -> None:
    zh = "产量（单位：万吨）　煤　四五．六　每人一三．二斤"
    assert wrong(zh, "Output (unit: 10,000 tons): coal 45.6, per head 13.2 kg") == [("一三．二斤", "unit")]


def scale(zh: Quantity, en: Quantity | None) -> Fraction | None:
    """What is the factor of a scale of the original, 万 for all of them, and what stands for it."""
    return _factor("万 thousand", Link(zh, en))


@pytest.mark.parametrize(
    ("zh", "en", "factor"),
    [
        (q(10_000), None, 10_000),
        (q(10_000), q(10_000), 1),
        (q(10_000), q(100), 100),
        (q(100), q(10_000), Fraction(1, 100)),
        (q(10_000, "ton"), q(100, "ton"), 100),
        (q(20_000), None, None),  # a figure
        (q(10_000, approx=Approx.OVER), None, None),  # 万余吨 is one as well
        (q(10_000, to=20_000), None, None),
        (q(10_000, kind=Kind.ORDINAL), None, None),
        (q(20_000, approx=Approx.OVER), None, None),
        (q(10_000), q(300), None),
        (q(10_000), q(100, approx=Approx.ABOUT), None),
        (q(10_000), q(100, kind=Kind.ORDINAL), None),
    ],
)
def test_what_is_the_scale_of_a_table(zh: Quantity, en: Quantity | None, factor: Fraction | None) -> None:
    assert scale(zh, en and en._replace(start=2)) == factor


def test_two_columns_have_their_scales_side_by_side() -> None:
    zh = "产量（万吨）　产值（万元）　煤　四五．六　七八．一"
    assert wrong(zh, "Output (thousand tons), value (million yuan): coal 456, 0.781") == []


@pytest.mark.parametrize(
    ("value", "power"), [(100, True), (10_000, True), (10, False), (1, False), (99, False), (110, False), (200, False)]
)
def test_what_is_a_scale(value: int, power: bool) -> None:
    assert _is_power(value) is power
