"""`duizhao.load`: a package for programs in Python, as rows, dataframes and records."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from duizhao.datapackage.format.package import Package, open_package
from duizhao.datapackage.prove.verify import ensure
from duizhao.datapackage.reading.article_files import records_of
from duizhao.datapackage.reading.typed_rows import Value, fields, typed_rows
from duizhao.optional_libraries import library
from duizhao.schema.record import Record

if TYPE_CHECKING:
    from pandas import DataFrame

_DTYPES = {"string": "string", "integer": "Int64", "number": "Float64", "boolean": "boolean"}


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

        An article of an issue is written as the archive writes files of one article.

        Raises:
            PackageError: the package is not what it should be.
        """
        return records_of(self.package)

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
        # Types of pandas that know a missing value: a plain integer column would become one of floats by the first.
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
