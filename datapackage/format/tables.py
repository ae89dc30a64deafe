"""The tables of a package, as `schema/*.table.json` describe them."""

from __future__ import annotations

import json
import os
from functools import lru_cache
from typing import Any, NamedTuple

import duizhao.schema

NAMES = ("articles", "paragraphs", "quantities", "findings", "issues")
"""In the order of the descriptor; each refers only to itself and to those before it, but `articles` to `issues` too."""

_DIGITS = 4  # of the number of a part: 9,999 of them are 900 GB, and up to there their names sort as they do


class Table(NamedTuple):
    """A table: what it is called, and the Table Schema of its rows."""

    name: str
    title: str
    description: str
    columns: tuple[str, ...]
    schema: dict[str, Any]
    """The Table Schema as it stands in a descriptor."""

    @property
    def path(self) -> str:
        """Where its rows lie in a package, as long as one file holds them."""
        return f"data/{self.name}.csv"

    def part(self, number: int) -> str:
        """Where they lie in a package in which it needs several files, which are counted from 1."""
        return f"data/{self.name}-{number:0{_DIGITS}d}.csv"


@lru_cache(maxsize=1)
def tables() -> dict[str, Table]:
    """Every table by name, in order."""
    return {name: _load(name) for name in NAMES}


def _load(name: str) -> Table:
    path = os.path.join(os.path.dirname(duizhao.schema.__file__), f"{name}.table.json")
    with open(path, encoding="utf-8") as file:
        document = json.load(file)
    schema = {key: document[key] for key in ("fields", "missingValues", "primaryKey", "foreignKeys") if key in document}
    columns = tuple(field["name"] for field in schema["fields"])
    return Table(name, document["title"], document["description"], columns, schema)
