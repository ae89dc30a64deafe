"""The keys of a configuration, each told once.

The JSON Schema, `duizhao config --show` and the table in docs/configuration.md follow from these rows.  What holds
where a key is not written is not told here a second time: it is the default of the record that the file becomes.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from duizhao.schema.publication import FILE_NAMES, HEADER, PAGE_MARKS, PANE, SCRIPTS
from duizhao.schema.readers.recognise import READERS
from duizhao.validator.configuration.config import MOST_JOBS, Config
from duizhao.validator.configuration.settings import CALENDARS, Settings, Thresholds
from duizhao.validator.finding import Severity


class Key(NamedTuple):
    """A key of a mapping."""

    name: str
    meaning: str
    form: dict[str, Any]
    """What its value must be, as JSON Schema."""
    default: Any = None
    """As it would be written; None where there is none."""
    option: str = ""
    """What on the command line comes after it, '' for nothing."""
    required: bool = False


_LEVELS = [severity.word for severity in sorted(Severity, reverse=True)]
_WORDS = {"type": "string", "minLength": 1}
_SELECTORS = {"$ref": "#/$defs/selectors"}
_SEVERITIES = {"$ref": "#/$defs/severities"}
_PATTERNS = {"$ref": "#/$defs/patterns"}
_FILES = {"$ref": "#/$defs/files"}
_DATE = {"$ref": "#/$defs/date"}
_PERIOD = {"$ref": "#/$defs/period"}

_FORMS: dict[str, dict[str, Any]] = {
    "selectors": {
        "type": "array",
        "items": {
            "title": "a code of a rule or the beginning of one, such as N or N101",
            "type": "string",
            "pattern": "^[A-Z][0-9]{0,3}$",
        },
    },
    "severities": {
        "type": "object",
        "properties": {},
        "additionalProperties": {"type": "string", "enum": _LEVELS},
    },
    "patterns": {"type": "array", "minItems": 1, "items": _WORDS},
    "files": {
        "anyOf": [
            {"title": "a file", **_WORDS},
            {"title": "a list of files", "type": "array", "items": _WORDS},
        ]
    },
    "period": {
        "anyOf": [
            {"title": "a year", "type": "integer", "minimum": 1000, "maximum": 9999},
            {
                "title": "YYYY, YYYY-MM or YYYY-MM-DD",
                "type": "string",
                "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
            },
        ]
    },
    "date": {"title": "a date, YYYY-MM-DD", "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
}
"""Forms that several keys share."""


def _mapping(keys: Iterable[Key]) -> dict[str, Any]:
    """The schema of a mapping with these keys and no others."""
    rows = tuple(keys)
    required = [key.name for key in rows if key.required]
    return {
        "type": "object",
        "additionalProperties": False,
        **({"required": required} if required else {}),
        "properties": {key.name: {"description": key.meaning, **key.form} for key in rows},
    }


OVERRIDE = (
    Key("paths", "Patterns of the paths that it is for.", _PATTERNS, required=True),
    Key("select", "In place of the general selection.", _SELECTORS),
    Key("ignore", "In addition to the general ones.", _SELECTORS),
    Key("severities", "In addition to the general ones, and before them.", _SEVERITIES),
    Key("publication", "Name of one of `publications`.", _WORDS),
)

TERM = (
    Key("chinese", "The term, in either script.", _WORDS, required=True),
    Key("accepted", "How it may be rendered.", {**_PATTERNS, "title": "a list of renderings"}, required=True),
    Key("rejected", "How it may not.", {"type": "array", "items": _WORDS}),
    Key("first", "From when on it holds.", _PERIOD),
    Key("last", "Until when.", _PERIOD),
    Key("source", "Who says so.", {"type": "string"}),
    Key("apart", "Words that hold it and are something else.", {"type": "array", "items": _WORDS}),
)

PUBLICATION = (
    Key("name", "Short name.", _WORDS, required=True),
    Key("profile", "A profile that comes along, whose values hold where none are written.", _WORDS),
    Key("title", "Its title in full.", {"type": "string"}),
    Key("first", "Date of the first issue.", _DATE),
    Key("last", "Date of the last issue.", _DATE),
    Key("pages", "Most pages an issue has.", {"type": "integer", "minimum": 1}),
    Key(
        "calendars",
        "Calendars that pages of its issues may be dated in beside the Gregorian: `roc`, years of the Republic.",
        {"type": "array", "items": {"type": "string", "enum": list(CALENDARS)}},
    ),
    Key("paths", "Patterns of the paths where its articles lie; without them, all that no other claims.", _PATTERNS),
    Key(
        "readers",
        "Readers of its files; without them, whichever knows a file.",
        {"type": "array", "minItems": 1, "items": {"type": "string", "enum": list(READERS)}},
    ),
    Key(
        "file-names",
        "How names of files of whole issues begin, with YYYY, MM and DD for the date.",
        {
            "type": "array",
            "minItems": 1,
            "items": {
                "title": "the beginning of a name, with YYYY, MM and DD in it",
                "type": "string",
                "pattern": "^[^/]*YYYY[^/]*MM[^/]*DD[^/]*$",
            },
        },
        list(FILE_NAMES),
    ),
    Key(
        "header",
        "Header lines that its article files must have.",
        {"type": "array", "items": {"type": "string", "enum": list(HEADER)}},
        list(HEADER),
    ),
    Key(
        "pane",
        "Class of the elements of a page that hold a half each.",
        {"title": "a class of HTML", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_-]*$"},
        PANE,
    ),
    Key(
        "page-marks",
        "How a new page is marked, the last N standing for its number.",
        {
            "type": "array",
            "minItems": 1,
            "items": {"title": "a mark with an N in it", "type": "string", "pattern": "N"},
        },
        list(PAGE_MARKS),
    ),
    Key(
        "section-marks",
        "How a new section is marked: with NAME for its name, or the name itself; a line or a heading of its own.",
        {
            "type": "array",
            "items": {
                "title": "a mark with NAME in it once at most",
                "type": "string",
                "minLength": 1,
                "pattern": "^(?!.*NAME.*NAME)",
            },
        },
    ),
    Key(
        "script",
        "Script that its originals are written in; without it, whichever most of a text is in.",
        {"type": "string", "enum": list(SCRIPTS)},
    ),
    Key(
        "datelines",
        "How dispatches are dated, in either language, with PLACE and DATE for what changes.",
        {
            "type": "array",
            "items": {
                "title": "a dateline, with PLACE and DATE in it once at most",
                "type": "string",
                "minLength": 1,
                "pattern": "^(?!.*DATE.*DATE)(?!.*PLACE.*PLACE)",
            },
        },
    ),
    Key(
        "terms",
        "Places, institutions and currencies of its time, with renderings that are wrong; as in a glossary.",
        {"type": "array", "items": _mapping(TERM)},
    ),
    Key(
        "units",
        "Units and currencies of its time, as `terms`, where they stand with a number; an accepted name is no swap.",
        {"type": "array", "items": _mapping(TERM)},
    ),
)

THRESHOLDS = (
    Key(
        "omission-ratio",
        "English shorter than this share of what the Chinese leads to expect is an omission.",
        {"type": "number", "minimum": 0, "maximum": 1},
        Thresholds().omission_ratio,
    ),
    Key(
        "addition-ratio",
        "English longer than this multiple of what the Chinese leads to expect is an addition.",
        {"type": "number", "minimum": 1},
        Thresholds().addition_ratio,
    ),
)


_WITH_REASONS = {
    "title": "a mapping of codes to reasons",
    "type": "object",
    "properties": {},
    "additionalProperties": _WORDS,
}

KEYS = (
    Key(
        "select",
        "Rules in force: families (N), groups (N1) or codes (N101).",
        _SELECTORS,
        list(Settings().select),
        "`--select` instead",
    ),
    Key(
        "ignore",
        "Rules that are not: a list, or a mapping of codes to the reason.",
        {"anyOf": [{**_SELECTORS, "type": "array"}, _WITH_REASONS]},
        [],
        "`--ignore` as well",
    ),
    Key("severities", "Codes, or beginnings of codes, and their severity.", _SEVERITIES, {}),
    Key(
        "overrides",
        "What differs for some paths; later ones win.",
        {"type": "array", "items": _mapping(OVERRIDE)},
        [],
    ),
    Key("publications", "The newspapers and their runs.", {"type": "array", "items": _mapping(PUBLICATION)}, []),
    Key("glossary", "Glossary files.", _FILES, []),
    Key(
        "exclude",
        "Paths that are left alone in folders.",
        {"type": "array", "items": _WORDS},
        [],
        "`--exclude` as well",
    ),
    Key("waivers", "Files of accepted findings.", _FILES, [], "`--waivers` as well"),
    Key(
        "baseline",
        "The file of findings that were there at the start, written by `duizhao baseline`.",
        _WORDS,
        option="`--baseline` instead",
    ),
    Key(
        "fail-on",
        "Least severity that makes the exit code 1.",
        {"type": "string", "enum": _LEVELS},
        Config().fail_on.word,
        "`--fail-on` instead",
    ),
    Key(
        "jobs",
        "Processes to use; one a core, where it pays.",
        {"type": "integer", "minimum": 1, "maximum": MOST_JOBS},
        option="`--jobs` instead",
    ),
    Key(
        "cache",
        "Folder of the cache, or false for none.",
        {"anyOf": [{"type": "boolean"}, {"title": "a folder", **_WORDS}]},
        Config().cache,
        "`--no-cache` for none",
    ),
    Key("dataset", "What a published data set says of itself; see metadata.schema.json.", {"type": "object"}, {}),
    Key(
        "thresholds",
        "Numbers that rules compare with.",
        _mapping(THRESHOLDS),
        {key.name: key.default for key in THRESHOLDS},
    ),
)


def schema() -> dict[str, Any]:
    """The JSON Schema of a configuration."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://duizhao.readthedocs.io/schemas/config.schema.json",
        "title": "duizhao configuration",
        "description": "The file duizhao.yaml, or the table [tool.duizhao] of pyproject.toml.",
        **_mapping(KEYS),
        "$defs": _FORMS,
    }
