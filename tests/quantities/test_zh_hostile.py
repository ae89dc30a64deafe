"""No text breaks the reader, and time grows with length only."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duizhao.validator.quantities.model import Kind
from duizhao.validator.quantities.zh import read
from duizhao.validator.quantities.zh_numeral import LIMIT

CHARS = (
    "零○一二三四五六七八九十百千万亿兆廿壹贰仟两半几数多余来左右上下近约超过第初今去昨本年月日号时点分秒斤角元石斗寸个人旅区"
    "团度倍番成折之至到—-～、，。（）“”％%.．·×□:：/+ 0123456789１２Ak\n\t"
)
PATTERNS = [
    "一", "万", "1", "1,", "一、", "至一", "百分之", "一点", "年", "第一", "半", "（一）", "×", "1/", "1-",
    "几", "三个半", "零", "超过百分之一", "一又", "十月", " 1", "多一", "“一", "A1", "1A", "今年",
    "一斤一两", "1.", "1:2", "上下", "一百二三", "亿万",
]  # fmt: skip


@given(st.text(CHARS, max_size=40), st.sampled_from([None, 1946, 1960]))
@settings(max_examples=300)
def test_offsets_are_sane(text: str, year: int | None) -> None:
    last = 0
    for quantity in read(text, year=year):
        assert last <= quantity.start < quantity.end <= len(text)
        assert quantity.low <= quantity.high
        assert (quantity.kind is Kind.DATE) == (quantity.date is not None)
        last = quantity.end


@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    for quantity in read(text):
        assert 0 <= quantity.start < quantity.end <= len(text)


@given(st.text(CHARS, max_size=30), st.text(CHARS, max_size=30))
def test_a_part_is_read_as_if_alone(before: str, part: str) -> None:
    shift = len(before)
    alone = [q._replace(start=q.start + shift, end=q.end + shift) for q in read(part)]
    assert read(before + part, shift) == alone


@pytest.mark.parametrize("char", "一九1９")
def test_an_endless_numeral_is_one_code(char: str) -> None:
    (found,) = read("共" + char * 100_000 + "吨")
    assert (found.start, found.end, found.kind) == (1, 100_001, Kind.CODE)


def test_the_longest_numeral() -> None:
    assert read("8" * LIMIT)[0].low == int("8" * LIMIT)
    assert read("8" * (LIMIT + 1))[0].kind is Kind.CODE


@pytest.mark.parametrize("pattern", PATTERNS)
def test_time_grows_with_length(pattern: str) -> None:
    def cost(size: int) -> float:
        text = pattern * (size // len(pattern))
        best = 9.0
        for _ in range(3):
            start = process_time()
            read(text, year=1950)
            best = min(best, process_time() - start)
        return best

    small, large = cost(4_000), cost(16_000)
    assert large < 4 * small * 2 + 0.02
