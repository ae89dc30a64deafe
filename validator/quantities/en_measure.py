"""English units of measure behind a numeral, money signs before it, and compound measures (18 mu and 5.5 li)."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from duizhao.validator.quantities.en_numeral import Numeral, exact, numeral
from duizhao.validator.quantities.model import Form, Number
from duizhao.validator.quantities.units import EN_UNITS


class UnitHit(NamedTuple):
    """A unit word that was found; values in it are to be multiplied by `factor` (a decade is 10 years)."""

    end: int
    code: str
    word: str
    factor: int = 1


_PERIODS = {
    "decade": ("year", 10),
    "decades": ("year", 10),
    "century": ("year", 100),
    "centuries": ("year", 100),
    "fortnight": ("week", 2),
}
_ONLY_AFTER_FIGURES = frozenset({"m", "g", "l", "mt", "min", "mins", "h", "ft", "mg", "hr", "hrs", "cc"})
_NEVER = frozenset({"mark", "won", "quarter", "quarters", "he", "ge", "second"})
"""Words that are other things far more often: the 10,000-ton mark, they won, he.  `he` is read inside compounds only."""

MONEY_SIGNS: dict[str, str] = {
    "$": "usd",
    "us$": "usd",
    "usd": "usd",
    "hk$": "hkd",
    "hkd": "hkd",
    "¥": "yuan",
    "￥": "yuan",
    "rmb": "yuan",
    "cny": "yuan",
    "yuan": "yuan",
    "£": "gbp",
    "€": "euro",
}

_HEAD = re.compile(r"[ -]?((?:u\.s\.)|[a-z]+[²³23]?|[°℃][cf]?)")


def _spellings() -> dict[str, list[str]]:
    """First word → every spelling that begins with it, longest first."""
    table: dict[str, list[str]] = {}
    for spelling in (*EN_UNITS, *_PERIODS):
        for form in {spelling, spelling.replace(" ", "-")}:
            match = _HEAD.match(f" {form}")
            if match:
                table.setdefault(match[1], []).append(form)
    for forms in table.values():
        forms.sort(key=len, reverse=True)
    return table


_SPELLINGS = _spellings()
_CODES = EN_UNITS | {form.replace(" ", "-"): code for form, code in EN_UNITS.items()}


def unit_at(low: str, pos: int, *, figures: bool) -> UnitHit | None:
    """The unit behind a numeral that ends at `pos`, after a blank, a hyphen or nothing.

    `figures` says that the numeral is written in figures: only then are g, m and the like units.
    """
    match = _HEAD.match(low, pos)
    if match is None:
        return None
    word = match[1]
    for form in _SPELLINGS.get(word, ()):
        start = match.start(1)
        end = start + len(form)
        if low.startswith(form, start) and not low[end].isalnum():
            if form in _NEVER and not (form == "second" and low[pos] == "-"):
                return None
            if form in _ONLY_AFTER_FIGURES and not figures:
                return None
            period = _PERIODS.get(form)
            return UnitHit(end, *(period[0], form, period[1])) if period else UnitHit(end, _CODES[form], form)
    return None


_TEN, _HUNDRED, _THOUSAND = Fraction(1, 10), Fraction(1, 100), Fraction(1, 1000)
_SUBUNITS: dict[str, dict[str, tuple[str, Fraction]]] = {
    "dan": {"jin": ("jin", _HUNDRED)},
    "qian": {"fen": ("fen-mass", _TEN)},
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
_MASS = {"jin": {"liang": 1, "qian": 10, "fen": 100}, "liang": {"qian": 10, "fen": 100}}
_JOINT = re.compile(r"(?:,? and |, | )(?=[0-9a-z])")
_WORD = re.compile(r"[ -]([a-z]+)")
_LOCAL = {"fen": "fen", "he": "ge", "ge": "ge", "li": "li"}


class Compound(NamedTuple):
    """A measure written in several units; `value` is in the largest, `other` under the other count of liang."""

    end: int
    value: Number
    other: Number
    parts: tuple[tuple[Number, str], ...]


def compound(low: str, first: Numeral, unit: UnitHit, year: int | None) -> Compound | None:
    """What follows the first part of a compound measure (6 jin 12 liang), or None where nothing does.

    There were 16 liang to the jin until 1959 and 10 since; `other` holds the value under the count not in force.
    """
    new = year is not None and year >= 1959
    value: Fraction = Fraction(first.low)
    other, end = value, unit.end
    parts: list[tuple[Number, str]] = [(first.low, unit.code)]
    while len(parts) < 6 and (step := _next_part(low, end, unit.code, parts[-1][1])):
        number, name, ratio, old_ratio, end = step
        value += number.low * (ratio if new else old_ratio)
        other += number.low * (old_ratio if new else ratio)
        parts.append((number.low, name))
    if len(parts) == 1:
        return None
    return Compound(end, exact(value), exact(other), tuple(parts))


def _next_part(low: str, pos: int, top: str, last: str) -> tuple[Numeral, str, Fraction, Fraction, int] | None:
    """The next smaller part: numeral, code, its ratio to the largest unit (decimal and old), and its end."""
    if top not in _SUBUNITS and top not in _MASS:
        return None
    joint = _JOINT.match(low, pos)
    number = numeral(low, joint.end()) if joint else None
    word = _WORD.match(low, number.end) if number else None
    if number is None or word is None or number.low != number.high:
        return None
    name = _LOCAL.get(word[1]) or EN_UNITS.get(word[1], "")
    if name == last:
        return None
    if top in _MASS and name in _MASS[top]:
        ratio = Fraction(1, 10 * _MASS[top][name]) if top == "jin" else Fraction(1, _MASS[top][name])
        old = ratio * 10 / 16 if top == "jin" else ratio
        return number, "fen-mass" if name == "fen" else name, ratio, old, word.end()
    if name in _SUBUNITS.get(top, {}):
        code, ratio = _SUBUNITS[top][name]
        return number, code, ratio, ratio, word.end()
    return None


def half_of_unit(low: str, pos: int) -> UnitHit | None:
    """The unit in `half a day`, `half-hour`; `pos` is where half ends."""
    for article in (" a", " an", " of a", ""):
        if low.startswith(article, pos):
            hit = unit_at(low, pos + len(article), figures=False)
            if hit:
                return hit
    return None


def figures(form: Form) -> bool:
    """Whether the numeral is written in figures, wholly or in part."""
    return form in (Form.DIGITS, Form.MIXED)
