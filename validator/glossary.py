"""Glossaries: YAML files of terms with the English that is accepted and the English that is ruled out.

- chinese: 行总
accepted: [Chinese National Relief and Rehabilitation Administration, CNRRA]
rejected: [Executive Headquarters]
first: "1945"
last: "1947"
source: "..."
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from duizhao.errors import ConfigError
from duizhao.validator.settings import Term

_LISTS = ("accepted", "rejected")
_STRINGS = ("chinese", "first", "last", "source")
_PERIOD = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_LARGEST = 8 * 1024 * 1024  # bytes; a glossary of a hundred thousand terms is smaller


def load_glossary(path: str) -> tuple[Term, ...]:
    """The terms of a glossary file.

    Raises:
        ConfigError: with the place, where the file cannot be read or is not of the form above.
    """
    try:
        with open(path, "rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror}", path=path) from None
    if len(data) > _LARGEST:
        raise ConfigError(f"larger than {_LARGEST:,} bytes", path=path)
    try:
        root = yaml.compose(data, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        raise ConfigError(f"not YAML: {error.problem}", path=path, line=line, column=column) from None
    except yaml.YAMLError as error:
        raise ConfigError(f"not YAML: {error}", path=path) from None
    return tuple(_terms(path, root))


def _terms(path: str, root: yaml.Node | None) -> Iterator[Term]:
    if root is None:
        return
    if not isinstance(root, yaml.SequenceNode):
        raise _error(path, root, "a glossary is a list of terms")
    seen: set[tuple[str, str]] = set()
    for node in root.value:
        term = _term(path, node)
        if (term.chinese, term.first) in seen:
            raise _error(path, node, f"{term.chinese} occurs twice for the same period")
        seen.add((term.chinese, term.first))
        yield term


def _term(path: str, node: yaml.Node) -> Term:
    if not isinstance(node, yaml.MappingNode):
        raise _error(path, node, "a term has `chinese`, `accepted` and so on")
    values: dict[str, Any] = {}
    for key, value in node.value:
        if key.value in _LISTS:
            values[key.value] = _strings(path, value)
        elif key.value in _STRINGS:
            values[key.value] = _string(path, value)
        else:
            raise _error(
                path, key, f"unknown key `{key.value}`; known are {', '.join(_STRINGS[:1] + _LISTS + _STRINGS[1:])}"
            )
        if key.value in ("first", "last") and not _PERIOD.fullmatch(values[key.value]):
            raise _error(path, value, "write a period as YYYY, YYYY-MM or YYYY-MM-DD")
    if not values.get("chinese") or not values.get("accepted"):
        raise _error(path, node, "a term needs `chinese` and `accepted`")
    return Term(**values)


def _strings(path: str, node: yaml.Node) -> tuple[str, ...]:
    if not isinstance(node, yaml.SequenceNode):
        raise _error(path, node, "want a list, such as [CNRRA]")
    return tuple(_string(path, item) for item in node.value)


def _string(path: str, node: yaml.Node) -> str:
    if not isinstance(node, yaml.ScalarNode) or not str(node.value).strip():
        raise _error(path, node, "want words")
    return str(node.value)


def _error(path: str, node: yaml.Node, message: str) -> ConfigError:
    mark = node.start_mark
    return ConfigError(message, path=path, line=mark.line + 1, column=mark.column + 1)
