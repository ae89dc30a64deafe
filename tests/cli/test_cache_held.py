"""A cache that another process keeps to itself."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from made_up import Run
from made_up_issues import chinese, english, page

from duizhao.validator.running.cache import database as stored
from duizhao.validator.running.cache.database import FILE


def test_a_cache_that_another_process_holds_is_asked_once(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("duizhao.validator.running.many_files.CACHE_BYTES", 1_000)
    (folder / "1936.05.04.html").write_text(page(chinese(), english()), encoding="utf-8")
    expected = run("check", "--output-format", "concise").out
    (folder / "1936.05.05.html").write_text(page(chinese(), english(), date="1936.05.05"), encoding="utf-8")
    wanted = run("check", "--no-cache", "--output-format", "concise").out
    assert wanted != expected
    waited: list[bool] = []
    monkeypatch.setattr(stored, "_WAIT", 0.01)
    monkeypatch.setattr(stored, "sqlite3", _Counting(waited))
    with closing(sqlite3.connect(folder / ".duizhao-cache" / FILE, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        done = run("check", "--output-format", "concise", "--jobs", "1")
    assert done.out == wanted
    assert done.err == "note: .duizhao-cache is held by another process; the run went on without\n"
    assert len(waited) <= 2  # to see whether there is a cache, and to find that it is held
    assert run("check", "--output-format", "concise").err == ""


class _Counting:
    """The library of the database, which counts how often one is opened."""

    def __init__(self, opened: list[bool]) -> None:
        self._opened = opened

    def __getattr__(self, name: str) -> object:
        return getattr(sqlite3, name)

    def connect(self, path: str, timeout: float) -> sqlite3.Connection:
        self._opened.append(True)
        return sqlite3.connect(path, timeout=timeout)
