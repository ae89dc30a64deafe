"""The documentation says what there is, and what it says is there."""

from __future__ import annotations

import argparse
import importlib
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from duizhao.cli.main import COMMANDS
from duizhao.cli.output import FORMATS
from duizhao.errors import Exit
from duizhao.validator.rule import FAMILIES

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = {
    str(path.relative_to(ROOT)): path.read_text(encoding="utf-8")
    for path in (*sorted((ROOT / "docs").rglob("*.md")), *sorted(ROOT.glob("*.md")))
}
_LINK = re.compile(r"\[[^\]\n]*\]\(([^)\s]+)\)")
_CODE_PATH = re.compile(r"`((?:[\w.-]+/)+[\w.-]*)`")
_FENCE = re.compile(r"```.*?```", re.DOTALL)


def _arguments(command: str) -> Iterator[argparse.Action]:
    parser = argparse.ArgumentParser(add_help=False)
    importlib.import_module(f"duizhao.cli.commands.{command}").add_arguments(parser)
    yield from parser._actions


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_and_its_arguments_are_documented(command: str) -> None:
    page = PAGES["docs/commands.md"]
    section = page.partition(f"\n## duizhao {command}\n")[2].partition("\n## ")[0]
    assert section, f"run `nox -s generate`: docs/commands.md lacks {command}"
    for action in _arguments(command):
        assert action.help, f"{command}: {action.dest} has no help"
        assert all(f"`{name}`" in section for name in action.option_strings or [str(action.metavar)])


@pytest.mark.parametrize("output_format", FORMATS)
def test_an_output_format_is_documented(output_format: str) -> None:
    assert f"\n| `{output_format}` |" in PAGES["docs/contract.md"]


@pytest.mark.parametrize("code", Exit)
def test_an_exit_code_is_documented(code: Exit) -> None:
    assert f"\n| {code.value} |" in PAGES["docs/contract.md"]


@pytest.mark.parametrize("letter", FAMILIES)
def test_a_family_of_rules_is_documented(letter: str) -> None:
    assert re.search(rf"\b{letter} [a-z]", PAGES["docs/contract.md"].partition("## Rule codes")[2])


def test_the_two_commands_of_the_readme() -> None:
    (block,) = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    commands = [line.partition("#")[0].strip() for line in block.splitlines()]
    assert commands == ["python3 noxfile.py -s main", "python3 noxfile.py"]
    assert commands[1] in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    sessions = (ROOT / "noxfile.py").read_text(encoding="utf-8")
    assert "\ndef main(" in sessions
    assert 'nox.options.sessions = ["lint", "types", "tests"]' in sessions


def test_sessions_that_are_named_are_there() -> None:
    sessions = set(re.findall(r"@nox\.session.*\ndef (\w+)", (ROOT / "noxfile.py").read_text(encoding="utf-8")))
    for name, text in PAGES.items():
        assert set(re.findall(r"(?:nox|noxfile\.py) -s (\w+)", text)) <= sessions, name


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_somewhere(name: str) -> None:
    text = _FENCE.sub("", PAGES[name])
    targets = (target.partition("#")[0] for target in _LINK.findall(text) if "://" not in target)
    assert [target for target in targets if target and not (ROOT / name).parent.joinpath(target).exists()] == []


def test_what_holds_a_promise_is_there() -> None:
    named = re.findall(r"`(tests/[\w/.]+)(?:::(\w+))?`", PAGES["docs/threats.md"])
    assert len(named) > 10
    for path, test in named:
        assert f"def {test or 'test_'}" in (ROOT / path).read_text(encoding="utf-8"), f"{path}::{test}"


def test_every_page_is_reachable() -> None:
    linked = set(_LINK.findall(PAGES["docs/index.md"]))
    pages = {path.name for path in (ROOT / "docs").glob("*.md")} - {"index.md"}
    assert pages - linked == set()


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "docs/architecture.md"])
def test_paths_that_are_named_are_there(name: str) -> None:
    made = ("out/", ".nox/", "build/")
    paths = [path for path in _CODE_PATH.findall(PAGES[name]) if not path.startswith(made)]
    assert [path for path in paths if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("script", sorted(path.name for path in (ROOT / "docs").glob("generate*.py")))
def test_generated_files_are_fresh(script: str) -> None:
    command = [sys.executable, str(ROOT / "docs" / script), "--check"]
    beside = {**os.environ, "PYTHONSAFEPATH": ""}  # it imports what lies beside it
    done = subprocess.run(command, env=beside, capture_output=True, check=False)
    assert done.returncode == 0, (done.stdout + done.stderr).decode()
