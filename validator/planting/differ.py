"""Whether altered words say something else, in their likeliest reading: than they did, and than the original does."""

from __future__ import annotations

from duizhao.validator.pairing.readings import likeliest
from duizhao.validator.planting.place import Edit, PlantingPlace
from duizhao.validator.quantities.lexicon import units
from duizhao.validator.quantities.model import Number, Quantity
from duizhao.validator.quantities.read import clusters

_MARGIN = 300  # characters; no construct of numbers looks further


def differs(place: PlantingPlace, edit: Edit, year: int | None) -> bool:
    """Whether the altered words say nothing that they said as they were, nor what the original says.

    Args:
        place: the expression.
        edit: how it is altered.
        year: of the issue; None where unknown.
    """
    start, end = _around(place, edit)
    was = _said(place.text, (start, end), (place.en.start, place.en.end), year)
    text = place.text[start : edit.start] + edit.after + place.text[edit.end : end]
    now = _said(text, (0, len(text)), (edit.start - start, edit.start - start + len(edit.after)), year)
    theirs = {*_values(place.zh), place.zh.date}
    if edit.start == edit.end:  # a number put in, which `place.taken` has seen to
        return bool(now)
    return now.keys().isdisjoint(was) and not any(_agrees(q, place.zh, theirs) for q in now.values())


def _around(place: PlantingPlace, edit: Edit) -> tuple[int, int]:
    """What is read: the words around, cut at blanks; a paragraph may be as long as a book."""
    start, end = place.region
    low = place.text.find(" ", max(start, place.en.start - _MARGIN), place.en.start) + 1
    high = place.text.rfind(" ", edit.end, min(end, edit.end + _MARGIN))
    near, far = place.en.start - start <= _MARGIN, end - edit.end <= _MARGIN
    return (start if near or not low else low), (end if far or high < place.en.end else high)


_Key = tuple[object, ...]


def _said(text: str, region: tuple[int, int], span: tuple[int, int], year: int | None) -> dict[_Key, Quantity]:
    """The expressions that overlap a stretch, by what they say."""
    some = likeliest(clusters(text, "en", *region, year=year))
    return {_key(q): q for q in some if q.start < span[1] and span[0] < q.end}


def _key(q: Quantity) -> _Key:
    return (q.kind, q.low, q.high, q.approx, q.unit, q.relation, q.date)


def _agrees(ours: Quantity, zh: Quantity, theirs: set[object]) -> bool:
    if ours.date is not None or zh.date is not None:
        return ours.date == zh.date
    return ours.kind == zh.kind and ours.approx == zh.approx and not theirs.isdisjoint(_values(ours))


def _values(q: Quantity) -> set[object]:
    """Every value that an expression can mean, in the smallest measure of its dimension."""
    unit = units().get(q.unit)
    name, factor = (unit.dimension, unit.factor) if unit and unit.factor else (q.unit, 1)
    readings: tuple[tuple[Number, Number], ...] = ((q.low, q.high), *q.others)
    return {(low * factor, high * factor, name) for low, high in readings}
