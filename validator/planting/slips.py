"""The kinds of slips, each with the function that says how it can be made at a place."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from duizhao.validator.planting import points, qualifiers, values
from duizhao.validator.planting.place import Edit, PlantingPlace

KINDS: dict[str, Callable[[PlantingPlace], Iterator[Edit]]] = {
    "scale": values.scale,
    "wan": values.wan,
    "yi": values.yi,
    "digit-changed": values.changed,
    "digits-swapped": values.swapped,
    "digit-dropped": values.dropped,
    "digit-doubled": values.doubled,
    "number-dropped": qualifiers.number_dropped,
    "number-added": qualifiers.number_added,
    "unit": qualifiers.unit,
    "approx-lost": qualifiers.approx_lost,
    "approx-added": qualifiers.approx_added,
    "approx-reversed": qualifiers.approx_reversed,
    "year": points.year,
    "month": points.month,
    "day": points.day,
    "ordinal": points.ordinal,
    "percent": values.percent,
    "percent-lost": values.percent_lost,
    "multiple": values.multiple,
}
"""By name; each gives every way to make such a slip at a place, none where there is no natural one."""
