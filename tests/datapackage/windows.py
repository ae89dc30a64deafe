"""A system whose files behave as on Windows, for tests that run on Linux.

Source: the Win32 documentation of FlushFileBuffers, MoveFileEx, DeleteFile, and what Python makes of them.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from typing import Any

import pytest

_OPEN = "/proc/self/fd"


def behave_as_windows(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Make the calls of `os` refuse what Windows refuses; each refusal is noted in the list that is returned."""
    refused: list[str] = []

    def refuse(what: str, path: object, number: int = errno.EACCES) -> None:
        refused.append(f"{what} {path}")
        raise OSError(number, os.strerror(number), path)

    monkeypatch.setattr("duizhao.system.WINDOWS", True)
    monkeypatch.setattr("duizhao.system._PATIENCE", (0.0,))
    monkeypatch.setattr("duizhao.datapackage.disk.staging._exchange", lambda *_: False)
    monkeypatch.setattr(os, "fsync", _fsync(os.fsync, refuse))
    monkeypatch.setattr(os, "rename", _move(os.rename, refuse, gives_way=False))
    monkeypatch.setattr(os, "replace", _move(os.replace, refuse, gives_way=True))
    for name in ("unlink", "remove"):
        monkeypatch.setattr(os, name, _unlink(getattr(os, name), refuse))
    return refused


def _fsync(real: Callable[[int], None], refuse: Callable[..., None]) -> Callable[[int], None]:
    def fsync(descriptor: int) -> None:
        import fcntl

        path = os.readlink(f"{_OPEN}/{descriptor}")
        if os.path.isdir(path) or fcntl.fcntl(descriptor, fcntl.F_GETFL) & os.O_ACCMODE == os.O_RDONLY:
            refuse("fsync of what is open for reading", path, errno.EBADF)
        real(descriptor)

    return fsync


def _move(real: Callable[..., None], refuse: Callable[..., None], *, gives_way: bool) -> Callable[..., None]:
    def move(source: Any, target: Any) -> None:
        if os.path.lexists(target) and (not gives_way or os.path.isdir(target)):
            refuse("move onto", target, errno.EACCES if gives_way else errno.EEXIST)
        for path in (source, target):
            if open_below(path):
                refuse("move of what is open", path)
        real(source, target)

    return move


def _unlink(real: Callable[..., None], refuse: Callable[..., None]) -> Callable[..., None]:
    def unlink(path: Any, *, dir_fd: int | None = None) -> None:
        whole = path if dir_fd is None else os.path.join(os.readlink(f"{_OPEN}/{dir_fd}"), path)
        if open_below(whole):
            refuse("removal of what is open", whole)
        real(path, dir_fd=dir_fd)

    return unlink


def open_below(path: Any) -> bool:
    """Whether a file, or one below a folder, is open in this process."""
    place = os.path.realpath(path)
    return any(name == place or name.startswith(place + "/") for name in _open_files())


def _open_files() -> list[str]:
    found = []
    for number in os.listdir(_OPEN):
        try:
            name = os.readlink(f"{_OPEN}/{number}")
        except OSError:  # the list itself
            continue
        if not os.path.isdir(name):
            found.append(name)
    return found
