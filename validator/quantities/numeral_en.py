"""English numerals: from figures or words at a place of a text to their readings.

Read are figures with thousands commas, decimals and fractions (15,000, .5, 3/4, 2 1/2, ½), words (one hundred and five,
nineteen fifty-eight, a dozen, half a million, two and a half), scales behind either (1.5 million), ordinals (7th,
twenty-first), parts (two-thirds, three quarters of a million), open counts (dozens, tens of thousands), Roman numerals
behind a word that asks for one.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from duizhao.validator.quantities.lexicon.classes import BIT
from duizhao.validator.quantities.model import Approx, Form, Number
from duizhao.validator.quantities.numeral import MAX_DIGITS, Numeral, classify, exact


def _count(text: str, first: int = 1, step: int = 1) -> dict[str, int]:
    return {word: first + step * n for n, word in enumerate(text.split())}


ONES = _count("one two three four five six seven eight nine") | {"zero": 0, "nil": 0}
TEENS = _count("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 10)
TENS = _count("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10) | {"fourty": 40, "ninty": 90}
SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
SCALES |= {"quadrillion": 10**15, "dozen": 12, "score": 20, "gross": 144, "lakh": 10**5, "crore": 10**7}
SHORT = {"bn": 10**9, "mn": 10**6, "mln": 10**6, "tn": 10**12, "k": 1000, "m": 10**6, "b": 10**9}
ORDINALS = _count("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth")
ORDINALS |= {f"{word}th": n for word, n in TEENS.items() if n > 12}
TENTHS = {f"{word[:-1]}ieth": n for word, n in TENS.items()}
SCALE_ORDINALS = {f"{word}th": n for word, n in SCALES.items() if n % 100 == 0}
PARTS = {word: n for word, n in (ORDINALS | TENTHS | SCALE_ORDINALS).items() if n > 2}
PARTS |= {f"{word}s": n for word, n in PARTS.items()} | {"quarter": 4, "quarters": 4, "half": 2, "halves": 2}
VULGAR = {"½": Fraction(1, 2), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}
VULGAR |= {"⅕": Fraction(1, 5), "⅖": Fraction(2, 5), "⅗": Fraction(3, 5), "⅘": Fraction(4, 5), "⅙": Fraction(1, 6)}
VULGAR |= {"⅛": Fraction(1, 8), "⅜": Fraction(3, 8), "⅝": Fraction(5, 8), "⅞": Fraction(7, 8)}
PLURALS = {f"{word}s": n for word, n in SCALES.items() if word not in {"gross", "score"}} | {"tens": 10, "scores": 20}
OPENERS = {"several": (3, 9), "a few": (3, 9), "few": (3, 9), "many": (2, 9), "some": (2, 9), "couple of": (2, 2)}

_SMALL = ONES | TEENS | TENS
_WORD = re.compile(r"[a-z]+")
_FIGURES = re.compile(
    r"(?P<thousands>\d{1,3}(?:,\d{3})+(?!\d))(?P<td>\.\d+)?|(?P<whole>\d+)(?P<wd>\.\d+)?|(?P<point>\.\d+)"
)
_FRACTION = re.compile(r"(?:(\d{1,3})[ -])?(\d{1,3})/(\d{1,3})(?![\d/])")
_SEPARATOR = re.compile(r"[ \u00a0]?[-\u2010\u2011 \u00a0\n]?[ ]?")
_SPACED = re.compile(r"\d{1,3}(?:,? \d{3})+(?![\d,.%])")
_TAIL = re.compile(r"(?:st|nd|rd|th)\b")
_ODD = re.compile(r"[- ]?odd\b|\+(?!\d)|-plus\b| plus\b(?! \d)")
_HALF_TAIL = re.compile(r"[ -]and[ -](?:a|one)[ -](half|quarter|third)\b|[ -]and[ -]three[ -](quarter)s\b")
_ROMAN = re.compile(r"(?=[ivxlc])(?:c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})(?![a-z])")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


class Found(NamedTuple):
    """A numeral at a place: where it ends, and what it says."""

    end: int
    numerals: tuple[Numeral, ...]


def read(text: str, at: int) -> list[Found]:
    """The numerals that begin at a place of a text in lower case; the longest and likeliest first.

    Args:
        text: English in lower case.
        at: where a figure or a word begins.
    """
    char = text[at]
    if char.isdecimal() or char == "." or char in VULGAR:
        return _figures(text, at)
    return _words(text, at)


# ---------------------------------------------------------------- figures


def _figures(text: str, at: int) -> list[Found]:
    if text[at] in VULGAR:
        return [_scaled(text, at + 1, VULGAR[text[at]], Form.DIGITS)]
    fraction = _FRACTION.match(text, at)
    if fraction and int(fraction[3]) > 1 and (fraction[1] or int(fraction[2]) < int(fraction[3])):
        value = Fraction(int(fraction[2]), int(fraction[3])) + int(fraction[1] or 0)
        return [_scaled(text, fraction.end(), value, Form.DIGITS)]
    found = _FIGURES.match(text, at)
    if found is None or len(found[0]) > MAX_DIGITS:
        return []
    value, length = _figure_value(found)
    end = found.end()
    if end < len(text) and text[end] in VULGAR:
        return [_scaled(text, end + 1, value + VULGAR[text[end]], Form.DIGITS)]
    tail = _TAIL.match(text, end)
    if tail and value.denominator == 1:
        bits = classify(value, value, ordinal=True)
        return [Found(tail.end(), (Numeral(value, value, Form.DIGITS, mask=bits),))]
    readings = [_scaled(text, end, value, Form.DIGITS, length=length if found["whole"] and not found["wd"] else 0)]
    spaced = _SPACED.match(text, at)
    if spaced:
        joined = int(re.sub(r"[, ]", "", spaced[0]))
        one = Numeral(joined, joined, Form.DIGITS, cost=0.3, mask=classify(joined, joined))
        readings.append(Found(spaced.end(), (one,)))
    return readings


def _figure_value(found: re.Match[str]) -> tuple[Number, int]:
    if found["thousands"]:
        digits, point = found["thousands"].replace(",", ""), found["td"]
    else:
        digits, point = found["whole"] or "0", found["wd"] or found["point"]
    if point:
        return exact(int(digits) + Fraction(int(point[1:]), 10 ** (len(point) - 1))), 0
    return int(digits), len(digits)


def _scaled(text: str, end: int, value: Number, form: Form, length: int = 0, last: int = 1) -> Found:
    """A value with the scales, halves and approximators behind it: 1.5 million, 2 and a half, 60-odd."""
    scale: Number = 1
    while (step := _scale_at(text, end)) is not None:
        end, size = step
        scale *= size
    half = _HALF_TAIL.match(text, end)
    if half:
        value += PARTS_OF[half[1] or half[2]] * (3 if half[2] else 1) * last
        end = half.end()
        if scale == 1 and (step := _scale_at(text, end)) is not None:
            end, size = step
            scale *= size
    odd = _ODD.match(text, end)
    approx = Approx.OVER if odd else Approx.NONE
    end = odd.end() if odd else end
    value = exact(value * scale)
    if scale != 1 and form is Form.DIGITS:
        form = Form.MIXED
    bits = classify(value, value, positional=length > 0 and scale == 1, length=length)
    return Found(end, (Numeral(value, value, form, approx, 0.0, bits, scale),))


PARTS_OF = {"half": Fraction(1, 2), "quarter": Fraction(1, 4), "third": Fraction(1, 3)}


def _scale_at(text: str, end: int) -> tuple[int, int] | None:
    """A scale word behind a numeral: million, hundred thousand, bn."""
    gap = _SEPARATOR.match(text, end)
    begin = gap.end() if gap else end
    word = _WORD.match(text, begin)
    if word is None:
        return None
    size = SCALES.get(word[0]) or SCALES.get(word[0].removesuffix("s"))
    if size is None and word[0] in SHORT and (word[0] not in {"m", "b"}):
        size = SHORT[word[0]]
    if size is None or (size == 20 and word[0] == "score"):
        return None
    return word.end(), size


# ---------------------------------------------------------------- words


def _words(text: str, at: int) -> list[Found]:
    first = _WORD.match(text, at)
    if first is None:
        return []
    word = first[0]
    if word in {"a", "an"}:
        return _articled(text, first.end())
    if word == "half":
        return _half(text, at, first.end())
    if word in PLURALS:
        return _plural(text, word, first.end())
    if word in ORDINALS or word in TENTHS or word in SCALE_ORDINALS:
        value = ORDINALS.get(word) or TENTHS.get(word) or SCALE_ORDINALS[word]
        return [Found(first.end(), (_ordinal(value),))]
    if word in SCALES:
        size = SCALES[word]
        return [_scaled(text, first.end(), size, Form.WORDS)]
    return _spelled(text, at)


def _ordinal(value: int) -> Numeral:
    return Numeral(value, value, Form.WORDS, mask=classify(value, value, ordinal=True))


def _articled(text: str, end: int) -> list[Found]:
    """a hundred, a dozen, a third, a million and a half."""
    gap = _SEPARATOR.match(text, end)
    word = _WORD.match(text, gap.end() if gap else end)
    if word is None:
        return []
    if word[0] in SCALES and word[0] != "gross":
        value = SCALES[word[0]]
        if word[0] in {"hundred", "thousand"}:
            return _spelled(text, word.start())
        return [_scaled(text, word.end(), value, Form.WORDS, last=value)]
    if word[0] in PARTS and word[0] not in {"second"} and not word[0].endswith("s"):
        value_ = Fraction(1, PARTS[word[0]])
        if word[0] == "half":
            return _half(text, word.start(), word.end())
        return [_share(text, word.end(), value_)]
    return []


def _share(text: str, end: int, share: Number) -> Found:
    """A part, perhaps of a scale: three quarters of a million."""
    of = re.compile(r"(?: of)? (?:a|one) (hundred|thousand|million|billion|trillion|dozen)\b|[- ](million|billion|dozen|trillion)\b")
    scale = of.match(text, end)
    if scale:
        value = exact(share * SCALES[scale[1] or scale[2]])
        return Found(scale.end(), (Numeral(value, value, Form.WORDS, mask=classify(value, value)),))
    bits = BIT["NUM"] | BIT["HALF"] if share == Fraction(1, 2) else BIT["NUM"]
    return Found(end, (Numeral(share, share, Form.WORDS, mask=bits),))


def _half(text: str, at: int, end: int) -> list[Found]:
    return [_share(text, end, Fraction(1, 2))]


def _plural(text: str, word: str, end: int) -> list[Found]:
    """dozens, hundreds of thousands, tens of millions: open counts."""
    low: int = PLURALS[word]
    high = low * 10 - 1 if low != 12 else 99
    low *= 2
    if word == "tens":
        low, high = 20, 99
    scale = re.compile(r" of (thousand|million|billion|trillion|hundred|dozen)s\b").match(text, end)
    if scale:
        size = SCALES[scale[1]]
        low, high, end = low * size, (high + 1) * size - 1, scale.end()
    bits = BIT["NUM"] | BIT["OPEN"]
    return [Found(end, (Numeral(low, high, Form.WORDS, Approx.SEVERAL, 0.0, bits),))]


def _spelled(text: str, at: int) -> list[Found]:
    """Words from left to right: three hundred and five thousand, twenty-one, nineteen fifty-eight, two-thirds."""
    steps = _spell(text, at)
    if not steps:
        return []
    readings = [_finish(text, end, value, ordinal) for end, value, ordinal, _ in steps[-1:]]
    # "one hundred and five" may be 100 and 5, "three hundred" no three: only a joint with "and" can be a boundary.
    for end, value, ordinal, joint in reversed(steps[:-1]):
        if joint:
            one = _finish(text, end, value, ordinal)
            readings.append(Found(one.end, tuple(n._replace(cost=n.cost + 0.45) for n in one.numerals)))
            break
    return readings


class _Step(NamedTuple):
    end: int
    value: Number
    ordinal: bool
    joint: bool


def _spell(text: str, at: int) -> list[_Step]:
    """The values that the words give one by one; `joint` marks that "and" follows."""
    total = part = last = 0
    steps: list[_Step] = []
    end = at
    while True:
        word = _WORD.match(text, end)
        if word is None:
            break
        name = word[0]
        if name in ("hundred", "thousand", "million", "billion", "trillion", "dozen"):
            size = SCALES[name]
            if size == 100 or size == 12:
                if part >= 100 and size == 100:
                    break
                part = (part or 1) * size
                last = size
            else:
                total, part, last = total + (part or 1) * size, 0, size
            ordinal = False
        elif name in _SMALL and _fits(part, last, _SMALL[name], steps):
            if steps and 10 <= part < 100 and last in (10, 1) and name in TENS | TEENS and total == 0 and part >= 10:
                part = part * 100 + _SMALL[name]  # nineteen fifty-eight
                last = 10 if name in TENS else 1
            else:
                part += _SMALL[name]
                last = 10 if name in TENS else 1
            ordinal = False
        elif name in ORDINALS or name in TENTHS or name in SCALE_ORDINALS:
            value = ORDINALS.get(name) or TENTHS.get(name) or SCALE_ORDINALS.get(name) or 0
            if not steps or (last == 10 and value > 9) or (last == 1 and name not in SCALE_ORDINALS):
                break
            if name in SCALE_ORDINALS:
                part = (part or 1) * value
            elif last == 0 or last >= 100 or (last == 10 and value < 10):
                part += value
            steps.append(_Step(word.end(), total + part, True, False))
            break
        else:
            break
        end = word.end()
        gap = _joint(text, end, last)
        steps.append(_Step(end, total + part, ordinal, gap is not None and gap[1]))
        if gap is None:
            break
        end = gap[0]
    return steps


_JOINT = re.compile(r"( and |[- \u00a0\u2010\u2011]+(?:and )?)(?=[a-z])")


def _joint(text: str, end: int, last: int) -> tuple[int, bool] | None:
    gap = _JOINT.match(text, end)
    if gap is None:
        return None
    joined = "and" in gap[1]
    if joined and last < 100:
        return None
    return gap.end(), joined


def _fits(part: int, last: int, value: int, steps: list[_Step]) -> bool:
    """Whether a small number may follow: behind a scale, ones behind tens, or the second half of a year."""
    if not steps or last >= 100 or last == 0:
        return True
    if last == 10:
        return 0 < value < 10 or (10 <= value and 10 <= part < 100)
    return 10 <= part < 20 and value >= 10 and len(steps) == 1


def _finish(text: str, end: int, value: Number, ordinal: bool) -> Found:
    if ordinal:
        return Found(end, (_ordinal(int(value)),))
    part = re.compile(r"[- ]([a-z]+)\b").match(text, end)
    if part and part[1] in PARTS and value.denominator == 1 and 0 < value < 100:
        if part[1].endswith("s") or (value == 1 and part[1] not in {"second"}):
            return _share(text, part.end(), Fraction(int(value), PARTS[part[1]]))
    said = _WORD.match(text, text.rfind(" ", 0, end) + 1)
    last = SCALES.get(said[0], 1) if said and said.end() == end else 1
    found = _scaled(text, end, value, Form.WORDS, last=last)
    years = 1000 <= value < 2100 and value % 100 and found.end == end
    if years:
        one = found.numerals[0]
        return Found(end, (one._replace(mask=one.mask | BIT["YEAR4"]),))
    return found


def roman(text: str, at: int) -> Found | None:
    """A Roman numeral of a king, a century, a congress; the caller knows that one may stand there."""
    found = _ROMAN.match(text, at)
    if found is None or not found[0]:
        return None
    total = 0
    values = [_ROMAN_VALUES[char] for char in found[0]]
    for value, following in zip(values, [*values[1:], 0], strict=True):
        total += -value if value < following else value
    return Found(found.end(), (Numeral(total, total, Form.WORDS, mask=classify(total, total, ordinal=True)),))
