"""The columns of a table as Arrow has them, for files of Parquet and for engines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any


def arrow_fields(arrow: Any, fields: Iterable[Mapping[str, Any]]) -> list[Any]:
    """The fields of a Table Schema as fields of Arrow.

    Args:
        arrow: the library, `pyarrow`.
        fields: of the Table Schema.
    """
    kinds = {
        "string": arrow.string(),
        "integer": arrow.int64(),
        "number": arrow.float64(),
        "boolean": arrow.bool_(),
        "date": arrow.date32(),
    }
    return [
        arrow.field(
            field["name"],
            kinds[field["type"]],
            nullable=not field.get("constraints", {}).get("required"),
            metadata={"description": field["description"]},
        )
        for field in fields
    ]
