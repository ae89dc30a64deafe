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
from duizhao.cli.main import main
from duizhao.cli.setup import configured
from duizhao.datapackage.format.metadata import Metadata
from duizhao.schema.publication import Publication, Term
from duizhao.validator.configuration.as_written import as_written
from duizhao.validator.configuration.config import Config
from duizhao.validator.configuration.config_file import load
from duizhao.validator.configuration.keys.file import KEYS, OVERRIDE, THRESHOLDS, schema
from duizhao.validator.configuration.keys.forms import Key, resolved
from duizhao.validator.configuration.keys.newspapers import PUBLICATION, TERM
from duizhao.validator.configuration.profiles import names
from duizhao.validator.configuration.read_yaml import read_yaml
from duizhao.validator.configuration.settings import Override, Settings, Thresholds
from duizhao.validator.registry import registry
from duizhao.validator.rule import FAMILIES

PAGE = Path(__file__).resolve().parents[2] / "docs" / "configuration.md"
MADE = {"path", "settings", "document", "root", "here", "publication"}
"""Fields that no key fills by itself."""


def _field(key: Key) -> str:
    return key.name.replace("-", "_")


def _fields(keys: tuple[Key, ...]) -> list[str]:
    return [_field(key) for key in keys]


def test_every_key_fills_a_field_and_every_field_has_a_key() -> None:
    assert sorted(_fields(KEYS)) == sorted({*Config._fields, *Settings._fields} - MADE)


@pytest.mark.parametrize(
    ("keys", "record"), [(OVERRIDE, Override), (PUBLICATION, Publication), (TERM, Term), (THRESHOLDS, Thresholds)]
)
def test_the_keys_of_a_mapping_are_the_fields_of_its_record(keys: tuple[Key, ...], record: Any) -> None:
    assert _fields(keys) == list(record._fields)
    required = _fields(tuple(key for key in keys if key.required))
    assert required == [name for name in record._fields if name not in record._field_defaults]


# Every key, with a value that its form allows: what is loaded has to differ by it.


def _made(form: dict[str, Any]) -> Any:
    """A value of a form, as far from the defaults as the form tells."""
    form = resolved(form)
    if "examples" in form:
        return form["examples"][0]
    if "anyOf" in form:
        return _made(form["anyOf"][-1])
    if "enum" in form:
        return form["enum"][-1]
    if form["type"] == "boolean":
        return True
    if form["type"] == "array":
        return [_made(form["items"])]
    if form["type"] == "object":
        return _least(form) or dict([(name, _made(part)) for name, part in form["properties"].items()][:1])
    return {"string": "words", "integer": form.get("minimum", 0) + 1, "number": form.get("minimum", 0) + 1}[
        form["type"]
    ]


def _least(form: dict[str, Any]) -> dict[str, Any]:
    """A mapping with what is required in it and no more."""
    return {name: _made(form["properties"][name]) for name in form.get("required", ())}


def _other(value: Any) -> Any:
    """Another value, of a key that is required and so is there before."""
    return [_other(one) for one in value] if isinstance(value, list) else f"{value}2"


def _nested(keys: tuple[Key, ...], path: tuple[Key, ...] = ()) -> list[tuple[Key, ...]]:
    """Every key, by the keys that lead to it."""
    return [one for key in keys for one in [(*path, key), *_nested(key.keys, (*path, key))]]


def _document(path: tuple[Key, ...], *, with_it: bool) -> Any:
    """A value of the first key of a path, with or without the last one of them."""
    key, *inner = path
    if not inner:
        return names()[0] if key.name == "profile" else _made(key.form)
    form = resolved(key.form)
    value = _least(form.get("items", form))
    following = inner[0]
    if len(inner) > 1:
        value[following.name] = _document(tuple(inner), with_it=with_it)
    elif with_it:
        made = _document((following,), with_it=True)
        value[following.name] = _other(made) if following.required else made
    return [value] if "items" in form else value


def _loaded(folder: Path, name: str, value: Any) -> Config:
    """What is read where one key is written, None for no value; with a newspaper for overrides to name."""
    folder.joinpath("words").write_text("- {chinese: 行总, accepted: [CNRRA]}", encoding="utf-8")
    papers = {"publications": [{"name": "words", "paths": ["words/"]}]}
    written = {} if value is None else {name: value}
    path = folder / "duizhao.yaml"
    path.write_text(json.dumps((papers if name == "overrides" else {}) | written), encoding="utf-8")
    return load(str(path), registry)


def _reached(config: Config, path: tuple[Key, ...]) -> Any:
    """The field that the last key of a path fills."""
    record: Any = config if _field(path[0]) in Config._fields and path[0].name != "glossary" else config.settings
    for key in path:
        record = getattr(record[0] if type(record) is tuple else record, _field(key))
        record = Metadata.from_document(record) if key.name == "dataset" else record
    return record


@pytest.mark.parametrize("path", _nested(KEYS), ids=lambda path: ".".join(key.name for key in path))
def test_every_key_changes_what_is_loaded(
    path: tuple[Key, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    name = path[0].name
    before = _loaded(tmp_path, name, _document(path, with_it=False) if len(path) > 1 else None)
    after = _loaded(tmp_path, name, _document(path, with_it=True))
    assert _reached(before, path) != _reached(after, path)
    assert as_written(before)[name] != as_written(after)[name]


@pytest.mark.parametrize("folder", [".", "a/b"])
@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.name)
def test_what_is_shown_says_the_same(
    key: Key, folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    tmp_path.joinpath("a/b").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / folder)
    config = _loaded(tmp_path, key.name, _made(key.form))
    assert main(["config", "--config", config.path]) == 0
    Path(config.path).write_text(capsys.readouterr().out, encoding="utf-8")
    again = load(config.path, registry)
    assert again._replace(document=config.document) == config


def test_defaults_that_are_written_out_change_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    defaults = {name: value for name, value in as_written(Config()).items() if value is not None}
    Path("duizhao.yaml").write_text(json.dumps(defaults), encoding="utf-8")
    Path("empty.yaml").write_text("", encoding="utf-8")
    for name in ("duizhao.yaml", "empty.yaml"):
        assert load(name, registry)._replace(path="", document=Config().document) == Config()


def test_all_families_are_selected() -> None:
    assert Settings().select == tuple(FAMILIES)


WITH_OPTIONS = [key for key in KEYS if key.option]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(add_help=False)
    add_arguments(parser)
    return parser


def test_an_option_is_called_after_its_key() -> None:
    options = {option for action in _parser()._actions for option in action.option_strings}
    for key in KEYS:
        named = {key.option.name} if key.option else set()
        assert named == options & {f"--{key.name}", f"--no-{key.name}"}, key.name


@pytest.mark.parametrize("key", WITH_OPTIONS, ids=lambda key: key.name)
def test_every_option_changes_what_is_configured(key: Key, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    value = _made(key.form)
    assert key.option is not None
    words = (
        [] if key.option.effect == "for none" else [str(next(iter(value)) if isinstance(value, list | dict) else value)]
    )
    before, after = (configured(_parser().parse_args(given)) for given in ([], [key.option.name, *words]))
    changed = _reached(before, (key,)), _reached(after, (key,))
    assert changed[0] != changed[1]


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (["--jobs", "0"], "argument --jobs: '0' is not a number from 1 to 256"),
        (["--jobs", "257"], "argument --jobs: '257' is not a number from 1 to 256"),
        (["--fail-on", "eror"], "argument --fail-on: invalid choice: 'eror'"),
    ],
)
def test_an_option_takes_what_the_key_takes(given: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        _parser().parse_args(given)
    assert says in capsys.readouterr().err


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


def test_the_example_of_the_documentation_has_every_key() -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    written = read_yaml("example", blocks[0]).data
    assert set(written) == {key.name for key in KEYS}
    assert list(jsonschema.Draft202012Validator(schema()).iter_errors(written)) == []
