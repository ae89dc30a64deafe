"""Numerals of both languages in every form that newspapers print, made from a value."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from num2words import num2words

Writer = Callable[[int], str]

ONES = "零一二三四五六七八九"
FULL_WIDTH = str.maketrans("0123456789.,%", "０１２３４５６７８９．，％")
FORMAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")


def section(value: int) -> str:
    """Write 1 to 9999 in place value, with 零 where a place is skipped inside."""
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
    """Write any number with 万 and 亿: 一亿零七百万, and 十五 for fifteen."""
    text = _place_value(value) if value else "零"
    return text.removeprefix("一") if text.startswith("一十") else text


def _place_value(value: int) -> str:
    for size, mark in ((10**8, "亿"), (10**4, "万")):
        head, tail = divmod(value, size)
        if head:
            link = "零" if tail and tail < size // 10 else ""
            return _place_value(head) + mark + link + (_place_value(tail) if tail else "")
    return section(value)


def positional(value: int) -> str:
    """Write figure by figure, as years are: 一三五○."""
    return "".join("○一二三四五六七八九"[int(digit)] for digit in str(value))


def mixed(value: int) -> str:
    """Write 1.5万, 3.2亿 where that is exact, else figures."""
    for size, mark in ((10**8, "亿"), (10**4, "万")):
        if value >= size and value * 1000 % size == 0:
            return decimal(Fraction(value, size)) + mark
    return str(value)


def decimal(value: Fraction) -> str:
    """Write a finite decimal in figures."""
    text = f"{float(value):.6f}".rstrip("0").rstrip(".")
    assert Fraction(text) == value, value
    return text


def decimal_zh(value: Fraction) -> str:
    """Write a finite decimal in characters: 三点二五."""
    whole, _, tail = decimal(value).partition(".")
    return place_value(int(whole)) + ("点" + "".join(ONES[int(digit)] for digit in tail) if tail else "")


def commas(value: int) -> str:
    return f"{value:,}"


def words(value: int) -> str:
    return str(num2words(value)).replace(",", "")


def words_without_and(value: int) -> str:
    return words(value).replace(" and ", " ")


def millions(value: int) -> str:
    """Write 3.2 million where that is exact, else figures with commas."""
    for size, name in ((10**9, "billion"), (10**6, "million")):
        if value >= size and value * 1000 % size == 0:
            return f"{decimal(Fraction(value, size))} {name}"
    return commas(value)


def ordinal(value: int) -> str:
    return str(num2words(value, to="ordinal_num"))


def ordinal_words(value: int) -> str:
    return str(num2words(value, to="ordinal")).replace(",", "")


CHINESE: dict[str, Writer] = {
    "place value": place_value,
    "figures": str,
    "commas": commas,
    "full width": lambda value: commas(value).translate(FULL_WIDTH),
    "mixed": mixed,
    "positional": lambda value: positional(value) if value >= 100 else place_value(value),
}
ENGLISH: dict[str, Writer] = {
    "commas": commas,
    "words": words,
    "no and": words_without_and,
    "millions": millions,
}
