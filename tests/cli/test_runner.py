"""Many files: the same in any number of processes, and through whatever happens to one of them."""

from __future__ import annotations

import os
import signal
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from made_up import BAD, DOUBTFUL, GOOD, UNREADABLE, Run

from duizhao.cli.progress import Progress, line
from duizhao.schema.inputs.discover import list_sources
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.report import FileResult, Report
from duizhao.validator.running import pool
from duizhao.validator.running.many_files import Job, check_paths, check_sources
from duizhao.validator.running.pool import WorkerError

COUNT = pool.PARALLEL_FROM + 70


@pytest.fixture
def many(folder: Path) -> Path:
    """Enough articles for several processes; some in an archive, one unreadable, one no article."""
    kinds = (GOOD, BAD, DOUBTFUL, UNREADABLE)
    for number in range(COUNT):
        (folder / f"{number:03}.md").write_bytes(kinds[number % 4])
    with zipfile.ZipFile(folder / "more.zip", "w") as archive:
        for number in range(100):
            archive.writestr(f"x/{number}.md", kinds[number % 3])
    (folder / "README.md").write_text("# read me\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_processes_change_nothing(method: str, many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if method == "fork" and sys.platform != "linux":
        pytest.skip("only where copies are safe")
    monkeypatch.setattr(pool, "_start_method", lambda: method)
    alone = list(check_paths(["."], Settings(), jobs=1))
    assert list(check_paths(["."], Settings(), jobs=2)) == alone
    paths = [result.path for result in alone if "!" not in result.path]
    assert paths == sorted(paths)
    summary = Report.of(alone).summary
    assert (summary.files, summary.skipped, summary.unreadable) == (COUNT + 100, 1, COUNT // 4)


def test_few_files_stay_in_this_process(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_parallel", None)
    (folder / "a.md").write_bytes(BAD)
    (result,) = check_paths(["a.md"], Settings(), jobs=4)
    assert [finding.rule for finding in result.findings] == ["N102"]


@pytest.mark.skipif(sys.platform != "linux", reason="needs a copy of this process")
def test_a_worker_that_is_ended_ends_the_run(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_start_method", lambda: "fork")
    monkeypatch.setattr("duizhao.schema.readers.read_file.parse", lambda *_: os.kill(os.getpid(), signal.SIGKILL))
    with pytest.raises(WorkerError, match="ended from outside"):
        list(check_sources(list_sources(["."]), Job(), jobs=2))


def test_a_fault_costs_one_file(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(*_: object) -> None:
        raise ZeroDivisionError

    (folder / "a.md").write_bytes(BAD)
    monkeypatch.setattr("duizhao.schema.readers.read_file.parse", faulty)
    done = run("check", "--output-format", "concise")
    assert done.code == 4
    assert done.out.startswith("a.md: not checked, through a fault of duizhao ")
    assert "(ZeroDivisionError in test_runner.py:" in done.out


def test_memory_does_not_grow_with_the_files(many: Path) -> None:
    results = check_sources(list_sources(["."]), Job(), jobs=1)
    assert isinstance(results, Iterator)
    assert next(results).path == "000.md"


# The bar


@pytest.mark.parametrize(
    ("done", "total", "columns", "shown"),
    [
        (0, 4, 80, "░" * 30 + " 0 of 4 files"),
        (2, 4, 80, "█" * 15 + "░" * 15 + " 2 of 4 files"),
        (2_000, 1, 80, "2,000 files"),
        (2, 4, 10, "█" * 10),
    ],
)
def test_the_bar(done: int, total: int, columns: int, shown: str) -> None:
    assert line(done, total, columns) == shown


def test_the_bar_waits_and_goes(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    times = iter([0.0, 0.5, 1.5, 1.5, 9.0, 9.0])
    monkeypatch.setattr("duizhao.cli.progress.time.monotonic", lambda: next(times))
    results = [FileResult("a.md"), FileResult("b.md"), FileResult("c.md")]
    progress = Progress(lambda: 3, watched=True)
    assert list(progress.follow(results)) == results
    shown = capsys.readouterr().err
    assert "1 of 3" not in shown
    assert "2 of 3" in shown
    assert shown.endswith("3 of 3 files\x1b[K\r\x1b[K")


def test_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    progress = Progress(lambda: 1, watched=False)
    assert list(progress.follow([FileResult("a.md")])) == [FileResult("a.md")]
    assert capsys.readouterr().err == ""
