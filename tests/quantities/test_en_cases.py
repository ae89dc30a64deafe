"""Every way of writing a number or a date in English that the papers use, one row each."""

from __future__ import annotations

import os
from fractions import Fraction
from typing import Any

import pytest
import yaml

from duizhao.validator.quantities.en import read
from duizhao.validator.quantities.model import Approx, DateParts, Form, Kind, Quantity, Relation

with open(os.path.join(os.path.dirname(__file__), "en_cases.yaml"), encoding="utf-8") as file:
    TABLE: dict[str, list[dict[str, Any]]] = yaml.safe_load(file)
FRAMES = ["{}", "\n\t{}\n", "It was so, and {}, as they said."]
"""The last one is for texts that may stand within a sentence."""
CASES = [
    pytest.param(case, frame, id=f"{group}-{case['text']}-{case.get('year', '')}-{place}")
    for group, cases in TABLE.items()
    for case in cases
    for place, frame in enumerate(FRAMES)
    if place < 2 or (case["text"][0].islower() and group != "markers and codes")
]
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


@pytest.mark.parametrize(("case", "frame"), CASES)
def test_reads(case: dict[str, Any], frame: str) -> None:
    text = frame.format(case["text"])
    rows = [(*row, {})[:4] for row in case["read"]]
    found = read(text, year=case.get("year"))
    got = [fields(quantity, text, more) for quantity, (*_, more) in zip(found, rows, strict=False)]
    got += [fields(quantity, text, {}) for quantity in found[len(rows) :]]
    assert got == [
        (span, Kind[kind], *bounds(value), *(expected(name, value) for name, value in more.items()))
        for span, kind, value, more in rows
    ]


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "First 3 jin. In all 15,000 tons, and 5 men."
    assert [text[q.start : q.end] for q in read(text, 12, 32)] == ["15,000 tons"]


@pytest.mark.parametrize("text", ["", " ", "\n", "No numbers here.", "I", "$", "×", "March", "a", "half-", "of the"])
def test_reads_nothing(text: str) -> None:
    assert [q for q in read(text) if not q.weak] == []
