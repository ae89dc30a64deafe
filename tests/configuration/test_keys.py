"""The keys of a configuration stand in one table, and all that follows from it agrees."""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from duizhao.cli.commands.check import add_arguments
from duizhao.schema.publication import Publication, Term
from duizhao.validator.configuration.config import Config
from duizhao.validator.configuration.config_file import load
from duizhao.validator.configuration.keys import KEYS, OVERRIDE, PUBLICATION, TERM, THRESHOLDS, Key, schema
from duizhao.validator.configuration.read_yaml import read_yaml
from duizhao.validator.configuration.settings import Override, Settings, Thresholds
from duizhao.validator.registry import registry
from duizhao.validator.rule import FAMILIES

PAGE = Path(__file__).resolve().parents[2] / "docs" / "configuration.md"
MADE = {"path", "settings", "document", "root", "here", "publication"}
"""Fields that no key fills by itself."""


def _fields(keys: tuple[Key, ...]) -> list[str]:
    return [key.name.replace("-", "_") for key in keys]


def test_every_key_fills_a_field_and_every_field_has_a_key() -> None:
    assert sorted(_fields(KEYS)) == sorted({*Config._fields, *Settings._fields} - MADE)


@pytest.mark.parametrize(
    ("keys", "record"), [(OVERRIDE, Override), (PUBLICATION, Publication), (TERM, Term), (THRESHOLDS, Thresholds)]
)
def test_the_keys_of_a_mapping_are_the_fields_of_its_record(keys: tuple[Key, ...], record: Any) -> None:
    assert _fields(keys) == list(record._fields)
    required = _fields(tuple(key for key in keys if key.required))
    assert required == [name for name in record._fields if name not in record._field_defaults]


def test_defaults_that_are_written_out_change_nothing(tmp_path: Path) -> None:
    path = tmp_path / "duizhao.yaml"
    path.write_text(json.dumps({key.name: key.default for key in KEYS if key.default is not None}), encoding="utf-8")
    config = load(str(path), registry)
    empty = tmp_path / "empty" / "duizhao.yaml"
    empty.parent.mkdir()
    empty.write_text("", encoding="utf-8")
    same = load(str(empty), registry)
    assert config.settings._replace(root="") == same.settings._replace(root="") == Settings()
    made: dict[str, Any] = {"path": "", "settings": Settings(), "document": Config().document, "cache": Config().cache}
    assert config._replace(**made) == same._replace(**made) == Config()


def test_all_families_are_selected() -> None:
    assert Settings().select == tuple(FAMILIES)


def test_options_that_are_named_are_there() -> None:
    parser = argparse.ArgumentParser(add_help=False)
    add_arguments(parser)
    options = {option for action in parser._actions for option in action.option_strings}
    for key in KEYS:
        named = re.findall(r"--[a-z-]+", key.option)
        assert set(named) <= options, key.name
        assert bool(named) == bool(options & {f"--{key.name}", f"--no-{key.name}"}), key.name


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


def test_the_example_of_the_documentation_has_every_key() -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    written = read_yaml("example", blocks[0]).data
    assert set(written) == {key.name for key in KEYS}
    assert list(jsonschema.Draft202012Validator(schema()).iter_errors(written)) == []
