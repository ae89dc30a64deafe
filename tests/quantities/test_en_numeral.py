"""Numbers written out by other means are read back exactly."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from duizhao.validator.quantities.en import read
from duizhao.validator.quantities.en_numeral import numeral
from duizhao.validator.quantities.en_value import Shape
from duizhao.validator.quantities.model import Kind, Quantity

INTEGERS = st.one_of(
    st.integers(2, 1000), st.integers(2, 10**16), st.builds(lambda n, e: n * 10**e, *[st.integers(1, 15)] * 2)
)
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}


def only(text: str) -> Quantity:
    (quantity,) = read(text)
    return quantity


def words(value: int, style: str) -> str:
    text: str = num2words(value).replace(",", "")
    if style == "no and":
        text = text.replace(" and ", " ")
    if style == "no hyphens":
        text = text.replace("-", " ")
    return text


@given(INTEGERS, st.sampled_from(["and", "no and", "no hyphens"]))
def test_words(value: int, style: str) -> None:
    text = words(value, style)
    got = only(f"There were {text} men.")
    assert (got.low, got.high, got.end - got.start) == (value, value, len(text))


@given(INTEGERS)
def test_figures_with_commas(value: int) -> None:
    got = only(f"There were {value:,} men.")
    assert (got.kind, got.low, got.high, got.counter) == (Kind.CARDINAL, value, value, "men")


@given(INTEGERS.filter(lambda n: not 1600 <= n < 2100))
def test_figures_without_commas(value: int) -> None:
    got = only(f"They paid {value} yuan for it.")
    assert (got.kind, got.low, got.unit) == (Kind.MEASURE, value, "yuan")


@given(st.integers(10**3, 10**15))
def test_figures_with_blanks(value: int) -> None:
    assert only(f"They paid {value:,} yuan.".replace(",", " ")).low == value


@given(st.integers(0, 10**6), st.integers(1, 4), st.sampled_from([*SCALES, ""]))
def test_decimals(whole: int, places: int, scale: str) -> None:
    value = Fraction(whole, 10**places)
    text = f"{whole // 10**places:,}.{whole % 10**places:0{places}d}"
    got = only(f"It made {text} {scale} tons." if scale else f"It made {text} tons.")
    assert (got.kind, got.low) == (Kind.MEASURE, value * SCALES.get(scale, 1))


@given(st.integers(2, 999), st.sampled_from(list(SCALES)))
def test_figures_before_scale_words(number: int, scale: str) -> None:
    assert only(f"It cost {number} {scale} yuan.").low == number * SCALES[scale]


@given(st.integers(1, 10**6))
def test_ordinals_in_words(value: int) -> None:
    text = num2words(value, to="ordinal").replace(",", "")
    found = numeral(text, 0)
    assert found is not None
    assert (found.low, found.shape, found.end) == (value, Shape.ORDINAL, len(text))


@given(st.integers(1, 10**5))
def test_ordinals_in_figures(value: int) -> None:
    got = only(f"It was the {num2words(value, to='ordinal_num')} Brigade.")
    assert (got.kind, got.low) == (Kind.ORDINAL, value)


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.sampled_from([" to ", "-", " or ", "–"]))
def test_ranges(one: int, other: int, link: str) -> None:
    low, high = sorted((one + 1, one + 2 + other))
    got = only(f"They gave {low:,}{link}{high:,} jin.")
    assert (got.low, got.high, got.unit) == (low, high, "jin")


@pytest.mark.parametrize("text", ["", "men", "and", "a man", "an", "hundredfold", "tenfold", "oneself", "threesome"])
def test_no_numeral(text: str) -> None:
    assert numeral(text, 0) is None


@pytest.mark.parametrize("digits", ["9" * 31, "1" * 100_000])
def test_a_row_of_digits_too_long_is_a_code(digits: str) -> None:
    got = only(f"The label {digits} fell off.")
    assert (got.kind, got.low, got.end - got.start) == (Kind.CODE, int(digits[:30]), len(digits))
