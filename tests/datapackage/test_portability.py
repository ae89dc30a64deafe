"""Every command that writes, on a system whose files behave as on Windows; macOS and workers, as far as they differ."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from windows import behave_as_windows, open_below

from duizhao.cli.main import main
from duizhao.datapackage.disk import staging
from duizhao.datapackage.disk.staging import staged, write_file
from duizhao.replacing import replacing
from duizhao.scratch import BEFORE, NAME, sweep
from duizhao.validator.running.cache.database import FILE

ARTICLES = Path(__file__).resolve().parents[1] / "gold"
linux = pytest.mark.skipif(sys.platform != "linux", reason="the system is simulated by what Linux tells of open files")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with two articles, one of them with a finding and with blanks to take away."""
    (tmp_path / "in").mkdir()
    texts = [path.read_text("utf-8") for path in sorted(ARTICLES.glob("*.md"))[:2]]
    for name, text in zip("ab", texts, strict=True):
        (tmp_path / "in" / f"{name}.md").write_text(text.replace("\n\n", "  \n\n", 1), "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("duizhao.validator.running.many_files.CACHE_FROM", 1)
    return tmp_path


@pytest.fixture
def refused(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the simulated system has refused."""
    return behave_as_windows(monkeypatch)


RELEASE = ["release", "in", "--to", "releases", "--allow-findings", "999", "--jobs", "1"]
BUILD = ["build", "in", "-o", "out", "--jobs", "1"]
GET = ["get", "published", "-o", "got"]
LINES: dict[str, list[list[str]]] = {
    "check": [
        ["check", "in", "--exit-zero", "--output-format", form, "--output", "report"] for form in ("html", "junit")
    ],
    "cache": [["check", "in", "--exit-zero"]] * 2,
    "fix": [["check", "in", "--fix-only"]],
    "baseline": [["baseline", "in", "-o", "baseline.yaml"]] * 2,
    "build": [BUILD] * 2,
    "unpack": [BUILD, ["unpack", "out", "-o", "files"]],
    "export": [
        ["build", "in", "-o", "out", "--jobs", "1"],
        *[["export", "out", "--to", "jsonl,sqlite", "-o", "e"]] * 2,
    ],
    "verify": [BUILD, ["verify", "out"], ["diff", "out", "out"]],
    "release": [RELEASE, RELEASE, ["publish", "releases", "published"], ["publish", "releases", "published"], GET, GET],
}


@linux
@pytest.mark.parametrize("name", LINES)
def test_commands_that_write_on_windows(name: str, place: Path, refused: list[str]) -> None:
    for line in LINES[name]:
        assert main(line) == 0, line
    assert [path.name for path in place.rglob("*") if NAME in path.name or path.suffix == ".part"] == []
    assert not any("fsync" in words or "onto" in words for words in refused)


@linux
def test_a_new_release_on_windows(place: Path, refused: list[str]) -> None:
    assert main(RELEASE) == 0
    article = place / "in" / "a.md"
    article.write_text(article.read_text("utf-8").replace("the ", "this ", 1), "utf-8")
    assert main(RELEASE) == 0
    assert len([path for path in (place / "releases").iterdir() if path.is_dir()]) == 2
    assert main(["publish", "releases", "published"]) == 0
    assert main(["get", "published@1.0.0", "-o", "got"]) == 0
    assert main(GET) == 0
    assert main(["verify", "got"]) == 0


@linux
def test_a_cache_that_is_damaged_is_made_anew_on_windows(place: Path, refused: list[str]) -> None:
    assert main(["check", "in", "--exit-zero"]) == 0
    database = place / ".duizhao-cache" / FILE
    database.write_bytes(b"no database" * 100)
    assert main(["check", "in", "--exit-zero"]) == 0
    assert database.read_bytes()[:6] == b"SQLite"


@linux
@pytest.mark.usefixtures("refused")
@pytest.mark.parametrize("there", [True, False])
def test_a_file_that_is_replaced_while_somebody_reads_it(there: bool, tmp_path: Path) -> None:
    target = tmp_path / "a.md"
    target.write_text("old", "utf-8")
    with open(target, "rb") if there else open(os.devnull, "rb"):
        for write in (_by_replacing, lambda path: write_file(path, b"new")):
            if there:
                with pytest.raises(Exception, match="Permission denied"):
                    write(str(target))
            else:
                write(str(target))
    assert target.read_text("utf-8") == ("old" if there else "new")


def _by_replacing(path: str) -> None:
    with replacing(path) as fresh:
        Path(fresh).write_bytes(b"new")


@linux
def test_a_build_that_is_killed_between_two_steps_on_windows(tmp_path: Path, refused: list[str]) -> None:
    desk = tmp_path / NAME / "1-a"
    (desk / BEFORE / "out").mkdir(parents=True)
    (desk / BEFORE / "out" / "old").touch()
    (tmp_path / NAME / "1-a.lock").write_text("1\nhost\nnow\n", "utf-8")  # its holder is gone, the file is not
    sweep(str(tmp_path / NAME))
    assert [path.name for path in tmp_path.rglob("*")] == ["out", "old"]


@linux
def test_the_simulation_refuses_what_windows_refuses(tmp_path: Path, refused: list[str]) -> None:
    (tmp_path / "a").touch()
    (tmp_path / "b").touch()
    (tmp_path / "d" / "e").mkdir(parents=True)
    descriptor = os.open(tmp_path / "a", os.O_RDONLY)
    calls: list[Callable[[], object]] = [
        lambda: os.fsync(descriptor),
        lambda: os.unlink(tmp_path / "a"),
        lambda: os.replace(tmp_path / "b", tmp_path / "a"),
        lambda: os.rename(tmp_path / "a", tmp_path / "c"),
        lambda: os.rename(tmp_path / "b", tmp_path / "d"),
        lambda: os.rename(tmp_path / "d" / "e", tmp_path / "d"),
        lambda: os.rename(tmp_path, tmp_path.with_name("moved")),
    ]
    for call in calls:
        with pytest.raises(OSError, match=r"Permission denied|File exists|Bad file descriptor"):
            call()
    assert len(refused) == len(calls)
    os.close(descriptor)
    assert not open_below(tmp_path)
    os.replace(tmp_path / "b", tmp_path / "a")


@linux
@pytest.mark.parametrize("missing", [("SIGHUP", "SIGKILL"), ("SIGHUP", "SIGTERM")])
def test_signals_that_a_system_does_not_know(missing: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    import signal

    from duizhao.cli.process import heed_signals

    heeded: list[int] = []
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    monkeypatch.setattr(signal, "getsignal", lambda _: signal.SIG_DFL)
    monkeypatch.setattr(signal, "signal", lambda number, _: heeded.append(number))
    monkeypatch.setattr(signal, "SIGBREAK", 21, raising=False)
    known = {name: getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if name not in missing}
    for name in missing:
        monkeypatch.delattr(signal, name)
    heed_signals()
    assert heeded == [*known.values(), 21]


@linux
def test_workers_of_a_system_without_fork(place: Path, refused: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("duizhao.validator.running.pool._start_method", lambda: "spawn")
    assert main(["build", "in", "-o", "out", "--jobs", "2"]) == 0
    assert main(["verify", "out"]) == 0


def test_a_swap_that_macos_refuses_is_made_in_two_steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import ctypes
    from types import SimpleNamespace

    target = tmp_path / "out"
    target.mkdir()
    (target / "old").touch()
    library = SimpleNamespace(renamex_np=lambda *_: -1)  # a file system that cannot, such as exFAT
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: library)
    assert not staging._exchange(str(target), str(tmp_path))
    with staged(str(target), replace=True) as folder:
        (Path(folder) / "new").touch()
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["new", "out"]
