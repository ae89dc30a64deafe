"""Parquet: every table as data/NAME.parquet, typed, for pandas, Polars, DuckDB, Spark.

Texts are exact: the apostrophe that keeps a spreadsheet from running a cell is in the CSV files alone.  The same
package gives the same bytes with the same version of PyArrow.
"""

from __future__ import annotations

import os
from typing import Any

from duizhao.datapackage.exports.dataset import Dataset
from duizhao.datapackage.reading.arrow_fields import arrow_fields
from duizhao.datapackage.reading.typed_rows import fields, typed_batches
from duizhao.optional_libraries import library

_GROUP = 16 << 20  # bytes of CSV in a row group: what writer and reader hold at a time
_ROWS = (1 << 10, 1 << 15)  # of a row group, at least and at most


def export(dataset: Dataset, folder: str) -> list[str]:
    arrow, parquet = library("pyarrow", "parquet"), library("pyarrow.parquet", "parquet")
    os.makedirs(os.path.join(folder, "data"), exist_ok=True)
    names = [resource["name"] for resource in dataset.package.descriptor["resources"]]
    for name in names:
        schema = _schema(arrow, dataset, name)
        path = os.path.join(folder, "data", f"{name}.parquet")
        if os.path.exists(path):  # the dataset card, which comes with the same files, is written too
            continue
        with parquet.ParquetWriter(path, schema, compression="zstd", version="2.6") as writer:
            for rows in typed_batches(dataset.package, name, _rows(dataset.package.resource(name))):
                columns = [arrow.array(column, field.type) for column, field in zip(zip(*rows), schema)]  # noqa: B905
                writer.write_batch(arrow.record_batch(columns, schema=schema))
    return [f"data/{name}.parquet" for name in names]


def _rows(resource: dict[str, Any]) -> int:
    """Rows of a row group."""
    least, most = _ROWS
    fitting: int = _GROUP * resource["rows"] // resource["bytes"]
    return max(least, min(most, fitting))


def _schema(arrow: Any, dataset: Dataset, name: str) -> Any:
    columns = arrow_fields(arrow, fields(dataset.package, name))
    about = {"name": dataset.metadata.name, "version": dataset.version, "table": name}
    return arrow.schema(columns, metadata={key: value for key, value in about.items() if value})
