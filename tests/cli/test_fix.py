"""Mechanical corrections, from the command line."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from made_up import BAD, GOOD, UNREADABLE, Run
from made_up_issues import markdown

CROOKED = b"\xef\xbb\xbf" + GOOD.replace(b"\n", b"\r\n").replace(b"Title:", b"title:")


@pytest.fixture(autouse=True)
def files(folder: Path) -> Path:
    (folder / "crooked.md").write_bytes(CROOKED)
    (folder / "good.md").write_bytes(GOOD)
    return folder


def test_fix_writes_and_checks(run: Run, folder: Path) -> None:
    (folder / "crooked.md").chmod(0o640)
    done = run("check", "crooked.md", "good.md", "--fix")
    assert (done.code, done.err) == (0, "duizhao: 1 file corrected\n")
    assert (folder / "crooked.md").read_bytes() == GOOD
    assert stat.S_IMODE((folder / "crooked.md").stat().st_mode) == 0o640
    assert sorted(os.listdir(folder)) == ["crooked.md", "good.md"]
    assert run("check", "crooked.md", "--fix").err == ""


def test_fix_does_not_hide_what_it_cannot_correct(run: Run, folder: Path) -> None:
    (folder / "crooked.md").write_bytes(b"\xef\xbb\xbf" + BAD)
    assert run("check", "crooked.md", "--fix").code == 1
    assert run("check", "crooked.md", "--fix-only").code == 0


def test_what_cannot_be_read_is_left_alone(run: Run, folder: Path) -> None:
    (folder / "unreadable.md").write_bytes(UNREADABLE)
    assert run("check", "--fix").code == 3
    assert (folder / "unreadable.md").read_bytes() == UNREADABLE


def test_diff_shows_and_leaves(run: Run, folder: Path) -> None:
    done = run("check", "--diff")
    assert done.code == 1
    assert done.out.startswith("--- a/crooked.md\n+++ b/crooked.md\n@@ -1,")
    assert "\n-title: A Good Harvest\r\n" in done.out
    assert "\n+Title: A Good Harvest\n" in done.out
    assert (folder / "crooked.md").read_bytes() == CROOKED
    assert run("check", "--diff", "--exit-zero").code == 0
    assert run("check", "--diff", "good.md").code == 0


def test_standard_input_is_corrected_to_standard_output(run: Run) -> None:
    done = run("check", "-", "--fix", stdin=CROOKED)
    assert (done.code, done.out) == (0, GOOD.decode())


def test_a_file_that_cannot_be_written(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("duizhao.cli.fixing.os.replace", refuse)
    done = run("check", "crooked.md", "--fix")
    assert (done.code, done.err) == (2, "duizhao: crooked.md: cannot be written: Permission denied\n")
    assert sorted(os.listdir()) == ["crooked.md", "good.md"]


def test_what_the_configuration_makes_an_issue_is_left_alone(folder: Path, run: Run) -> None:
    text = markdown().replace("## Page 1", "## Sheet 1 ").replace("(Lake City)", "(Lake City) ").replace("\n", "  \n")
    (folder / "duizhao.yaml").write_text("publications: [{name: lake, page-marks: [Sheet N]}]\n", "utf-8")
    (folder / "lake.md").write_text(text, "utf-8")
    assert run("check", "--diff", "lake.md") == (0, "", "")
    assert run("check", "--fix-only", "lake.md").code == 0
    assert (folder / "lake.md").read_text("utf-8") == text
    assert run("check", "--diff", "lake.md", "--no-config").code == 1
