"""What the files that steer a run are made of: keys, mappings of keys, and the forms of values that several keys share.

A form is JSON Schema; `conform` judges by it, and takes its words for an error from `title`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from duizhao.validator.finding import Severity


class Option(NamedTuple):
    """An option of the command line that comes after a key."""

    name: str
    effect: str
    """`instead` of what the key says, `as well`, or `for none` of what it names."""
    metavar: str | None = None
    """What its value is called; None where it has none, or where the choices are told."""
    help: str = ""
    """What it does; '' where that is what the key means."""


class Key(NamedTuple):
    """A key of a mapping."""

    name: str
    meaning: str
    """Its first sentence is the help of the option, too."""
    form: dict[str, Any]
    """What its value must be."""
    option: Option | None = None
    required: bool = False
    keys: tuple[Key, ...] = ()
    """Those of its value, where that is a mapping or a list of mappings."""


def mapping(keys: Iterable[Key]) -> dict[str, Any]:
    """The form of a mapping with these keys and no others."""
    rows = tuple(keys)
    required = [key.name for key in rows if key.required]
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {key.name: {"description": key.meaning, **key.form} for key in rows},
        # In this order a misspelt key is told, not that it is missing.
        **({"required": required} if required else {}),
    }


def mappings(keys: Iterable[Key], **more: Any) -> dict[str, Any]:
    """The form of a list of such mappings; `more` is asked of the list itself."""
    return {"type": "array", **more, "items": mapping(keys)}


def document(form: dict[str, Any]) -> dict[str, Any]:
    """The schema of a document of that form, with the forms that it may refer to."""
    return {**form, "$defs": SHARED}


LEVELS = [severity.word for severity in sorted(Severity, reverse=True)]
# Blanks are no words: they would be a name that nobody sees.
WORDS = {"title": "words", "type": "string", "pattern": r"\S"}
LIST_OF_WORDS = {"type": "array", "minItems": 1, "items": WORDS}
SELECTORS = {"$ref": "#/$defs/selectors"}
SEVERITIES = {"$ref": "#/$defs/severities"}
PATTERNS = {"$ref": "#/$defs/patterns"}
FILES = {"$ref": "#/$defs/files"}
DATE = {"$ref": "#/$defs/date"}
PERIOD = {"$ref": "#/$defs/period"}
ADDRESS = {
    "title": "an address that begins with http:// or https://",
    "type": "string",
    "pattern": r"^https?://[^\s]+$",
    "examples": ["https://example.org/"],
}

SHARED: dict[str, dict[str, Any]] = {
    "selectors": {
        "type": "array",
        "items": {
            "title": "a code of a rule or the beginning of one, such as N or N101",
            "type": "string",
            "pattern": "^[A-Z][0-9]{0,3}$",
        },
        "examples": [["N101"]],
    },
    "severities": {
        "type": "object",
        "properties": {},
        "additionalProperties": {"type": "string", "enum": LEVELS},
        "examples": [{"N101": "info"}],
    },
    "patterns": {"type": "array", "minItems": 1, "items": {**WORDS, "title": "a pattern"}},
    "files": {
        "anyOf": [
            {**WORDS, "title": "a file"},
            {"title": "a list of files", "type": "array", "items": {**WORDS, "title": "a file"}},
        ]
    },
    # The format holds dates against the calendar; the pattern says of which form they are, to editors as well.
    "period": {
        "anyOf": [
            # YAML reads 1937 as a number; four digits, or 58 would be a year as well.
            {"title": "a year", "type": "integer", "minimum": 1000, "maximum": 9999},
            {
                "title": "YYYY, YYYY-MM or YYYY-MM-DD",
                "type": "string",
                "format": "period",
                "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
                "examples": ["1937-07"],
            },
        ]
    },
    "date": {
        "title": "a date, YYYY-MM-DD",
        "type": "string",
        "format": "date",
        "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        "examples": ["1937-07-07"],
    },
}
"""Forms that are referred to, so that they stand once in a printed schema."""


def resolved(form: dict[str, Any]) -> dict[str, Any]:
    """A form with what it refers to."""
    shared = SHARED[form["$ref"].rpartition("/")[2]] if "$ref" in form else {}
    return {**shared, **form}
