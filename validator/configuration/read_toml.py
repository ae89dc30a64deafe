"""TOML as plain data, with the line and column of tables and keys."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from duizhao.errors import ConfigError
from duizhao.regex import regex
from duizhao.source import Position
from duizhao.validator.configuration.located import MAX_DEPTH, KeyPath, Located, deeper


def read_toml(path: str, text: str, table: str) -> Located:
    """Read one table of a TOML document, such as `tool.duizhao`.

    Args:
        path: of the file, for errors.
        text: the document.
        table: dotted name.

    Raises:
        ConfigError: it is not TOML.
    """
    import tomllib  # noqa: PLC0415  only where a pyproject.toml has our table

    try:
        data: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        # Python has line and column only in the sentence until 3.14.
        reason, _, place = str(error).removesuffix(")").partition(" (at ")
        numbers = [int(number) for number in re.findall(r"[0-9]+", place)] or [text.count("\n") + 1, 1]  # at the end
        raise ConfigError(f"not TOML: {reason}", path=path, line=numbers[0], column=numbers[-1]) from None
    except RecursionError:
        raise ConfigError(f"nested more than {MAX_DEPTH} deep", path=path) from None
    for name in table.split("."):
        data = data.get(name, {}) if isinstance(data, dict) else data
    if deeper(data, MAX_DEPTH):
        raise ConfigError(f"[{table}] is nested more than {MAX_DEPTH} deep", path=path)
    return Located(path, _with_plain_dates(data), dict(_toml_places(text, table)))


def _with_plain_dates(data: Any) -> Any:
    """Dates as YYYY-MM-DD, as in YAML."""
    if isinstance(data, dict):
        return {key: _with_plain_dates(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_with_plain_dates(item) for item in data]
    # Dates, times and both together are types of TOML; the forms of the keys are those of texts.
    return data.isoformat() if hasattr(data, "isoformat") else data


_TABLE = regex(r"[ \t]*+(\[\[?)([^\]\n]++)\]\]?[ \t]*+(?:#.*)?")
_PAIR = regex(r"[ \t]*+((?:[\w-]+|\"[^\"\n]*\"|'[^'\n]*')(?:[ \t]*\.[ \t]*[\w-]+)*)[ \t]*=")


def _toml_places(text: str, table: str) -> Iterator[tuple[KeyPath, Position]]:
    """Where tables and keys stand; the parts of a value are found by its key."""
    prefix: KeyPath | None = None
    counts: dict[KeyPath, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if match := _TABLE.fullmatch(line):
            prefix = _table_path(match[2], table)
            if prefix is not None:
                if match[1] == "[[":
                    # Each [[table]] of a name is the next of a list.
                    counts[prefix] = counts.get(prefix, -1) + 1
                    prefix = (*prefix, counts[prefix])
                yield prefix, Position(number, match.start(1) + 1)
        elif prefix is not None and (match := _PAIR.match(line)):
            yield (*prefix, *_keys(match[1])), Position(number, match.start(1) + 1)


def _table_path(name: str, table: str) -> KeyPath | None:
    """The path of a table within ours, None for a foreign one."""
    keys, wanted = _keys(name.strip(" \t")), tuple(table.split("."))
    return keys[len(wanted) :] if keys[: len(wanted)] == wanted else None


def _keys(dotted: str) -> tuple[str, ...]:
    if dotted[:1] in "\"'":
        return (dotted[1:-1],)
    return tuple(part.strip(" \t\"'") for part in dotted.split("."))
