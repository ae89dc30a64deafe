"""Starting is cheap: a hook on one file imports what it needs and no more."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from made_up import GOOD

DEAR = {
    "ast",
    "concurrent.futures",
    "dataclasses",
    "difflib",
    "frictionless",
    "html",
    "importlib.metadata",
    "importlib.resources",
    "inspect",
    "jsonschema",
    "multiprocessing",
    "pathlib",
    "pkgutil",
    "pypinyin",
    "shutil",
    "sqlite3",
    "subprocess",
    "tempfile",
    "tomllib",
    "typing_extensions",
    "urllib",
    "yaml",
}


def imported(*arguments: str, folder: Path) -> set[str]:
    """The modules that a command line has imported when it ends."""
    script = (
        "import sys; from duizhao.cli.main import main; before = set(sys.modules); main(sys.argv[1:]);"
        "print(*sys.modules, file=sys.stderr)"
    )
    command = [sys.executable, "-S", "-c", f"import sys; sys.path[:0] = {sys.path!r}; {script}", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=True, encoding="utf-8")
    return set(done.stderr.split())


@pytest.mark.parametrize("output_format", ["text", "concise", "json", "github", "gitlab"])
def test_a_check_of_one_file(output_format: str, folder: Path) -> None:
    (folder / "a.md").write_bytes(GOOD)
    assert imported("check", "a.md", "--output-format", output_format, folder=folder) & DEAR == set()


def test_a_configuration_costs_yaml_and_no_more(folder: Path) -> None:
    (folder / "a.md").write_bytes(GOOD)
    (folder / "duizhao.yaml").write_text("select: [N]\noverrides: [{paths: ['*'], ignore: [H]}]\n", encoding="utf-8")
    assert "yaml" in imported("check", "a.md", folder=folder)
    assert imported("check", "a.md", folder=folder) & {"jsonschema", "tomllib", "sqlite3", "subprocess"} == set()


def test_the_version_costs_nothing(folder: Path) -> None:
    found = imported("--version", folder=folder)
    assert {name for name in found if name.startswith("duizhao")} == {
        "duizhao",
        "duizhao.cli",
        "duizhao.cli.main",
        "duizhao.version",
    }
    assert "argparse" not in found
