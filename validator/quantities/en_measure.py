"""English units of measure behind a numeral, money signs before it, and compound measures (18 mu and 5.5 li)."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from duizhao.validator.quantities.en_numeral import numeral
from duizhao.validator.quantities.en_value import Numeral, exact
from duizhao.validator.quantities.model import Number
from duizhao.validator.quantities.units import EN_UNITS

_PERIODS: dict[str, tuple[str, int]] = {
    "decade": ("year", 10),
    "decades": ("year", 10),
    "century": ("year", 100),
    "centuries": ("year", 100),
    "fortnight": ("week", 2),
    "fortnights": ("week", 2),
}
_ONLY_AFTER_FIGURES = frozenset({"m", "g", "l", "mt", "min", "mins", "h", "ft", "mg", "hr", "hrs", "cc"})
_NEVER = frozenset({"mark", "won", "quarter", "quarters", "he", "ge", "second"})
"""Words that are other things far more often: the 10,000-ton mark, they won, he (he is read inside compounds)."""

MONEY_SIGNS: dict[str, str] = {
    "$": "usd",
    "us$": "usd",
    "usd": "usd",
    "hk$": "hkd",
    "hkd": "hkd",
    "£": "gbp",
    "€": "euro",
}
MONEY_SIGNS |= dict.fromkeys(("¥", "rmb", "cny"), "yuan")

_HEAD = re.compile(r"[ -]?(u\.s\.|[a-z]+[²³23]?|[°℃][cf]?)")
_CODES = EN_UNITS | {form.replace(" ", "-"): code for form, code in EN_UNITS.items()}


def _spellings() -> dict[str, tuple[str, ...]]:
    """First word → every spelling that begins with it, longest first."""
    table: dict[str, list[str]] = {}
    for form in (*_CODES, *_PERIODS):
        match = _HEAD.match(form)
        if match:
            table.setdefault(match[1], []).append(form)
    return {word: tuple(sorted(forms, key=len, reverse=True)) for word, forms in table.items()}


SPELLINGS = _spellings()
SIMPLE: dict[str, str] = {
    word: _CODES[word]
    for word, forms in SPELLINGS.items()
    if forms == (word,) and word in _CODES and word not in _NEVER
}
"""Units of one word with which no longer spelling begins."""


class UnitHit(NamedTuple):
    """A unit word that was found; values in it are to be multiplied by `factor` (a decade is 10 years)."""

    end: int
    code: str
    factor: int = 1


def unit_at(low: str, pos: int, *, figures: bool) -> UnitHit | None:
    """The unit behind a numeral that ends at `pos`, after a blank, a hyphen or nothing.

    `figures` says that the numeral is written in figures: only then are g, m and the like units.
    """
    match = _HEAD.match(low, pos)
    if match is None:
        return None
    start = match.start(1)
    for form in SPELLINGS.get(match[1], ()):
        end = start + len(form)
        if low.startswith(form, start) and not low[end].isalnum():
            if form in _NEVER and not (form == "second" and low[pos] == "-"):
                return None
            if form in _ONLY_AFTER_FIGURES and not figures:
                return None
            if form in _PERIODS:
                return UnitHit(end, *_PERIODS[form])
            return UnitHit(end, _CODES[form])
    return None


def half_of_unit(low: str, pos: int) -> UnitHit | None:
    """The unit in `half a day`, `half-hour`; `pos` is where half ends."""
    for article in (" a", " an", " of a", ""):
        if low.startswith(article, pos) and (hit := unit_at(low, pos + len(article), figures=False)):
            return hit
    return None


_TEN, _HUNDRED, _THOUSAND = Fraction(1, 10), Fraction(1, 100), Fraction(1, 1000)
_JIN = {"liang": ("liang", _TEN), "qian": ("qian", _HUNDRED), "fen": ("fen-weight", _THOUSAND)}
SUBUNITS: dict[str, dict[str, tuple[str, Fraction]]] = {
    "dan": {"jin": ("jin", _HUNDRED)},
    "jin": _JIN,
    "liang": {"qian": ("qian", _TEN), "fen": ("fen-weight", _HUNDRED)},
    "qian": {"fen": ("fen-weight", _TEN)},
    "mu": {"fen": ("fen-area", _TEN), "li": ("li-area", _HUNDRED)},
    "shi": {"dou": ("dou", _TEN), "sheng": ("sheng", _HUNDRED), "ge": ("ge", _THOUSAND)},
    "dou": {"sheng": ("sheng", _TEN), "ge": ("ge", _HUNDRED)},
    "sheng": {"ge": ("ge", _TEN)},
    "zhang": {"chi": ("chi", _TEN), "cun": ("cun", _HUNDRED)},
    "chi": {"cun": ("cun", _TEN), "fen": ("fen-length", _HUNDRED)},
    "cun": {"fen": ("fen-length", _TEN)},
    "yuan": {"jiao": ("jiao", _TEN), "fen": ("fen-money", _HUNDRED), "cent": ("fen-money", _HUNDRED)},
    "jiao": {"fen": ("fen-money", _TEN)},
    "ruble": {"kopeck": ("kopeck", _HUNDRED)},
    "usd": {"cent": ("cent", _HUNDRED)},
    "year": {"month": ("month", Fraction(1, 12))},
    "day": {"hour": ("hour", Fraction(1, 24)), "minute": ("minute", Fraction(1, 1440))},
    "hour": {"minute": ("minute", Fraction(1, 60)), "second": ("second", Fraction(1, 3600))},
    "minute": {"second": ("second", Fraction(1, 60))},
    "km": {"m": ("m", _THOUSAND)},
    "m": {"dm": ("dm", _TEN), "cm": ("cm", _HUNDRED)},
    "foot": {"inch": ("inch", Fraction(1, 12))},
    "ton": {"kg": ("kg", _THOUSAND)},
}
_OLD_LIANG = Fraction(10, 16)
"""What a part of a jin written in liang is worth where the jin has 16 of them."""
_JOINT = re.compile(r"(?:,? and |, | )(?=[0-9a-z])")
_WORD = re.compile(r"[ -]([a-z]+)")
_LOCAL = {"fen": "fen", "he": "ge", "ge": "ge", "li": "li"}


class Compound(NamedTuple):
    """A measure written in several units; `value` is in the largest, `other` under the other count of liang."""

    end: int
    value: Number
    other: Number
    parts: tuple[tuple[Number, str], ...]


class _Step(NamedTuple):
    number: Number
    code: str
    ratio: Fraction
    end: int


def compound(low: str, first: Numeral, unit: UnitHit, year: int | None) -> Compound | None:
    """What follows the first part of a compound measure (6 jin 12 liang), or None where nothing does.

    There were 16 liang to the jin until 1959 and 10 since; `other` holds the value under the count not in force.
    """
    subunits = SUBUNITS.get(unit.code)
    if not subunits or low[unit.end] not in " ,":
        return None
    rest, end = Fraction(0), unit.end
    parts: list[tuple[Number, str]] = [(first.low, unit.code)]
    while len(parts) < 6 and (step := _next_part(low, end, subunits, parts[-1][1])):
        rest += step.number * step.ratio
        parts.append((step.number, step.code))
        end = step.end
    if len(parts) == 1:
        return None
    new = exact(first.low + rest)
    if unit.code != "jin":
        return Compound(end, new, new, tuple(parts))
    old = exact(first.low + rest * _OLD_LIANG)
    values = (new, old) if year is not None and year >= 1959 else (old, new)
    return Compound(end, *values, tuple(parts))


def _next_part(low: str, pos: int, subunits: dict[str, tuple[str, Fraction]], last: str) -> _Step | None:
    """The next smaller part of a compound measure."""
    joint = _JOINT.match(low, pos)
    number = numeral(low, joint.end()) if joint else None
    word = _WORD.match(low, number.end) if number else None
    if number is None or word is None or number.low != number.high:
        return None
    name = _LOCAL.get(word[1]) or EN_UNITS.get(word[1], "")
    code, ratio = subunits.get(name, ("", Fraction(0)))
    return _Step(number.low, code, ratio, word.end()) if code and code != last else None
