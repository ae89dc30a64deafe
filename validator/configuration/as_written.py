"""A configuration as it would be written: what `config_file` reads, the other way round.

Of what is in force, not of what the file says: a key that nobody reads shows its default here, whatever is written.
"""

from __future__ import annotations

import os
from typing import Any

from duizhao.schema.publication import Publication
from duizhao.validator.configuration.config import Config
from duizhao.validator.configuration.keys.file import KEYS
from duizhao.validator.configuration.settings import Thresholds
from duizhao.validator.finding import Severity

_MAPPINGS = ("severities", "header")
"""Fields of pairs, which are written as mappings."""
_FILES = ("glossary", "waivers", "baseline", "cache")


def as_written(config: Config) -> dict[str, Any]:
    """The value of every key that is in force, as plain data; None where there is none.

    Paths are measured from the folder of the configuration, as they are in it.
    """
    return {key.name: _value(config, key.name.replace("-", "_")) for key in KEYS}


def _value(config: Config, field: str) -> Any:
    value = getattr(config if field in Config._fields else config.settings, field)
    if field in _FILES:
        value = _from_folder(value, os.path.dirname(config.path))
    # An empty path is none; of the cache alone a file can say so, with `false`.
    if value == "":
        return False if field == "cache" else None
    return dict(_plain(value)) if field == "severities" else _plain(value)


def _from_folder(value: str | tuple[str, ...], folder: str) -> str | tuple[str, ...]:
    if isinstance(value, tuple):
        return tuple(_path_from_folder(path, folder) for path in value)
    return _path_from_folder(value, folder) if value else value


def _path_from_folder(path: str, folder: str) -> str:
    # What is shown has to mean the same on every system that reads it again.
    return os.path.relpath(path, folder or ".").replace(os.sep, "/")


def _plain(value: Any) -> Any:
    if isinstance(value, Severity):
        return value.word
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return {name.replace("_", "-"): part for name, part in _parts(value).items()}
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


def _parts(record: Any) -> dict[str, Any]:
    """What a record says beyond its defaults.

    Of a newspaper all that holds, lest it be looked for elsewhere; both thresholds, as one of them may be written
    without the other.
    """
    fields = record._asdict()
    if isinstance(record, Publication):
        # A value may have come from a profile, and is a default of no record.
        said = {name: value for name, value in fields.items() if value}
    elif isinstance(record, Thresholds):
        said = fields
    else:
        said = {name: value for name, value in fields.items() if value != record._field_defaults.get(name)}
    return {name: dict(_plain(value)) if name in _MAPPINGS else _plain(value) for name, value in said.items()}
