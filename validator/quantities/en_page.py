"""The text being read, with what has been found in it so far."""

from __future__ import annotations

from duizhao.validator.quantities.en_dates import DateHit
from duizhao.validator.quantities.en_scan import normal
from duizhao.validator.quantities.model import Form, Kind, Number, Quantity


class Page:
    """An English text under reading.

    `text` is the text as written and `low` the same in lower case with plain characters, both with a blank in front
    and a line break behind, so that looking one character to either side is always allowed.
    """

    __slots__ = ("floor", "found", "low", "shift", "text", "year")

    def __init__(self, text: str, shift: int, year: int | None) -> None:
        self.text = f" {text}\n"
        self.low = f" {normal(text)}\n"
        self.shift = shift - 1
        self.year = year
        self.floor = 1
        self.found: list[Quantity] = []

    def add(self, quantity: Quantity) -> int:
        """Keep an expression whose offsets are those of `low`; return where to read on."""
        self.floor = quantity.end
        shift = self.shift
        self.found.append(
            quantity._replace(start=quantity.start + shift, end=quantity.end + shift) if shift else quantity
        )
        return self.floor

    def simple(
        self, start: int, end: int, kind: Kind, value: Number, form: Form = Form.DIGITS, *, weak: bool = False
    ) -> int:
        """Keep an expression of one plain value."""
        return self.add(Quantity(start, end, kind, value, value, form=form, weak=weak))

    def date(self, hit: DateHit) -> int:
        """Keep a date; its value is the most specific number that is written, 0 where none is."""
        parts = hit.parts
        value = next((n for n in (parts.day, parts.month, parts.year, parts.hour) if n is not None), 0)
        return self.add(Quantity(hit.start, hit.end, Kind.DATE, value, value, form=hit.form, date=parts, weak=hit.weak))
