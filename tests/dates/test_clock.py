"""Times of day in both languages."""

from __future__ import annotations

import pytest

from duizhao.validator.quantities.model import DateParts as D
from duizhao.validator.times.clock import hours, same_time


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (D(hour=3), {3, 15}),
        (D(hour=3, span="pm"), {15}),
        (D(hour=3, span="am"), {3}),
        (D(hour=15), {15}),
        (D(hour=24), {0}),
        (D(hour=8, span="evening"), {20}),
        (D(hour=1, span="evening"), {1}),
        (D(hour=11, span="midnight"), {23}),
        (D(hour=12, span="midnight"), {0}),
        (D(hour=12, span="noon"), {12}),
        (D(hour=1, span="noon"), {13}),
        (D(hour=12, span="am"), {0, 12}),
        (D(hour=12, span="pm"), {12}),
        (D(hour=8, span="pm"), {20}),
        (D(hour=11, span="pm"), {23}),
        (D(span="winter"), set()),
        (D(day=7), set()),
    ],
)
def test_hours(parts: D, expected: set[int]) -> None:
    assert hours(parts) == expected


@pytest.mark.parametrize(
    ("zh", "en", "expected"),
    [
        (D(hour=3, span="pm"), D(hour=15), True),
        (D(hour=3, span="pm"), D(hour=3, span="am"), False),
        (D(hour=3, span="pm"), D(), True),
        (D(hour=12), D(span="noon"), True),
        (D(hour=15), D(span="noon"), False),
        (D(hour=0), D(span="midnight"), True),
        (D(hour=8, minute=30), D(hour=8), False),
        (D(hour=8, minute=0), D(hour=8), True),
        (D(span="evening"), D(span="am"), False),
        (D(span="pm"), D(span="evening"), False),
        (D(span="dusk"), D(span="pm"), True),
        (D(hour=6, span="dusk"), D(hour=18), True),
        (D(hour=8, minute=30), D(hour=8, minute=20), False),
        (D(span="evening"), D(hour=21), True),
        (D(hour=9, span="evening"), D(hour=9, span="pm"), True),
        (D(span="midnight"), D(span="am"), True),
        (D(span="am"), D(span="pm"), False),
    ],
)
def test_same_time(zh: D, en: D, expected: bool) -> None:
    assert same_time(zh, en) is expected
