"""Parquet: every table as data/NAME.parquet, typed, for pandas, Polars, DuckDB, Spark.

A table for which 90 MB are too little is cut into data/NAME-0001.parquet and so on, which all of these read as one.
Texts are exact: the apostrophe that keeps a spreadsheet from running a cell is in the CSV files alone.  The same
package gives the same bytes with the same version of PyArrow.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from typing import Any

from duizhao.datapackage.exports.dataset import Dataset
from duizhao.datapackage.format.table_writer import MOST_BYTES
from duizhao.datapackage.reading.arrow_fields import arrow_fields
from duizhao.datapackage.reading.typed_rows import fields, typed_batches
from duizhao.optional_libraries import library

_GROUP = 16 << 20  # bytes of CSV in a row group: what writer and reader hold at a time
_DIGITS = 4  # of the number of a file, as of the CSV files
_ROWS = (1 << 10, 1 << 15)  # of a row group, at least and at most


def export(dataset: Dataset, folder: str) -> list[str]:
    arrow, parquet = library("pyarrow", "parquet"), library("pyarrow.parquet", "parquet")
    os.makedirs(os.path.join(folder, "data"), exist_ok=True)
    files: list[str] = []
    for resource in dataset.package.descriptor["resources"]:
        name = resource["name"]
        # The dataset card, which comes with the same files, may have been written already.
        files += _written(folder, name) or _write(arrow, parquet, dataset, name, folder)
    return files


def files_of(name: str, files: Iterable[str]) -> list[str]:
    """Those of the files that are of a table, in order."""
    named = re.compile(rf"data/{re.escape(name)}(?:-\d+)?\.parquet")
    return sorted(filter(named.fullmatch, files))


def _written(folder: str, name: str) -> list[str]:
    return files_of(name, (f"data/{file}" for file in os.listdir(os.path.join(folder, "data"))))


def _write(arrow: Any, parquet: Any, dataset: Dataset, name: str, folder: str) -> list[str]:
    schema = _schema(arrow, dataset, name)
    batches = typed_batches(dataset.package, name, _rows(dataset.package.resource(name)))
    paths: list[str] = []
    batch = next(batches, None)
    # A table without rows has a file too, with its columns.
    while batch is not None or not paths:
        path = os.path.join(folder, "data", f"{name}-{len(paths) + 1:0{_DIGITS}d}.parquet")
        paths.append(path)
        with (
            open(path, "xb") as file,
            parquet.ParquetWriter(file, schema, compression="zstd", version="2.6") as writer,
        ):
            while batch is not None:
                # As many columns as fields, of rows that all have them.
                columns = [arrow.array(column, field.type) for column, field in zip(zip(*batch), schema)]  # noqa: B905
                writer.write_batch(arrow.record_batch(columns, schema=schema))
                batch = next(batches, None)
                if file.tell() + _GROUP > MOST_BYTES:  # no group takes more than its CSV
                    break
    if len(paths) == 1:  # a table that is not cut has its plain name
        os.rename(paths[0], os.path.join(folder, "data", f"{name}.parquet"))
    return _written(folder, name)


def _rows(resource: dict[str, Any]) -> int:
    """Rows of a row group."""
    least, most = _ROWS
    # By the mean size of a row: an article has kilobytes, a quantity some dozens of bytes.
    fitting: int = _GROUP * resource["rows"] // resource["bytes"]
    return max(least, min(most, fitting))


def _schema(arrow: Any, dataset: Dataset, name: str) -> Any:
    columns = arrow_fields(arrow, fields(dataset.package, name))
    about = {"name": dataset.metadata.name, "version": dataset.version, "table": name}
    return arrow.schema(columns, metadata={key: value for key, value in about.items() if value})
