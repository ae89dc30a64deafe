from __future__ import annotations

import inspect
import os
import pickle
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from discovering import discover
from hypothesis import given
from hypothesis import strategies as st

from duizhao.errors import UsageError
from duizhao.schema.inputs import walk
from duizhao.schema.inputs.discover import Location, list_sources
from duizhao.schema.inputs.entry import Entry

BODY = b"Title: The Mill\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def plant(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(BODY)


def found(*paths: str, exclude: tuple[str, ...] = ()) -> list[str]:
    return [source.path for source in list_sources(paths, exclude=exclude)]


def test_a_folder_in_the_order_of_posix_paths(here: Path) -> None:
    names = [
        "a/z.md",
        "a-b.md",
        "a.md",
        "a/b/c.txt",
        "B.MD",
        "纱.md",
        "b.zip",
        "c.tar.gz",
        "d.tgz",
        "e.tar",
        "f.js",
        "g.js.gz",
    ]
    plant(here, *names)
    assert found(".") == sorted(names)


@given(names=st.sets(st.from_regex(r"([ab.\-0]{1,2}/){0,3}[ab\-0纱]{1,2}\.md", fullmatch=True), max_size=12))
def test_order_is_that_of_the_whole_paths(tmp_path_factory: pytest.TempPathFactory, names: set[str]) -> None:
    names = {name for name in names if not any(part.startswith(".") for part in name.split("/"))}
    folder = tmp_path_factory.mktemp("order")
    plant(folder, *names)
    assert found(str(folder)) == [f"{folder}/{name}" for name in sorted(names)]


def test_a_folder_larger_than_a_page(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walk, "_PAGE", 3)
    names = [f"{number:02}.md" for number in range(20)] + ["05/x.md"]
    plant(here, *names)
    assert found(".") == sorted(names)


def test_passed_over_in_folders(here: Path) -> None:
    plant(here, "a.md", ".hidden.md", ".git/a.md", "__pycache__/a.md", "x/node_modules/a.md", "a.png", "Makefile")
    assert found(".") == ["a.md"]


def test_a_file_that_is_named_is_always_read(here: Path) -> None:
    plant(here, "Makefile", ".hidden.md", "x/a.md")
    (here / "README").write_bytes(b"nothing to see")
    assert found("Makefile", ".hidden.md", "README") == ["Makefile", ".hidden.md", "README"]
    assert [entry.data for entry in discover(["README"], exclude=["README"])] == [b"nothing to see"]


def test_paths_are_shown_relative_where_they_can_be(here: Path) -> None:
    plant(here, "x/a.md")
    plant(here.parent / "elsewhere", "b.md")
    assert found(str(here / "x"), "./x/../x/a.md", "../elsewhere") == ["x/a.md", "../elsewhere/b.md"]
    assert found(str(here)) == ["x/a.md"]
    assert found(str(here.parent / "elsewhere")) == [f"{here.parent}/elsewhere/b.md"]


def test_nothing_is_given_twice(here: Path) -> None:
    plant(here, "x/a.md", "x/y/b.md", "c.md")
    assert found("c.md", "x/y", "x", "./x", "c.md", ".", "x/a.md") == ["c.md", "x/y/b.md", "x/a.md"]
    assert found("x", "x/y/b.md") == ["x/a.md", "x/y/b.md"]
    assert found("*.md", "c.md", "*") == ["c.md", "x/a.md", "x/y/b.md"]


def test_patterns(here: Path) -> None:
    plant(here, "x/a.md", "x/b.txt", "x/c.png", "x/d.dat", "y/z/e.md", "[f].md")
    assert found("x/*") == ["x/a.md", "x/b.txt"]
    assert found("**/*.md") == ["[f].md", "x/a.md", "y/z/e.md"]
    assert found("x/*.d?t", "x/*.dat", "?") == ["x/d.dat", "x/a.md", "x/b.txt", "y/z/e.md"]
    assert found("[f].md") == ["[f].md"]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("missing.md", "missing.md: no such file or folder"),
        ("*.nothing", "*.nothing: no file matches this pattern"),
        ("", "no such file or folder"),
        ("nul\0.md", "nul\\x00.md: no such file or folder"),
    ],
)
def test_a_path_that_does_not_exist_is_a_mistake_of_usage(here: Path, path: str, message: str) -> None:
    plant(here, "a.md")
    with pytest.raises(UsageError) as error:
        list_sources(["a.md", path])  # before anything is given
    assert str(error.value) == message
    assert error.value.exit_code == 2


def test_exclude(here: Path) -> None:
    plant(here, "a.md", "b.md", "x/a.md", "x/c.md", "y/x/d.md", "y/e.md")
    assert found(".", exclude=("a.md",)) == ["b.md", "x/c.md", "y/e.md", "y/x/d.md"]
    assert found(".", exclude=("x/",)) == ["a.md", "b.md", "y/e.md"]
    assert found(".", exclude=("./x/*", "y/*")) == ["a.md", "b.md"]
    assert found("*.md", "x/a.md", exclude=("a.*",)) == ["b.md", "x/a.md"]


def test_a_link_to_a_folder_above_is_a_loop(here: Path) -> None:
    plant(here, "x/a.md", "x/z.md")
    (here / "x" / "loop").symlink_to("..", target_is_directory=True)
    entries = list(discover(["."]))
    assert [entry.path for entry in entries] == ["x/a.md", "x/loop", "x/z.md"]
    assert entries[1].problem
    assert entries[1].problem.code == "symlink-loop"
    assert "folder that contains it" in entries[1].problem.message


def test_links_to_folders_are_followed_once(here: Path) -> None:
    plant(here, "outside/a.md", "in/b.md")
    (here / "in" / "first").symlink_to("../outside")
    (here / "in" / "second").symlink_to("../outside")
    assert found("in") == ["in/b.md", "in/first/a.md"]


@pytest.mark.parametrize("name", ["self.md", "self"])
def test_a_link_to_itself(here: Path, name: str) -> None:
    plant(here, "x/a.md", "x/z.md")
    (here / "x" / name).symlink_to(name)
    entries = list(discover(["x"]))
    assert [entry.path for entry in entries] == ["x/a.md", f"x/{name}", "x/z.md"]
    assert entries[1].problem
    assert entries[1].problem.code == "symlink-loop"
    assert [entry.problem.code for entry in discover([f"x/{name}"]) if entry.problem] == ["symlink-loop"]


def test_links_to_nothing_and_pipes(here: Path) -> None:
    plant(here, "x/a.md")
    (here / "x" / "dangling.md").symlink_to("missing.md")
    (here / "x" / "other").symlink_to("missing")
    os.mkfifo(here / "x" / "pipe.md")
    problems = {entry.path: entry.problem.code for entry in discover(["x"]) if entry.problem}
    assert problems == {"x/dangling.md": "unreadable", "x/pipe.md": "unreadable"}
    (entry,) = discover(["x/dangling.md"])
    assert entry.problem == ("unreadable", "cannot be read: No such file or directory", 0, 0)


def test_a_folder_that_cannot_be_read(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(here, "a/a.md", "b/secret.md", "c/c.md")
    scandir = os.scandir

    def guarded(path: str) -> Any:
        if path.endswith("b"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    entries = list(discover(["."]))
    assert [entry.path for entry in entries] == ["a/a.md", "b", "c/c.md"]
    assert entries[1].problem == ("unreadable", "cannot be read: Permission denied", 0, 0)


def test_a_path_that_cannot_be_looked_at(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(here, "a.md", "b.md")
    status = os.stat

    def guarded(path: Any, **more: Any) -> os.stat_result:
        if path == "a.md":
            raise PermissionError(13, "Permission denied", path)
        return status(path, **more)

    monkeypatch.setattr(os, "stat", guarded)
    first, second = discover(["a.md", "b.md"])
    assert first.problem == ("unreadable", "cannot be read: Permission denied", 0, 0)
    assert second.data == BODY


def test_depth_costs_no_recursion(here: Path) -> None:
    deep = "/".join(["d"] * 200)
    plant(here, f"{deep}/a.md")
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack()) + 60)
    try:
        assert found(".") == [f"{deep}/a.md"]
    finally:
        sys.setrecursionlimit(limit)


def test_names_that_cannot_be_printed(here: Path) -> None:
    (here / os.fsdecode(b"\xb9\xab.md")).write_bytes(BODY)
    plant(here, "two\nlines.md")
    assert [(entry.path, entry.data) for entry in discover(["."])] == [
        ("two\\nlines.md", BODY),
        ("\\xb9\\xab.md", BODY),
    ]


def test_locations_can_be_sent_to_another_process(here: Path) -> None:
    plant(here, "a.md")
    sources: Iterator[Location | Entry] = list_sources(["."])
    assert pickle.loads(pickle.dumps(next(sources))) == Location("a.md", "./a.md", "article", named=False)  # noqa: S301
