"""YAML as plain data, with the line and column of every part.

Only what a configuration needs of YAML is read: mappings, sequences and scalars of the core schema, where `no` is a
word and `1958-10-13` a text.  Aliases, tags and duplicate keys are refused, depth and size are bounded.
Source: YAML 1.2.2, 10.3 (core schema).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from duizhao.errors import ConfigError
from duizhao.source import Position
from duizhao.validator.configuration.located import MAX_DEPTH, KeyPath, Located

# Numbers longer than any that is meant stay texts: converting takes time, and Python refuses at 4,300 digits.
_CORE: tuple[tuple[re.Pattern[str], Any], ...] = (
    (re.compile(r"|~|null|Null|NULL"), lambda _: None),
    (re.compile(r"true|True|TRUE"), lambda _: True),
    (re.compile(r"false|False|FALSE"), lambda _: False),
    (re.compile(r"[-+]?[0-9]{1,18}"), int),
    (re.compile(r"[-+]?(?:\.[0-9]{1,30}|[0-9]{1,30}(?:\.[0-9]{0,30})?)(?:[eE][-+]?[0-9]{1,3})?"), float),
)


def read_yaml(path: str, text: str, *, words: bool = False) -> Located:
    """Read a YAML document.

    Args:
        path: of the file, for errors.
        text: the document.
        words: whether every scalar is a text, as it is written; `1945` is one then.

    Raises:
        ConfigError: it is not YAML, or has what is refused.
    """
    import yaml  # noqa: PLC0415  dear, and most runs have no configuration

    # Quicker, where PyYAML was built with libyaml; only its events are used, so that neither makes objects.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    builder = _Builder(path, str if words else _resolved)
    try:
        for event in yaml.parse(text, Loader=loader):
            builder.take(event)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        reason = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be read"
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        raise ConfigError(f"not YAML: {reason}", path=path, line=line, column=column) from None
    return Located(path, builder.data, builder.places)


class _Open(NamedTuple):
    """A mapping or sequence that has not ended yet."""

    data: dict[str, Any] | list[Any]
    path: KeyPath


class _Builder:
    """Data from the events of a parser; no recursion, so that depth costs nothing."""

    def __init__(self, path: str, resolve: Callable[[str], Any]) -> None:
        self.data: Any = None
        self.places: dict[KeyPath, Position] = {}
        self._path = path
        self._resolve = resolve
        self._open: list[_Open] = []
        self._key: tuple[str, Position] | None = None
        self._documents = 0

    def take(self, event: Any) -> None:
        kind = type(event).__name__
        if kind == "ScalarEvent":
            self._scalar(event)
        elif kind in ("MappingStartEvent", "SequenceStartEvent"):
            self._start(event, {} if kind == "MappingStartEvent" else [])
        elif kind in ("MappingEndEvent", "SequenceEndEvent"):
            self._open.pop()
        elif kind == "AliasEvent":
            raise self._error("an alias (`*name`); write the value out", event)
        elif kind == "DocumentStartEvent":
            self._documents += 1
            if self._documents > 1:
                raise self._error("a second document; one is all there may be", event)

    def _scalar(self, event: Any) -> None:
        self._refuse_tag(event)
        parent = self._open[-1] if self._open else None
        if parent and isinstance(parent.data, dict) and self._key is None:
            # YAML itself lets the last one win, and the first would be read by whoever looks for the key.
            if event.value in parent.data:
                raise self._error(f"the key `{event.value}` for the second time", event)
            self._key = (event.value, _position(event))
        else:
            # In quotation marks `no` and 1958 are texts, whatever they look like.
            self._put(event.value if event.style else self._resolve(event.value), event)

    def _start(self, event: Any, data: dict[str, Any] | list[Any]) -> None:
        self._refuse_tag(event)
        parent = self._open[-1] if self._open else None
        if parent and isinstance(parent.data, dict) and self._key is None:
            raise self._error("a key that is a list or a mapping; a key must be a word", event)
        if len(self._open) >= MAX_DEPTH:
            raise self._error(f"nested more than {MAX_DEPTH} deep", event)
        self._open.append(_Open(data, self._put(data, event)))

    def _put(self, value: Any, event: Any) -> KeyPath:
        """Put a value where it belongs and say where that is."""
        parent = self._open[-1] if self._open else None
        place = _position(event)
        path: KeyPath = ()
        if parent is None:
            self.data = value
        elif isinstance(parent.data, list):
            path = (*parent.path, len(parent.data))
            parent.data.append(value)
        elif self._key:
            key, place = self._key
            path, self._key = (*parent.path, key), None
            parent.data[key] = value
        self.places[path] = place
        return path

    def _refuse_tag(self, event: Any) -> None:
        if event.tag not in (None, "!"):
            raise self._error(f"the tag `{event.tag}`; none is understood here", event)

    def _error(self, message: str, event: Any) -> ConfigError:
        line, column = _position(event)
        return ConfigError(message, path=self._path, line=line, column=column)


def _position(event: Any) -> Position:
    return Position(event.start_mark.line + 1, event.start_mark.column + 1)


def _resolved(word: str) -> Any:
    """The value of a plain scalar."""
    for form, value in _CORE:
        if form.fullmatch(word):
            return value(word)
    return word
