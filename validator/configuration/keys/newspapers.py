"""The keys of a newspaper, and those of a term, in a newspaper as in a glossary."""

from __future__ import annotations

from typing import Any

from duizhao.schema.eras import ERAS
from duizhao.schema.publication import DATE_FORMS, HEADER_LINES, NUMBER_ALONE, SCRIPTS
from duizhao.schema.readers.recognise import READERS
from duizhao.validator.configuration.keys.forms import DATE, LIST_OF_WORDS, PATTERNS, PERIOD, WORDS, Key, mappings


def _some_of(names: tuple[str, ...], **more: Any) -> dict[str, Any]:
    return {"type": "array", **more, "items": {"type": "string", "enum": list(names)}}


_CLASS = {
    "title": "a class of HTML",
    "type": "string",
    "pattern": "^[A-Za-z_][A-Za-z0-9_-]*$",
    "examples": ["half"],
}
_LABELS = {
    "title": "a mapping of labels to header lines",
    "type": "object",
    "properties": {},
    "additionalProperties": {"type": "string", "enum": list(HEADER_LINES)},
}

TERM = (
    Key("chinese", "The term, in either script.", WORDS, required=True),
    Key("accepted", "How it may be rendered.", {**LIST_OF_WORDS, "title": "a list of renderings"}, required=True),
    Key("rejected", "How it may not.", {"type": "array", "items": WORDS}),
    Key("first", "From when on it holds.", PERIOD),
    Key("last", "Until when.", PERIOD),
    Key("source", "Who says so.", {"type": "string"}),
    Key("apart", "Words that hold it and are something else.", {"type": "array", "items": WORDS}),
)

PUBLICATION = (
    Key("name", "Short name.", WORDS, required=True),
    Key("profile", "A profile that comes along, whose values hold where none are written.", WORDS),
    Key("title", "Its title in full.", {"type": "string"}),
    Key("first", "Date of the first issue.", DATE),
    Key("last", "Date of the last issue.", DATE),
    Key("pages", "Most pages an issue has.", {"type": "integer", "minimum": 1}),
    Key(
        "calendars",
        "Eras that headings of its issues may be dated in: `roc` for 民國, or 光緒, 宣統, 康德, 大正, 昭和 and others.",
        _some_of(tuple(ERAS)),
    ),
    Key("paths", "Patterns of the paths where its articles lie; without them, all that no other claims.", PATTERNS),
    Key("readers", "Readers of its files; without them, whichever knows a file.", _some_of(READERS, minItems=1)),
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
                "examples": ["lake-YYYY-MM-DD"],
            },
        },
    ),
    Key(
        "header",
        "Header lines that its article files must have; as a mapping, what it calls each, `{Headline: Title}`.",
        {"anyOf": [{"title": "a list", **_some_of(HEADER_LINES)}, _LABELS]},
    ),
    Key("header-absent", "Header lines that its article files must not have.", _some_of(HEADER_LINES)),
    Key(
        "date-form",
        "How its originals write the date of an article file.",
        {"type": "string", "enum": list(DATE_FORMS)},
    ),
    Key(
        "pane",
        "Class of the elements of a page that hold a half each; a list where they have one each.",
        {"anyOf": [_CLASS, {"title": "a list of classes", "type": "array", "minItems": 1, "items": _CLASS}]},
    ),
    Key(
        "page-marks",
        "How a new page is marked, N standing for its number; of two, as in `Sheet N, Page N`, the last one.",
        {
            "type": "array",
            "minItems": 1,
            "items": {
                "title": "a mark with an N in it, or two",
                "type": "string",
                "pattern": rf"^(?!(?:.*{NUMBER_ALONE}){{3}}).*N",
                "examples": ["Sheet N"],
            },
        },
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
                "examples": ["【NAME】"],
            },
        },
    ),
    Key(
        "script",
        "Script that its originals are written in; without it, whichever most of a text is in.",
        {"type": "string", "enum": list(SCRIPTS)},
    ),
    Key(
        "gaps",
        "Whether blanks of a character's width within its sentences stand for characters that were lost.",
        {"type": "boolean"},
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
                "examples": ["(PLACE, DATE)"],
            },
        },
    ),
    Key(
        "terms",
        "Places, institutions and currencies of its time, with renderings that are wrong; as in a glossary.",
        mappings(TERM),
        keys=TERM,
    ),
    Key(
        "units",
        "Units and currencies of its time, as `terms`, where they stand with a number; an accepted name is no swap.",
        mappings(TERM),
        keys=TERM,
    ),
)
