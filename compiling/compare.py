"""Compare what a compiled duizhao finds with what the same modules find as pure Python.

    python compiling/compare.py [FOLDER …]

Of every article in the folders, by default those with gold, the seeds and what was once taken badly, everything that is
found out is compared, as text: record, findings, quantities, pairs of paragraphs and signature; and of every line of
every file its quantities, read as either language.  A compiled wheel holds its sources too: it is compared with a copy
of itself without machine code.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.machinery import EXTENSION_SUFFIXES
from itertools import zip_longest
from pathlib import Path

import duizhao
from duizhao.version import is_compiled

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = [str(ROOT / name) for name in ("calibration/gold", "seeds", "tests/fuzz/found", "tests/gold")]
SUFFIXES = {".md", ".txt"}


def main() -> int:
    parser = argparse.ArgumentParser(description="Compare a compiled duizhao with its own sources.")
    parser.add_argument("folders", nargs="*", metavar="FOLDER", help="of articles; default: those of the project")
    parser.add_argument("--tell", action="store_true", help="print what is found, and compare nothing")
    arguments = parser.parse_args()
    folders = arguments.folders or FOLDERS
    if arguments.tell:
        for line in found(folders):
            print(line)
        return 0
    if not is_compiled():
        sys.exit("compare.py: this duizhao is not compiled, so there is nothing to compare")
    with tempfile.TemporaryDirectory() as plain:
        copy_without_machine_code(Path(plain))
        ours, theirs = told(folders, None), told(folders, plain)
    return report(ours, theirs)


def found(folders: list[str]) -> Iterator[str]:
    """One line of text for each thing that is found out."""
    yield f"compiled: {is_compiled()}"
    files = sorted({path for folder in folders for path in Path(folder).rglob("*") if path.suffix in SUFFIXES})
    for path in files:
        data = path.read_bytes()
        for article in duizhao.check_bytes(path.name, data):
            yield from (f"{path}: {name} {value!r}" for name, value in zip(article._fields, article, strict=True))
        for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), start=1):
            yield f"{path}:{number}: {duizhao.quantities(line, 'zh')!r} {duizhao.quantities(line, 'en')!r}"


def copy_without_machine_code(target: Path) -> None:
    """Copy the installed package, but for what was compiled of it."""
    machine_code = shutil.ignore_patterns(*(f"*{suffix}" for suffix in EXTENSION_SUFFIXES), "__pycache__")
    shutil.copytree(Path(duizhao.__file__).parent, target / "duizhao", ignore=machine_code)


def told(folders: list[str], package: str | None) -> list[str]:
    """What is found by the installed duizhao, or by that of a folder, in a process of its own."""
    before = f"import sys; sys.path.insert(0, {package!r}); " if package else ""
    script = f"{before}import runpy; runpy.run_path({__file__!r}, run_name='__main__')"
    command = [sys.executable, "-X", "utf8", "-c", script, "--tell", *folders]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout.split("\n")


def report(ours: list[str], theirs: list[str]) -> int:
    """Say whether both found the same; returns the exit code."""
    if (ours[0], theirs[0]) != ("compiled: True", "compiled: False"):
        sys.exit(f"compare.py: the two are not what they should be: {ours[0]}; {theirs[0]}")
    for ours_one, theirs_one in zip_longest(ours[1:], theirs[1:], fillvalue="nothing"):
        if ours_one != theirs_one:
            print(f"compiled: {ours_one}\npure:     {theirs_one}")
            return 1
    print(f"the same, compiled and pure: {len(ours) - 2:,} lines of what is found")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
