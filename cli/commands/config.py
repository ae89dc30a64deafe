"""`duizhao config`: what is in force, and where it comes from."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from json import dumps
from typing import Any

from duizhao.schema.publication import Publication, Term
from duizhao.validator.configuration.config import Config
from duizhao.validator.configuration.config_file import find, load
from duizhao.validator.configuration.keys import KEYS, schema
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
    written = config.document.data
    for key in KEYS:
        value = written.get(key.name, key.default)
        if key.name == "thresholds":  # one of them may be written without the others
            value = key.default | value
        if key.name == "publications":
            value = [_publication(one) for one in config.settings.publications]
        place = config.document.place((key.name,)) if key.name in written else None
        origin = f"{config.path}:{place.line}" if place else "default"
        yield from _part(key.name, value, origin)


def _publication(publication: Publication) -> dict[str, Any]:
    """A newspaper as it would be written, with what its profile says of it."""
    defaults = Publication("")
    said = ((name, value) for name, value in publication._asdict().items() if value != getattr(defaults, name))
    return {name.replace("_", "-"): _value(value) for name, value in said}


def _value(value: Any) -> Any:
    """Lists as lists, and terms as mappings of what they say."""
    if isinstance(value, Term):
        return {name: _value(part) for name, part in value._asdict().items() if part}
    return [_value(one) for one in value] if isinstance(value, tuple) else value


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
