"""The rooms of the house: each says what it may import, stands in the architecture's list, and is small."""

from __future__ import annotations

import ast
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TOPS = ("core", "schema", "validator", "datapackage", "cli")
FOLDERS = (*TOPS, "tests", "docs", "benchmarks", "calibration", "compiling")
ROOMS = sorted(
    str(file.parent.relative_to(ROOT).as_posix()) for top in TOPS for file in (ROOT / top).rglob("__init__.py")
)

# ---------------------------------------------------------------- what each says of itself


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_says_what_it_holds_and_what_it_may_import(room: str) -> None:
    said = ast.get_docstring(ast.parse((ROOT / room / "__init__.py").read_text(encoding="utf-8"))) or ""
    holds, _, imports = said.partition("\n\n")
    assert holds
    assert re.search(r"\bimport(s|ed)?\b", imports), f"{room}: what may it import, and why?"


# ---------------------------------------------------------------- the list in the architecture


class Tree:
    """The list of rooms as it is written by hand: a folder a line, indented by two under the one it lies in."""

    def __init__(self, text: str) -> None:
        self.rooms: dict[str, str] = {}
        """Folder to what is said of it."""
        path: list[str] = []
        for line in text.splitlines():
            folder = re.match(r"( *)(\w+)/\s+(\S.*)", line)
            if folder:
                path = [*path[: len(folder[1]) // 2], folder[2]]
                self.rooms["/".join(path)] = folder[3]
            else:
                self.rooms["/".join(path)] += " " + line.strip()


def _tree() -> Tree:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    found = re.search(r"^```\n(core/ .*?)^```$", page, re.DOTALL | re.MULTILINE)
    assert found
    return Tree(found[1])


def test_a_list_of_rooms_is_read() -> None:
    tree = Tree("a/      b.py\n  c/    words\n        more: d.py\n    e/  words\nf/      words\n")
    assert tree.rooms == {"a": "b.py", "a/c": "words more: d.py", "a/c/e": "words", "f": "words"}


def test_each_room_stands_in_the_list() -> None:
    rooms = set(_tree().rooms)
    assert sorted(set(ROOMS) - rooms) == []
    assert [room for room in sorted(rooms) if not (ROOT / room).is_dir()] == []


@pytest.mark.parametrize("room", ["core", "schema", "validator", "cli"])
def test_each_module_that_lies_in_no_room_within_stands_in_the_list(room: str) -> None:
    named = re.findall(r"\w+\.py\b", _tree().rooms[room])
    assert sorted(named) == sorted(file.name for file in (ROOT / room).glob("*.py") if not file.name.startswith("__"))


def test_a_module_that_the_list_names_is_there() -> None:
    named = ((room, name) for room, said in _tree().rooms.items() for name in re.findall(r"\w+\.py\b", said))
    beside = {"tests": ROOT}  # of the last line, which is of the repository
    assert [name for room, name in named if not (beside.get(room, ROOT / room) / name).exists()] == []


# ---------------------------------------------------------------- how large they are

MOST_LINES = 300
MOST_MODULES = 15
TABLE = "many small cases of one subject"
LIFE = "one thing from beginning to end, in tests that share what they made"
LONG = {
    "tests/cli/test_config.py": TABLE,
    "tests/cli/test_waivers.py": LIFE,
    "tests/datapackage/test_dask.py": LIFE,
    "tests/datapackage/test_export.py": "each form beside the others, from one package that is dear to make",
    "tests/datapackage/test_get.py": LIFE,
    "tests/datapackage/test_issues.py": LIFE,
    "tests/datapackage/test_publish.py": LIFE,
    "tests/inputs/test_archives.py": TABLE,
    "tests/quantities/crossing.py": TABLE,
    "tests/quantities/test_agree.py": TABLE,
    "tests/quantities/test_links.py": TABLE,
    "tests/quantities/test_pairing.py": TABLE,
    "tests/quantities/test_patterns.py": TABLE,
    "tests/readers/test_publications.py": TABLE,
    "tests/running/test_pages.py": LIFE,
    "tests/schema/test_parse.py": TABLE,
    "tests/schema/test_record.py": TABLE,
    "tests/test_scratch.py": LIFE,
}
"""Modules that may be longer, with the reason."""
ONE_KIND = {
    "validator/rules": "rules",
    "cli/commands": "commands",
    "datapackage/exports/forms": "forms of a package",
    "tests": "tests, by subject",
    "tests/cli": "tests of commands",
    "tests/datapackage": "tests of packages",
    "tests/quantities": "tests of numbers",
    "validator/pairing/choice": "steps of one choice, of which none can be taken without the others",
}
"""Folders that may hold more modules, since all of these are of one kind."""


def _modules() -> Iterator[Path]:
    for folder in FOLDERS:
        yield from sorted(file for file in (ROOT / folder).rglob("*.py") if "__pycache__" not in file.parts)


def test_no_module_is_long() -> None:
    long = {file.relative_to(ROOT).as_posix(): _lines(file) for file in _modules() if _lines(file) > MOST_LINES}
    assert {path: lines for path, lines in long.items() if path not in LONG} == {}


def _lines(file: Path) -> int:
    return file.read_bytes().count(b"\n")


def test_no_room_is_full() -> None:
    held: dict[str, int] = {}
    for file in _modules():
        if file.name != "__init__.py":
            folder = file.parent.relative_to(ROOT).as_posix()
            held[folder] = held.get(folder, 0) + 1
    assert {folder: count for folder, count in held.items() if count > MOST_MODULES and folder not in ONE_KIND} == {}


def test_exceptions_are_of_what_is_there() -> None:
    assert [path for path in (*LONG, *ONE_KIND) if not (ROOT / path).exists()] == []


# ---------------------------------------------------------------- how much they say why


@pytest.mark.parametrize("top", TOPS)
def test_of_a_hundred_lines_three_to_seven_have_a_comment(top: str) -> None:
    lines = comments = 0
    for file in (ROOT / top).rglob("*.py"):
        lines += sum(1 for line in file.read_text(encoding="utf-8").splitlines() if line.strip())
        comments += _comments(file)
    assert 0.03 <= comments / lines <= 0.07


def _comments(file: Path) -> int:
    """Lines with a comment for people; the sentences below constants come on top."""
    with file.open("rb") as data:
        return sum(
            1
            for token in tokenize.tokenize(data.readline)
            if token.type == tokenize.COMMENT and not token.string.startswith(("# noqa", "# type:"))
        )
