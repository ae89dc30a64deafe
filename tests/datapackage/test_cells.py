from __future__ import annotations

import csv
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duizhao.datapackage.format import cells

TEXTS = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("=+-@'＝ \t\n\",1"), max_size=12)


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+86 people", "'+86 people"),
        ("- first", "'- first"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("＝1", "'＝1"),
        ("\t=1", "' =1"),
        ("'=1", "''=1"),
        ("-12", "-12"),
        ("-3/4", "-3/4"),
        ("+1.5", "+1.5"),
        ("-29..-21", "-29..-21"),
        ("-3/4..1/2", "-3/4..1/2"),
        ("-29-21", "'-29-21"),
        ("-29..A1", "'-29..A1"),
        ("-12%", "'-12%"),
        ("'tis", "'tis"),
        ("a=b", "a=b"),
        ("a\x07b\x85c", "a\ufffdb\ufffdc"),
        ("a\tb\nc", "a b\nc"),
        ("", ""),
    ],
)
def test_text(text: str, cell: str) -> None:
    assert cells.text(text) == cell


@given(TEXTS)
def test_guarding_can_be_undone(text: str) -> None:
    guarded = cells.guard(text)
    assert cells.unguard(guarded) == text
    assert not cells.runs(guarded) or guarded.startswith("'")


@given(TEXTS)
def test_no_cell_holds_a_control_character(text: str) -> None:
    assert not any(char < " " or "\x7f" <= char <= "\x9f" for char in cells.clean(text).replace("\n", ""))


@given(st.lists(TEXTS.map(cells.clean), min_size=2, max_size=5))
def test_a_line_is_read_as_it_was_written(row: list[str]) -> None:
    line = cells.line(row)
    assert next(csv.reader(line.splitlines(keepends=True) if "\n" not in line[:-1] else _lines(line))) == row


def _lines(line: str) -> list[str]:
    return [part + "\n" for part in line[:-1].split("\n")]


@pytest.mark.parametrize(
    ("number", "exact", "decimal"),
    [
        (15000, "15000", "15000"),
        (-3, "-3", "-3"),
        (Fraction(1, 20), "1/20", "0.05"),
        (Fraction(-5, 2), "-5/2", "-2.5"),
        (Fraction(2, 3), "2/3", "0.666666666666667"),
        (Fraction(1, 10**9), "1/1000000000", "0.000000001"),
        (10**30, "1" + "0" * 30, "1" + "0" * 30),
        (Fraction(10**30, 7), f"{10**30}/7", "142857142857143000000000000000"),
    ],
)
def test_numbers(number: int | Fraction, exact: str, decimal: str) -> None:
    assert cells.exact(number) == exact
    assert cells.decimal(number) == decimal
