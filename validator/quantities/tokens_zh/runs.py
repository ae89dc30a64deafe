"""A run of characters of a numeral: where it ends, and what it says."""

from __future__ import annotations

from functools import lru_cache

from duizhao.validator.quantities import numeral_zh
from duizhao.validator.quantities.lexicon.classes import BIT
from duizhao.validator.quantities.numeral import Numeral
from duizhao.validator.quantities.numeral_zh import ONES
from duizhao.validator.quantities.tokens import Token, new_token
from duizhao.validator.quantities.tokens_zh.stretch import ChineseStretch


def numeral_of(stretch: ChineseStretch, start: int, end: int) -> Token | None:
    """The numeral that a run is; None where it says nothing (千千万万)."""
    bits, readings = _read(stretch.text[start:end])
    return new_token((start, end, bits, readings, (), "")) if readings else None


@lru_cache(maxsize=8192)  # 480 articles have 3,900 numerals, each of which is asked for seven times
def _read(run: str) -> tuple[int, tuple[Numeral, ...]]:
    """The classes of a run, and its readings."""
    readings = numeral_zh.read(run)
    # 一个 may be no more than "a"; 1个 counts.
    bits = BIT["IDLE"] if run == "一" else 0
    for one in readings:
        bits |= one.mask
    return bits, readings


def trimmed(stretch: ChineseStretch, at: int, end: int) -> int:
    """Where a numeral ends whose last scale belongs to what follows: 七百万千瓦, 十千米, 一两百分之六."""
    text = stretch.text
    last, after = text[end - 1], text[end]
    # 百帕 is a unit: of 五百帕 as well.
    if last == "百" and after == "帕":
        return end - 1
    if (
        last in "千仟"
        and (after in "克米瓦伏卡周赫帕焦" or text.startswith("字节", end))
        and (
            end - at == 1
            or text[end - 2] not in ONES + "两兩"
            or (end - at > 2 and text[end - 3] in ONES)  # 二五○千瓦
            or "十" in text[max(at, end - 3) : end - 1]  # 三十五千伏
            or not numeral_zh.read(text[at:end])
        )
    ):
        return end - 1
    if after == "分" and last in "百千万亿萬億" and text.startswith("分之", end):
        # 五百分之三 is 3/500, 一两百分之六 one tael and 6 percent.
        if end - at == 1:
            return at
        return end - 2 if text[end - 2] in "两兩" and (end - 2 > at or last == "百") else end
    return end
