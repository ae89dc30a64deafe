"""English numerals: from figures or words at a place of a text to their readings.

Read are figures with thousands commas, decimals and fractions (15,000, .5, 3/4, 2 1/2, ½), words (one hundred and five,
nineteen fifty-eight, a dozen, half a million, two and a half, eighteen point two five), scales behind either (1.5
million), ordinals (7th, twenty-first), parts (two-thirds, three quarters of a million), open counts (dozens, tens of
thousands, several hundred), Roman numerals behind a word that asks for one.

The words and their values stand in `lexicon/numerals.en.tsv`.  A numeral in words is cut out as a whole, and what its
words say is kept, so that the second "twenty-five million" of a text costs one look into a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache, partial
from typing import NamedTuple

from duizhao.validator.quantities.lexicon import number, rows, words
from duizhao.validator.quantities.lexicon.classes import BIT
from duizhao.validator.quantities.model import Approx, Form, Number
from duizhao.validator.quantities.numeral import MAX_DIGITS, Numeral, classify, exact


def trie(some: Iterable[str]) -> str:
    """A regular expression for any of some words, which tries each letter once."""
    root: dict[str, dict] = {}  # type: ignore[type-arg]
    for word in some:
        node = root
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return _trie(root)


def _trie(node: dict[str, dict]) -> str:  # type: ignore[type-arg]
    ways = [re.escape(char) + _trie(rest) for char, rest in sorted(node.items()) if char]
    if not ways:
        return ""
    body = ways[0] if len(ways) == 1 and "" not in node else f"(?:{'|'.join(ways)})"
    return body + ("?" if "" in node else "")


def _table() -> dict[str, dict[str, Number]]:
    found: dict[str, dict[str, Number]] = {}
    for row in rows("numerals.en.tsv"):
        for word in words(row["words"]):
            found.setdefault(row["class"], {})[word] = number(row["value"])
    return found


_T = _table()
ONES, TEENS, TENS = _T["one"], _T["teen"], _T["ten"]
SCALES = _T["scale"]
SHORT = _T["short"]
_HUNDRED, _DOZEN = _T["hundred"], _T["dozen"] | _T["score"] | _T["gross"]
_ORD_ONE, _ORD_TEEN, _ORD_TEN, _ORD_SCALE = _T["ord-one"], _T["ord-teen"], _T["ord-ten"], _T["ord-scale"]
ORDINALS = _ORD_ONE | _ORD_TEEN | _ORD_TEN | _ORD_SCALE
PARTS = {word: n for word, n in ORDINALS.items() if n > 2} | _T["part"]
PARTS |= {f"{word}s": n for word, n in PARTS.items() if word not in _T["part"]}
PLURALS, OPEN, VULGAR, _ROMAN_VALUES = _T["plural"], _T["open"], _T["vulgar"], _T["roman"]
SMALL = ONES | TEENS | TENS
_MULTIPLIERS = _HUNDRED | _DOZEN | SCALES
_TIMES = _MULTIPLIERS | PLURALS | {"thousand": 1000}
_DIGITS = ONES | _T["oh"]
HEADS = frozenset((*SMALL, *ORDINALS, *_MULTIPLIERS, *PLURALS, *OPEN, "half", "halves", "quarter", "quarters")) - {
    "gross",
    "score",
    "naught",
    "couple",
}
"""Words that may begin a numeral."""
VULGARS = "".join(VULGAR)

_ALL = frozenset((*HEADS, *PARTS, "point", "oh", "o", "score", "gross", "couple"))
_SEP = r"(?: {1,8}(?:- ?)?|-\n?|\n)"
_WORDS = trie(_ALL)
_RUN = re.compile(
    rf"(?:an?{_SEP})?{_WORDS}(?![a-z])(?:{_SEP}(?:(?:and|of){_SEP})?(?:an?{_SEP})?(?:(?:half|quarter|third){_SEP}(?:of{_SEP})?(?:an?{_SEP})?)?{_WORDS}(?![a-z])){{0,24}}"
)
_WORD = re.compile(r"[a-z]+")
_FIGURES = re.compile(r"(?P<whole>\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.(?P<wd>\d+)(?![.]?\d))?|\.(?P<point>\d+)")
_FRACTION = re.compile(r"(?:(\d{1,4})(?: and | |-))?(\d{1,3})/(\d{1,3})(?![\d/])")
_SPACED = re.compile(r"\d{1,3}(?:,? \d{3})+(?![\d%])(?!\.\d|,\d)")
_TAIL = re.compile(r"(?:st|nd|rd|th)\b| (?:(?<=1 )st|(?<=2 )nd|(?<=3 )rd|(?<=\d )th)\b(?!\.)")
"""What makes an ordinal of a figure; machine translation sets a blank before it: the 26 th."""
_ODD = re.compile(r"[- ]?odd\b|\+(?!\d)|[- ]plus\b(?! \w)|-plus\b|-some\b")
_ODD_WORDS = (" odd", " plus")
_AND = (" and", "-and", "\nand", "  ")
_SCALE_RUN = re.compile(
    rf"(?P<gap>{_SEP})?(?P<first>{trie((*_MULTIPLIERS, *PLURALS, 'bn', 'mn', 'mln', 'mio', 'tn', 'trn', 'k'))})(?![a-z])"
)
_SHORT_GLUED = re.compile(r"[mb](?![a-z0-9²³^/])")
_HALF_TAIL = re.compile(rf"{_SEP}and{_SEP}(?:(?:an?|(?P<n>{trie(ONES)})){_SEP})?(?P<part>{trie(PARTS)})(?![a-z])")
_MORE = re.compile(rf"{_SEP}(?:and )?(?=\d)")
_OF_SCALE = re.compile(
    rf"(?:{_SEP}of)?{_SEP}(?:an?|one){_SEP}(hundred|thousand|million|billion|trillion|dozen)(?![a-z])|{_SEP}(million|billion|dozen|trillion|thousand)(?![a-z])"
)
_NOT_A_PART = re.compile(
    r"-(?:grade|year|class|rate|floor|place|largest|biggest|generation|form|party|hand|quarter|century|most|ranked|seed)|s?[ -](?:places?|prizes?|grade|floor|time)\b"
)
_ROMAN = re.compile(r"(?=[ivxlc])(?:c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})(?![a-z'])")
_HALF = Fraction(1, 2)
_MOST_OPEN = 9
_DOZENS = (20, 99)
"""What dozens and tens come to: 几十 of the other language."""


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
    if char.isalpha() and char not in VULGAR:
        if (either := _EITHER.match(text, at)) is not None:
            return [Found(either.end(), _two_or_three(either))]
        run = _RUN.match(text, at)
        if run is None:
            return []
        end = run.end()
        bar = "-" if _NOT_A_PART.match(text, end) else ""
        return [
            Found(at + length, numerals) if not odd else _odd(text, at + length, numerals)
            for length, numerals, odd in _spelled(run[0], bar)
        ]
    return _figures(text, at)


_found = partial(tuple.__new__, Found)
_EITHER = re.compile(
    rf"({trie(SMALL)})[ -](thousand|million|hundred)(?: and)?[ -]({trie(ONES)}) or ({trie(ONES)})[ -](hundred|thousand)(?![a-z])"
)
"""two thousand two or three hundred: 两千二三百."""


def _two_or_three(found: re.Match[str]) -> tuple[Numeral, ...]:
    whole = SMALL[found[1]] * _MULTIPLIERS[found[2]]
    low, high = (exact(whole + ONES[found[n]] * _MULTIPLIERS[found[5]]) for n in (3, 4))
    return (Numeral(low, high, Form.WORDS, mask=BIT["NUM"], scale=_MULTIPLIERS[found[5]]),)


def _odd(text: str, end: int, numerals: tuple[Numeral, ...]) -> Found:
    """The approximator that clings to a numeral: thirty-odd, 500+."""
    char = text[end : end + 1]
    if (char == " " and not text.startswith(_ODD_WORDS, end)) or char not in {" ", "-", "+", "o"}:
        return _found((end, numerals))
    found = _ODD.match(text, end)
    if found is None:
        return Found(end, numerals)
    end, scale = found.end(), 1
    step = _SCALE_RUN.match(text, end)
    if step is not None and step["gap"] and step["first"] in SCALES:
        end, scale = step.end(), int(SCALES[step["first"]])  # 20-odd million
    return Found(end, tuple([_over(one, scale) for one in numerals]))


def _over(one: Numeral, scale: int) -> Numeral:
    if scale == 1:
        return one._replace(approx=Approx.OVER)
    low, high = exact(one.low * scale), exact(one.high * scale)
    return one._replace(low=low, high=high, approx=Approx.OVER, form=Form.MIXED, mask=BIT["NUM"], scale=scale)


# ---------------------------------------------------------------- figures


@lru_cache(maxsize=8192)
def _value(whole: str, decimals: str) -> tuple[Number, int]:
    """What figures say, and their bits as they stand."""
    digits = whole.replace(",", "")
    if decimals:
        value: Number = exact(int(digits or "0") + Fraction(int(decimals), 10 ** len(decimals)))
        return value, classify(value, value)
    value = int(digits)
    return value, classify(value, value, positional=len(digits) == len(whole), length=len(digits))


def _figures(text: str, at: int) -> list[Found]:
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
        return [_found((end, _plain(value, bits)))]  # 12 tons: nothing that could belong to the numeral
    readings: list[Found] = []
    if char and char in "/ -" and "/" in text[at : at + _TO_SLASH]:
        fraction = _FRACTION.match(text, at)
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
        more = _odd(text, end + 1, _numerals(value, SHORT[char], bits))
        readings.append(more._replace(numerals=tuple([one._replace(cost=0.3) for one in more.numerals])))
    return readings


@lru_cache(maxsize=8192)
def _plain(value: Number, bits: int) -> tuple[Numeral, ...]:
    return _numerals(value, 1, bits)


_BUSY = frozenset(
    word[:2]
    for word in (
        *_MULTIPLIERS,
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
        if above >= below:
            return []
        value += int(found[1])
    one = _scaled(text, found.end(), value, -1)
    dear = 0.0 if above < below else 0.3
    return [one._replace(numerals=tuple([n._replace(cost=dear) for n in one.numerals]))]


def _scaled(text: str, end: int, value: Number, bits: int) -> Found:
    """Figures with the scales, halves and approximators behind them: 1.5 million, 2 and a half, 60-odd."""
    scale: Number = 1
    char = text[end : end + 1]
    if char and (char in " -\n" or char.isalpha()):
        step = _SCALE_RUN.match(text, end)
        while step is not None:
            word = step["first"]
            if (word == "k" and step["gap"]) or (word in {"score", "gross"} and not step["gap"]):
                break
            scale *= SHORT.get(word) or _TIMES[word]
            end = step.end()
            step = _SCALE_RUN.match(text, end)
        if scale == 1 and char in "mb" and (glued := _SHORT_GLUED.match(text, end)):
            return _shortened(text, end, value, bits, glued[0])
        if (
            value >= 1
            and text.startswith(_AND, end)
            and (half := _HALF_TAIL.match(text, end)) is not None
            and (half["n"] or half["part"] in _T["part"] or "and a" in half[0])
        ):
            share = Fraction(int(ONES[half["n"]]) if half["n"] else 1, int(PARTS[half["part"]]))
            if share < 1:
                value, end = value + share, half.end()
                if scale == 1 and (step := _SCALE_RUN.match(text, end)) is not None and step["gap"]:
                    scale, end = _TIMES.get(step["first"], SHORT.get(step["first"], 1)), step.end()
        elif scale > 999 and (more := _MORE.match(text, end)) is not None:
            summed = _summed(text, more.end(), value * scale, scale)
            if summed is not None:
                return summed
    return _odd(text, end, _numerals(value, scale, bits))


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
    return _odd(text, end + 1, _numerals(value, SHORT[letter], bits))


def _summed(text: str, at: int, value: Number, scale: Number) -> Found | None:
    """1 billion 200 million, 3 thousand 500: parts that grow smaller."""
    found = _FIGURES.match(text, at)
    if found is None or found.end() - at > MAX_DIGITS:
        return None
    more, bits = _value(found["whole"] or "", found["wd"] or found["point"] or "")
    one = _scaled(text, found.end(), more, bits)
    last = one.numerals[0]
    if last.low >= scale or last.scale == 1 or "and" in text[at - 5 : at]:
        return None
    total = exact(value + last.low)
    return Found(one.end, (Numeral(total, total, Form.MIXED, last.approx, 0.0, classify(total, total), last.scale),))


# ---------------------------------------------------------------- words


class _Step(NamedTuple):
    at: int
    """Words used."""
    value: Number
    ordinal: bool
    joint: bool
    """Whether "and" was before the last word: a place where the numeral may also end."""
    last: Number
    """The multiplier that the last word was; 10 and 1 for tens and ones."""
    year: bool


_TURNED = re.compile(rf"({trie(ONES)})-and-({trie(TENS)})(?![a-z])")
"""four-and-twenty, the older way."""
_Reading = tuple[int, tuple[Numeral, ...], bool]


@lru_cache(maxsize=8192)
def _spelled(run: str, bar: str) -> tuple[_Reading, ...]:
    """The readings of a run of numeral words: how many characters each uses, its numerals, whether "odd" may follow.

    `bar` says that the run is followed by something that makes an ordinal of its last word: two fifth-grade pupils.
    """
    if (turned := _TURNED.match(run)) is not None:
        value = TENS[turned[2]] + ONES[turned[1]]
        return ((turned.end(), (_numeral(value),), True),)
    found = list(_WORD.finditer(run))
    names = [one[0] for one in found]
    ends = [one.end() for one in found]
    return tuple([(ends[used - 1], numerals, odd) for used, numerals, odd in _parse(names, bar) if used])


def _numeral(
    value: Number,
    form: Form = Form.WORDS,
    approx: Approx = Approx.NONE,
    cost: float = 0.0,
    scale: Number = 1,
    bits: int = 0,
) -> Numeral:
    value = exact(value)
    return Numeral(value, value, form, approx, cost, classify(value, value) | bits, scale)


def _parse(names: list[str], bar: str) -> list[_Reading]:
    first = names[0]
    if first in {"a", "an"}:
        return _articled(names, bar)
    if first in OPEN:
        return _open(names, 0)
    if first in PLURALS:
        return _plural(names, 0)
    digits = _digit_by_digit(names) if first in _DIGITS else None
    if digits is not None:
        return [digits] if first == "zero" else [*_counted(names, 0, bar), digits]
    if first in {"half", "halves"}:
        return _share(names, 1, _HALF)
    if first in {"quarter", "quarters"}:
        return (
            _share(names, 1, Fraction(1, 4))
            if names[1:2] in (["of"], ["million"], ["billion"]) and first == "quarter"
            else []
        )
    if first in ORDINALS:
        return [(1, (_ordinal(ORDINALS[first]),), False)]
    return _counted(names, 0, bar)


def _digit_by_digit(names: list[str]) -> _Reading | None:
    """Zero three: figures said one by one, as lots and numbers are read out."""
    figures = []
    for name in names:
        if name not in _DIGITS:
            break
        figures.append(str(_DIGITS[name]))
    if len(figures) < 2:
        return None
    value = int("".join(figures[:MAX_DIGITS]))
    return len(figures), (_numeral(value, cost=0.0 if figures[0] == "0" else 0.2),), False


def _ordinal(value: Number, cost: float = 0.0) -> Numeral:
    return Numeral(value, value, Form.WORDS, Approx.NONE, cost, classify(value, value, ordinal=True))


def _articled(names: list[str], bar: str) -> list[_Reading]:
    """A hundred, a dozen, a third, a million and a half, a few hundred."""
    if len(names) == 1:
        return []
    word = names[1]
    if word in OPEN:
        return _open(names, 1)
    if word in _MULTIPLIERS and word != "gross":
        return _counted(names, 1, bar)
    if word in {"half", "quarter"}:
        return _share(names, 2, Fraction(1, int(PARTS[word])))
    if word in PARTS and not word.endswith("s"):
        part = _share(names, 2, Fraction(1, int(PARTS[word])))
        # "a third of", but "a third man": both, the part dearer where no "of" follows.
        sure = names[2:3] == ["of"] or (len(names) == 2 and not bar)
        order = _ordinal(PARTS[word], 0.2 if sure else 0.0)
        used, numerals, odd = part[0]
        if used == 2:
            some = tuple([one._replace(cost=0.0 if sure else 0.2) for one in numerals])
            return [(2, tuple(sorted((*some, order), key=lambda one: one.cost)), odd)]
        return part
    return []


def _share(names: list[str], used: int, share: Number, cost: float = 0.0) -> list[_Reading]:
    """A part, perhaps of a scale: three quarters of a million, half a dozen."""
    at = used
    if names[at : at + 1] == ["of"]:
        at += 1
    if names[at : at + 1] and names[at] in {"a", "an", "one"}:
        at += 1
    if names[at : at + 1] and names[at] in _MULTIPLIERS and (at > used or names[at] != "score"):
        size = _MULTIPLIERS[names[at]]
        if at == used + 1 and names[used] == "of":
            return [(used, (_part(share, cost),), False)]
        return [(at + 1, (_numeral(share * size, cost=cost, scale=size),), True)]
    return [(used, (_part(share, cost),), False)]


def _part(share: Number, cost: float) -> Numeral:
    share = exact(share)
    bits = BIT["HALF"] if share == _HALF else 0
    return Numeral(share, share, Form.WORDS, Approx.NONE, cost, classify(share, share) | bits)


def _open(names: list[str], at: int) -> list[_Reading]:
    """Several hundred, a few dozen, a couple of thousand, several tens of thousands."""
    word = names[at]
    low, high = (2, 2) if word == "couple" else (2, _MOST_OPEN)
    used = at + 1
    if names[used : used + 1] == ["of"]:
        used += 1
    size: Number = 1
    if names[used : used + 1] == ["tens"] and names[used + 1 : used + 3] == ["of", "thousands"]:
        size, used = 10**4, used + 3
    while names[used : used + 1] and names[used] in _TIMES and names[used] != "gross":
        size *= _TIMES[names[used]]
        used += 1
    if size == 1:
        if word == "couple":
            return [
                (
                    at + 1,
                    (
                        Numeral(2, 2, Form.WORDS, Approx.NONE, 0.0, classify(2, 2) | BIT["IDLE"] | BIT["OPEN"]),
                        Numeral(2, 4, Form.WORDS, Approx.SEVERAL, 0.1, BIT["NUM"] | BIT["IDLE"] | BIT["OPEN"]),
                    ),
                    False,
                )
            ]
        return [
            (
                at + 1,
                (Numeral(low, high, Form.WORDS, Approx.SEVERAL, 0.0, BIT["NUM"] | BIT["OPEN"] | BIT["IDLE"]),),
                False,
            )
        ]
    if word == "couple":
        return [(used, (Numeral(2 * size, 2 * size, Form.WORDS, Approx.ABOUT, 0.0, BIT["NUM"], size),), False)]
    if size == _DOZEN["dozen"]:
        return [(used, (Numeral(*_DOZENS, Form.WORDS, Approx.SEVERAL, 0.0, BIT["NUM"] | BIT["OPEN"]),), False)]
    top = (high + 1) * size - 1 if size % 12 else high * size
    return [(used, (Numeral(low * size, top, Form.WORDS, Approx.SEVERAL, 0.0, BIT["NUM"] | BIT["OPEN"], size),), False)]


def _plural(names: list[str], at: int) -> list[_Reading]:
    """dozens, hundreds of thousands, tens of millions: open counts."""
    low = PLURALS[names[at]]
    low, high = _DOZENS if low < 100 else (low * 2, low * 10 - 1)
    used = at + 1
    size: Number = 1
    while (
        names[used : used + 1] == ["of"]
        and names[used + 1 : used + 2]
        and (names[used + 1] in PLURALS or names[used + 1] in SCALES)
    ):
        size *= PLURALS.get(names[used + 1]) or SCALES[names[used + 1]]
        used += 2
    if size > 1:
        low, high = low * size, (high + 1) * size - 1
    return [(used, (Numeral(low, high, Form.WORDS, Approx.SEVERAL, 0.0, BIT["NUM"] | BIT["OPEN"], size),), False)]


def _counted(names: list[str], at: int, bar: str) -> list[_Reading]:
    """Words from left to right: three hundred and five thousand, twenty-one, nineteen fifty-eight, two-thirds."""
    steps = _steps(names, at)
    if not steps:
        return []
    readings = [_finish(names, steps, len(steps) - 1, bar)]
    # "one hundred and five" may be 100 and 5, "three hundred" no three: only a joint with "and" can be a boundary.
    for index in range(len(steps) - 1, 0, -1):
        if steps[index].joint:
            used, numerals, odd = _finish(names, steps, index - 1, bar)
            readings.append((used, tuple([n._replace(cost=n.cost + 0.45) for n in numerals]), odd))
            break
    return readings


def _steps(names: list[str], at: int) -> list[_Step]:
    """The values that the words give one by one."""
    total: Number = 0
    part: Number = 0
    last: Number = 0
    steps: list[_Step] = []
    year = joint = False
    while at < len(names):
        name = names[at]
        if name == "and" and steps and (last >= 100 or last == _DOZEN["score"]) and not joint:
            joint = True
            at += 1
            continue
        if name in _HUNDRED or name in _DOZEN or (name in PLURALS and steps and PLURALS[name] < 1000):
            size = _TIMES[name]
            if (
                (part >= 100 and name in _HUNDRED)
                or (last >= 1000 and not part and joint)
                or (name in {"score", "gross"} and not steps and at == 0)
                or (joint and not part)
            ):
                break
            part = (part or 1) * size
            last = size
        elif name in SCALES or (name in PLURALS and steps):
            size = _TIMES[name]
            if (not part and steps and last < 1000) or (steps and not part and joint):
                break
            if total and not part:
                total, last = total * size, size  # a thousand million
            elif total and size >= _least(total):
                total, part, last = (total + part) * size, 0, size
            else:
                total, part, last = total + (part or 1) * size, 0, size
        elif name in SMALL and _fits(part, last, SMALL[name], steps, total):
            if steps and 10 <= part < 100 and total == 0 and last in (1, 10) and SMALL[name] >= 10:
                part, year = part * 100 + SMALL[name], True  # nineteen fifty-eight
            else:
                part += SMALL[name]
            last = 10 if name in TENS else 1
        elif (
            name in {"oh", "o"}
            and steps
            and 10 <= part < 21
            and total == 0
            and names[at + 1 : at + 2]
            and names[at + 1] in ONES
        ):
            part, year, last = part * 100 + ONES[names[at + 1]], True, 1
            at += 1
        elif name in ORDINALS and steps and _ordinal_fits(name, last, joint):
            value = ORDINALS[name]
            part = (part or 1) * value if name in _ORD_SCALE else part + value
            steps.append(_Step(at + 1, total + part, True, joint, 1, False))
            break
        else:
            break
        at += 1
        steps.append(_Step(at, total + part, False, joint, last, year))
        joint = False
    return steps


def _least(value: Number) -> Number:
    size = 1
    while value % (size * 1000) == 0:
        size *= 1000
    return size


def _ordinal_fits(name: str, last: Number, joint: bool) -> bool:
    if name in _ORD_SCALE:
        return not joint
    if last >= 100:
        return True
    return last == 10 and name in _ORD_ONE


def _fits(part: Number, last: Number, value: Number, steps: list[_Step], total: Number) -> bool:
    """Whether a small number may follow: behind a scale, ones behind tens, or the second half of a year."""
    if not steps or last >= 100 or last in (0, 20):
        return True
    if last == 10:
        return 0 < value < 10 or (value >= 10 and part == 20 and total == 0)
    return 10 <= part < 20 and value >= 10 and len(steps) == 1


def _finish(names: list[str], steps: list[_Step], index: int, bar: str) -> _Reading:
    """A numeral of words with what follows: point, parts, and a half, scales."""
    step = steps[index]
    at, value, last = step.at, step.value, step.last
    following = names[at] if at < len(names) else ""
    if step.ordinal:
        return _ordinal_or_part(names, steps, index, bar)
    if following == "point" and at + 1 < len(names) and names[at + 1] in SMALL | _T["oh"]:
        return _decimal(names, at + 1, value)
    if following in PARTS and value.denominator == 1 and value > 0:
        part = _behind(names, steps, index, at, bar)
        if part is not None:
            return part
    if (
        value == 1
        and following in TENS
        and names[at + 1 : at + 2]
        and names[at + 1] in _ORD_ONE
        and len(names) == at + 2
    ):
        return at + 2, (_part(Fraction(1, int(TENS[following] + _ORD_ONE[names[at + 1]])), 0.0),), False
    if following == "and":
        mixed = _and_part(names, at + 1, value, last)
        if mixed is not None:
            return mixed
    bits = (
        BIT["YEAR4"]
        if 1000 <= value < 2100
        and (
            step.year
            or (value % 100 and value >= 2000)
            or (value % 100 == 0 and len(steps) == 2 and last == 100 and value > 1000)
        )
        else 0
    )
    idle = BIT["IDLE"] if value == 1 and names[0] == "one" else 0
    scale = last if last >= 12 else 1
    return at, (_numeral(value, scale=scale, bits=bits | idle),), True


def _decimal(names: list[str], at: int, value: Number) -> _Reading:
    """Eighteen point two five, one point four five three billion."""
    digits = ""
    while at < len(names) and names[at] in _DIGITS:
        digits += str(_DIGITS[names[at]])
        at += 1
    if not digits:
        digits = str(SMALL[names[at]])
        at += 1
        if len(digits) > 1 and digits[-1] == "0" and at < len(names) and names[at] in ONES:
            digits = digits[0] + str(ONES[names[at]])
            at += 1
    value = value + Fraction(int(digits), 10 ** len(digits))
    scale: Number = 1
    while at < len(names) and names[at] in _TIMES:
        scale *= _TIMES[names[at]]
        at += 1
    return at, (_numeral(value * scale, scale=scale),), True


def _ordinal_or_part(names: list[str], steps: list[_Step], index: int, bar: str) -> _Reading:
    """twenty-first; one hundredth is a part as well as an ordinal."""
    step = steps[index]
    order = _ordinal(step.value)
    word = names[step.at - 1]
    above = steps[index - 1].value if index else 1
    if word in _ORD_SCALE and index and not bar:
        part = _part(Fraction(above) / PARTS[word], 0.0)
        return step.at, (part, order._replace(cost=0.1)), False
    return step.at, (order,), False


def _behind(names: list[str], steps: list[_Step], index: int, at: int, bar: str) -> _Reading | None:
    """two-thirds, one fifth, one hundred and two thirds, three quarters of a million."""
    word, value = names[at], steps[index].value
    whole: Number = 0
    below = PARTS[word]
    if (bar and at == len(names) - 1) or not (word.endswith(("s", "quarter")) or value == 1):
        return None
    for i in range(index, 0, -1):
        if steps[i].joint and 0 < value - steps[i - 1].value < below:
            whole = steps[i - 1].value
            value -= whole
            if steps[i - 1].last >= 1000:
                size = steps[i - 1].last
                if names[at + 1 : at + 2] and names[at + 1] in SCALES:
                    return at + 2, (_numeral(whole + Fraction(value) / below * SCALES[names[at + 1]]),), True
                return at + 1, (_numeral(whole + Fraction(value) / below * size, scale=size),), True
            break
    if word in _T["part"] and value >= below and word != "halves":
        return None
    share = exact(whole + Fraction(value) / below)
    cost = 0.0
    if share >= 1 and not whole and word in {"quarters", "thirds"} and below <= value:
        cost = 0.3
    return _share(names, at + 1, share, cost)[0]


def _and_part(names: list[str], at: int, value: Number, last: Number) -> _Reading | None:
    """And a half, and three quarters, and half."""
    above = 1
    if at < len(names) and names[at] in {"a", "an"}:
        at += 1
    elif at < len(names) and names[at] in ONES:
        above = int(ONES[names[at]])
        at += 1
    elif at >= len(names) or names[at] != "half":
        return None
    if at >= len(names) or names[at] not in PARTS:
        return None
    share = Fraction(above, int(PARTS[names[at]]))
    if share >= 1:
        return None
    at += 1
    if at < len(names) and names[at] in _MULTIPLIERS:
        size = _MULTIPLIERS[names[at]]
        if last >= 1000:
            return at + 1, (_numeral(value + share * size, scale=size),), True
        return at + 1, (_numeral((value + share) * size, scale=size),), True
    whole = last if last >= 1000 or last == 12 else 1
    return at, (_numeral(value + share * whole, scale=whole),), True


def roman(text: str, at: int) -> Found | None:
    """A Roman numeral of a king, a century, a congress; the caller knows that one may stand there."""
    found = _ROMAN.match(text, at)
    if found is None or not found[0]:
        return None
    total: Number = 0
    values = [_ROMAN_VALUES[char] for char in found[0]]
    for value, following in zip(values, [*values[1:], 0], strict=True):
        total += -value if value < following else value
    return Found(found.end(), (Numeral(total, total, Form.WORDS, mask=classify(total, total, ordinal=True)),))
