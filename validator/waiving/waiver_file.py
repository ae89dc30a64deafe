"""Files of waivers: YAML lists, written so that large ones are read quickly.

A file that `duizhao baseline` wrote has one entry a line, in the part of YAML that is JSON; it is read as such.  A file
written by hand, or changed by hand, may be any YAML.
"""

from __future__ import annotations

import json
import os
import re
from typing import Any

from duizhao.source import Position
from duizhao.validator.configuration.bounded_file import read_bounded
from duizhao.validator.configuration.located import Located
from duizhao.validator.configuration.read_yaml import read_yaml
from duizhao.validator.waiving.waivers import Waiver

MAX_BYTES = 64 << 20  # some 300,000 lines of a baseline, read in three seconds
_FIELDS = ("rule", "fingerprint", "path", "text", "reason", "by", "date", "expires")
_REQUIRED = frozenset({"rule", "fingerprint", "reason", "by", "date"})
_NOT_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")  # in JSON, but not as they are in YAML
_CODE = re.compile(r"[A-Z][0-9]{3}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

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
        ConfigError: it is not of the form of `waivers.schema.json`; the message names line and column.
    """
    text = _read(path)
    entries = _quick(path, text, baseline=baseline)
    return _slow(read_yaml(path, text), baseline=baseline) if entries is None else entries


def line_of(waiver: Waiver) -> str:
    """A waiver as a line of a file."""
    values = {name: value for name in _FIELDS if (value := getattr(waiver, name))}
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
    """What the schema asks for; where this says no, the schema says why."""
    return (
        entry.keys() >= _REQUIRED
        and all(name in _FIELDS and isinstance(value, str) and value for name, value in entry.items())
        and _CODE.fullmatch(entry["rule"]) is not None
        and all(_DATE.fullmatch(entry[name]) for name in ("date", "expires") if name in entry)
    )


def _slow(document: Located, *, baseline: bool) -> list[Waiver]:
    from duizhao.validator.configuration.conform import conform  # noqa: PLC0415

    for flaw in conform(document.data if document.data is not None else [], _schema()):
        raise document.error(flaw.message, flaw.path)
    waivers = []
    for number, entry in enumerate(document.data or ()):
        if "fingerprint" not in entry and not (entry.get("path") and entry.get("text")):
            raise document.error("a waiver needs a `fingerprint`, or a `path` and a `text`", (number,))
        waivers.append(_waiver(entry, document.path, document.place((number,)), baseline=baseline))
    return waivers


def _waiver(entry: dict[str, str], path: str, position: Position, *, baseline: bool) -> Waiver:
    rule, mark, where, text, reason, by, date, expires = (entry.get(name, "") for name in _FIELDS)
    return Waiver(rule, mark, where, text, reason, by, date, expires, path, position, baseline)


def _schema() -> dict[str, Any]:
    with open(os.path.join(os.path.dirname(__file__), "waivers.schema.json"), encoding="utf-8") as file:
        schema: dict[str, Any] = json.load(file)
    return schema
