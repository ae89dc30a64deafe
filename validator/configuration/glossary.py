"""Glossaries: YAML files of terms with the English that is accepted and the English that is ruled out.

- chinese: 行总
accepted: [Chinese National Relief and Rehabilitation Administration, CNRRA]
rejected: [Executive Headquarters]
apart: [南行总栈]
first: "1945"
last: "1947"
source: "..."
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from duizhao.errors import ConfigError, UsageError
from duizhao.schema.publication import Term
from duizhao.validator.configuration.bounded_file import read_bounded
from duizhao.validator.configuration.located import KeyPath, Located
from duizhao.validator.configuration.read_yaml import read_yaml

_LISTS = ("accepted", "rejected", "apart")
_STRINGS = ("chinese", "first", "last", "source")
_KNOWN = ", ".join(_STRINGS[:1] + _LISTS + _STRINGS[1:])
_PERIOD = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_LARGEST = 8 << 20  # bytes; a glossary of a hundred thousand terms is smaller


def load_glossary(path: str) -> tuple[Term, ...]:
    """The terms of a glossary file.

    Raises:
        ConfigError: with the place, where the file cannot be read or is not of the form above.
    """
    try:
        text = read_bounded(path, path, "the glossary", "a glossary", _LARGEST)
    except UsageError as error:
        raise ConfigError(error.message, path=path) from None
    return tuple(_terms(read_yaml(path, text, words=True)))


def _terms(document: Located) -> Iterator[Term]:
    if document.data in (None, ""):
        return
    if not isinstance(document.data, list):
        raise document.error("a glossary is a list of terms")
    seen: set[tuple[str, str]] = set()
    for number, entry in enumerate(document.data):
        term = _term(document, entry, (number,))
        if (term.chinese, term.first) in seen:
            raise document.error(f"{term.chinese} occurs twice for the same period", (number,))
        seen.add((term.chinese, term.first))
        yield term


def _term(document: Located, entry: Any, path: KeyPath) -> Term:
    if not isinstance(entry, dict):
        raise document.error("a term has `chinese`, `accepted` and so on", path)
    values: dict[str, Any] = {}
    for key, value in entry.items():
        if key in _LISTS:
            values[key] = _strings(document, value, (*path, key))
        elif key in _STRINGS:
            values[key] = _string(document, value, (*path, key))
        else:
            raise document.error(f"unknown key `{key}`; known are {_KNOWN}", (*path, key))
        if key in ("first", "last") and not _PERIOD.fullmatch(values[key]):
            raise document.error("write a period as YYYY, YYYY-MM or YYYY-MM-DD", (*path, key))
    if not values.get("chinese") or not values.get("accepted"):
        raise document.error("a term needs `chinese` and `accepted`", path)
    return Term(**values)


def _strings(document: Located, value: Any, path: KeyPath) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise document.error("want a list, such as [CNRRA]", path)
    return tuple(_string(document, item, (*path, number)) for number, item in enumerate(value))


def _string(document: Located, value: Any, path: KeyPath) -> str:
    if not isinstance(value, str) or not value.strip():
        raise document.error("want words", path)
    return value
