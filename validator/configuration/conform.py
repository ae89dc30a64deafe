"""Data against a JSON Schema, with sentences that help: which key, what it should be, which word was meant.

A full validator of JSON Schema costs more to import than all of a check; this one knows the keywords that our schemas
use and refuses others, so that nothing is silently left unchecked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from duizhao.schema.dates import in_calendar
from duizhao.validator.configuration.located import KeyPath, Located

_TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}
_NAMES = {
    "object": "a mapping",
    "array": "a list",
    "string": "a text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "null": "nothing",
}
_ANNOTATIONS = frozenset({"$schema", "$id", "$defs", "$comment", "title", "description", "default", "examples"})


# A pattern cannot tell 1958-02-30 from a date.
_FORMATS = {"date": 10, "period": 10, "date-time": 10}
"""Formats that are judged, and how many of the first letters are a date."""


class Flaw(NamedTuple):
    """What does not fit, and where."""

    path: KeyPath
    message: str


def conform(data: Any, schema: dict[str, Any]) -> list[Flaw]:
    """What in the data does not fit the schema.

    Raises:
        TypeError: the schema has a keyword that is not known here.
    """
    return list(_Checker(schema).check(data, schema, ()))


def demand(document: Located, schema: dict[str, Any]) -> None:
    """See that a document fits the schema.

    Raises:
        ConfigError: it does not; the message says what is wrong first, with line and column.
        TypeError: the schema has a keyword that is not known here.
    """
    # The first alone: what is wrong in a mapping often makes more flaws below it.
    for flaw in _Checker(schema).check(document.data, schema, ()):
        raise document.error(flaw.message, flaw.path)


@lru_cache(maxsize=256)  # our schemas have some thirty patterns
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of a schema, whose `$` is the very end; in Python it would be the end of the line before it, too."""
    return re.compile(pattern.removesuffix("$") + r"\Z" if pattern.endswith("$") else pattern)


class _Checker:
    def __init__(self, root: dict[str, Any]) -> None:
        self._root = root

    def check(self, data: Any, schema: dict[str, Any], path: KeyPath) -> Iterator[Flaw]:
        if "type" in schema and not _has_type(data, schema["type"]):
            wanted = _wanted(schema) if path else _NAMES[schema["type"]]  # a document's title is no description
            # Of another type nothing else need be asked: each of its keywords would only say so again.
            yield Flaw(path, f"{_name(path)} is {_shown(data)}; want {wanted}")
            return
        for keyword, value in schema.items():
            if keyword not in _ANNOTATIONS and keyword not in ("type", "additionalProperties"):
                yield from self._keyword(keyword)(data, value, schema, path)

    def _keyword(self, keyword: str) -> Any:
        # A keyword that nobody judges would let everything pass.
        method = getattr(self, f"_{keyword.removeprefix('$').lower()}", None)
        if method is None:
            raise TypeError(f"the schema's keyword {keyword} is not known")
        return method

    def _ref(self, data: Any, value: str, _: dict[str, Any], path: KeyPath) -> Iterator[Flaw]:
        target = self._root
        for name in value.removeprefix("#/").split("/"):
            target = target[name]
        yield from self.check(data, target, path)

    def _anyof(self, data: Any, value: list[dict[str, Any]], _: dict[str, Any], path: KeyPath) -> Iterator[Flaw]:
        """The alternative of the data's type speaks; the alternatives of our schemas differ in type."""
        for alternative in value:
            if _has_type(data, alternative["type"]):
                yield from self.check(data, alternative, path)
                return
        wanted = " or ".join(_wanted(alternative) for alternative in value)
        yield Flaw(path, f"{_name(path)} is {_shown(data)}; want {wanted}")

    def _enum(self, data: Any, value: list[Any], _: dict[str, Any], path: KeyPath) -> Iterator[Flaw]:
        if data not in value:
            hint = _meant(str(data), [str(item) for item in value])
            yield Flaw(path, f"{_name(path)} is {_shown(data)}; want {_listed(value)}{hint}")

    def _pattern(self, data: Any, value: str, schema: dict[str, Any], path: KeyPath) -> Iterator[Flaw]:
        if isinstance(data, str) and not compiled(value).search(data):
            yield Flaw(path, f"{_name(path)} is {_shown(data)}; want {_wanted(schema)}")

    def _format(self, data: Any, value: str, schema: dict[str, Any], path: KeyPath) -> Iterator[Flaw]:
        """Of what has the form of a date, whether it is one; of the form the pattern speaks."""
        of_form = isinstance(data, str) and compiled(schema["pattern"]).search(data)
        if of_form and not in_calendar(data[: _FORMATS[value]]):
            yield Flaw(path, f"{_name(path)} is {_shown(data)}; the calendar has no such date")

    def _minimum(self, data: Any, value: float, _: dict[str, Any], path: KeyPath) -> Iterator[Flaw]:
        if isinstance(data, int | float) and data < value:
            yield Flaw(path, f"{_name(path)} is {data}; it must be at least {value}")

    def _maximum(self, data: Any, value: float, _: dict[str, Any], path: KeyPath) -> Iterator[Flaw]:
        if isinstance(data, int | float) and data > value:
            yield Flaw(path, f"{_name(path)} is {data}; it must be at most {value}")

    def _minlength(self, data: Any, value: int, _: dict[str, Any], path: KeyPath) -> Iterator[Flaw]:
        if isinstance(data, str) and len(data) < value:
            yield Flaw(path, f"{_name(path)} is empty" if not data else f"{_name(path)} is too short")

    def _maxlength(self, data: Any, value: int, _: dict[str, Any], path: KeyPath) -> Iterator[Flaw]:
        if isinstance(data, str) and len(data) > value:
            yield Flaw(path, f"{_name(path)} has {len(data):,} characters; {value} is the most")

    def _minitems(self, data: Any, value: int, schema: dict[str, Any], path: KeyPath) -> Iterator[Flaw]:
        if isinstance(data, list) and len(data) < value:
            wanted = f"; want {schema['title']}" if "title" in schema else ""
            yield Flaw(path, f"{_name(path)} is an empty list{wanted}")

    def _uniqueitems(self, data: Any, value: bool, _: dict[str, Any], path: KeyPath) -> Iterator[Flaw]:
        if value and isinstance(data, list):
            seen: set[str] = set()
            for number, item in enumerate(data):
                if repr(item) in seen:  # a list has no hash, and text and number differ
                    yield Flaw((*path, number), f"{_name(path)} has {_shown(item)} for the second time")
                seen.add(repr(item))

    def _items(self, data: Any, value: dict[str, Any], _: dict[str, Any], path: KeyPath) -> Iterator[Flaw]:
        if isinstance(data, list):
            for number, item in enumerate(data):
                yield from self.check(item, value, (*path, number))

    def _required(self, data: Any, value: list[str], _: dict[str, Any], path: KeyPath) -> Iterator[Flaw]:
        if isinstance(data, dict):
            for name in value:
                if name not in data:
                    yield Flaw(path, f"{_name(path)} has no `{name}`")

    def _properties(self, data: Any, value: dict[str, Any], schema: dict[str, Any], path: KeyPath) -> Iterator[Flaw]:
        if not isinstance(data, dict):
            return
        others = schema.get("additionalProperties", True)
        for key, item in data.items():
            if key in value:
                yield from self.check(item, value[key], (*path, key))
            elif others is False:
                yield Flaw((*path, key), f"unknown key `{key}`{_meant(key, list(value))}")
            elif others is not True:
                yield from self.check(item, others, (*path, key))


def _has_type(data: Any, wanted: str | list[str]) -> bool:
    names = [wanted] if isinstance(wanted, str) else wanted
    # To Python true is an integer.
    if isinstance(data, bool):
        return "boolean" in names
    return any(isinstance(data, _TYPES[name]) for name in names)


def _name(path: KeyPath) -> str:
    """`overrides[2].paths`; the document itself where there is no path."""
    if not path:
        return "the document"
    words = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path)
    return f"`{words.removeprefix('.')}`"


def _shown(data: Any) -> str:
    if isinstance(data, dict | list):
        return "a mapping" if isinstance(data, dict) else "a list"
    # As it is written in YAML and TOML, not as Python shows it.
    text = "true" if data is True else "false" if data is False else "empty" if data is None else repr(data)
    # A message is one line, and says what to do behind this.
    return text if len(text) <= 60 else text[:59] + "…"


def _wanted(schema: dict[str, Any]) -> str:
    """What the schema asks for, in its own words where it has a title."""
    if "title" in schema:
        return str(schema["title"])
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return " or ".join(_NAMES[name] for name in types)


def _listed(values: list[Any]) -> str:
    words = [str(value) for value in values]
    return ", ".join(words[:-1]) + f" or {words[-1]}" if len(words) > 1 else words[0]


def _meant(word: str, known: list[str]) -> str:
    import difflib  # noqa: PLC0415  only when something is wrong

    # From six letters in ten on; of words less alike, none was meant.
    near = difflib.get_close_matches(word.lower().replace("_", "-"), known, n=1, cutoff=0.6)
    return f"; did you mean `{near[0]}`?" if near else ""
