"""Only what changed, in a real git repository."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from made_up import BAD, DOUBTFUL, GOOD, Run

Git = Callable[..., str]
TWO_FAULTS = BAD.replace(b"coal.\n", b"coal.\n\nAnother paragraph of 300 tons.\n", 1)


@pytest.fixture
def repository(folder: Path, git: Git) -> Path:
    """On `main` an old bad file and a good one; a branch `work` with changes."""
    (folder / "1958").mkdir()
    (folder / "1958/old.md").write_bytes(BAD)
    (folder / "1958/edited.md").write_bytes(GOOD)
    (folder / "1958/gone.md").write_bytes(BAD)
    git("add", ".")
    git("commit", "-qm", "first")
    git("checkout", "-qb", "work")
    (folder / "1958/edited.md").write_bytes(BAD)
    (folder / "1958/文 章'\".md").write_bytes(BAD)
    (folder / "README.md").write_text("# read me\n", encoding="utf-8")
    (folder / "1958/gone.md").unlink()
    git("add", "-A")
    git("commit", "-qm", "second")
    git("checkout", "-q", "main")
    (folder / "1958/later.md").write_bytes(BAD)
    git("add", ".")
    git("commit", "-qm", "meanwhile on main")
    git("checkout", "-q", "work")
    return folder


def found(run: Run, *arguments: str) -> list[str]:
    """The paths with findings."""
    done = run("check", "--output-format", "concise", *arguments)
    assert not done.err
    return [line.split(":", 1)[0] for line in done.out.splitlines()]


def test_only_changed_files(repository: Path, run: Run) -> None:
    assert set(found(run)) == {"1958/edited.md", "1958/old.md", "1958/文 章'\".md"}
    assert found(run, "--since", "main") == ["1958/edited.md", "1958/文 章'\".md"]
    assert found(run, "--since", "HEAD") == []


def test_what_is_not_committed_counts(repository: Path, run: Run) -> None:
    (repository / "1958/old.md").write_bytes(BAD + b"\n")
    (repository / "1958/new.md").write_bytes(DOUBTFUL)
    assert found(run, "--since", "HEAD") == ["1958/new.md", "1958/old.md"]


def test_below_the_given_paths(repository: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    (repository / "other").mkdir()
    assert found(run, "other", "--since", "main") == []
    assert found(run, "1958/edited.md", "--since", "main") == ["1958/edited.md"]
    assert found(run, str(repository / "1958"), "--since", "main") == ["1958/edited.md", "1958/文 章'\".md"]
    monkeypatch.chdir(repository / "1958")
    assert found(run, "--since", "main") == ["edited.md", "文 章'\".md"]
    monkeypatch.chdir(repository / "other")
    assert found(run, "--since", "main") == []
    assert found(run, "../1958", "--since", "main") == ["../1958/edited.md", "../1958/文 章'\".md"]


def test_excluded_files_stay_so(repository: Path, run: Run) -> None:
    assert found(run, "--since", "main", "--exclude", "edited.md") == ["1958/文 章'\".md"]


def test_only_changed_lines(repository: Path, run: Run, git: Git) -> None:
    (repository / "1958/old.md").write_bytes(TWO_FAULTS)
    git("commit", "-qam", "a second paragraph")
    rows = run("check", "--since", "HEAD~1", "--changed-lines-only", "--output-format", "concise").out.splitlines()
    assert [row.split(": ", 1)[0] for row in rows] == ["1958/old.md:8:22"]
    (repository / "1958/old.md").write_bytes(TWO_FAULTS.replace("煤一万五".encode(), "石一万五".encode()))
    rows = run("check", "--since", "HEAD", "--changed-lines-only", "--output-format", "concise").out.splitlines()
    assert "1958/old.md:6:16" in [row.split(": ", 1)[0] for row in rows]  # whose original stands on a changed line


def test_new_files_are_changed_as_a_whole(repository: Path, run: Run) -> None:
    (repository / "1958/new.md").write_bytes(BAD)
    assert found(run, "--since", "main", "--changed-lines-only") == [
        "1958/edited.md",
        "1958/new.md",
        "1958/文 章'\".md",
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--since", "nowhere"], "--since nowhere: git knows no such commit, branch or tag"),
        (["--since", "--output=x"], "argument --since: expected one argument"),
        (["--since=--output=x"], "--since --output=x: git knows no such commit, branch or tag"),
        (["--since", "", "--quiet"], "1958/old.md"),
        (["--changed-lines-only"], "--changed-lines-only needs --since REF"),
        (["--since", "main", "-"], "--since is for files, not for standard input"),
    ],
)
def test_wrong_usage(arguments: list[str], message: str, repository: Path, run: Run) -> None:
    done = run("check", *arguments)
    assert message in done.err + done.out
    assert done.code == (2 if done.err else 1)
    assert not (repository / "x").exists()


def test_an_unrelated_history_is_said_to_be_so(repository: Path, run: Run, git: Git) -> None:
    git("checkout", "-q", "--orphan", "elsewhere")
    git("commit", "-qm", "alone")
    done = run("check", "--since", "main")
    assert (done.code, "is the clone shallow?" in done.err) == (2, True)


def test_without_a_repository(folder: Path, run: Run) -> None:
    done = run("check", "--since", "main")
    assert done.code == 2
    assert "not a git repository" in done.err


def test_without_git(repository: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert run("check", "--since", "main").err == "duizhao: --since needs git: No such file or directory\n"


HOSTILE = (
    ("core.fsmonitor", "{program}"),
    ("core.hooksPath", "hooks"),
    ("core.pager", "{program}"),
    ("diff.external", "{program}"),
    ("diff.evil.textconv", "{program}"),
    ("diff.evil.command", "{program}"),
    ("diff.relative", "true"),
    ("diff.noprefix", "true"),
    ("diff.interHunkContext", "99"),
    ("color.ui", "always"),
    ("core.quotepath", "on"),
)


@pytest.mark.skipif(sys.platform == "win32", reason="the programs are shell scripts")
def test_the_configuration_of_a_repository_runs_no_program(repository: Path, run: Run, git: Git) -> None:
    expected = run("check", "--since", "main", "--changed-lines-only", "--no-config").out
    program = repository / "evil"
    program.write_text(f"#!/bin/sh\ntouch '{repository}/ran'\n", "utf-8")
    program.chmod(0o755)
    (repository / "hooks").mkdir()
    for hook in ("post-index-change", "fsmonitor-watchman", "post-checkout"):
        (repository / "hooks" / hook).symlink_to(program)
    (repository / ".git/info/attributes").write_text("*.md diff=evil\n", "utf-8")
    for name, value in HOSTILE:
        git("config", name, value.format(program=program))
    assert run("check", "--since", "main", "--changed-lines-only", "--no-config").out == expected
    assert not (repository / "ran").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="the programs are shell scripts")
@pytest.mark.parametrize("key", ["clean", "process"])
@pytest.mark.parametrize("included", [False, True])
def test_a_filter_of_a_repository_is_refused(key: str, *, included: bool, repository: Path, run: Run, git: Git) -> None:
    program = repository / "evil"
    program.write_text(f"#!/bin/sh\ntouch '{repository}/ran'\ncat\n", "utf-8")
    program.chmod(0o755)
    (repository / ".git/info/attributes").write_text("*.md filter=evil\n", "utf-8")
    git("config", *(["-f", ".git/more"] if included else []), f"filter.evil.{key}", str(program))
    if included:
        git("config", "include.path", "more")
    for path in repository.rglob("*.md"):
        path.touch()
    done = run("check", "--since", "main", "--no-config")
    said = f"the configuration of this repository has filter.evil.{key}, a program that git would run"
    assert done.err == f"duizhao: --since: {said}; take it out, or check without --since\n"
    assert (done.code, (repository / "ran").exists()) == (2, False)


@pytest.mark.skipif(sys.platform == "win32", reason="the programs are shell scripts")
def test_what_a_partial_clone_lacks_is_not_fetched(repository: Path, run: Run, git: Git) -> None:
    program = repository / "evil"
    program.write_text(f"#!/bin/sh\ntouch '{repository}/ran'\n", "utf-8")
    program.chmod(0o755)
    blob = git("rev-parse", "main:" + git("ls-tree", "-r", "--name-only", "main").split("\n")[0]).strip()
    for name, value in (("url", f"file://{repository}"), ("uploadpack", str(program)), ("promisor", "true")):
        git("config", f"remote.origin.{name}", value)
    git("config", "extensions.partialClone", "origin")
    (repository / ".git/objects" / blob[:2] / blob[2:]).unlink()
    run("check", "--since", "main", "--changed-lines-only", "--no-config")
    assert not (repository / "ran").exists()
