"""English numerals as they are written: found, taken apart, and written again with another value in the same form."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from duizhao.regex import regex
from duizhao.validator.quantities.lexicon import words

_ONES = words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = words("twenty thirty forty fifty sixty seventy eighty ninety")
_SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9}
_VALUES = {word: value for value, word in enumerate(_ONES) if value}
_VALUES |= {word: 10 * value for value, word in enumerate(_TENS, 2)}
_WORD = "|".join(sorted((*_VALUES, *_SCALES), key=len, reverse=True))
_FIGURES = regex(
    r"(?<![\w.,])(?P<digits>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?P<point>\.[0-9]+)?"
    r"(?:(?P<gap>[ -])(?P<scale>hundred|thousand|million|billion)\b)?(?![.,]?[0-9])",
    re.IGNORECASE,
)
_WORDS = regex(rf"\b(?:an? (?=(?:{'|'.join(_SCALES)})\b))?(?:{_WORD})(?:(?: and |[ -])(?:{_WORD}))*\b", re.IGNORECASE)
_MOST_PLACES = 3  # after the point; more is no way to write a count
_MOST_WORDS = 7  # beyond, people write figures
_LOWER = {"million": "thousand", "billion": "million"}
_HIGHER = {"thousand": "million", "million": "billion"}


class WrittenNumeral(NamedTuple):
    """A numeral in a text; `start` and `end` are offsets into it."""

    start: int
    end: int
    text: str
    value: Fraction
    figures: bool
    """Written in figures, `3.4 million` included; else in words."""
    gap: str = ""
    """What stands before the word of scale: a blank or a hyphen."""
    scale: str = ""
    """`million` of `3.4 million`, as written; '' for none."""

    @property
    def coefficient(self) -> Fraction:
        """What is written before the word of scale."""
        return self.value / _SCALES[self.scale.lower()] if self.scale else self.value


def numerals(text: str) -> list[WrittenNumeral]:
    """The whole numerals of a text, in their order."""
    found = [_of_figures(match) for match in _FIGURES.finditer(text)]
    for match in _WORDS.finditer(text):
        value = value_of(match[0])
        inside = any(one.start <= match.start() < one.end for one in found)
        if value is not None and not inside:
            found.append(WrittenNumeral(match.start(), match.end(), match[0], Fraction(value), figures=False))
    return sorted(found)


def _of_figures(match: re.Match[str]) -> WrittenNumeral:
    value = Fraction(match["digits"].replace(",", "") + (match["point"] or ""))
    scale = match["scale"] or ""
    if scale:
        value *= _SCALES[scale.lower()]
    return WrittenNumeral(
        match.start(), match.end(), match[0], value, figures=True, gap=match["gap"] or "", scale=scale
    )


def value_of(text: str) -> int | None:
    """The value of a numeral in words; None where the words are not one numeral.

    >>> value_of("two hundred and forty"), value_of("a thousand"), value_of("two three")
    (240, 1000, None)
    """
    total, part = 0, 0
    for word in re.split("[ -]", text.lower()):
        size = _SCALES.get(word, 0)
        if not size:
            part += _VALUES.get(word, 0) + (word in {"a", "an"})
        elif size == 100:
            part *= size
        else:
            total, part = total + part * size, 0
    value = total + part
    plain = " ".join(text.lower().replace("-", " ").replace(" and ", " ").split())
    spelt = in_words(value).replace("-", " ")
    return value if plain in {spelt, re.sub(r"^one ", "a ", spelt)} else None


def in_words(value: int) -> str:
    """A count in words, without `and`.

    >>> in_words(1205)
    'one thousand two hundred five'
    """
    if value < 20:
        return _ONES[value]
    if value < 100:
        tens, ones = divmod(value, 10)
        return _TENS[tens - 2] + (f"-{_ONES[ones]}" if ones else "")
    for word, size in reversed(_SCALES.items()):
        if value >= size:
            many, rest = divmod(value, size)
            return f"{in_words(many)} {word}" + (f" {in_words(rest)}" if rest else "")
    raise AssertionError(value)


def write(value: Fraction, like: WrittenNumeral, *, point: bool = False) -> str | None:
    """A value in the form of another numeral; None where that form cannot hold it.

    Args:
        value: to be written.
        like: the numeral whose form is kept: words, figures, commas, `million`.
        point: whether a decimal point may come in where there was none.
    """
    if value <= 0 or value >= 10**12:
        return None
    if not like.figures:
        return _words_like(value, like.text)
    if like.scale:
        return _with_scale(value, like)
    if value.denominator != 1 and not (point or "." in like.text):
        return None
    commas = "," in like.text or like.value < 1000
    return decimal(value, commas=commas)


def _with_scale(value: Fraction, like: WrittenNumeral) -> str | None:
    """`3.4 million` with another value; another word of scale, or none, where the figure would be 0.34 or 3,400."""
    scale = like.scale.lower()
    while value < _SCALES[scale]:
        if scale not in _LOWER or value < 10**5:
            return decimal(value, commas=True) if value.denominator == 1 else None
        scale = _LOWER[scale]
    while like.coefficient < 1000 <= value / _SCALES[scale] and scale in _HIGHER:
        scale = _HIGHER[scale]
    figure = decimal(value / _SCALES[scale], commas=True)
    return None if figure is None else f"{figure}{like.gap}{cased(scale, like.scale)}"


def _words_like(value: Fraction, like: str) -> str | None:
    if value.denominator != 1:
        return None
    text = in_words(int(value))
    if like.lower().startswith(("a ", "an ")) and text.startswith("one "):
        text = "a " + text.removeprefix("one ")
    if " and " in like:
        text = re.sub(r"hundred (?!thousand|million|billion)", "hundred and ", text)
    if len(re.split("[ -]", text)) > _MOST_WORDS:
        return None
    return cased(text, like)


def cased(text: str, like: str) -> str:
    """Words with capitals where another expression has them: at its head, or on all its words."""
    own = re.findall("[A-Za-z]+", like)
    if len(own) > 1 and all(word[0].isupper() or word == "and" for word in own):
        return titled(text)
    return text[:1].upper() + text[1:] if own and own[0][0].isupper() else text


def titled(text: str) -> str:
    """Words as they stand in a title.

    >>> titled("twenty-two"), titled("two hundred and one")
    ('Twenty-Two', 'Two Hundred and One')
    """
    small = ("a", "and", "for", "from", "in")
    return re.sub("[A-Za-z]+", lambda match: match[0] if match[0] in small else match[0].capitalize(), text)


def decimal(value: Fraction, *, commas: bool) -> str | None:
    """A value in figures; None where it has more places after the point than people write."""
    scaled = value * 10**_MOST_PLACES
    if scaled.denominator != 1:
        return None
    whole, part = divmod(int(scaled), 10**_MOST_PLACES)
    digits = f"{whole:,}" if commas else str(whole)
    return f"{digits}.{str(part).zfill(_MOST_PLACES).rstrip('0')}" if part else digits


def digits_of(numeral: WrittenNumeral) -> tuple[str, Fraction]:
    """The significant digits of a numeral, without zeros at the end, and what one of the last digit is worth.

    >>> digits_of(numerals("15,000")[0]), digits_of(numerals("3.4 million")[0])
    (('15', Fraction(1000, 1)), ('34', Fraction(100000, 1)))
    """
    worth = Fraction(1, 10**_MOST_PLACES)
    digits = str(int(numeral.value / worth))
    kept = digits.rstrip("0")
    return kept, worth * 10 ** (len(digits) - len(kept))
