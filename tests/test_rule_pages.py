"""The pages made from the rules, the two commands that print them, and the hand-kept copies of the schema's bounds."""

from __future__ import annotations

import importlib.util
import json
import os
from collections.abc import Iterator
from types import ModuleType

import pytest

import duizhao.schema
from duizhao.cli.main import main
from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.registry import registry
from duizhao.validator.rule import Hit, rule
from duizhao.validator.rules import r101_record_invalid

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


@pytest.fixture(scope="module")
def generate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", os.path.join(ROOT, "docs", "generate.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_pages_are_what_the_rules_say(generate: ModuleType) -> None:
    assert generate.stale() == [], "run python docs/generate.py"


def test_rules_lists_every_rule(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules"]) == 0
    listed = {line.split()[0] for line in capsys.readouterr().out.splitlines() if line.startswith("  ")}
    assert listed == set(registry())


def test_rules_of_a_family_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "--json", "T"]) == 0
    assert [rule["code"] for rule in json.loads(capsys.readouterr().out)] == ["T101"]


@pytest.mark.parametrize("word", ["H101", "h101", "header-missing"])
def test_explain(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", word]) == 0
    assert capsys.readouterr().out.startswith("H101 header-missing  (error, headers)\n")


@pytest.mark.parametrize("arguments", [["explain", "header-mising"], ["rules", "X9"]])
def test_an_unknown_rule_is_a_usage_error(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert "duizhao rules" in capsys.readouterr().err


def test_r101_has_the_bounds_of_the_schema() -> None:
    with open(os.path.join(duizhao.schema.__path__[0], "article.schema.json"), encoding="utf-8") as file:
        properties = json.load(file)["properties"]
    bounds = {}
    for half in ("english", "chinese"):
        for name, schema in properties[half]["properties"].items():
            bounds[f"{half}.{name}"] = schema.get("items", schema)["maxLength"]
    assert bounds == r101_record_invalid._LONGEST


def test_explain_tells_what_comes_first_and_where_it_is_from(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "P201"]) == 0
    assert "\n\nNot run where one of these finds something: P101, P103.\n" in capsys.readouterr().out
    assert main(["explain", "D106"]) == 0
    assert "\n\nSource: lunar_years.json: " in capsys.readouterr().out


@pytest.mark.parametrize(
    ("code", "name", "page", "fault"),
    [
        ("N1", "a-name", "What it finds.", "want a family letter and three digits"),
        ("N101", "A name", "What it finds.", "a name of words-and-hyphens"),
        ("N101", "a-name", "What it finds.", "its docstring needs a sentence, `Why:`"),
    ],
)
def test_a_rule_without_its_page_is_none(code: str, name: str, page: str, fault: str) -> None:
    def check(_: Case) -> Iterator[Hit]:
        yield from ()

    check.__doc__ = page
    with pytest.raises(TypeError, match=fault):
        rule(code, name, Severity.ERROR)(check)
