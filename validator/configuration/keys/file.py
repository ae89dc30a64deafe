"""The keys of a configuration, each told once.

The JSON Schema, `duizhao config --show`, the options of the command line that come after a key, and the table in
docs/configuration.md follow from these rows.  What holds where a key is not written is told elsewhere, once too: it is
the default of the field of that name, in the record that the file becomes.
"""

from __future__ import annotations

from typing import Any

from duizhao.validator.configuration.keys.dataset import DATASET
from duizhao.validator.configuration.keys.forms import (
    FILES,
    PATTERNS,
    SELECTORS,
    SEVERITIES,
    WORDS,
    Key,
    document,
    mapping,
    mappings,
)
from duizhao.validator.configuration.keys.newspapers import PUBLICATION
from duizhao.validator.configuration.keys.options import WITH_OPTIONS

OVERRIDE = (
    Key("paths", "Patterns of the paths that it is for.", PATTERNS, required=True),
    Key("select", "In place of the general selection; an empty list for no rules.", SELECTORS),
    Key("ignore", "In addition to the general ones.", SELECTORS),
    Key("severities", "In addition to the general ones, and before them.", SEVERITIES),
    Key("publication", "Name of one of `publications`.", WORDS),
)

THRESHOLDS = (
    Key(
        "omission-ratio",
        "English shorter than this share of what the Chinese leads to expect is an omission.",
        {"type": "number", "minimum": 0, "maximum": 1},
    ),
    Key(
        "addition-ratio",
        "English longer than this multiple of what the Chinese leads to expect is an addition.",
        {"type": "number", "minimum": 1},
    ),
)

KEYS = (
    *WITH_OPTIONS,
    Key("severities", "Codes, or beginnings of codes, and their severity.", SEVERITIES),
    Key("overrides", "What differs for some paths; later ones win.", mappings(OVERRIDE), keys=OVERRIDE),
    Key("publications", "The newspapers and their runs.", mappings(PUBLICATION), keys=PUBLICATION),
    Key("glossary", "Glossary files.", FILES),
    Key("dataset", "What a published data set says of itself.", mapping(DATASET), keys=DATASET),
    Key("thresholds", "Numbers that rules compare with.", mapping(THRESHOLDS), keys=THRESHOLDS),
)


def schema() -> dict[str, Any]:
    """The JSON Schema of a configuration."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://duizhao.readthedocs.io/schemas/config.schema.json",
        "title": "duizhao configuration",
        "description": "The file duizhao.yaml, or the table [tool.duizhao] of pyproject.toml.",
        **document(mapping(KEYS)),
    }
