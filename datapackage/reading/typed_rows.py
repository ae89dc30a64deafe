"""The rows of a table as Python values: exact texts, numbers, dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from duizhao.datapackage.format import cells
from duizhao.datapackage.format.package import Package
from duizhao.datapackage.reading.table_rows import header_of
from duizhao.errors import PackageError

Value = str | int | float | bool | dt.date | None
_READ: dict[str, Callable[[str], Value]] = {
    "string": cells.unguard,
    "integer": int,
    "number": float,
    "boolean": "true".__eq__,
    "date": dt.date.fromisoformat,
}


def typed_rows(package: Package, name: str) -> Iterator[tuple[Value, ...]]:
    """The rows of a table, in order; None stands for an empty cell.

    Args:
        package: which was verified, or is verified by whoever reads on.
        name: of the table.

    Raises:
        PackageError: there is no such table, or a cell does not hold what its column promises.
    """
    resource = package.resource(name)
    fields = resource["schema"]["fields"]
    file = package.table(name)
    convert = typed(fields)
    rows = iter(file)
    header_of(rows, resource, file.shown)
    for row in rows:
        try:
            yield convert(row)
        except ValueError as error:
            raise PackageError(f"cannot be read: {error}", path=file.shown, line=file.line) from None


def typed(fields: Iterable[Mapping[str, Any]]) -> Callable[[Sequence[str]], tuple[Value, ...]]:
    """A function from the cells of a row to their values; it raises ValueError at a cell of another type.

    Args:
        fields: of the Table Schema.
    """
    read = [_READ[field["type"]] for field in fields]

    def convert(row: Sequence[str]) -> tuple[Value, ...]:
        # A list in between is faster than a generator here, and this runs for every cell of a package.
        return tuple([value(cell) if cell else None for value, cell in zip(read, row, strict=True)])

    return convert


def typed_batches(package: Package, name: str, size: int) -> Iterator[list[tuple[Value, ...]]]:
    """The same rows, so many at a time."""
    rows = typed_rows(package, name)
    while batch := list(islice(rows, size)):
        yield batch


def fields(package: Package, name: str) -> list[dict[str, Any]]:
    """The fields of a table, as its schema has them."""
    found: list[dict[str, Any]] = package.resource(name)["schema"]["fields"]
    return found
