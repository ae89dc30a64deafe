"""duizhao as a library: `read`, `check` and `load`; `build` has a module of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from duizhao.datapackage.extras import library
from duizhao.datapackage.package import Package, open_package
from duizhao.datapackage.typed import Value, fields, typed_rows
from duizhao.datapackage.unpack import article_files
from duizhao.datapackage.verify import ensure
from duizhao.errors import UnreadableError
from duizhao.schema.inputs.discover import discover, list_sources
from duizhao.schema.parse import parse
from duizhao.schema.record import Record, record_of
from duizhao.schema.tree import Article
from duizhao.source import Source
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.report import Report
from duizhao.validator.running.whole_run import RunPlan, results_of
from duizhao.validator.waiving.waivers import Waivers

if TYPE_CHECKING:
    from pandas import DataFrame

_DTYPES = {"string": "string", "integer": "Int64", "number": "Float64", "boolean": "boolean"}


def read(*paths: str) -> Iterator[Article]:
    """Read and parse article files.

    Args:
        paths: files, folders, globs, archives and bundles.

    Yields:
        The articles in the order in which they are found.

    Raises:
        UsageError: a path does not exist.
        UnreadableError: a file cannot be read, or is no UTF-8.
    """
    for entry in discover(paths):
        if entry.problem is not None:
            problem = entry.problem
            raise UnreadableError(problem.message, path=entry.path, line=problem.line, column=problem.column)
        if entry.data is not None:
            yield parse(Source.decode(entry.path, entry.data))


def check(*paths: str, settings: Settings | None = None, jobs: int | None = None) -> Report:
    """Check article files, each by itself and against each other.

    Args:
        paths: files, folders, globs, archives and bundles.
        settings: what is in force; None for the defaults.
        jobs: processes to use; None for as many as are worth it.

    Raises:
        UsageError: a path does not exist.
    """
    plan = RunPlan(lambda: list_sources(paths), settings or Settings(), jobs=jobs, across=True)
    return Report.of(results_of(plan, Waivers((), "")))


class Data:
    """A data package, loaded: its tables are read when they are asked for, row by row.

    Args:
        package: the package.
    """

    def __init__(self, package: Package) -> None:
        self.package = package

    @property
    def version(self) -> str:
        """Of the data set, '' where it has none."""
        return self.package.version

    @property
    def tables(self) -> tuple[str, ...]:
        """Names of the tables."""
        return tuple(resource["name"] for resource in self.package.descriptor["resources"])

    def rows(self, table: str) -> Iterator[dict[str, Value]]:
        """The rows of a table: exact texts, numbers, dates; None for an empty cell.

        Raises:
            PackageError: there is no such table, or it is not what it should be.
        """
        names = [field["name"] for field in fields(self.package, table)]
        for values in typed_rows(self.package, table):
            yield dict(zip(names, values, strict=True))

    def records(self) -> Iterator[Record]:
        """The articles as records, which `duizhao.schema.record.write` gives back as files byte by byte.

        Raises:
            PackageError: the package is not what it should be.
        """
        for path, data in article_files(self.package):
            yield record_of(parse(Source.decode(path, data)))

    def frame(self, table: str) -> DataFrame:
        """A table as a pandas dataframe with types that can hold a missing value; dates are `datetime.date`.

        Raises:
            UsageError: pandas is not installed.
            PackageError: there is no such table, or it is not what it should be.
        """
        pandas = library("pandas", "all")
        described = fields(self.package, table)
        names = [field["name"] for field in described]
        frame: DataFrame = pandas.DataFrame.from_records(list(typed_rows(self.package, table)), columns=names)
        return frame.astype({f["name"]: _DTYPES[f["type"]] for f in described if f["type"] in _DTYPES})


def load(location: str, *, verify: bool = True) -> Data:
    """Load a data package.

    Args:
        location: its folder, or the descriptor in it.
        verify: prove first that it is what it says it is.

    Raises:
        UsageError: there is no package.
        PackageError: it was changed.
    """
    return Data(ensure(location) if verify else open_package(location))
