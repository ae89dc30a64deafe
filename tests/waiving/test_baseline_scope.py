"""Which entries of a baseline a run has looked at."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.validator.report import FileResult, Problem
from duizhao.validator.waiving.baseline_scope import BaselineScope
from duizhao.validator.waiving.waivers import Waiver

RULES = ("N102", "C101")


def entry(path: str = "x/a.md", rule: str = "N102", mark: str = "f1") -> Waiver:
    return Waiver(rule, mark, path, "", "seen", "Li Min", "2026-01-02")


def scope(*results: FileResult, everything: bool = True, home: str = ".") -> BaselineScope:
    """What a run over the folder x looked at."""
    found = BaselineScope(RULES, lambda path: path.startswith("x/"), everything=everything, home=home)
    for result in results:
        found.take(result)
    return found


READ, UNREAD = FileResult("x/a.md"), FileResult("x/a.md", problem=Problem("x/a.md", "not UTF-8"))
MEMBER = FileResult("x/a.zip!/m.md")
BAD_MEMBER = FileResult("x/a.zip!/m.md", problem=Problem("", ""))


@pytest.mark.parametrize(
    ("results", "waiver", "looked_at"),
    [
        ((READ,), entry(), True),
        ((READ,), entry(mark=""), False),  # by words: it may fit other files
        ((READ,), entry(rule="N101"), False),  # not in force
        ((UNREAD,), entry(), False),
        ((READ, UNREAD), entry(), False),
        ((FileResult("x/a.md", skipped=True),), entry("y/a.md"), False),
        ((READ,), entry("y/a.md"), False),
        ((FileResult("y/a.md"),), entry("y/a.md"), True),
        ((FileResult("y/a.md", whole=False),), entry("y/a.md"), False),  # what is found across files
        ((FileResult("y/a.md", skipped=True),), entry("y/a.md"), False),
        # members of an archive
        ((MEMBER,), entry("x/a.zip!/m.md"), True),
        ((MEMBER,), entry("x/a.zip!/n.md"), True),  # it is gone from there
        ((MEMBER,), entry("x/a.zip"), True),
        ((FileResult("y/a.zip"),), entry("y/a.zip!/m.md"), True),
        ((BAD_MEMBER,), entry("x/a.zip!/m.md"), False),
        ((BAD_MEMBER,), entry("x/a.zip!/n.md"), False),
        ((FileResult("x/a.zip", problem=Problem("", "")),), entry("x/a.zip!/n.md"), False),
        ((MEMBER, FileResult("x/a.zip!/n.md", problem=Problem("", ""))), entry("x/a.zip!/m.md"), False),
    ],
)
def test_what_a_run_has_looked_at(
    results: tuple[FileResult, ...], waiver: Waiver, looked_at: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert scope(*results).at(waiver) is looked_at


@pytest.mark.parametrize(
    ("rule", "everything", "looked_at"),
    [("C101", True, True), ("C101", False, False), ("N102", False, True), ("N102", True, True)],
)
def test_a_finding_between_two_files_wants_a_run_over_all(rule: str, everything: bool, looked_at: bool) -> None:
    assert scope(READ, everything=everything).at(entry(rule=rule)) is looked_at


def test_a_file_that_is_gone_counts_where_it_would_have_been(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert scope().at(entry("x/a.md"))
    assert not scope().at(entry("y/a.md"))
    assert scope().at(entry("x/a.zip!/m.md"))
    for path in ("x", "home/x"):
        Path(path).mkdir(parents=True)
    Path("x/a.md").touch()
    Path("x/a.zip").touch()
    assert not scope().at(entry("x/a.md"))  # it is there, and was left out
    assert not scope().at(entry("x/a.zip!/m.md"))
    Path("home/x/b.md").touch()
    assert scope().at(entry("x/b.md"))
    assert not scope(home="home").at(entry("x/b.md"))  # paths of a baseline are those of its folder
