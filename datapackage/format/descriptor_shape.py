"""Whether a descriptor has the shape that everything here reads it by; nothing in a foreign one is taken on trust.

`descriptor.schema.json` says most of it, this module what no JSON Schema can say.
"""

from __future__ import annotations

import json
import os
import re
import warnings
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from duizhao.datapackage.format.tables import tables
from duizhao.errors import PackageError

_LONGEST = 200  # characters of a complaint
_VARIABLE = re.compile(r"[*+]|\{[0-9]*,[0-9]*\}")
_ATOM = r"(?:\[\^?[^\[\]\\^]+\]|[A-Za-z0-9_:/ \-]|\\[.\-/])"
_COUNT = r"(?:[*+?]|\{[0-9]{1,3}(?:,[0-9]{0,3})?\})"
_REPEATED = rf"\((?:\?:)?+{_ATOM}*+\){_COUNT}?+"
_OPTIONAL = rf"\((?:\?:)?+(?:{_ATOM}{_COUNT}?+|\|)*+\)\??+"
_PLAIN = re.compile(rf"\^?+(?:{_ATOM}{_COUNT}?+|{_REPEATED}|{_OPTIONAL})*+\$?+")
"""Regular expressions without a choice or a repetition in a repetition, which could take for ever."""


def flaws_of(descriptor: dict[str, Any]) -> Iterator[str]:
    """What is wrong with a descriptor, in sentences."""
    found = False
    for complaint in _by_schema(descriptor):
        found = True
        yield complaint
    # Only where the form is right: what follows takes every key for granted.
    if not found:
        yield from _inconsistencies(descriptor["resources"])


def pattern_of(text: str) -> re.Pattern[str]:
    """The pattern of a column as a regular expression whose cost is known.

    Raises:
        PackageError: it is none, or of a kind that duizhao does not write.
    """
    # Our own are known to be cheap, though not all are of the plain kind.
    if text not in _our_patterns() and not _is_cheap(text):
        raise PackageError(f"the pattern {text} is none of those that duizhao writes")
    try:
        with warnings.catch_warnings():  # of what another version of Python may read otherwise, such as [a--b]
            warnings.simplefilter("error")
            return re.compile(text, re.ASCII)
    except (re.error, OverflowError, Warning) as error:
        raise PackageError(f"the pattern {text} is no regular expression: {error}") from None


def _is_cheap(pattern: str) -> bool:
    # Cells are at most 1,000 characters (`cell_forms`): two repetitions of varying length try a million ways to divide
    # one, and each optional part doubles that.
    return len(_VARIABLE.findall(pattern)) <= 2 and pattern.count("?") <= 4 and _PLAIN.fullmatch(pattern) is not None


@lru_cache(maxsize=1)
def _our_patterns() -> frozenset[str]:
    fields = (field for table in tables().values() for field in table.schema["fields"])
    return frozenset(str(field.get("constraints", {}).get("pattern", "")) for field in fields)


def paths_of(resource: Mapping[str, Any]) -> list[str]:
    """The files of a table, in order."""
    path = resource["path"]
    return list(path) if isinstance(path, list) else [path]


def _by_schema(descriptor: dict[str, Any]) -> Iterator[str]:
    import jsonschema  # noqa: PLC0415  a tenth of a second, which few commands need

    with open(os.path.join(os.path.dirname(__file__), "descriptor.schema.json"), encoding="utf-8") as file:
        validator = jsonschema.Draft202012Validator(json.load(file))
    for error in validator.iter_errors(descriptor):
        where = "/".join(map(str, error.absolute_path)) or "descriptor"
        message = f"{where}: {error.message}"
        yield message if len(message) <= _LONGEST else message[: _LONGEST - 1] + "…"


def _inconsistencies(resources: list[dict[str, Any]]) -> Iterator[str]:
    columns = {resource["name"]: [field["name"] for field in resource["schema"]["fields"]] for resource in resources}
    names = [resource["name"] for resource in resources]
    paths = [path for resource in resources for path in paths_of(resource)]
    for key, values in (("name", names), ("path", paths)):
        if len(set(values)) < len(values):
            yield f"two resources have the same {key}"
    for resource in resources:
        yield from _keys(resource, columns[resource["name"]])
        yield from _patterns(resource)
    for resource in resources:
        for reference in (key["reference"] for key in resource["schema"].get("foreignKeys", [])):
            target = reference["resource"] or resource["name"]
            if not set(reference["fields"]) <= set(columns.get(target, [])):
                yield f"{resource['name']}: refers to {target}.{reference['fields'][0]}, which does not exist"


def _keys(resource: dict[str, Any], names: list[str]) -> Iterator[str]:
    schema = resource["schema"]
    if len(set(names)) < len(names):
        yield f"{resource['name']}: two fields have the same name"
    keys = [schema["primaryKey"], *schema.get("uniqueKeys", []), *(k["fields"] for k in schema.get("foreignKeys", []))]
    yield from (
        f"{resource['name']}: a key names the field {name}, which does not exist"
        for key in keys
        for name in key
        if name not in names
    )


def _patterns(resource: dict[str, Any]) -> Iterator[str]:
    for field in resource["schema"]["fields"]:
        if pattern := field.get("constraints", {}).get("pattern"):
            try:
                pattern_of(pattern)
            except PackageError as error:
                yield f"{resource['name']}.{field['name']}: {error.message}"
