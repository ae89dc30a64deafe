"""Options that come after a key of the configuration: what they take and mean is what the key says."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

from duizhao.validator.configuration.config import Config
from duizhao.validator.configuration.keys.forms import Option, resolved
from duizhao.validator.configuration.keys.options import WITH_OPTIONS

_EFFECTS = {"instead": "in place of what is configured", "as well": "beside what is configured", "for none": ""}


_OPTIONS = {row.name: (row, row.option) for row in WITH_OPTIONS if row.option}


def add_key_option(parser: argparse.ArgumentParser, key: str, *, configured: bool = True) -> None:
    """Add the option that comes after a key.

    Args:
        parser: what it is added to.
        key: its name; one that has an option.
        configured: whether the command reads a configuration, too.
    """
    row, option = _OPTIONS[key]
    form = resolved(row.form)
    notes = [_EFFECTS[option.effect] if configured else "", _default(key, form)]
    note = "; ".join(filter(None, notes))
    told = option.help or _sentence(row.meaning)
    parser.add_argument(option.name, **_taken(option, form), help=f"{told} ({note})" if note else told)


def _taken(option: Option, form: dict[str, Any]) -> dict[str, Any]:
    """What the option takes, in the words of argparse."""
    if option.effect == "for none":
        return {"action": "store_true"}
    if "enum" in form:
        return {"choices": form["enum"]}
    taken: dict[str, Any] = {"metavar": option.metavar}
    if form.get("type") == "integer":
        taken["type"] = _whole_number(form["minimum"], form["maximum"])
    if any(alternative.get("type") == "array" for alternative in form.get("anyOf", [form])):
        taken["action"] = "append"
    return taken


def _default(key: str, form: dict[str, Any]) -> str:
    """The default of a key whose values can be counted, which are severities; others speak for themselves."""
    return f"default: {Config._field_defaults[key.replace('-', '_')].word}" if "enum" in form else ""


def _sentence(meaning: str) -> str:
    """The first sentence of a meaning, as the help of an option is written."""
    first = meaning.removesuffix(".").partition(". ")[0]
    return first[0].lower() + first[1:]


def _whole_number(least: int, most: int) -> Callable[[str], int]:
    def number(word: str) -> int:
        # Not by `int` alone, which also takes ` 3`, `1_0` and `+3`.
        if not word.isdecimal() or not least <= int(word) <= most:
            raise argparse.ArgumentTypeError(f"{word!r} is not a number from {least} to {most}")
        return int(word)

    return number
