"""Counts that stay open: several hundred, a few dozen, a couple, dozens, tens of thousands."""

from __future__ import annotations

from duizhao.validator.quantities.lexicon.classes import BIT
from duizhao.validator.quantities.model import Approx, Form, Number
from duizhao.validator.quantities.numeral import Numeral, classify
from duizhao.validator.quantities.numeral_en.values import Spelled
from duizhao.validator.quantities.numeral_en.words import DOZEN, PLURALS, SCALES, TIMES

_MOST_OPEN = 9
"""What several come to at most: from ten on there is a numeral that says it."""
_DOZENS = (20, 99)
"""What dozens and tens come to: 几十 of the other language."""


def open_count(names: list[str], at: int) -> list[Spelled]:
    """Several hundred, a few dozen, a couple of thousand, several tens of thousands."""
    word = names[at]
    low, high = (2, 2) if word == "couple" else (2, _MOST_OPEN)
    used = at + 1
    if names[used : used + 1] == ["of"]:
        used += 1
    size: Number = 1
    if names[used : used + 1] and names[used] in PLURALS and names[used + 1 : used + 3] == ["of", "thousands"]:
        size, used = PLURALS[names[used]] * 1000, used + 3
    while names[used : used + 1] and names[used] in TIMES and names[used] != "gross":
        size *= TIMES[names[used]]
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
    if size == DOZEN["dozen"]:
        return [(used, (Numeral(*_DOZENS, Form.WORDS, Approx.SEVERAL, 0.0, BIT["NUM"] | BIT["OPEN"]),), False)]
    # Several hundred may be 950; several dozen hundred are whole dozens.
    top = (high + 1) * size - 1 if size % 12 else high * size
    return [(used, (Numeral(low * size, top, Form.WORDS, Approx.SEVERAL, 0.0, BIT["NUM"] | BIT["OPEN"], size),), False)]


def plural_count(names: list[str], at: int) -> list[Spelled]:
    """dozens, hundreds of thousands, tens of millions: open counts."""
    low = PLURALS[names[at]]
    low, high = _DOZENS if low < 100 else (low * 2, low * 10 - 1)  # hundreds are two or more
    used = at + 1
    size: Number = 1
    while (
        names[used : used + 1] == ["of"]
        and names[used + 1 : used + 2]
        and (names[used + 1] in PLURALS or names[used + 1] in SCALES)
    ):
        size *= PLURALS.get(names[used + 1]) or SCALES[names[used + 1]]
        used += 2
    # Tens of thousands go up to the next scale: 99 thousand and whatever follows.
    if size > 1:
        low, high = low * size, (high + 1) * size - 1
    return [(used, (Numeral(low, high, Form.WORDS, Approx.SEVERAL, 0.0, BIT["NUM"] | BIT["OPEN"], size),), False)]
