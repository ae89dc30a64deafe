"""Figures: 15,000, .5, 3/4, 2 1/2, ½, 7th, with scales behind them (1.5 million, 1 billion 200 million)."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

from duizhao.regex import regex
from duizhao.validator.quantities.lexicon.classes import BIT
from duizhao.validator.quantities.model import Approx, Form, Number
from duizhao.validator.quantities.numeral import MAX_DIGITS, Numeral, classify, exact
from duizhao.validator.quantities.numeral_en.clinging import SCALE_RUN, Found, new_found, with_approximator
from duizhao.validator.quantities.numeral_en.words import (
    BY_CLASS,
    MULTIPLIERS,
    ONES,
    PARTS,
    PLURALS,
    SEP,
    SHORT,
    TIMES,
    VULGAR,
    trie,
)

# 1,2345 has no thousands, 1.2.3 no decimals, and a last full stop ends a sentence.
_FIGURES = regex(r"(?P<whole>\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.(?P<wd>\d+)(?![.]?\d))?|\.(?P<point>\d+)")
REGROUPED = regex(
    r"(?=\d{1,4},\d{2,4},\d\d)"
    r"(?:(?=[\d,]{0,24},\d{3}(?!\d))(?=[\d,]{0,24},(?:\d\d|\d{4})(?!\d))\d{1,3}(?:,\d{2,4}){3,6}+|\d{1,4}(?:,\d{4}){2,6}+)"
    r"(?:\.\d++)?(?![\d,])"
)
"""Groups of three and of others in one row, 28,074,10,674, or of four: a number all the same, as no blanks part it."""
# 1/2/58 is a date.
_FRACTION = regex(r"(?:(\d{1,4})(?: and | |-))?(\d{1,3})/(\d{1,3})(?![\d/])")
_SPACED = regex(r"\d{1,3}(?:,? \d{3})+(?![\d%])(?!\.\d|,\d)")
_TAIL = regex(r"(?:st|nd|rd|th)\b| (?:(?<=1 )st|(?<=2 )nd|(?<=3 )rd|(?<=\d )th)\b(?!\.)")
"""What makes an ordinal of a figure; machine translation sets a blank before it: the 26 th."""
_AND = (" and", "-and", "\nand", "  ")
"""How a half tail begins: a look that costs less than its pattern."""
_SHORT_GLUED = regex(r"[mb](?![a-z0-9²³^/])")
"""5m, 3b; not of m² and m/s."""
_HALF_TAIL = regex(rf"{SEP}and{SEP}(?:(?:an?|(?P<n>{trie(ONES)})){SEP})?(?P<part>{trie(PARTS)})(?![a-z])")
_OF = (" of ", " the ")
_MORE = regex(rf"{SEP}(?:and )?(?=\d)")
"""What stands before a smaller part behind a scale: 1 billion 200 million."""


@lru_cache(maxsize=8192)  # years, dates and small figures stand in every article
def _value(whole: str, decimals: str) -> tuple[Number, int]:
    """What figures say, and their bits as they stand."""
    digits = whole.replace(",", "")
    if decimals:
        value: Number = exact(int(digits or "0") + Fraction(int(decimals), 10 ** len(decimals)))
        return value, classify(value, value)
    value = int(digits)
    return value, classify(value, value, positional=len(digits) == len(whole), length=len(digits))


def read_figures(text: str, at: int) -> list[Found]:
    """The numerals that begin with a figure at a place; none where there are more digits than anybody means."""
    if text[at] in VULGAR:
        return [_scaled(text, at + 1, VULGAR[text[at]], 0)]
    found = _FIGURES.match(text, at)
    if found is None or found.end() - at > MAX_DIGITS:
        return []
    value, bits = _value(found["whole"] or "", found["wd"] or found["point"] or "")
    end = found.end()
    char = text[end : end + 1]
    if (char and char in VULGAR) or (char == " " and text[end + 1 : end + 2] in VULGAR and end + 1 < len(text)):
        end += 1 if char in VULGAR else 2
        return [_scaled(text, end, value + VULGAR[text[end - 1]], 0)]
    behind = text[end + 1 : end + 3]
    if char == " " and behind not in _BUSY and behind.isalpha() and behind.isascii() and behind[0] != "k":
        return [new_found((end, _plain(value, bits)))]  # 12 tons: nothing that could belong to the numeral
    if char == "," and behind[:1].isdecimal() and (whole := REGROUPED.match(text, at)) is not None:
        digits, _, decimals = whole[0].replace(",", "").partition(".")
        if len(digits) + len(decimals) <= MAX_DIGITS:
            return [_scaled(text, whole.end(), _value(digits, decimals)[0], -1)]
    readings: list[Found] = []
    if char and char in "/ -" and "/" in text[at : at + _TO_SLASH]:
        fraction = _FRACTION.match(text, at)
        # 5/1 is no share, and .5/2 nothing that anybody writes.
        if fraction is not None and int(fraction[3]) > 1 and found["whole"]:
            readings += _fraction(text, fraction)
    if char and char in " snrt" and (tail := _TAIL.match(text, end)) and value.denominator == 1:
        return [Found(tail.end(), (Numeral(value, value, Form.DIGITS, mask=classify(value, value, ordinal=True)),))]
    plain = _scaled(text, end, value, bits)
    groups = (char == " " and behind[:1].isdecimal()) or (char == "," and behind[:1] == " ")
    spaced = _SPACED.match(text, at) if groups else None
    if spaced and spaced.end() > plain.end:
        one = _scaled(text, spaced.end(), int(re.sub(r"[, ]", "", spaced[0])), -1)
        # A group of noughts is no number; "30, 752" may well be two.
        sure = re.search(r"[, ]0\d\d", spaced[0]) is not None
        price = 0.0 if sure else 0.75 if "," in spaced[0] else 0.1
        one = one._replace(numerals=tuple([n._replace(cost=n.cost + price) for n in one.numerals]))
        readings += [one, plain] if sure else [plain, one]
        return readings
    readings.append(plain)
    if char and char in "mb" and plain.end == end and _SHORT_GLUED.match(text, end):
        more = with_approximator(text, end + 1, _numerals(value, SHORT[char], bits))
        readings.append(
            more._replace(numerals=tuple([one._replace(cost=0.3) for one in more.numerals]))
        )  # rather 5 metres
    return readings


@lru_cache(maxsize=8192)  # as the values, which it is asked with
def _plain(value: Number, bits: int) -> tuple[Numeral, ...]:
    return _numerals(value, 1, bits)


_BUSY = frozenset(
    word[:2]
    for word in (
        *MULTIPLIERS,
        *PLURALS,
        "bn",
        "mn",
        "mln",
        "mio",
        "tn",
        "trn",
        "and",
        "odd",
        "plus",
        "st",
        "nd",
        "rd",
        "th",
    )
)
"""The first letters of words behind figures that may belong to them; "k" alone is another."""
_TO_SLASH = 13
"""Characters from a mixed fraction to its bar: 1958 and 1/2."""


def _fraction(text: str, found: re.Match[str]) -> list[Found]:
    above, below = int(found[2]), int(found[3])
    value = Fraction(above, below)
    if found[1]:
        # A mixed number has a proper fraction: 2 7/5 are three figures.
        if above >= below:
            return []
        value += int(found[1])
    one = _scaled(text, found.end(), value, -1)
    dear = 0.0 if above < below else 0.3  # 7/5 is rather a ratio or a date
    return [one._replace(numerals=tuple([n._replace(cost=dear) for n in one.numerals]))]


def _scaled(text: str, end: int, value: Number, bits: int) -> Found:
    """Figures with the scales, halves and approximators behind them: 1.5 million, 2 and a half, 60-odd."""
    scale: Number = 1
    char = text[end : end + 1]
    if char and (char in " -\n" or char.isalpha()):
        step = SCALE_RUN.match(text, end)
        while step is not None:
            word = step["first"]
            if (word == "k" and step["gap"]) or (word in {"score", "gross"} and not step["gap"]):
                break
            scale *= SHORT.get(word) or TIMES[word]
            end = step.end()
            step = SCALE_RUN.match(text, end)
        if scale == 1 and char in "mb" and (glued := _SHORT_GLUED.match(text, end)):
            return _shortened(text, end, value, bits, glued[0])
        if (
            value >= 1
            and text.startswith(_AND, end)
            and (half := _HALF_TAIL.match(text, end)) is not None
            # "5 and third" are two numbers; 5 and a third, 5 and one third, 5 and half are one.
            and (half["n"] or half["part"] in BY_CLASS["part"] or "and a" in half[0])
            # nor has a year a half, and "half of" begins something else: in 1954 and half of them in May
            and not (scale == 1 and bits > 0 and bits & BIT["YEAR4"])
            and ("and a" in half[0] or not text.startswith(_OF, half.end()))
        ):
            share = Fraction(int(ONES[half["n"]]) if half["n"] else 1, int(PARTS[half["part"]]))
            if share < 1:
                value, end, bits = value + share, half.end(), -1
                if scale == 1 and (step := SCALE_RUN.match(text, end)) is not None and step["gap"]:
                    scale, end = TIMES.get(step["first"], SHORT.get(step["first"], 1)), step.end()
        # "3 dozen 5" are two numbers.
        elif scale > 999 and (more := _MORE.match(text, end)) is not None:
            summed = _summed(text, more.end(), value * scale, scale)
            if summed is not None:
                return summed
    return with_approximator(text, end, _numerals(value, scale, bits))


def _numerals(value: Number, scale: Number, bits: int) -> tuple[Numeral, ...]:
    if scale == 1 and bits > 0:
        return (Numeral(value, value, Form.DIGITS, Approx.NONE, 0.0, bits),)
    value = exact(value * scale)
    form = Form.DIGITS if scale == 1 else Form.MIXED
    return (Numeral(value, value, form, Approx.NONE, 0.0, classify(value, value), scale),)


def _shortened(text: str, end: int, value: Number, bits: int, letter: str) -> Found:
    """5m behind a currency sign is five million; the caller knows of the sign."""
    if re.search(r"[$£€¥]\s?[\d.,]*$", text[max(0, end - 20) : end]) is None:
        return Found(end, _numerals(value, 1, bits))
    return with_approximator(text, end + 1, _numerals(value, SHORT[letter], bits))


def _summed(text: str, at: int, value: Number, scale: Number) -> Found | None:
    """1 billion 200 million: parts that grow smaller, each with a scale."""
    found = _FIGURES.match(text, at)
    if found is None or found.end() - at > MAX_DIGITS:
        return None
    more, bits = _value(found["whole"] or "", found["wd"] or found["point"] or "")
    one = _scaled(text, found.end(), more, bits)
    last = one.numerals[0]
    # "3 thousand 500" and "1 billion and 200 million" are two numbers each.
    if last.low >= scale or last.scale == 1 or "and" in text[at - 5 : at]:
        return None
    total = exact(value + last.low)
    return Found(one.end, (Numeral(total, total, Form.MIXED, last.approx, 0.0, classify(total, total), last.scale),))
