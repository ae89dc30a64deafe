"""A run of numeral words to its readings, by what its first word is."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from duizhao.regex import regex
from duizhao.validator.quantities.numeral import MAX_DIGITS
from duizhao.validator.quantities.numeral_en.counted import count_words
from duizhao.validator.quantities.numeral_en.open_counts import open_count, plural_count
from duizhao.validator.quantities.numeral_en.values import HALF, Spelled, numeral_of, ordinal_of, share_of
from duizhao.validator.quantities.numeral_en.words import (
    DIGITS,
    MULTIPLIERS,
    ONES,
    OPEN,
    ORD_SCALE,
    ORDINALS,
    PARTS,
    PLURALS,
    TENS,
    trie,
)

_WORD = regex(r"[a-z]+")
_TURNED = regex(rf"({trie(ONES)})-and-({trie(TENS)})(?![a-z])")
"""four-and-twenty, the older way."""


_A = frozenset(("a", "an", "one"))


@lru_cache(maxsize=8192)  # 480 articles have 470 different runs of words, and 9,000 in all
def spelled_numerals(run: str, bar: str) -> tuple[Spelled, ...]:
    """The readings of a run of numeral words: how many characters each uses, its numerals, whether "odd" may follow.

    `bar` says that the run is followed by something that makes an ordinal of its last word: two fifth-grade pupils.
    """
    if (turned := _TURNED.match(run)) is not None:
        value = TENS[turned[2]] + ONES[turned[1]]
        return ((turned.end(), (numeral_of(value),), True),)
    found = list(_WORD.finditer(run))
    names = [one[0] for one in found]
    ends = [one.end() for one in found]
    return tuple([(ends[used - 1], numerals, odd) for used, numerals, odd in _parse(names, bar) if used])


def _parse(names: list[str], bar: str) -> list[Spelled]:
    first = names[0]
    if first in _A and names[1:2] == ["ten"] and names[2:3] and names[2] in ORD_SCALE and not bar:
        return share_of(names, 3, Fraction(1, 10 * ORD_SCALE[names[2]]))  # one ten-thousandth
    if first in {"a", "an"}:
        return _articled(names, bar)
    if first in OPEN:
        return open_count(names, 0)
    if first in PLURALS:
        return plural_count(names, 0)
    digits = _digit_by_digit(names) if first in DIGITS else None
    if digits is not None:
        # A nought begins no other number.
        return [digits] if first == "zero" else [*count_words(names, 0, bar), digits]
    if first in {"half", "halves"}:
        return share_of(names, 1, HALF)
    if first in {"quarter", "quarters"}:
        return (
            # "quarter of a million"; elsewhere a quarter is a unit, or has its article.
            share_of(names, 1, Fraction(1, 4))
            if names[1:2] in (["of"], ["million"], ["billion"]) and first == "quarter"
            else []
        )
    if first in ORDINALS:
        return [(1, (ordinal_of(ORDINALS[first]),), False)]
    return count_words(names, 0, bar)


def _digit_by_digit(names: list[str]) -> Spelled | None:
    """Zero three: figures said one by one, as lots and numbers are read out."""
    figures = []
    for name in names:
        if name not in DIGITS:
            break
        figures.append(str(DIGITS[name]))
    if len(figures) < 2:
        return None
    value = int("".join(figures[:MAX_DIGITS]))
    # Without a nought before them they may as well be numbers of their own: one, two.
    return len(figures), (numeral_of(value, cost=0.0 if figures[0] == "0" else 0.2),), False


def _articled(names: list[str], bar: str) -> list[Spelled]:
    """A hundred, a dozen, a third, a million and a half, a few hundred."""
    # "a" alone counts nothing: the grammar asks for it before a unit.
    if len(names) == 1:
        return []
    word = names[1]
    if word in OPEN:
        return open_count(names, 1)
    # "a gross weight"
    if word in MULTIPLIERS and word != "gross":
        return count_words(names, 1, bar)
    if word in {"half", "quarter"}:
        return share_of(names, 2, Fraction(1, int(PARTS[word])))
    if word in PARTS and not word.endswith("s"):
        part = share_of(names, 2, Fraction(1, int(PARTS[word])))
        # "a third of", but "a third man": both, the part dearer where no "of" follows.
        sure = names[2:3] == ["of"] or (len(names) == 2 and not bar)
        order = ordinal_of(PARTS[word], 0.2 if sure else 0.0)
        used, numerals, odd = part[0]
        if used == 2:
            some = tuple([one._replace(cost=0.0 if sure else 0.2) for one in numerals])
            return [(2, tuple(sorted((*some, order), key=lambda one: one.cost)), odd)]
        return part
    return []
