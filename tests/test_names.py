"""One name for one thing: a class that is called as another one is has a reason for it."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parent.parent
ROOMS = ("core", "schema", "validator", "datapackage", "cli")
DOUBLES = {
    "Writer": "each output format has one, which `cli.output.writer` finds by its name",
}


def _classes() -> dict[str, list[str]]:
    """The modules of every public class, by its name."""
    found = defaultdict(list)
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            for node in ast.parse(path.read_text(encoding="utf-8")).body:
                if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                    found[node.name].append(str(path.relative_to(ROOT)))
    return found


def test_no_two_classes_of_different_things_have_one_name() -> None:
    doubles = {name: modules for name, modules in _classes().items() if len(modules) > 1 and name not in DOUBLES}
    assert doubles == {}, "give one of them another name, or say in DOUBLES why both may have it"


def test_no_reason_outlives_its_double() -> None:
    assert {name for name, modules in _classes().items() if len(modules) > 1} == DOUBLES.keys()
