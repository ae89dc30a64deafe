"""Nothing breaks the reader, and nothing makes it slow."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from duizhao.validator.quantities import en_words as w
from duizhao.validator.quantities.en import read

WORDS = [*w.SMALL, *w.SCALES, *w.PLURALS, *w.ORDINALS, *w.MONTHS, *w.FACTORS, *w.FOLDS, *w.TIMES, *w.DECADES, *w.PAIRS]
MARKS = [
    "and",
    "a",
    "half",
    "of",
    "to",
    "or",
    "-",
    ",",
    ".",
    " ",
    "\n",
    "%",
    "$",
    "US$",
    "(",
    ")",
    '"',
    "×",
    "½",
    "/",
    ":",
]
MORE = [
    "0",
    "3",
    "19",
    "1950",
    "th",
    "s",
    "times",
    "percent",
    "mu",
    "fen",
    "jin",
    "liang",
    "from",
    "between",
    "on the",
    "X",
]
pieces = st.lists(st.sampled_from([*WORDS, *MARKS, *MORE]), max_size=16)


@given(pieces, st.sampled_from(["", " "]), st.sampled_from([str.lower, str.title, str.upper]))
@example(["this ", "year", "before", "last"], "", str.lower)
@settings(max_examples=400)
def test_offsets_are_sane(parts: list[str], glue: str, case: object) -> None:
    text = case(glue.join(parts))  # type: ignore[operator]
    end = 0
    for quantity in read(text):
        assert end <= quantity.start < quantity.end <= len(text)
        assert quantity.low <= quantity.high
        end = quantity.end


@given(st.text())
@example("İ 15,000 tons")
@example("ẞ１２ﬃ三")
def test_any_text(text: str) -> None:
    assert all(0 <= q.start < q.end <= len(text) for q in read(text))


def test_letters_that_grow_in_lower_case_move_nothing() -> None:
    text = "İİİ made 15,000 tons"
    assert [text[q.start : q.end] for q in read(text)] == ["15,000 tons"]


def seconds(text: str) -> float:
    best = 9.0
    for _ in range(3):
        begin = time.process_time()
        read(text)
        best = min(best, time.process_time() - begin)
    return best


UNITS = [
    "1",
    "1,000",
    "1,000,",
    "1.",
    "1 000 ",
    "1-",
    "1/",
    "one ",
    "one-",
    "two hundred and ",
    "million ",
    "a ",
    "half ",
]
UNITS += [
    "point one ",
    "6 jin ",
    "4 dou, ",
    "May 5, ",
    "from 1 to ",
    "$",
    "(1",
    '"1',
    "×",
    "no more than ",
    "increased by ",
]
UNITS += [
    "of thousands ",
    "several ",
    "1st, ",
    "ii ",
    "the year before ",
    "B-",
    "a1",
    "\t",
    "5 and ",
    "12:",
    "per cent ",
]


@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_with_the_text(unit: str) -> None:
    short, long = unit * 500, unit * 4000
    assert seconds(long) < 8 * 4 * max(seconds(short), 0.0003)
