"""No text breaks the reader of quantities, and its time grows with length only."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from timing import seconds_to_read

from duizhao.validator.quantities.model import Kind
from duizhao.validator.quantities.read import clusters

CHARS = (
    "零○一二三四五六七八九十百千万亿兆廿壹贰仟陆两半几多数余来左右上下近约超过第初今去昨本年月日号时点分秒斤角元石斗寸个人旅区"
    "团度倍番成折之至到又比—-～、，。（）“”％%.．·×□:：/+ 0123456789１２Akm\n\t"
)
PATTERNS = [
    "一", "万", "1", "1,", "一、", "至一", "百分之", "一点", "年", "第一", "半", "（一）", "×", "1/", "1-", "斤半",
    "几", "三个半", "零", "超过百分之一", "一又", "十月", " 1", "多一", "“一", "A1", "1A", "今年", "一斤一两", "1.",
    "1:2", "上下", "一百二三", "亿万", "三四五", "统一一", "（", "（（一", "甲、", "点五", "两两", "月息六厘",
]  # fmt: skip
DIGITS = "".join(chr(code) for code in range(sys.maxunicode) if unicodedata.category(chr(code)) in {"Nd", "Nl", "No"})


@given(st.text(CHARS, max_size=40), st.sampled_from([None, 1946, 1960]))
@settings(max_examples=300, deadline=None)
def test_offsets_are_sane(text: str, year: int | None) -> None:
    last = 0
    for cluster in clusters(text, "zh", year=year):
        assert last <= cluster.start < cluster.end <= len(text)
        last = cluster.end
        assert cluster.covers[0].cost == 0
        for cover in cluster.covers:
            for one in cover.quantities:
                assert cluster.start <= one.start < one.end <= cluster.end
                assert one.low <= one.high
                assert (one.kind is Kind.DATE) == (one.date is not None)


@given(st.text(max_size=60), st.sampled_from(["zh", "en"]))
@settings(deadline=None)
def test_any_text_is_read(text: str, language: str) -> None:
    for cluster in clusters(text, language):
        assert 0 <= cluster.start < cluster.end <= len(text)


@pytest.mark.parametrize("text", ["每号", "每號三元", "每一号二十页"])
def test_each_of_what_is_no_unit_is_read(text: str) -> None:
    assert all(
        one.unit for cluster in clusters(text, "zh") for one in cluster.covers[0].quantities if one.name == "per"
    )


@pytest.mark.parametrize("char", "一九1９")
def test_an_endless_numeral_is_one_code(char: str) -> None:
    found = clusters("共" + char * 100_000 + "吨", "zh")
    assert [one.kind for cluster in found for one in cluster.covers[0].quantities][:1] == [Kind.CODE]


def test_every_unicode_digit() -> None:
    for start in range(0, len(DIGITS), 7):
        clusters(DIGITS[start : start + 7], "zh")
    clusters(DIGITS, "zh")


@pytest.mark.parametrize("pattern", PATTERNS)
def test_time_is_linear(pattern: str) -> None:
    clusters(pattern * 50, "zh")  # plans are made once

    short, long = seconds_to_read(pattern * 100, "zh"), seconds_to_read(pattern * 800, "zh")
    assert long < 0.2 or long < 24 * short
