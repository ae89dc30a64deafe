"""Files of waivers: YAML lists, written so that large ones are read quickly.

A file that `duizhao baseline` wrote has one entry a line, in the part of YAML that is JSON; it is read as such.  A file
written by hand, or changed by hand, may be any YAML.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import Any

from duizhao.regex import regex
from duizhao.schema.dates import in_calendar
from duizhao.source import Position
from duizhao.validator.configuration.bounded_file import read_bounded
from duizhao.validator.configuration.conform import compiled, demand
from duizhao.validator.configuration.keys.forms import DATE, Key, document, mappings, resolved
from duizhao.validator.configuration.located import Located
from duizhao.validator.configuration.read_yaml import read_yaml
from duizhao.validator.finding import RULE_CODE
from duizhao.validator.waiving.waivers import Waiver

MAX_BYTES = 64 << 20  # some 300,000 lines of a baseline, read in three seconds
_NOT_EMPTY = {"type": "string", "minLength": 1}  # `duizhao baseline` writes whatever it is given

WAIVER = (
    Key(
        "rule",
        "The rule.",
        {"title": "the code of a rule, such as N101", "type": "string", "pattern": f"^{RULE_CODE.pattern}$"},
        required=True,
    ),
    Key("fingerprint", "Of the finding, as JSON output gives it.", _NOT_EMPTY),
    Key("path", "Path or pattern, without a fingerprint; else a note.", _NOT_EMPTY),
    Key("text", "The words marked, in either language.", {"type": "string"}),
    Key("reason", "Why the finding is accepted.", _NOT_EMPTY, required=True),
    Key("by", "Who accepted it.", _NOT_EMPTY, required=True),
    Key("date", "When.", DATE, required=True),
    Key("expires", "The first day on which it is no longer accepted.", DATE),
)
"""The keys of a waiver, in the order in which they are written."""

_NOT_YAML = regex("[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")  # in JSON, but not as they are in YAML
_QUICK = {key.name: compiled(resolved(key.form).get("pattern", "")).search for key in WAIVER}
_DATES = tuple(key.name for key in WAIVER if key.form is DATE)
_NEEDED = frozenset(key.name for key in WAIVER if key.required) | {"fingerprint"}

HEADER = """\
# Findings that were there when this file was written, by `duizhao baseline`; they do not fail a check.
# Corrected ones are reported as W101: remove their lines, or run `duizhao baseline --prune`.
"""


def read_waivers(path: str, *, baseline: bool = False) -> list[Waiver]:
    """Read a file of waivers.

    Args:
        path: the file.
        baseline: whether it is one that `duizhao baseline` wrote.

    Raises:
        UsageError: there is no such file.
        ConfigError: it is not a list of what `WAIVER` says; the message names line and column.
    """
    text = _read(path)
    entries = _quick(path, text, baseline=baseline)
    return _slow(read_yaml(path, text), baseline=baseline) if entries is None else entries


def line_of(waiver: Waiver) -> str:
    """A waiver as a line of a file."""
    values = {name: value for name in _QUICK if (value := getattr(waiver, name))}
    text = json.dumps(values, ensure_ascii=False)
    return f"- {_NOT_YAML.sub(_escape, text)}\n"


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def _read(path: str) -> str:
    return read_bounded(path, path, "the waivers", "a file of waivers", MAX_BYTES)


def _quick(path: str, text: str, *, baseline: bool) -> list[Waiver] | None:
    """The waivers of a file that has one sound JSON entry a line, None for any other file."""
    waivers = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line.startswith("#"):
            continue
        entry = _entry(line)
        if entry is None:
            return None
        waivers.append(_waiver(entry, path, Position(number, 3), baseline=baseline))
    return waivers


def _entry(line: str) -> dict[str, Any] | None:
    if not line.startswith("- {"):
        return None
    try:
        entry = json.loads(line[2:])
    except (ValueError, RecursionError):
        return None
    return entry if _is_sound(entry) else None


def _is_sound(entry: dict[str, Any]) -> bool:
    """What `WAIVER` asks for; where this says no, `conform` says why, at ten times the cost."""
    return (
        entry.keys() >= _NEEDED
        and all(name in _QUICK and _is_of_form(name, value) for name, value in entry.items())
        and all(_is_day(entry[name]) for name in _DATES if name in entry)
    )


def _is_of_form(name: str, value: Any) -> bool:
    return isinstance(value, str) and bool(value) and _QUICK[name](value) is not None


@lru_cache(maxsize=64)  # a baseline has the same date in every line
def _is_day(written: str) -> bool:
    return in_calendar(written)


def _slow(written: Located, *, baseline: bool) -> list[Waiver]:
    if written.data is None:
        written = written._replace(data=[])
    demand(written, document(mappings(WAIVER)))
    waivers = []
    for number, entry in enumerate(written.data):
        if "fingerprint" not in entry and not (entry.get("path") and entry.get("text")):
            raise written.error("a waiver needs a `fingerprint`, or a `path` and a `text`", (number,))
        waivers.append(_waiver(entry, written.path, written.place((number,)), baseline=baseline))
    return waivers


def _waiver(entry: dict[str, str], path: str, position: Position, *, baseline: bool) -> Waiver:
    rule, mark, where, text, reason, by, date, expires = (entry.get(name, "") for name in _QUICK)
    return Waiver(rule, mark, where, text, reason, by, date, expires, path, position, baseline)
