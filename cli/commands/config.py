"""`duizhao config`: what is in force, and where it comes from."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from json import dumps
from typing import Any

from duizhao.validator.configuration.config import Config, find, load, schema
from duizhao.validator.registry import registry

_DEFAULTS: dict[str, Any] = {
    "select": ["H", "D", "P", "N", "R", "T", "C", "W"],
    "ignore": [],
    "severities": {},
    "overrides": [],
    "publications": [],
    "glossary": [],
    "exclude": [],
    "waivers": [],
    "baseline": None,
    "fail-on": "error",
    "jobs": None,
    "cache": ".duizhao-cache",
    "dataset": {},
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    action = parser.add_mutually_exclusive_group()
    action.add_argument("--show", action="store_true", help="print what is in force (the default)")
    action.add_argument("--schema", action="store_true", help="print the JSON Schema of the configuration")
    parser.add_argument("--config", metavar="FILE", help="the configuration, in place of the nearest duizhao.yaml")


def run(arguments: argparse.Namespace) -> int:
    if arguments.schema:
        print(dumps(schema(), ensure_ascii=False, indent=2))
        return 0
    config = load(arguments.config, registry) if arguments.config else find(registry)
    for line in _lines(config):
        print(line)
    return 0


def _lines(config: Config) -> Iterator[str]:
    """The configuration as YAML that could be used as such, each part with its origin."""
    yield (
        f"# {config.path}" if config.path else "# no duizhao.yaml, and no [tool.duizhao] in a pyproject.toml: defaults"
    )
    written = config.document.data
    thresholds = {name.replace("_", "-"): value for name, value in config.settings.thresholds._asdict().items()}
    for key, default in (_DEFAULTS | {"thresholds": thresholds}).items():
        value = {**thresholds, **written.get(key, {})} if key == "thresholds" else written.get(key, default)
        place = config.document.place((key,)) if key in written else None
        origin = f"{config.path}:{place.line}" if place else "default"
        yield from _part(key, value, origin)


def _part(key: str, value: Any, origin: str) -> Iterator[str]:
    if value is None:
        yield f"# {key}: none  # {origin}"
    elif isinstance(value, dict) and value:
        yield f"{key}:  # {origin}"
        for name, item in value.items():
            yield f"  {dumps(name, ensure_ascii=False)}: {dumps(item, ensure_ascii=False)}"
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        yield f"{key}:  # {origin}"
        for item in value:
            yield f"- {dumps(item, ensure_ascii=False)}"
    else:
        yield f"{key}: {dumps(value, ensure_ascii=False)}  # {origin}"
