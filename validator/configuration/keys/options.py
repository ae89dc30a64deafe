"""The keys of a configuration that an option of the command line comes after.

In a module of their own, as every command asks for its options when it starts.
"""

from __future__ import annotations

from duizhao.validator.configuration.config import MOST_JOBS
from duizhao.validator.configuration.keys.forms import FILES, LEVELS, SELECTORS, WORDS, Key, Option

_WITH_REASONS = {
    "title": "a mapping of codes to reasons",
    "type": "object",
    "properties": {},
    "additionalProperties": WORDS,
    "examples": [{"N121": "the archive means fourfold either way"}],
}

WITH_OPTIONS = (
    Key(
        "select",
        "Rules in force, such as N, N1 or N101. Families, groups or codes; one at least.",
        # Of a run that looks for nothing, `no findings` would be read as praise.
        {**SELECTORS, "title": "a list of codes, or no `select` at all for every rule", "type": "array", "minItems": 1},
        Option("--select", "instead", "CODE[,CODE]"),
    ),
    Key(
        "ignore",
        "Rules that are not in force. A list, or a mapping of codes to the reason.",
        {"anyOf": [{**SELECTORS, "type": "array"}, _WITH_REASONS]},
        Option("--ignore", "as well", "CODE[,CODE]"),
    ),
    Key(
        "exclude",
        "Paths that are left alone in folders.",
        {"type": "array", "items": {**WORDS, "title": "a pattern"}},
        Option("--exclude", "as well", "PATTERN"),
    ),
    Key("waivers", "Files of accepted findings.", FILES, Option("--waivers", "as well", "FILE")),
    Key(
        "baseline",
        "The file of findings that were there at the start, written by `duizhao baseline`.",
        {**WORDS, "title": "a file"},
        Option("--baseline", "instead", "FILE"),
    ),
    Key(
        "fail-on",
        "Least severity that makes the exit code 1.",
        {"type": "string", "enum": LEVELS},
        Option("--fail-on", "instead"),
    ),
    Key(
        "jobs",
        "Processes to use; one a core, where it pays.",
        {"type": "integer", "minimum": 1, "maximum": MOST_JOBS},
        Option("--jobs", "instead", "N"),
    ),
    Key(
        "cache",
        "Folder of the cache, or false for none.",
        {"anyOf": [{"type": "boolean"}, {**WORDS, "title": "a folder"}]},
        Option("--no-cache", "for none", help="check unchanged files again"),
    ),
)
