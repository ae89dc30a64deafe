"""Text that went through the wrong encoding."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from duizhao.regex import regex
from duizhao.source import Span
from duizhao.validator.text.scripts import LanguageText, count_han

# What Windows-1252 makes of the bytes 80 to BF, with which every character of UTF-8 goes on.
_HIGH = (
    "\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201a\u201c-\u201e"
)
_HIGH += "\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122"
_UTF8_AS_1252 = regex(f"(?:[\u00c2\u00c3][{_HIGH}]|[\u00e2-\u00ef][{_HIGH}]{{2}})+")
# Two characters at least: fewer letters with accents are a name.
_GB_AS_LATIN1 = regex("[\u00a1-\u00fe]{4,400}")
# 锟斤拷 is U+FFFD twice as UTF-8, read as GBK; 烫 and 屯 are memory that nobody wrote to.
_RUINS = regex("(?:锟斤拷|锟斤|斤拷|烫烫烫|屯屯屯)+")
_UTF8_AS_GBK = regex("[\u3400-\u9fff\ue000-\uf8ff\u20ac]{2,400}")
_RUIN_MARKS = frozenset("锟烫屯")
_GBK_MARKS = frozenset("锛銆鈥鐨涓")
"""What the commonest bytes of UTF-8 text (，。’的 and 中) look like as GBK."""


def mojibake(half: LanguageText) -> Iterator[tuple[Span, str]]:
    """Each stretch, with what it was before, or '' where that cannot be known."""
    found: list[tuple[int, int, str]] = []
    if "accented" in half.kinds:
        found += _found(_UTF8_AS_1252, half.text, _from_1252)
        found += _found(_GB_AS_LATIN1, half.text, _from_latin1)
    if not half.characters.isdisjoint(_RUIN_MARKS):
        found += [(*match.span(), "") for match in _RUINS.finditer(half.text)]
    if not half.characters.isdisjoint(_GBK_MARKS):
        found += _found(_UTF8_AS_GBK, half.text, _from_gbk)
    end = 0
    for start, stop, meant in sorted(found):
        if start >= end:
            yield Span(half.start + start, half.start + stop), meant
            end = stop


def _found(pattern: re.Pattern[str], text: str, back: Callable[[str], str]) -> list[tuple[int, int, str]]:
    return [(*match.span(), meant) for match in pattern.finditer(text) if (meant := back(match[0]))]


def _bytes_of_1252(text: str) -> bytes:
    """Windows-1252, its five holes filled as browsers do."""
    return b"".join(bytes([ord(c)]) if ord(c) < 0x100 else c.encode("cp1252", "ignore") for c in text)


def _from_1252(text: str) -> str:
    try:
        meant = _bytes_of_1252(text).decode("utf-8")
    except UnicodeDecodeError:
        return ""
    # Decoding has to make it shorter; what stays as long was right already.
    return meant if len(meant) < len(text) else ""


def _from_latin1(text: str) -> str:
    try:
        meant = text.encode("latin-1").decode("gb2312")
    except UnicodeDecodeError:
        return ""
    # GB 2312 has signs and blanks for many pairs of accents: half of it has to be Chinese.
    return meant if 2 * count_han(meant) > len(meant) else ""


def _from_gbk(text: str) -> str:
    """What remains readable; the last byte of an odd number was lost, and is left out."""
    if _GBK_MARKS.isdisjoint(text):
        return ""
    # Odd bytes were lost where characters were cut in half.
    meant = text.encode("gbk", "ignore").decode("utf-8", "ignore")
    # Most of it has to be common Chinese, and enough has to be left: rare characters of the right kind decode as well.
    common = sum(1 for c in meant if "\u4e00" <= c <= "\u9fff" or c in "，。、“”’！？")
    return meant if common >= 0.8 * len(meant) and 3 * len(meant) >= 1.6 * len(text) else ""
