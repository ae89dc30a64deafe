"""The keys of what a published data set says of itself.

`duizhao.datapackage.format.metadata` has the record that they fill, and its defaults.
"""

from __future__ import annotations

from typing import Any

from duizhao.validator.configuration.keys.forms import ADDRESS, LIST_OF_WORDS, WORDS, Key, mappings

TABLES = ("articles", "paragraphs", "quantities", "findings", "issues")
"""Of a package, which is made above this room; a test holds them against its tables."""
RELATIONS = ("IsDerivedFrom", "IsTranslationOf")


def _at_most(length: int) -> dict[str, Any]:
    return {**WORDS, "maxLength": length}


CREATOR = (
    Key("name", "As it is to be cited: `Family, Given`, or an organisation.", WORDS, required=True),
    Key("affiliation", "Where they work.", WORDS),
    Key(
        "email",
        "Their address.",
        {
            "title": "an address with an @",
            "type": "string",
            "pattern": r"^[^@\s]+@[^@\s]+$",
            "examples": ["bai@example.org"],
        },
    ),
    Key(
        "orcid",
        "Their ORCID iD, without https://orcid.org/.",
        {
            "title": "an ORCID iD, such as 0000-0002-1825-0097",
            "type": "string",
            "pattern": "^[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]$",
            "examples": ["0000-0002-1825-0097"],
        },
    ),
    Key("roles", "What they did.", LIST_OF_WORDS),
)

LICENSE = (
    Key(
        "name",
        "SPDX identifier.",
        {
            "title": "an SPDX identifier, such as CC-BY-4.0",
            "type": "string",
            "pattern": "^[-a-zA-Z0-9._+]+$",
            "examples": ["CC-BY-4.0"],
        },
        required=True,
    ),
    Key("title", "Its title in full.", WORDS),
    Key("path", "Where it can be read.", ADDRESS),
    Key(
        "tables",
        "What it covers; without it, everything.",
        {"type": "array", "minItems": 1, "uniqueItems": True, "items": {"type": "string", "enum": list(TABLES)}},
    ),
)

ORIGIN = (
    Key("title", "Its title in full.", WORDS, required=True),
    Key("path", "Where it is.", ADDRESS),
    Key("version", "Version or commit.", WORDS),
    Key(
        "relation",
        "How the data set comes from it.",
        {"type": "string", "enum": list(RELATIONS)},
    ),
    Key("rights", "What is known of the rights in it.", WORDS),
)

DATASET = (
    Key(
        "name",
        "Short name; it stays the same between versions and carries no year.",
        {
            "title": "small letters and digits, with . _ or - between them",
            "type": "string",
            "pattern": "^[a-z0-9]+([._-][a-z0-9]+)*$",
            "maxLength": 100,
            "examples": ["peoples-daily-bilingual"],
        },
    ),
    Key("title", "Title for people.", _at_most(300)),
    Key("description", "What it is, in Markdown.", WORDS),
    Key("homepage", "Where it is presented.", ADDRESS),
    Key(
        "doi",
        "Its DOI, without https://doi.org/.",
        {
            "title": "a DOI, such as 10.5281/zenodo.1234",
            "type": "string",
            "pattern": r"^10\.[0-9]{4,9}/[^\s]+$",
            "examples": ["10.5281/zenodo.1234"],
        },
    ),
    Key("keywords", "Words to find it by.", {**LIST_OF_WORDS, "uniqueItems": True}),
    Key("publication", "Short name of the newspaper, for the column `publication`.", _at_most(100)),
    Key("translation", "Who or what made the translation, for the column `translation`.", _at_most(500)),
    Key("rights", "What is known of the rights in the texts themselves, in words.", WORDS),
    Key("creators", "Those who made it.", mappings(CREATOR, minItems=1), keys=CREATOR),
    Key("licenses", "Licences, and of which tables.", mappings(LICENSE, minItems=1), keys=LICENSE),
    Key("sources", "The archives it is made from.", mappings(ORIGIN, minItems=1), keys=ORIGIN),
    Key(
        "created",
        "When this state of it was made, RFC 3339.",
        {
            "title": "a date and time, such as 2025-03-01T00:00:00Z",
            "type": "string",
            "format": "date-time",
            "pattern": (
                "^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
                "(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$"
            ),
            "examples": ["2025-03-01T00:00:00Z"],
        },
    ),
)
