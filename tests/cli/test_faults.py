"""The last line of defence: what nobody has thought of is one line, with a code of its own."""

from __future__ import annotations

import errno
import io
import json
import os
import re
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from made_up import BAD, GOOD, UNREADABLE, Run

from duizhao.cli.destination import File
from duizhao.cli.main import COMMANDS, _as_process
from duizhao.cli.process import NO_ROOM, has_room
from duizhao.cli.streams import Unfailing
from duizhao.faults import about, fault, path_of, remember
from duizhao.schema.parse import parse
from duizhao.schema.tree import Article
from duizhao.source import Source
from duizhao.unwritable import NoRoomError

FAULT = r"through a fault of duizhao [0-9.]+ \(\w+ in test_faults\.py:[0-9]+\); please report this line"


@pytest.fixture
def stumbling(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three articles, over one of which duizhao stumbles."""

    def stumble(source: Source, *_: object) -> Article:
        if source.path.endswith("b.md"):
            raise ZeroDivisionError
        return parse(source)

    (folder / "articles").mkdir()
    for name, headline in (("a", "丰收"), ("b", "歉收"), ("c", "秋收")):
        text = GOOD.decode().replace("### ", f"### {headline}")
        (folder / "articles" / f"{name}.md").write_text(text, encoding="utf-8", newline="")
    for module in ("schema.readers.read_file", "validator.running.fixes"):
        monkeypatch.setattr(f"duizhao.{module}.parse", stumble)
    return folder


def test_one_article_is_named_and_the_others_are_checked(stumbling: Path, run: Run) -> None:
    (stumbling / "articles" / "c.md").write_bytes(UNREADABLE)
    done = run("check", "articles", "--output-format", "json")
    assert (done.code, done.err) == (4, "")
    document = json.loads(done.out)
    faults = {Path(problem["path"]).name: problem.get("fault", False) for problem in document["problems"]}
    assert faults == {"b.md": True, "c.md": False}
    assert document["summary"]["files"] == 3


def test_with_debug_the_traceback_is_shown(stumbling: Path, run: Run) -> None:
    done = run("--debug", "check", "articles", "--output-format", "concise")
    assert re.fullmatch(rf"articles/b\.md: not checked, {FAULT}.*", done.out.splitlines()[0])
    assert done.err.startswith("Traceback (most recent call last):\n")
    assert "ZeroDivisionError" in done.err
    assert run("check", "articles", "--output-format", "concise").err == ""


@pytest.mark.parametrize("command", [["align"], ["check", "--diff"], ["check", "--fix-only"]], ids=str)
def test_a_command_that_cannot_go_on(stumbling: Path, run: Run, command: list[str]) -> None:
    files = ["articles/a.md", "articles/b.md"]
    done = run(*command, *files)
    assert done.code == 4
    assert re.fullmatch(rf"duizhao: articles/b\.md: not done, {FAULT}.*\n", done.err)
    assert "Traceback" in run(*command, *files, "--debug").err


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_shows_a_traceback(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    def stumble(_: object) -> int:
        raise ZeroDivisionError

    (folder / "x").mkdir()
    monkeypatch.setattr(f"duizhao.cli.commands.{command}.run", stumble)
    more = {"export": ["--to", "jsonl", "-o", "o"], "publish": ["o"], "diff": ["y"]}.get(command, [])
    more = ["-o", "o"] if command in ("build", "get", "unpack") else more
    words = [] if command == "config" else ["x"]
    done = run(command, *words, *more)
    assert done.code == 4
    place = "x: " if words else ""
    assert re.fullmatch(rf"duizhao: {place}not done, {FAULT}.*\n", done.err)


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        ImportError("x.so: failed to map segment from shared object"),
        SystemError("<built-in f> returned NULL without setting an exception"),
        SystemError("error return without exception set"),
    ],
    ids=repr,
)
def test_short_memory_is_no_fault_of_ours(
    error: Exception, folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise error

    (folder / "a.md").write_bytes(BAD)
    monkeypatch.setattr("duizhao.schema.readers.read_file.parse", full)
    done = run("check", "a.md", "--output-format", "concise")
    assert (done.code, done.out) == (3, "a.md: not checked: memory is short\n")
    done = run("align", "a.md")
    assert (done.code, done.err) == (3, "duizhao: a.md: not done: memory is short\n")


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="a limit of addresses")
@pytest.mark.parametrize("mebibytes", [28, 30])
def test_hardly_any_memory_is_one_line_soon(mebibytes: int, folder: Path) -> None:
    (folder / "a.md").write_bytes(BAD)
    script = f'ulimit -v {mebibytes * 1024}; exec "{sys.executable}" -m duizhao align a.md'
    hidden = {name: value for name, value in os.environ.items() if not name.startswith(("COVERAGE", "COV_"))}
    done = subprocess.run(["bash", "-c", script], check=False, capture_output=True, text=True, timeout=30, env=hidden)
    if "Fatal Python error" in done.stderr or "error while loading" in done.stderr:
        pytest.skip("too little for this Python to start")
    assert done.returncode in (0, 3)
    assert done.stderr.count("\n") <= 1


def test_an_archive_that_cannot_be_read_on(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(*_: object) -> None:
        raise ZeroDivisionError

    (folder / "a.md").write_bytes(GOOD)
    (folder / "b.zip").write_bytes(b"PK\x05\x06" + bytes(18))
    monkeypatch.setattr("duizhao.schema.inputs.zips.read_zip", stumble)
    done = run("check", ".", "--output-format", "concise")
    assert done.code == 4
    assert re.fullmatch(rf"b\.zip: not read to its end, {FAULT}.*\n", done.out)
    assert run("build", ".", "-o", "out").code == 4


def test_a_package_says_that_it_is_incomplete(stumbling: Path, run: Run) -> None:
    (stumbling / "articles" / "c.md").write_bytes(UNREADABLE)
    done = run("build", "articles", "-o", "out")
    assert done.code == 4
    assert (
        "left out: 2 files or parts of files that could not be used; the package is incomplete, and says so\n"
        in done.out
    )
    assert [line.partition(": ")[0] for line in done.err.splitlines()] == ["articles/b.md", "articles/c.md:1:8"]
    incomplete = json.loads((stumbling / "out" / "datapackage.json").read_text("utf-8"))["duizhao"]["incomplete"]
    assert incomplete["count"] == 2
    assert [file["path"] for file in incomplete["files"]] == ["b.md", "c.md"]
    assert "**Incomplete:** 2 files or parts of files could not be used" in (stumbling / "out" / "README.md").read_text(
        "utf-8"
    )
    done = run("verify", "out")
    assert done.code == 1
    assert done.out.startswith(
        "out: incomplete: 2 files or parts of files could not be used when it was made, and left out\n  b.md: left"
    )
    assert done.out.splitlines()[-1].startswith("out: as it was made (1 articles ")
    assert run("verify", "out", "--allow-incomplete").code == 0


def test_a_release_leaves_out_what_the_curator_allows(stumbling: Path, run: Run) -> None:
    (stumbling / "articles" / "c.md").write_bytes(UNREADABLE)
    done = run("release", "articles")
    assert done.code == 4
    assert "articles/b.md: left out, through a fault" in done.err
    assert "and 1 more cannot be used; a release leaves nothing out, unless with `--leave-out 2`\n" in done.err
    assert run("release", "articles", "--leave-out", "1").code == 4
    done = run("release", "articles", "--leave-out", "2")
    assert done.code == 4
    assert done.out == "releases/1.0.0: version 1.0.0, the first\n"
    assert "articles/c.md:1:8: not UTF-8" in done.err
    assert run("verify", "releases/1.0.0").code == 1


def test_the_file_that_is_nearest_counts() -> None:
    with pytest.raises(KeyError) as caught, about("outer"), about("inner"):
        raise KeyError
    assert path_of(caught.value) == "inner"
    remember(caught.value)
    assert "(KeyError in test_faults.py:" in fault(caught.value, "not done")
    assert fault(ValueError(), "not done").startswith("not done, through a fault")


# The process


@pytest.mark.skipif(os.name == "nt", reason="no shell that closes streams")
@pytest.mark.parametrize(
    ("redirection", "code", "said"),
    [
        ("- <&-", 2, "duizhao: standard input is closed; there is nothing to check\n"),
        ("a.md >&-", 0, ""),
        ("a.md 2>&-", 0, "no findings in 1 file\n"),
        ("a.md <&- >&- 2>&-", 0, ""),
    ],
)
def test_streams_that_are_closed(folder: Path, redirection: str, code: int, said: str) -> None:
    (folder / "a.md").write_bytes(GOOD)
    command = f"{shlex.quote(sys.executable)} -m duizhao check --no-config {redirection}"
    done = subprocess.run(["sh", "-c", command], cwd=folder, capture_output=True, check=False, encoding="utf-8")
    assert (done.returncode, done.stdout + done.stderr) == (code, said)


def test_standard_input_that_cannot_be_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        buffer = None

        def read(self, _: int) -> bytes:
            raise OSError(5, "Input/output error")

    broken = Broken()
    broken.buffer = broken  # type: ignore[assignment]
    monkeypatch.setattr("duizhao.cli.setup.sys.stdin", broken)
    from duizhao.cli.setup import _standard_input
    from duizhao.errors import UsageError

    with pytest.raises(UsageError, match="standard input cannot be read: Input/output error"):
        _standard_input(None)  # type: ignore[arg-type]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no disk that is full")
@pytest.mark.parametrize("moment", ["closing", "replacing"])
def test_a_report_that_cannot_be_finished(moment: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    file = File(str(folder / "report.txt"))
    file.write("words")
    if moment == "closing":
        file._file.close()
        file._file = open("/dev/full", "w", encoding="utf-8")  # noqa: SIM115  `file` closes it
        file.write("words")
    else:
        monkeypatch.setattr("duizhao.replacing._replace", full)
    with pytest.raises(NoRoomError, match=r"report\.txt: cannot be written: the disk is full"), file:
        pass
    assert os.listdir(folder) == []


def test_a_signal_before_anything_else(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupt(_: object) -> None:
        raise KeyboardInterrupt(signal.SIGTERM)

    monkeypatch.setattr("duizhao.cli.streams.prepare", lambda: None)
    monkeypatch.setattr("duizhao.cli.main._prepared", interrupt)
    assert _as_process(["check"]) == 128 + signal.SIGTERM
    assert capsys.readouterr().err.count("\n") <= 1


def test_no_room_for_open_files(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("duizhao.cli.streams.prepare", lambda: Unfailing(io.RawIOBase()))
    monkeypatch.setattr("duizhao.cli.process.has_room", lambda: False)
    assert _as_process(["check"]) == 2
    assert capsys.readouterr() == ("", f"{NO_ROOM}\n")


def test_how_many_files_may_be_open_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    assert has_room()
    held: list[int] = []
    real = os.dup

    def few(number: int) -> int:
        if len(held) == 3:
            raise OSError(errno.EMFILE, "Too many open files")
        held.append(real(number))
        return held[-1]

    monkeypatch.setattr("duizhao.cli.process.os.dup", few)
    assert not has_room()
    for number in held:
        with pytest.raises(OSError, match="Bad file descriptor"):
            os.fstat(number)
