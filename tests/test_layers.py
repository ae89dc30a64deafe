"""Data flows one way: no room imports from one above it."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("core", "schema", "validator", "datapackage", "cli")
"""From the ground up."""


def _imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}:{node.lineno}: a relative import breaks type checkers across the rooms"
            yield node.module or ""


def _room_of(module: str) -> str | None:
    top, _, rest = module.partition(".")
    if top != "duizhao":
        return None
    return rest.split(".")[0] if rest.split(".")[0] in ROOMS else "core"


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_from_below(room: str) -> None:
    above = ROOMS[ROOMS.index(room) + 1 :]
    faults = [
        f"{file.relative_to(ROOT)} imports {module}"
        for file in sorted((ROOT / room).rglob("*.py"))
        if file.name != "__main__.py"
        for module in _imports(file)
        if _room_of(module) in above
    ]
    assert faults == []


def test_the_contract_of_import_linter_is_kept() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()"]
    done = subprocess.run(
        [*command, "--no-cache"], cwd=ROOT, capture_output=True, check=False, env={**os.environ, "NO_COLOR": "1"}
    )
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()


BELOW: dict[str, tuple[str, ...]] = {
    "validator/quantities": ("duizhao.regex", "duizhao.validator.quantities"),
    "validator/pairing": (
        "duizhao.regex",
        "duizhao.source",
        "duizhao.schema",
        "duizhao.validator.align",
        "duizhao.validator.characters",
        "duizhao.validator.pairing",
        "duizhao.validator.quantities",
        "duizhao.validator.times",
    ),
}
"""Rooms of the validator, and all of ours that they may import."""


def _is_of(module: str, package: str) -> bool:
    return module == package or module.startswith(f"{package}.")


@pytest.mark.parametrize("room", BELOW)
def test_a_room_of_the_validator_imports_only_what_it_may(room: str) -> None:
    faults = [
        f"{file.relative_to(ROOT)} imports {module}"
        for file in sorted((ROOT / room).rglob("*.py"))
        for module in _imports(file)
        if _is_of(module, "duizhao") and not any(_is_of(module, package) for package in BELOW[room])
    ]
    assert faults == []
