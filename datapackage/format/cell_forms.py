"""What a cell may look like: the one way in which duizhao writes each value of the Table Schema types it uses.

Other readers take much more (`1958-9-1`, full-width digits, `1_000`); what only some of them take is refused here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from duizhao.datapackage.format import cells
from duizhao.datapackage.format.descriptor_shape import pattern_of
from duizhao.errors import PackageError
from duizhao.schema.dates import ISO_FORM, iso_date

Check = Callable[[str], str]
"""Takes a cell and says what is wrong with it, '' where nothing is."""

_FORMS = {
    "integer": re.compile(r"0|-?[1-9][0-9]*", re.ASCII),
    "number": re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]*[1-9])?", re.ASCII),
    "boolean": re.compile(r"true|false"),
    "date": ISO_FORM,
    "string": re.compile(r".*", re.DOTALL),
}
_LONGEST = 1000  # characters of a cell whose column has a pattern; ours have less than a hundred
_DIGITS = 18  # of an integer, so that every reader can hold it
_CONSTRAINTS = frozenset({"required", "minimum", "maximum", "enum", "pattern", "unique"})


def checker(field: Mapping[str, Any]) -> Check:
    """The check of a field's cells.

    Args:
        field: of a Table Schema.

    Raises:
        PackageError: it asks for something that duizhao does not write, and so cannot vouch for.
    """
    kind, constraints = field["type"], field.get("constraints", {})
    # Refused and not passed over: `verify` would else say of cells what it never looked at.
    if kind not in _FORMS or field.get("format", "default") != "default":
        raise PackageError(f"field {field['name']}: type {kind} is none of those that duizhao writes")
    unknown = sorted(set(constraints) - _CONSTRAINTS)
    if unknown:
        raise PackageError(f"field {field['name']}: constraint {unknown[0]} is none of those that duizhao checks")
    # The form first: what is no number could not be compared with a limit.
    checks = [_form(kind), *_limits(kind, constraints)]
    return _together(checks, required=bool(constraints.get("required")))


def _together(checks: list[Check], *, required: bool) -> Check:
    def check(cell: str) -> str:
        # Before everything else: an empty cell is no value, of whatever type.
        if not cell:
            return "is empty, but must not be" if required else ""
        for one in checks:
            if complaint := one(cell):
                return complaint
        return ""

    return check


def _form(kind: str) -> Check:
    fullmatch = _FORMS[kind].fullmatch
    if kind == "string":
        return lambda cell: "would be run by a spreadsheet" if cells.runs(cell) and cell[0] != "'" else ""
    if kind == "date":
        # Both: 1958-02-30 has the form of a date.
        return lambda cell: "" if fullmatch(cell) and iso_date(cell) else f"{_short(cell)} is no date YYYY-MM-DD"
    if kind == "integer":
        return lambda cell: (
            "" if len(cell) <= _DIGITS and fullmatch(cell) else f"{_short(cell)} is not written as {kind} must be"
        )
    return lambda cell: "" if fullmatch(cell) else f"{_short(cell)} is not written as {kind} must be"


def _limits(kind: str, constraints: Mapping[str, Any]) -> list[Check]:
    found: list[Check] = []
    if "enum" in constraints:
        allowed = frozenset(constraints["enum"])
        found.append(lambda cell: "" if cell in allowed else f"{_short(cell)} is none of {', '.join(sorted(allowed))}")
    if "pattern" in constraints:
        pattern = constraints["pattern"]
        fullmatch = pattern_of(pattern).fullmatch
        found.append(
            # The length first: by it the cost of a foreign pattern is bounded (`descriptor_shape`).
            lambda cell: "" if len(cell) <= _LONGEST and fullmatch(cell) else f"{_short(cell)} does not match {pattern}"
        )
    number = int if kind == "integer" else Decimal
    if "minimum" in constraints:
        least = constraints["minimum"]
        found.append(lambda cell: "" if number(cell) >= least else f"{cell} is less than {least}")
    if "maximum" in constraints:
        most = constraints["maximum"]
        found.append(lambda cell: "" if number(cell) <= most else f"{cell} is more than {most}")
    return found


def _short(cell: str) -> str:
    # So that a message stays one line, whatever a cell holds.
    return repr(cell if len(cell) <= 40 else cell[:39] + "…")
