"""The rows of a table, each as its cells by the name of the column."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from duizhao.datapackage.format.package import Package
from duizhao.errors import MalformedError, PackageError

Row = dict[str, str]


def rows_of(package: Package, table: str) -> Iterator[Row]:
    """The rows of a table, column name to cell.

    Raises:
        PackageError: it cannot be read.
        MalformedError: its header is not the one that the descriptor tells.
    """
    file = package.table(table)
    try:
        rows = iter(file)
        header = header_of(rows, package.resource(table), file.shown)
        for row in rows:
            if len(row) != len(header):
                raise PackageError(f"{len(row)} cells; the header has {len(header)}", path=file.shown, line=file.line)
            yield dict(zip(header, row, strict=True))
    except OSError as error:
        raise PackageError(f"cannot be read: {error.strerror}", path=file.shown) from None


def header_of(rows: Iterator[list[str]], resource: dict[str, Any], shown: str) -> list[str]:
    """The header of a table, the first of its rows.

    Raises:
        MalformedError: it is not the one that the descriptor tells.
    """
    header, names = next(rows, []), [field["name"] for field in resource["schema"]["fields"]]
    if header != names:
        raise MalformedError(f"the header is not {','.join(names)}", path=shown, line=1, column=1)
    return header
