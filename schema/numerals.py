"""Small numbers as pages, years of an era, months and days are written in Chinese."""

from __future__ import annotations

from duizhao.regex import regex

DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "兩": 2, "两": 2}
_FIRST = {"元": 1, "正": 1, "冬": 11, "臘": 12, "腊": 12}
"""The first year of an era, and months of the lunisolar calendar."""
_PAGE = regex("[〇零一二三四五六七八九十廿]{1,3}")


def small_number(written: str) -> int | None:
    """A number below a hundred in numerals, or any in figures; None for zero.

    >>> [small_number(written) for written in ("12", "二十一", "廿一", "三五", "元", "初五", "〇")]
    [12, 21, 21, 35, 1, 5, None]
    """
    if written.isascii():
        return int(written) or None
    if written in _FIRST:
        return _FIRST[written]
    written = written.removeprefix("初")
    if len(written) == 2 and written[0] in DIGITS and written[1] in DIGITS:  # 三五年, by place
        return DIGITS[written[0]] * 10 + DIGITS[written[1]] or None
    written = {"廿": "二十", "卅": "三十"}.get(written[0], written[0]) + written[1:]
    tens, ten, ones = written.rpartition("十")
    value = (DIGITS.get(tens or "一", 0) * 10 if ten else 0) + (DIGITS.get(ones, 0) if ones else 0)
    return value or None


def page_in_numerals(written: str) -> int | None:
    """The number of a page in Chinese numerals; None of anything else.

    >>> page_in_numerals("十二"), page_in_numerals("12"), page_in_numerals("三月")
    (12, None, None)
    """
    return small_number(written) if _PAGE.fullmatch(written) else None
