"""`duizhao config`: what is in force, and where it comes from."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from json import dumps
from typing import Any

from duizhao.validator.configuration.as_written import as_written
from duizhao.validator.configuration.config import Config
from duizhao.validator.configuration.config_file import find, load
from duizhao.validator.configuration.keys.file import schema
from duizhao.validator.registry import registry


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
    for name, value in as_written(config).items():
        written = name in config.document.data
        yield from _part(name, value, f"{config.path}:{config.document.place((name,)).line}" if written else "default")


def _part(key: str, value: Any, origin: str) -> Iterator[str]:
    if value is None:
        # As a comment: YAML's own `null` would be refused for most keys.
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
