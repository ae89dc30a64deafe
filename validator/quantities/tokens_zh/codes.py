"""Figures that are a time, a date or an identifier, and numerals in the name of a make or a race."""

from __future__ import annotations

from duizhao.regex import regex
from duizhao.validator.quantities import numeral_zh
from duizhao.validator.quantities.lexicon.classes import BIT
from duizhao.validator.quantities.numeral_zh import FIGURES, ONES
from duizhao.validator.quantities.tokens import Token
from duizhao.validator.quantities.tokens_zh.stretch import ChineseStretch
from duizhao.validator.quantities.tokens_zh.words import word_at

_ASCII = regex(
    r"[A-Za-z0-9](?:[A-Za-z0-9.,/_%×*~—–−-]|\+(?!\d)|:(?=//?[A-Za-z0-9]|[A-Za-z0-9])|@(?=[A-Za-z0-9])){0,200}"
)
"""What an identifier may consist of; not to the end of a table, which would be read anew at each figure of it."""
_LETTERS = regex(r"[A-Za-z]+")
_PIECES = regex(
    r"\d[\d,]*(?:\.\d+)?(?:[kcmd]?m[23]|[A-Za-z]*%?)(?:[-~—–/×*]\d[\d,]*(?:\.\d+)?[A-Za-z]*)?(?:/[A-Za-z]+)?[%-]?"
)
"""One or two figures with their units, which are no identifier: 3-5km, 20kg/ha."""
_PLAIN = regex(r"[0-9]{1,12}(?![0-9A-Za-z.,/_+%×*~—–:：@-])")
"""Figures that are neither time nor date nor part of an identifier; longer rows go the longer way."""
_GLUE = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-−—_./@")
"""What makes figures behind it part of an identifier."""
_ABBREVIATED = regex("[A-Z]{2,5}[0-9]{1,4}(?:周年|週年|年来|年來|年间|年間|[万亿萬億])")
"""An abbreviation before a number: GDP15年来, IP15周年. What stands behind these figures counts no model."""
_CLOCK = regex(r"([01]?\d|2[0-4])[:：]([0-5]\d)(?:[:：]([0-5]\d))?(?![\d:：])")
_ISO = regex(r"(1[89]\d\d|20\d\d)([-/.])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?![\d.])")
_YEAR_MONTH = regex(r"(1[89]\d\d|20\d\d)([-/.])(0[1-9]|1[0-2])(?![\d.\-/])")


_STROKES = frozenset("、．.·・")
"""What a letter is dated with between year, month and day."""
_YEAR_LENGTH = 4
_STROKED = regex(
    rf"([1１一][8-9８９八九][{FIGURES}{ONES}]{{2}})([、．.·・])([{FIGURES}{ONES}十]{{1,2}})\2([{FIGURES}{ONES}十廿卅]{{1,3}})"
    r"(?=日?(?:$|[）)\]】\s，。；于於晨晚夜]))日?"
)
_MONTHS, _LONGEST_MONTH = 12, 31


def stroked_date(stretch: ChineseStretch, at: int) -> Token | None:
    """The date that a letter is signed with: 一九五一、八、二五, 一九五一．八．二五."""
    if stretch.text[at + _YEAR_LENGTH : at + _YEAR_LENGTH + 1] not in _STROKES:
        return None
    found = _STROKED.match(stretch.text, at, stretch.stop)
    if found is None:
        return None
    year, month, day = (next((int(one.low) for one in numeral_zh.read(found[n])), 0) for n in (1, 3, 4))
    if not (1 <= month <= _MONTHS and 1 <= day <= _LONGEST_MONTH):
        return None
    return Token(at, found.end(), BIT["CLOCK"], word=f"{year}-{month}-{day}")


def time_or_code(stretch: ChineseStretch, at: int, floor: int) -> Token | None:
    """Figures that are a time, a date or an identifier rather than a number."""
    text = stretch.text
    if _PLAIN.match(text, at, stretch.stop) and (at == floor or text[at - 1] not in _GLUE):
        return None
    # The narrower shape comes first: a whole date begins with a year and a month.
    clock = _CLOCK.match(text, at, stretch.stop)
    if clock:
        return Token(at, clock.end(), BIT["CLOCK"], word=f"{int(clock[1])}:{clock[2]}")
    iso = _ISO.match(text, at, stretch.stop)
    if iso:
        return Token(at, iso.end(), BIT["CLOCK"], word=f"{iso[1]}-{int(iso[3])}-{int(iso[4])}")
    month = _YEAR_MONTH.match(text, at, stretch.stop)
    # 1958.05万 is a decimal with its scale.
    if month and not (month[2] == "." and _is_known(stretch, month.end())):
        return Token(at, month.end(), BIT["CLOCK"], word=f"{month[1]}-{int(month[3])}")
    begin = at
    while begin > floor and (
        (text[begin - 1].isascii() and text[begin - 1].isalnum()) or text[begin - 1] in "-−—_./@:"
    ):
        begin -= 1
    while begin < at and not text[begin].isalnum():
        begin += 1
    word = _ASCII.match(text, begin, stretch.stop)
    if word is None:
        return None
    # What ends a sentence, or begins the next figure, belongs to no identifier.
    whole = word[0].rstrip(".,:/-+—–~×*")
    end = begin + len(whole)
    if begin < at and any(char.isalpha() for char in whole[: at - begin]):
        # RM20 and US$20: letters of a currency are followed by a number.
        prefix = stretch.tables.ahead.get(whole[: at - begin])
        number = (prefix is not None and prefix.mask & BIT["CUR"]) or _ABBREVIATED.match(text, begin, stretch.stop)
        return None if number else Token(begin, end, BIT["CODE"])
    if whole.isdigit():
        return None
    # 40×60×80 and 2*3 are no amounts, though each figure would be.
    if not _PIECES.fullmatch(whole) or "×" in whole or "*" in whole:
        return Token(begin, end, BIT["CODE"])
    # Letters that are no unit make an identifier of the whole: 3-5km has none of them.
    for letters in _LETTERS.finditer(whole):
        if not _is_known(stretch, begin + letters.start()):
            return Token(begin, end, BIT["CODE"])
    return None


def _is_known(stretch: ChineseStretch, at: int) -> bool:
    """Whether a unit or a scale stands there."""
    return at < stretch.stop and (stretch.text[at] in "十百千万亿萬億" or word_at(stretch, at) is not None)


_WIDE_FIGURES = frozenset("０１２３４５６７８９")
_WIDE_MODEL = regex("[０-９]{1,4}(?:型|式|号|號)?")
_MAKE = regex("[A-ZＡ-Ｚ][-—－–]$")
"""Ｃ—１３０型."""
_CAPITALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ")
_MODEL = regex(f"[{ONES}]{{2,4}}(?:[式型号](?!机|炮|枪))?(?![{ONES}十百千万亿两])|[{ONES}][式型]")
"""F八○式, B二九: the name of a make."""
_TIMES_SIGNS = frozenset("乘×xX")
_RELAY = regex(f"[{ONES}十][乘×xX][一二四五八]百(?:公尺|米|碼|码)?")
"""四乘一百公尺: the name of a race."""


def make_or_race(stretch: ChineseStretch, at: int) -> Token | None:
    """A numeral in the name of a make or a race."""
    text = stretch.text
    if (
        text[at] in _WIDE_FIGURES
        and (found := _WIDE_MODEL.match(text, at, stretch.stop)) is not None
        and _MAKE.search(text, max(0, at - 2), at) is not None  # it looks at a letter and a dash
    ):
        return Token(at, found.end(), BIT["CODE"])
    named = at > stretch.floor and (text[at - 1] in _CAPITALS or _MAKE.search(text, max(0, at - 2), at) is not None)
    if named and (found := _MODEL.match(text, at, stretch.stop)) is not None:
        return Token(at, found.end(), BIT["CODE"])
    if text[at + 1 : at + 2] in _TIMES_SIGNS and (found := _RELAY.match(text, at, stretch.stop)) is not None:
        return Token(at, found.end(), BIT["CODE"])
    return None
