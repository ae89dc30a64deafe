"""Named pipes and devices where files should be: one line, and nobody waits."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from made_up import GOOD, Run

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
WAIVER = "- {rule: N101, path: a.md, reason: r, by: b, date: 2026-01-01}\n"


@pytest.fixture(autouse=True)
def files(folder: Path) -> None:
    (folder / "a.md").write_bytes(GOOD)
    (folder / "releases").mkdir()
    (folder / "zero").mkdir()
    (folder / "huge").mkdir()
    os.mkfifo(folder / "pipe")
    os.mkfifo(folder / "releases" / "index.json")
    (folder / "zero" / "index.json").symlink_to("/dev/zero")
    with (folder / "huge" / "index.json").open("wb") as file:
        file.truncate(4 << 30)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ("align pipe", 3, "pipe: cannot be read: not a regular file"),
        ("evaluate pipe", 2, "pipe: no gold file, and no folder with a gold.jsonl"),
        ("evaluate --judged pipe", 3, "pipe: cannot read the sheet: not a regular file"),
        ("get releases -o got", 3, "releases/index.json: cannot be read: not a regular file"),
        ("get zero -o got", 3, "zero/index.json: cannot be read: a symbolic link; a place holds its files itself"),
        ("get huge -o got", 3, "huge/index.json: cannot be read: larger than 67,108,864 bytes"),
        ("publish releases there", 3, "releases/index.json: cannot be read: not a regular file"),
        ("check a.md --waivers pipe", 2, "pipe: the waivers cannot be read: not a regular file"),
        ("check a.md --baseline pipe", 2, "pipe: the waivers cannot be read: not a regular file"),
    ],
)
def test_what_is_no_file_is_one_line(arguments: str, code: int, said: str, run: Run) -> None:
    done = run(*arguments.split())
    assert (done.code, done.err) == (code, f"duizhao: {said}\n")


@pytest.mark.parametrize("key", ["glossary", "waivers", "baseline"])
def test_a_configuration_that_names_a_pipe(key: str, folder: Path, run: Run) -> None:
    (folder / "duizhao.yaml").write_text(f"{key}: {'pipe' if key == 'baseline' else '[pipe]'}\n", "utf-8")
    done = run("check", "a.md", "--no-cache")
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert "cannot be read: not a regular file" in done.err


def test_a_configuration_may_come_from_the_shell(folder: Path) -> None:
    command = f"{sys.executable} -m duizhao check a.md --config <(echo 'select: [N]')"
    assert subprocess.run(["bash", "-c", command], cwd=folder, capture_output=True, check=False).returncode == 0
