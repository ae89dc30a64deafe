"""What of the figures of a paragraph tells it apart from others, and the Chinese that was left in the English."""

from __future__ import annotations

from collections.abc import Hashable
from fractions import Fraction

import pytest

from duizhao.schema.parse import parse
from duizhao.source import Source
from duizhao.validator.case import Case
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.examples import article_bytes


def case_of(zh: str, en: str) -> Case:
    return Case(parse(Source.decode("a.md", article_bytes({"zh": zh, "en": en}))), Settings())


@pytest.mark.parametrize(
    ("zh", "en", "ours", "theirs"),
    [
        ("有四人。", "There were 4 people.", set(), set()),  # everywhere
        ("有五人。", "There were 5 people.", {5}, {5}),
        ("一半的粮。", "Half of the grain.", {Fraction(1, 2)}, {Fraction(1, 2)}),
        ("五月八日，有三百人。", "On May 8 there were 300.", {300}, {300}),  # dates tell nothing
    ],
)
def test_figures_that_tell_a_paragraph(zh: str, en: str, ours: set[Hashable], theirs: set[Hashable]) -> None:
    (english,), (chinese,) = case_of(zh, en).pieces
    assert (set(chinese.values), set(english.values)) == (ours, theirs)


def test_blanks_of_the_original_count_for_nothing() -> None:
    (english,), (chinese,) = case_of("有　三 百人。", "There were 300.").pieces
    assert (chinese.length, english.length) == (5, 15)


@pytest.mark.parametrize(
    ("en", "expected"),
    [
        ("Output was 五百斤.", [("五百斤", True)]),
        ("Output was 500 jin (五百斤).", [("500 jin", False), ("五百斤", True)]),
        ("Output was 5五百斤 and 600.", [("5", True), ("五百斤", True), ("600", False)]),
        ("Output – ○○ – was 500.", [("○○", True), ("500", False)]),
        ("Output was 3.5万 tons.", [("3.5万", True)]),
        ("Output – as said – was 500.", [("500", False)]),
        ("Output was 500.", [("500", False)]),
    ],
)
def test_chinese_that_was_left_accuses_nobody(en: str, expected: list[tuple[str, bool]]) -> None:
    case = case_of("产粮五百斤。", en)
    found = [one for some in case.readings.en for cluster in some for one in cluster.covers[0].quantities]
    assert [(case.text[one.start : one.end], one.weak) for one in found] == expected
