"""Numerals written in every Chinese style read back exactly."""

from __future__ import annotations

from fractions import Fraction

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from duizhao.validator.quantities.model import Approx, Kind
from duizhao.validator.quantities.zh import read
from duizhao.validator.quantities.zh_numeral import LIMIT, numeral, parse

ONES = "零一二三四五六七八九"
FORMAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
FULL_WIDTH = str.maketrans("0123456789.,", "０１２３４５６７８９．，")
UP_TO_10_16 = st.integers(1, 10**16)


def section(value: int) -> str:
    """Write 1 to 9999 in place value."""
    text, gap = "", False
    for size, mark in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // size % 10
        if digit:
            text += ("零" if gap and text else "") + ONES[digit] + mark
            gap = False
        else:
            gap = True
    return text


def place_value(value: int) -> str:
    """Write any number with 万 and 亿."""
    for size, mark in ((10**8, "亿"), (10**4, "万")):
        head, tail = divmod(value, size)
        if head:
            link = "零" if tail and tail < size // 10 else ""
            return place_value(head) + mark + link + (place_value(tail) if tail else "")
    return section(value)


def positional(value: int) -> str:
    return "".join(ONES[int(digit)] for digit in str(value))


def mixed(value: int) -> str:
    """Write 3万4000, 1亿2000万."""
    parts = [(value // 10**8, "亿"), (value // 10**4 % 10**4, "万"), (value % 10**4, "")]
    return "".join(f"{number:04}{mark}" if at else f"{number}{mark}" for at, (number, mark) in enumerate(parts))


def only(text: str) -> tuple[Kind, object, object]:
    found = read(text)
    assert [text[q.start : q.end] for q in found] == [text]
    return found[0].kind, found[0].low, found[0].high


def reads(text: str, value: int | Fraction) -> None:
    """Hold that a numeral with a classifier is read as one count of this value, or has it as a further reading."""
    found = read(text + "座")
    assert [(q.start, q.end) for q in found] == [(0, len(text) + 1)]
    assert value in {found[0].low, *(low for low, _ in found[0].others)}


@given(UP_TO_10_16)
def test_place_value(value: int) -> None:
    assert numeral(place_value(value)) == (value,)
    reads(place_value(value), value)


@given(st.integers(1, 10**16 - 1))
def test_agrees_with_another_library(value: int) -> None:
    assert numeral(cn2an.an2cn(str(value), "low")) == (value,)
    assert numeral(cn2an.an2cn(str(value), "up")) == (value,)


@given(UP_TO_10_16)
def test_formal(value: int) -> None:
    assert numeral(place_value(value).translate(FORMAL)) == (value,)


@given(UP_TO_10_16)
def test_positional(value: int) -> None:
    assert value in numeral(positional(value))


@given(st.integers(10**8, 10**13))
def test_mixed(value: int) -> None:
    assert numeral(mixed(value)) == (value,)


@given(UP_TO_10_16)
def test_figures(value: int) -> None:
    for text in (str(value), f"{value:,}", str(value).translate(FULL_WIDTH), f"{value:,}".translate(FULL_WIDTH)):
        assert numeral(text) == (value,)
        reads(text, value)


@given(st.integers(0, 10**6), st.text("0123456789", min_size=1, max_size=6))
def test_decimals(whole: int, digits: str) -> None:
    exact = Fraction(f"{whole}.{digits}")
    words = (place_value(whole) if whole else "零") + "点" + "".join(ONES[int(digit)] for digit in digits)
    assert numeral(words) == (exact,)
    assert numeral(f"{whole}.{digits}") == (exact,)
    assert numeral(f"{whole}.{digits}万") == (exact * 10**4,)


@given(st.integers(1, 9), st.integers(0, 9))
def test_nian_and_sa(tens: int, ones: int) -> None:
    value = tens * 10 + ones
    tail = ONES[ones] if ones else ""
    for mark, size in (("廿", 20), ("卅", 30), ("卌", 40)):
        assert numeral(mark + tail) == (size + ones,)
    assert numeral(section(value).removeprefix("一") if tens == 1 else section(value)) == (value,)


@given(st.integers(1, 999), st.sampled_from("万亿"), st.sampled_from("多余"))
def test_over_inside_and_behind(value: int, scale: str, over: str) -> None:
    size = {"万": 10**4, "亿": 10**8}[scale]
    for text in (f"{section(value * 10)}{over}{scale}", f"{section(value * 10)}{scale}{over}"):
        read_as = parse(text)
        assert read_as is not None
        assert (read_as.low, read_as.high, read_as.approx) == (value * 10 * size, value * 10 * size, Approx.OVER)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("一百三", (130,)),
        ("三万五", (35000,)),
        ("一千一", (1100,)),
        ("一百零三", (103,)),
        ("二百十八", (218,)),
        ("千五百", (1500,)),
        ("三万万五千万", (350000000,)),
        ("七八十", (70, 80)),
        ("十七八", (17, 18)),
        ("一百二三十", (120, 130)),
        ("四五", (4, 5, 45)),
        ("三五", (3, 5, 35)),
        ("二八", (28,)),
        ("几十", (20, 99)),
        ("十几万", (110000, 199999)),
        ("千千万万", ()),
        ("", ()),
        ("吨", ()),
        ("一" * (LIMIT + 1), ()),
    ],
)
def test_readings(text: str, values: tuple[int, ...]) -> None:
    assert numeral(text) == values


def test_a_classifier_is_part_of_the_span() -> None:
    assert only("五百人") == (Kind.CARDINAL, 500, 500)
