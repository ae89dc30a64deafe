"""Exit codes, in every mode."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from made_up import BAD, DOUBTFUL, GOOD, UNREADABLE, Run

from duizhao.cli.output import FORMATS

FILES = {"good": GOOD, "info": DOUBTFUL, "error": BAD, "unreadable": UNREADABLE}


@pytest.fixture(autouse=True)
def files(folder: Path) -> Path:
    for name, data in FILES.items():
        (folder / f"{name}.md").write_bytes(data)
    (folder / "empty").mkdir()
    return folder


TABLE = [
    ("good.md", 0),
    ("info.md", 0),
    ("error.md", 1),
    ("unreadable.md", 3),
    ("error.md unreadable.md", 3),
    ("good.md error.md", 1),
    ("empty", 2),
    ("empty --allow-empty", 0),
    ("empty --force-exclude", 0),
    ("empty good.md", 0),
    (".", 3),
    ("*.md", 3),
    ("[ge]*.md", 1),
    ("info.md --fail-on info", 1),
    ("info.md --fail-on warning", 0),
    ("error.md --fail-on error", 1),
    ("error.md --exit-zero", 0),
    ("unreadable.md --exit-zero", 3),
    ("error.md --ignore N", 0),
    ("error.md --select H", 0),
    ("error.md --quiet --statistics", 1),
    ("error.md --jobs 2", 1),
    ("error.md --no-cache", 1),
    ("missing.md", 2),
    ("error.md missing.md", 2),
    ("*.html", 2),
    ("error.md --fail-on fatal", 2),
    ("error.md --output-format xml", 2),
    ("error.md --jobs 0", 2),
    ("error.md --jobs many", 2),
    ("error.md --select Z", 2),
    ("error.md --config missing.yaml", 2),
    ("error.md --waivers missing.yaml", 2),
    ("error.md --baseline missing.yaml", 2),
    ("error.md --output missing/report.txt", 2),
    ("error.md --output empty", 2),
    ("error.md --output a --output b", 2),
    ("error.md --output json=a --output sarif=a", 2),
    ("error.md --output json=", 2),
    ("error.md --since main", 2),
    ("error.md --no-such-option", 2),
]


@pytest.mark.parametrize(("arguments", "code"), TABLE, ids=[row for row, _ in TABLE])
def test_check(arguments: str, code: int, run: Run) -> None:
    done = run("check", *arguments.split())
    assert done.code == code
    assert bool(done.err) == (code == 2)
    if code == 2:
        assert "Traceback" not in done.err


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(("file", "code"), [("good", 0), ("info", 0), ("error", 1), ("unreadable", 3)])
@pytest.mark.parametrize("to_file", [False, True], ids=["stdout", "file"])
def test_every_format(name: str, file: str, code: int, run: Run, *, to_file: bool) -> None:
    done = run("check", f"{file}.md", "--output-format", name, *(["--output", "report"] if to_file else []))
    assert done.code == code
    assert (done.out == "") == (to_file or (name in ("concise", "jsonl") and file == "good"))


@pytest.mark.parametrize(
    ("data", "arguments", "code"),
    [
        (GOOD, [], 0),
        (BAD, [], 1),
        (UNREADABLE, [], 3),
        (b"", [], 1),
        (BAD, ["--exit-zero"], 0),
        (BAD, ["good.md"], 1),
        (GOOD, ["error.md"], 1),
    ],
)
def test_standard_input(data: bytes, arguments: list[str], code: int, run: Run) -> None:
    assert run("check", "-", *arguments, stdin=data).code == code


def test_standard_input_has_a_name(run: Run) -> None:
    done = run("check", "-", "--stdin-filename", "1958/a.md", "--output-format", "concise", stdin=BAD)
    assert done.out.startswith("1958/a.md:6:16: N102")
    assert run("check", "-", "--output-format", "concise", stdin=BAD).out.startswith("<stdin>:6:16: N102")


def test_standard_input_has_a_limit(run: Run) -> None:
    done = run("check", "-", stdin=b" " * ((16 << 20) + 1))
    assert (done.code, "too large" in done.err) == (2, True)


def test_several_reports_at_once(run: Run, folder: Path) -> None:
    done = run(
        "check", "error.md", "--output", "json=a.json", "--output", "sarif=b=c.sarif", "--output-format", "concise"
    )
    assert done.out.startswith("error.md:6:16: N102")
    assert '"rule": "N102"' in (folder / "a.json").read_text(encoding="utf-8")
    assert '"ruleId": "N102"' in (folder / "b=c.sarif").read_text(encoding="utf-8")


def test_a_report_is_replaced_in_one_step(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report = folder / "report.json"
    report.write_text("old", encoding="utf-8")
    monkeypatch.setattr("duizhao.cli.output.json.Writer.end", _interrupt)
    assert run("check", "error.md", "--output-format", "json", "--output", "report.json").code == 130
    assert report.read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in folder.iterdir() if "report" in path.name) == ["report.json"]


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def test_a_report_may_go_to_a_device_and_through_a_link(run: Run, folder: Path) -> None:
    assert run("check", "error.md", "--output", "/dev/null").code == 1
    (folder / "real.txt").write_text("old", encoding="utf-8")
    (folder / "link.txt").symlink_to("real.txt")
    run("check", "error.md", "--output", "link.txt")
    assert (folder / "link.txt").is_symlink()
    assert "N102" in (folder / "real.txt").read_text(encoding="utf-8")


def test_an_interrupt_is_told_apart(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("duizhao.cli.commands.check.configured", _interrupt)
    done = run("check")
    assert (done.code, done.err) == (130, "duizhao: interrupted\n")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--version"], 0),
        (["--help"], 0),
        (["check", "--help"], 0),
        ([], 2),
        (["chekc"], 2),
        (["config"], 0),
        (["config", "--schema"], 0),
        (["config", "--config", "missing.yaml"], 2),
        (["baseline", "good.md"], 0),
        (["baseline", "error.md"], 0),
        (["baseline", "unreadable.md"], 3),
        (["baseline", "missing.md"], 2),
        (["baseline", "good.md", "-o", "missing/b.yaml"], 2),
        (["baseline", "good.md", "--expires", "soon"], 2),
    ],
    ids=str,
)
def test_other_commands(arguments: list[str], code: int, run: Run) -> None:
    done = run(*arguments)
    assert done.code == code
    assert "Traceback" not in done.err


FULL = "standard output: the disk is full"


def process(arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    """A command line in a process of its own; `|` and `>` are the shell's."""
    command = f"{shlex.quote(sys.executable)} -m duizhao {arguments}"
    return subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, check=False, **options)


@pytest.mark.parametrize(
    ("arguments", "code", "error"),
    [
        ("check error.md", 1, ""),
        ("check unreadable.md", 3, ""),
        ("--version", 0, ""),
        ("check error.md > /dev/full", 3, f"duizhao: {FULL}"),
        ("check error.md --output /dev/full", 3, "duizhao: /dev/full: cannot be written: the disk is full"),
        ("check error.md > /dev/full 2> /dev/full", 3, ""),
        ("check missing.md 2> /dev/full", 2, ""),
        ("check error.md unreadable.md --output-format json 2>&- | true", 3, ""),
        ("check error.md | true", 1, ""),
        ("explain N101 > /dev/full", 3, f"duizhao: {FULL}"),
        ("--help > /dev/full", 3, f"duizhao: {FULL}"),
        ("--version > /dev/full", 3, f"duizhao: {FULL}"),
        ("--version >&-", 0, ""),
        ("--version 2>&-", 0, ""),
    ],
)
def test_a_process_of_its_own(arguments: str, code: int, error: str) -> None:
    done = process(arguments)
    assert (done.returncode, done.stderr.decode().strip()) == (code, error)


@pytest.mark.parametrize(("encoding", "shown"), [("", "一万五千吨".encode()), ("ascii", rb"\u4e00\u4e07")])
def test_any_locale_can_be_printed_in(encoding: str, shown: bytes) -> None:
    environment = {**os.environ, "LC_ALL": "en_US.ISO-8859-1", "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    done = process("check error.md", env=environment)
    assert (done.returncode, shown in done.stdout) == (1, True)


@pytest.mark.parametrize(
    ("arguments", "there"),
    [
        ("build good.md -o out", "out/datapackage.json"),
        ("release good.md --to releases", "releases/index.json"),
        ("publish from there", "there/index.json"),
        ("get from -o got", "got/datapackage.json"),
        ("unpack from/1.0.0 -o files", "files/good.md"),
        ("export from/1.0.0 --to jsonl,croissant -o exported", "exported/articles.jsonl"),
        ("verify from/1.0.0", "from/1.0.0/datapackage.json"),
    ],
)
def test_a_reader_who_goes_away_ends_no_work(arguments: str, there: str, folder: Path) -> None:
    assert process("release good.md --to from").returncode == 0
    done = process(f"{arguments} | true")
    assert (done.returncode, (folder / there).exists(), b"duizhao:" in done.stderr) == (0, True, False)


@pytest.mark.parametrize("arguments", ["verify changed", "diff from/1.0.0 other --exit-code"])
def test_a_command_whose_reader_has_gone_keeps_its_code(arguments: str, folder: Path) -> None:
    assert process("release good.md --to from").returncode == 0
    assert process("build good.md info.md -o other").returncode == 0
    shutil.copytree(folder / "from" / "1.0.0", folder / "changed")
    (folder / "changed" / "README.md").write_text("changed", "utf-8")
    assert process(f"{arguments} | true").returncode == 1


@pytest.mark.skipif(sys.platform != "linux", reason="a limit on the size of files that is an error, and no signal")
@pytest.mark.parametrize(
    "arguments",
    [
        "check error.md --no-cache --output report.txt",
        "check error.md --no-cache --output-format json --output report.json",
        "check late.md --no-cache --fix-only",
        "baseline error.md --no-cache -o baseline.yaml",
        "evaluate --sample 1 error.md --output sheet.csv",
        "evaluate --sample 1 error.md --output sheet.xlsx",
        "build error.md --no-cache -o out",
        "release error.md --no-cache --allow-findings 9 --to releases",
    ],
)
def test_a_full_disk_has_one_code(arguments: str, folder: Path) -> None:
    (folder / "late.md").write_bytes(GOOD.replace(b"\n", b"\r\n"))
    # What measures the coverage of the tests would have no disk for its own file either, and say so.
    seen = {name: value for name, value in os.environ.items() if not name.startswith(("COVERAGE", "COV_"))}
    environment = {**seen, "PYTHONDONTWRITEBYTECODE": "1"}
    command = f"ulimit -f 0; {shlex.quote(sys.executable)} -m duizhao {arguments}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False, env=environment)
    said = [line for line in done.stderr.decode().splitlines() if not line.startswith("note: ")]
    assert (done.returncode, len(said)) == (3, 1)
    assert "cannot be written: File too large" in said[0]
