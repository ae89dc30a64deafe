"""Units of measure of both languages, read from `units.json`."""

from __future__ import annotations

import json
import os
from fractions import Fraction
from typing import NamedTuple


class Unit(NamedTuple):
    """A unit of measure.

    `factor` converts into the base unit of `dimension` (gram, metre, square metre, litre, second, …); it is None for
    currencies and other units with no fixed ratio.
    """

    code: str
    dimension: str
    factor: Fraction | None
    zh: tuple[str, ...]
    en: tuple[str, ...]
    note: str


def _load() -> dict[str, Unit]:
    path = os.path.join(os.path.dirname(__file__), "units.json")
    with open(path, encoding="utf-8") as file:
        rows = json.load(file)["units"]
    return {
        row["code"]: Unit(
            row["code"],
            row["dimension"],
            Fraction(row["factor"]) if row.get("factor") else None,
            tuple(row["zh"]),
            tuple(row["en"]),
            row.get("note", ""),
        )
        for row in rows
    }


UNITS: dict[str, Unit] = _load()
ZH_UNITS: dict[str, str] = {word: unit.code for unit in UNITS.values() for word in unit.zh}
EN_UNITS: dict[str, str] = {word: unit.code for unit in UNITS.values() for word in unit.en}
