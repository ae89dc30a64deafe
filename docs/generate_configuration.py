"""Refresh the table of keys in `docs/configuration.md`, from `validator/configuration/keys/file.py`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pages import ROOT, main

from duizhao.datapackage.format.metadata import Creator, License, Metadata, Origin
from duizhao.schema.publication import Publication, Term
from duizhao.validator.configuration.as_written import as_written
from duizhao.validator.configuration.config import Config
from duizhao.validator.configuration.keys.file import KEYS
from duizhao.validator.configuration.keys.forms import Key
from duizhao.validator.configuration.settings import Override, Thresholds

PAGE = ROOT / "docs" / "configuration.md"
RECORDS: dict[str, Any] = {
    "overrides": Override,
    "publications": Publication,
    "terms": Term,
    "units": Term,
    "thresholds": Thresholds,
    "dataset": Metadata,
    "creators": Creator,
    "licenses": License,
    "sources": Origin,
}
"""The record that the mappings below a key become; its defaults hold."""
HEAD = "| key | meaning | default | command line |\n|---|---|---|---|\n"
_BLOCK = re.compile(r"(?<=<!-- keys: generated -->\n\n)(?:\|.*\n)*")


def pages() -> dict[Path, str]:
    table = HEAD + "".join(_rows())
    return {PAGE: _BLOCK.sub(lambda _: table, PAGE.read_text(encoding="utf-8"), count=1)}


def _rows() -> Iterator[str]:
    defaults = as_written(Config())
    for key in KEYS:
        yield _row(key.name, key, "" if key.keys else _shown(defaults[key.name]))
        yield from _rows_below(key, key.name, set())


def _rows_below(key: Key, name: str, told: set[Any]) -> Iterator[str]:
    """The keys of a value, once where several values have the same."""
    record = RECORDS.get(key.name)
    if record is None or record in told:
        return
    told.add(record)
    for inner in key.keys:
        default = record._field_defaults.get(inner.name.replace("-", "_"))
        yield _row(f"{name}: {inner.name}", inner, _shown(default))
        yield from _rows_below(inner, f"{name}: {inner.name}", told)


def _row(name: str, key: Key, default: str) -> str:
    meaning = f"{key.meaning} Obligatory." if key.required else key.meaning
    option = f"`{key.option.name}` {key.option.effect}" if key.option else ""
    return f"| `{name}` | {meaning} | {default} | {option} |\n"


def _shown(default: Any) -> str:
    if not default:
        return ""
    if default and isinstance(default, tuple) and isinstance(default[0], tuple):
        default = [label for label, _ in default]
    words = ", ".join(default) if isinstance(default, list | tuple) else json.dumps(default).strip('"')
    return f"`{words}`"


if __name__ == "__main__":
    raise SystemExit(main(pages()))
