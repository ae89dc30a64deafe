"""One table of a package: its files cell by cell, each in whatever process, and then what they are together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from duizhao.datapackage.format.cell_forms import checker
from duizhao.datapackage.format.checksums import table_hash
from duizhao.datapackage.format.csv_file import CsvFile
from duizhao.datapackage.prove.references import Keys
from duizhao.errors import PackageError
from duizhao.validator.report import Problem

STRIDE = 1 << 48
"""More lines than any file has: file and line of a row in one number."""
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
            # One line beyond says that the list is not all.
            if len(self.found) == _MOST:
                self.found.append(Problem(path, f"these are the first {_MOST} flaws; the rest was not looked at"))

    def take_over(self, flaws: Iterable[Problem]) -> None:
        """Tell what was found elsewhere."""
        for flaw in flaws:
            if len(self.found) <= _MOST:
                self.add(*flaw[:4])

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
                # An empty cell refers to nothing.
                if row[index]:
                    keys.add_new(row[index], mark)
            for indexes, keys in unique:
                keys.add(tuple(row[index] for index in indexes), mark)

        return take

    def of_table(self, table: str) -> list[Keys]:
        """The keys that are gathered from a table, always in the same order."""
        columns = [keys for (name, _, _), keys in self._columns.items() if name == table]
        return columns + [keys for (name, _), keys in self._unique.items() if name == table]

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


class Part(NamedTuple):
    """A file of a table, to be read in whatever process."""

    table: str
    number: int
    """Among the files of the table, from 0."""
    path: str
    shown: str


class ReadPart(NamedTuple):
    """What was found in a file of a table."""

    flaws: tuple[Problem, ...]
    rows: int | None = None
    """None where it could not be read to its end, or was not worth it."""
    bytes: int = 0
    header: int = 0
    """Bytes of it."""
    sha256: str = ""
    first: tuple[str, ...] = ()
    """The primary key of the first row."""
    line: int = 0
    """Of that row."""
    last: tuple[str, ...] = ()
    """The primary key of the last row."""
    keys: tuple[list[str], ...] = ()
    """Files of the keys that were gathered, in the order of `TableKeys.of_table`."""


class PartReader:
    """Reads files of tables, cell by cell; sent to every worker once.

    Args:
        resources: those of all tables, which are valid.
        folder: for the keys.
    """

    def __init__(self, resources: Sequence[dict[str, Any]], folder: str) -> None:
        self._resources = resources
        self._folder = folder

    def __call__(self, parts: list[Part]) -> list[ReadPart]:
        """What is found in some files."""
        return [self._read(part) for part in parts]

    def _read(self, part: Part) -> ReadPart:
        resource = next(one for one in self._resources if one["name"] == part.table)
        keys = TableKeys(self._resources, lambda: Keys(self._folder))
        file, flaws = CsvFile(part.path, part.shown), Flaws()
        first, last = RowKey((), 0), RowKey((), 0)
        rows = 0
        try:
            for last in _rows(file, resource, part.number * STRIDE, keys, flaws):
                rows += 1
                first = first if first.line else last
                if flaws.full:
                    return ReadPart(tuple(flaws.found))
        except PackageError as error:
            flaws.add_error(error)
            return ReadPart(tuple(flaws.found))
        runs = tuple(one.runs() for one in keys.of_table(part.table))
        sizes = file.bytes, len(file.header)
        return ReadPart(tuple(flaws.found), rows, *sizes, file.sha256, *first, last.key, runs)


def verify_table(
    resource: dict[str, Any],
    parts: Sequence[Part],
    found: Iterable[ReadPart],
    checksums: Mapping[str, str],
    keys: TableKeys,
    flaws: Flaws,
) -> int | None:
    """Verify a table by what was found in its files; how many rows it has, None where that is not known.

    Args:
        resource: its resource, which is valid.
        parts: its files.
        found: what was found in each.
        checksums: the hashes that `SHA256SUMS` has of its files, by the paths to show.
        keys: where its keys are gathered.
        flaws: where flaws are told.
    """
    done: list[ReadPart] = []
    last: tuple[str, ...] = ()
    for part, read in zip(parts, found, strict=True):
        # Between files as within them; a file without rows has no first key.
        if last and read.first and read.first <= last:
            flaws.add(part.shown, _out_of_order(resource, read.first, last), read.line, 1)
        flaws.take_over(read.flaws)
        if read.rows is None or flaws.full:
            return None
        last = read.last or last
        done.append(read)
        for own, runs in zip(keys.of_table(part.table), read.keys, strict=True):
            own.take_over(runs)
    for message in _totals(resource, parts, done):
        flaws.add(parts[0].shown, message)
    for part, read in zip(parts, done, strict=True):
        if (checksum := checksums.get(part.shown, "")) and checksum != read.sha256:
            flaws.add(part.shown, "was changed: its SHA-256 is not the one in SHA256SUMS")
    return sum(read.rows or 0 for read in done)


def _out_of_order(resource: dict[str, Any], key: tuple[str, ...], before: tuple[str, ...]) -> str:
    what = "stands twice" if key == before else "stands after a larger one"
    return f"{', '.join(resource['schema']['primaryKey'])}: {key[0]} {what}"


def _totals(resource: dict[str, Any], parts: Sequence[Part], done: Sequence[ReadPart]) -> Iterator[str]:
    """What is wrong with a table as a whole."""
    size = sum(read.bytes for read in done) - sum(read.header for read in done[1:])
    sha256 = table_hash([part.path for part in parts]) if parts[1:] else f"sha256:{done[0].sha256}"
    rows = sum(read.rows or 0 for read in done)
    whole = f"the {len(parts)} files of the table: " if parts[1:] else ""
    if size != resource["bytes"]:
        yield f"{whole}has {size} bytes; the descriptor says {resource['bytes']}"
    if sha256 != resource["hash"]:
        yield f"{whole}was changed: its SHA-256 is not the one in the descriptor"
    if rows != resource["rows"]:
        yield f"{whole}has {rows} rows; the descriptor says {resource['rows']}"


class RowKey(NamedTuple):
    """The primary key of a row."""

    key: tuple[str, ...]
    line: int


def _rows(file: CsvFile, resource: dict[str, Any], offset: int, keys: TableKeys, flaws: Flaws) -> Iterator[RowKey]:
    """Verify row by row, and yield the primary key of each; the offset makes marks of lines."""
    fields = resource["schema"]["fields"]
    names = [field["name"] for field in fields]
    checks = [checker(field) for field in fields]
    primary = [names.index(name) for name in resource["schema"]["primaryKey"]]
    take = keys.collect(resource)
    rows = iter(file)
    # No cell of another header would be where it is looked for.
    if next(rows, []) != names:
        raise PackageError(f"the header is not {','.join(names)}", path=file.shown, line=1, column=1)
    before: tuple[str, ...] = ()
    for row in rows:
        if len(row) != len(names):
            raise PackageError(f"{len(row)} cells; the table has {len(names)} columns", path=file.shown, line=file.line)
        for index, check in enumerate(checks):
            if complaint := check(row[index]):
                flaws.add(file.shown, f"{names[index]}: {complaint}", *file.column(index))
        key = tuple([row[index] for index in primary])
        # Sorted rows show a key that stands twice without a memory of them all.
        if key <= before:
            flaws.add(file.shown, _out_of_order(resource, key, before), file.line, 1)
        before = key
        take(row, offset + file.line)
        yield RowKey(key, file.line)
