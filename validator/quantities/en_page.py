"""The text being read, with what has been found in it so far."""

from __future__ import annotations

from duizhao.validator.quantities.en_dates import DateHit
from duizhao.validator.quantities.en_scan import normal
from duizhao.validator.quantities.model import Approx, DateParts, Form, Kind, Number, Quantity, Relation


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

    def put(
        self,
        start: int,
        end: int,
        kind: Kind,
        low: Number,
        high: Number | None = None,
        approx: Approx = Approx.NONE,
        unit: str = "",
        counter: str = "",
        form: Form = Form.DIGITS,
        relation: Relation = Relation.NONE,
        *,
        others: tuple[tuple[Number, Number], ...] = (),
        date: DateParts | None = None,
        parts: tuple[tuple[Number, str], ...] = (),
        weak: bool = False,
    ) -> int:
        """Keep an expression whose offsets are those of `low`; return where to read on."""
        shift = self.shift
        most = low if high is None else high
        self.found.append(
            Quantity(
                start + shift,
                end + shift,
                kind,
                low,
                most,
                approx,
                unit,
                counter,
                form,
                relation,
                others,
                date,
                parts,
                weak,
            )
        )
        self.floor = end
        return end

    def date(self, hit: DateHit) -> int:
        """Keep a date; its value is the most specific number that is written, 0 where none is."""
        parts = hit.parts
        value = parts.day or parts.month or parts.year or parts.hour or 0
        return self.put(hit.start, hit.end, Kind.DATE, value, form=hit.form, date=parts, weak=hit.weak)

    def head(self, pos: int) -> bool:
        """Whether only blanks stand between the beginning of the line and `pos`."""
        return self.low[max(0, pos - 16) : pos].rstrip(" \t")[-1:] in ("\n", "")
