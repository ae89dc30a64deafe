"""Every way of writing a number or a date in Chinese that the papers use, one row each."""

from __future__ import annotations

import os
from fractions import Fraction
from typing import Any

import pytest
import yaml

from duizhao.validator.quantities.model import Approx, DateParts, Form, Kind, Quantity, Relation
from duizhao.validator.quantities.zh import read

with open(os.path.join(os.path.dirname(__file__), "zh_cases.yaml"), encoding="utf-8") as file:
    TABLE: dict[str, list[dict[str, Any]]] = yaml.safe_load(file)
CASES = [pytest.param(case, id=f"{group}-{case['text']}") for group, cases in TABLE.items() for case in cases]
ENUMS = {"approx": Approx, "form": Form, "relation": Relation}


def bounds(value: Any) -> tuple[Fraction, Fraction]:
    low, _, high = str(value).partition("..")
    return Fraction(low), Fraction(high or low)


def expected(name: str, value: Any) -> Any:
    if name in ENUMS:
        return ENUMS[name][value]
    if name == "date":
        return DateParts(**value)
    if name == "others":
        return tuple((Fraction(low), Fraction(high)) for low, high in value)
    if name == "parts":
        return tuple((Fraction(number), unit) for number, unit in value)
    return value


def fields(quantity: Quantity, text: str, more: dict[str, Any]) -> tuple[Any, ...]:
    span = text[quantity.start : quantity.end]
    return (span, quantity.kind, quantity.low, quantity.high, *(getattr(quantity, name) for name in more))


@pytest.mark.parametrize("case", CASES)
def test_reads(case: dict[str, Any]) -> None:
    text = case["text"]
    rows = [(*row, {})[:4] for row in case["read"]]
    found = read(text, year=case.get("year"))
    got = [fields(quantity, text, more) for quantity, (*_, more) in zip(found, rows, strict=False)]
    got += [fields(quantity, text, {}) for quantity in found[len(rows) :]]
    assert got == [
        (span, Kind[kind], *bounds(value), *(expected(name, value) for name, value in more.items()))
        for span, kind, value, more in rows
    ]


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "先说三斤。共一万五千吨，另五人。"
    assert [text[q.start : q.end] for q in read(text, 5, 13)] == ["一万五千吨"]


def test_words_before_the_part_are_not_looked_at() -> None:
    text = "增加百分之五"
    assert read(text, 2)[0].relation is Relation.NONE
    assert read(text)[0].relation is Relation.INCREASE_BY


def test_makes_whole_quantities() -> None:
    for quantity in read("三斤，第二，五月一日，百分之三，（一），两倍", year=1950):
        assert Quantity(**quantity._asdict()) == quantity
        assert isinstance(quantity, Quantity)
