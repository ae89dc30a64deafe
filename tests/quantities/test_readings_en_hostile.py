"""No English text breaks the reader of quantities, and its time grows with length only."""

from __future__ import annotations

import sys
import unicodedata
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from timing import seconds_to_read

from duizhao.validator.quantities.model import Kind
from duizhao.validator.quantities.read import clusters
from duizhao.validator.quantities.tokens_en.plain import lower

WORDS = [
    "one",
    "two",
    "five",
    "ten",
    "eleven",
    "twenty",
    "thirty",
    "hundred",
    "thousand",
    "million",
    "dozen",
    "half",
    "quarter",
    "third",
    "first",
    "second",
    "twenty-first",
    "a",
    "an",
    "the",
    "of",
    "and",
    "or",
    "to",
    "between",
    "about",
    "over",
    "nearly",
    "at",
    "least",
    "up",
    "percent",
    "points",
    "times",
    "double",
    "May",
    "March",
    "Jan.",
    "5",
    "12",
    "1958",
    "1,000",
    "3.5",
    ".5",
    "3/4",
    "½",
    "5th",
    "60s",
    "$",
    "US$",
    "£",
    "RM",
    "tons",
    "years",
    "old",
    "hours",
    "minutes",
    "ago",
    "o'clock",
    "a.m.",
    "noon",
    "No.",
    "Chapter",
    "II",
    "XIV",
    "-",
    "–",
    "—",
    ",",
    ";",
    ":",
    "(",
    ")",
    "/",
    "*",
    "&nbsp;",
    "\n",
    "\n\n",
    "'",
    "'s",
    "13:55",
    "13:",
    "55",
    "0x81",
    "H5N1",
    "B-2",
    "4,",
    "000",
    "e@x.org",
    "http://a.b/1",
    "2+",
    "~5",
    "x",
    "×",
    "%",
    "°C",
    "below",
    "zero",
    "both",
    "annual",
    "lunar",
    "month",
    "early",
    "this",
    "year",
]
PATTERNS = [
    "one ", "1", "1,", "1, ", "one-", "a ", "half ", "and ", "5 to ", "$", "(", "((1", "one hundred and ",
    "1/", "1-", "1:", "May ",
    "May 5, ", "over ", "ten thousand ", "5 feet ", "the first ", "of ", "'60s ", "2 and a half ", "*5*",
    "&nbsp;5", "a1", "1a", "I ",
    "XX ", "one of the ", "5 percent to ", "few ", "tens of ", "one point one ", "@1", "1.", "second ", "no. 1 ",
]  # fmt: skip
DIGITS = "".join(chr(code) for code in range(sys.maxunicode) if unicodedata.category(chr(code)) in {"Nd", "Nl", "No"})


@given(
    st.lists(st.sampled_from(WORDS), max_size=14), st.sampled_from([" ", "", "  "]), st.sampled_from([None, 1946, 2020])
)
@settings(max_examples=400, deadline=None)
def test_offsets_are_sane(words: list[str], space: str, year: int | None) -> None:
    text = space.join(words)
    last = 0
    for cluster in clusters(text, "en", year=year):
        assert last <= cluster.start < cluster.end <= len(text)
        last = cluster.end
        assert cluster.covers[0].cost == 0
        for cover in cluster.covers:
            for one in cover.quantities:
                assert cluster.start <= one.start < one.end <= cluster.end
                assert one.low <= one.high
                assert (one.kind is Kind.DATE) == (one.date is not None)


@given(st.text(max_size=80))
@settings(deadline=None)
def test_lower_case_keeps_the_length(text: str) -> None:
    assert len(lower(text)) == len(text)


@pytest.mark.parametrize("text", ["5&nbsp;tons", "２５ ｔｏｎｓ", "İ 5 tons", "5&frac12; tons", "*jin*", "15\u202f000"])
def test_what_is_made_plain_keeps_the_length(text: str) -> None:
    assert len(lower(text)) == len(text)


@pytest.mark.parametrize("char", ["1", "9", "1,", "9."])
def test_an_endless_numeral_is_no_quantity(char: str) -> None:
    found = clusters("all " + char * 100_000 + " tons", "en")
    assert all(one.kind is Kind.CODE or one.low < 10**31 for cluster in found for one in cluster.covers[0].quantities)


@pytest.mark.parametrize(
    "text", ["one " * 2000, "(" * 2000 + "5" + ")" * 2000, "[(5 " * 1000, "a hundred and " * 1000, "twenty-" * 1000]
)
def test_long_texts_are_read(text: str) -> None:
    begin = process_time()
    clusters(text, "en")
    assert process_time() - begin < 10


def test_every_unicode_digit() -> None:
    for start in range(0, len(DIGITS), 7):
        clusters(DIGITS[start : start + 7], "en")
    clusters(DIGITS, "en")


@pytest.mark.parametrize("pattern", PATTERNS)
def test_time_is_linear(pattern: str) -> None:
    clusters(pattern * 50, "en")  # plans are made once

    short, long = seconds_to_read(pattern * 500, "en"), seconds_to_read(pattern * 4000, "en")
    assert long < 0.5 or long < 24 * short


@pytest.mark.parametrize("pattern", ["1/", "10/13/", "7:1/", "a1/2"])
def test_a_run_that_goes_on_is_not_read_anew_at_each_figure(pattern: str) -> None:
    clusters(pattern * 50, "en")
    short = min(seconds_to_read(pattern * 1_500, "en") for _ in range(3))
    long = min(seconds_to_read(pattern * 12_000, "en") for _ in range(2))
    assert long < 14 * short
