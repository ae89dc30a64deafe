"""One table of a package, cell by cell, in one pass."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from duizhao.datapackage.format.cell_forms import checker
from duizhao.datapackage.format.csv_file import CsvTable
from duizhao.datapackage.prove.references import Keys
from duizhao.errors import PackageError
from duizhao.validator.report import Problem

_MOST = 100  # flaws reported; a package that is wholly wrong is not listed cell by cell


class Flaws:
    """What is wrong, as far as it is told."""

    def __init__(self) -> None:
        self.found: list[Problem] = []

    @property
    def full(self) -> bool:
        """Whether enough was found to stop looking."""
        return len(self.found) >= _MOST

    def add(self, path: str, message: str, line: int = 0, column: int = 0) -> None:
        """Tell one."""
        if len(self.found) < _MOST:
            self.found.append(Problem(path, message, line, column))
            if len(self.found) == _MOST:
                self.found.append(Problem(path, f"these are the first {_MOST} flaws; the rest was not looked at"))

    def add_error(self, error: PackageError) -> None:
        """Tell what an error says."""
        self.add(error.path, error.message, error.line, error.column)


class TableKeys:
    """The keys of all tables that something refers to, and the references to them."""

    def __init__(self, resources: Iterable[dict[str, Any]], make: Callable[[], Keys]) -> None:
        self._columns: dict[tuple[str, str, bool], Keys] = {}
        self._unique: dict[tuple[str, tuple[str, ...]], Keys] = {}
        for resource in resources:
            name = resource["name"]
            for columns in _unique_columns(resource["schema"]):
                self._unique[name, columns] = make()
            for column, target, referred in _references(resource):
                self._columns[name, column, True] = make()
                self._columns.setdefault((target, referred, False), make())

    def collect(self, resource: dict[str, Any]) -> Callable[[list[str], int], None]:
        """A function that takes the keys from each row of a table, with the mark of its place."""
        names = [field["name"] for field in resource["schema"]["fields"]]
        table = resource["name"]
        columns = [(names.index(column), keys) for (name, column, _), keys in self._columns.items() if name == table]
        unique = [([names.index(c) for c in cs], keys) for (name, cs), keys in self._unique.items() if name == table]

        def take(row: list[str], mark: int) -> None:
            for index, keys in columns:
                if row[index]:
                    keys.add_new(row[index], mark)
            for indexes, keys in unique:
                keys.add(tuple(row[index] for index in indexes), mark)

        return take

    def references(self, resource: dict[str, Any]) -> Iterator[tuple[str, str, Keys, Keys]]:
        """Column, target, the values referred to and the values there are."""
        for column, target, referred in _references(resource):
            child, parent = (resource["name"], column, True), (target, referred, False)
            yield column, target, self._columns[child], self._columns[parent]

    def unique(self, resource: dict[str, Any]) -> Iterator[tuple[str, Keys]]:
        """Names of columns, and their values."""
        for columns in _unique_columns(resource["schema"]):
            yield ", ".join(columns), self._unique[resource["name"], columns]


def _references(resource: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    for key in resource["schema"].get("foreignKeys", []):
        reference = key["reference"]
        yield key["fields"][0], reference["resource"] or resource["name"], reference["fields"][0]


def _unique_columns(schema: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    """Columns that must be unique beside the primary key, which is by its order."""
    yield from map(tuple, schema.get("uniqueKeys", []))
    for field in schema["fields"]:
        if field.get("constraints", {}).get("unique"):
            yield (field["name"],)


def verify_table(
    table: CsvTable, resource: dict[str, Any], checksums: Sequence[str], keys: TableKeys, flaws: Flaws
) -> int | None:
    """Verify a table and return how many rows it has, None where it could not be read to its end.

    Args:
        table: its rows.
        resource: its resource, which is valid.
        checksums: the hashes that `SHA256SUMS` has of its files, '' for none.
        keys: where its keys are gathered.
        flaws: where flaws are told.
    """
    rows = 0
    try:
        for number in _rows(table, resource, keys, flaws):
            rows = number
            if flaws.full:
                return None
    except PackageError as error:
        flaws.add_error(error)
        return None
    for file, checksum in zip(table.files, checksums, strict=True):
        for message in _totals(table, resource, rows) if file is table.files[0] else ():
            flaws.add(file.shown, message)
        if checksum and checksum != file.sha256:
            flaws.add(file.shown, "was changed: its SHA-256 is not the one in SHA256SUMS")
    return rows


def _totals(table: CsvTable, resource: dict[str, Any], rows: int) -> Iterator[str]:
    """What is wrong with a table as a whole."""
    whole = f"the {len(table.files)} files of the table: " if table.files[1:] else ""
    if table.bytes != resource["bytes"]:
        yield f"{whole}has {table.bytes} bytes; the descriptor says {resource['bytes']}"
    if f"sha256:{table.sha256}" != resource["hash"]:
        yield f"{whole}was changed: its SHA-256 is not the one in the descriptor"
    if rows != resource["rows"]:
        yield f"{whole}has {rows} rows; the descriptor says {resource['rows']}"


def _rows(file: CsvTable, resource: dict[str, Any], keys: TableKeys, flaws: Flaws) -> Iterator[int]:
    """Verify row by row, and yield the number of each."""
    fields = resource["schema"]["fields"]
    names = [field["name"] for field in fields]
    checks = [checker(field) for field in fields]
    primary = [names.index(name) for name in resource["schema"]["primaryKey"]]
    take = keys.collect(resource)
    rows = iter(file)
    header = next(rows, [])
    if header != names:
        raise PackageError(f"the header is not {','.join(names)}", path=file.shown, line=1, column=1)
    before: list[str] = []
    for number, row in enumerate(rows, 1):
        if len(row) != len(names):
            raise PackageError(f"{len(row)} cells; the table has {len(names)} columns", path=file.shown, line=file.line)
        for index, check in enumerate(checks):
            if complaint := check(row[index]):
                flaws.add(file.shown, f"{names[index]}: {complaint}", *file.column(index))
        key = [row[index] for index in primary]
        if key <= before:
            what = "stands twice" if key == before else "stands after a larger one"
            flaws.add(file.shown, f"{', '.join(names[i] for i in primary)}: {key[0]} {what}", file.line, 1)
        before = key
        take(row, file.mark)
        yield number
