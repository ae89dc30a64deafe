"""Folders that take their place in one step, on every system."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from windows import behave_as_windows

from duizhao.datapackage.disk import staging
from duizhao.datapackage.disk.staging import WriteError, staged, write_file
from duizhao.scratch import NAME


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A folder that is there already."""
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "old").touch()
    return folder


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system whose calls do what those of Windows do."""
    if sys.platform != "linux":
        pytest.skip("Linux tells what is open")
    behave_as_windows(monkeypatch)


@pytest.mark.usefixtures("windows")
def test_a_folder_gives_way_on_windows(target: Path) -> None:
    with staged(str(target), replace=True) as folder:
        (Path(folder) / "new").touch()
    assert os.listdir(target) == ["new"]
    assert os.listdir(target.parent) == ["out"]


@pytest.mark.usefixtures("windows")
def test_an_empty_folder_is_taken_on_windows(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    with staged(str(tmp_path / "out"), replace=False) as folder:
        (Path(folder) / "new").touch()
    assert os.listdir(tmp_path / "out") == ["new"]


@pytest.mark.usefixtures("windows")
def test_a_file_is_written_on_windows(tmp_path: Path) -> None:
    write_file(str(tmp_path / "a"), b"new")
    assert (tmp_path / "a").read_bytes() == b"new"


@pytest.mark.usefixtures("windows")
def test_a_scanner_that_has_the_folder_open(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refusals = iter([True, True])
    real = os.rename

    def busy(source: str, place: str) -> None:
        if next(refusals, False):
            raise PermissionError(13, "Permission denied")
        real(source, place)

    monkeypatch.setattr(os, "rename", busy)
    monkeypatch.setattr("duizhao.system._PATIENCE", (0.0, 0.0, 0.0))
    with staged(str(target), replace=True) as folder:
        (Path(folder) / "new").touch()
    assert os.listdir(target) == ["new"]


def test_a_folder_that_cannot_be_replaced_comes_back(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, calls = os.rename, iter([False, True, False])

    def second_fails(source: str, place: str) -> None:
        if next(calls):
            raise PermissionError(13, "Permission denied")
        real(source, place)

    monkeypatch.setattr(staging, "_exchange", lambda *_: False)
    monkeypatch.setattr("duizhao.datapackage.disk.staging.os.rename", second_fails)
    with pytest.raises(WriteError, match="Permission denied; nothing was changed"), staged(str(target), replace=True):
        pass
    assert os.listdir(target) == ["old"]
    assert NAME not in os.listdir(target.parent)


def test_a_swap_on_macos(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[tuple[bytes, bytes, int]] = []

    def renamex_np(first: bytes, second: bytes, flags: int) -> int:
        calls.append((first, second, flags))
        os.rename(second, first + b".old")
        os.rename(first, second)
        os.rename(first + b".old", first)
        return 0

    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: SimpleNamespace(renamex_np=renamex_np))
    with staged(str(target), replace=True) as folder:
        (Path(folder) / "new").touch()
    assert os.listdir(target) == ["new"]
    assert [(second, flags) for _, second, flags in calls] == [(os.fsencode(target), 2)]


def test_a_file_system_that_syncs_no_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: int) -> None:
        raise OSError(22, "Invalid argument")

    monkeypatch.setattr("duizhao.datapackage.disk.staging.os.fsync", refuse)
    with staged(str(tmp_path / "out"), replace=False):
        pass
    assert os.listdir(tmp_path) == ["out"]
