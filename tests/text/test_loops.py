"""Text that goes round in circles."""

from __future__ import annotations

import random

import pytest

from duizhao.validator.text.loops import loops


def letters(count: int) -> str:
    """So many letters that do not repeat."""
    drawn = random.Random(1)  # noqa: S311  no secret
    return "".join(drawn.choice("abcdefghijklmnop") for _ in range(count))


@pytest.mark.parametrize(
    ("text", "unit", "step", "expected"),
    [
        ("abcd" * 3, 4, 4, [(0, 12, 3)]),
        ("abcd" * 2 + "abc", 4, 4, []),
        ("xyabcdef" * 3, 4, 1, [(0, 24, 3)]),
        ("hello abcdabcdabcdabcd end", 4, 2, [(6, 22, 4)]),
        ("-" * 40, 4, 4, []),  # a rule
        ("aab" * 5, 4, 1, []),
        ("abc" * 5, 3, 1, [(0, 15, 5)]),  # as many letters as it has
        ("abc." * 5, 4, 1, []),
        (letters(600) * 3, 20, 20, [(0, 1800, 3)]),
        (letters(601) * 3, 20, 20, []),
        ("one " + "abcdef" * 3 + "abcdeg  " + "ghijkl" * 3, 6, 2, [(4, 22, 3), (30, 48, 3)]),
    ],
)
def test_loops(text: str, unit: int, step: int, expected: list[tuple[int, int, int]]) -> None:
    assert list(loops(text, 0, unit=unit, step=step)) == expected


@pytest.mark.parametrize(
    ("text", "start", "expected"),
    [
        ("a" * 8, 0, [(0, 8, 8)]),  # room for two probes
        ("a" * 7, 0, []),
        ("abcd" * 5, 3, [(3, 19, 4)]),  # nothing before the start is looked at
        ("abcd" * 4, 5, []),
        ("....abcdabcdabcdabcd", 0, [(4, 20, 4)]),
        ("abcd" * 4 + "efgh" * 4, 0, [(0, 16, 4), (16, 32, 4)]),
        ("", 0, []),
    ],
)
def test_where_a_loop_may_begin_and_end(text: str, start: int, expected: list[tuple[int, int, int]]) -> None:
    assert list(loops(text, start, unit=4, step=1)) == expected


def test_a_probe_within_a_loop_finds_where_it_began() -> None:
    text = "one two abcdabcdabcdabcdabcd."
    assert list(loops(text, 0, unit=4, step=10)) == [(8, 26, 4)]
    assert list(loops(text, 0, unit=4, step=9)) == [(8, 25, 4)]
