"""Locks that die with their owner, and say who that is.

The system holds the lock on an open file, and lets it go when the process ends, in whatever way; what is written in the
file is only for the reader of an error.  Worker processes let go of what they inherit (`validator/running/workers.py`),
so that none of them holds a lock on behalf of a process that is gone.
"""

from __future__ import annotations

import errno
import os
import time
from contextlib import suppress
from typing import NamedTuple

from duizhao import system

# Different systems say "somebody has it" in different ways.
_HELD = {errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK}
_BEYOND = 1 << 30  # Windows locks bytes: one beyond the text, which stays readable
_LONGEST = 1000  # bytes of a holder's text


class Holder(NamedTuple):
    """Who holds a lock, as far as it is known."""

    pid: str = ""
    host: str = ""
    since: str = ""

    def __str__(self) -> str:
        """For an error: `process 812 on host archive since 2026-03-01 09:30:12`."""
        if not self.pid:
            return "another process"
        return f"process {self.pid} on host {self.host} since {self.since}"


class Lock:
    """A lock that this process holds.

    Args:
        path: of its file.
        descriptor: of the file, open and locked.
    """

    __slots__ = ("_descriptor", "path")

    def __init__(self, path: str, descriptor: int) -> None:
        self.path = path
        self._descriptor = descriptor

    def release(self) -> None:
        """Let go; the file goes too."""
        with suppress(OSError):  # Windows removes no file that is open, others must not find it unlocked
            os.unlink(self.path)
        os.close(self._descriptor)
        if system.WINDOWS:
            with suppress(OSError):
                os.unlink(self.path)


def take(path: str) -> Lock | Holder:
    """Lock a file, which is made; or whoever holds it.

    Args:
        path: of the file; its folder exists.

    Raises:
        OSError: the system refuses.
    """
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
        try:
            if not _try(descriptor):
                holder = _read(descriptor)
                os.close(descriptor)
                return holder
            if _is_still(path, descriptor):
                _write(descriptor)
                return Lock(path, descriptor)
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)  # its holder removed it between our opening and locking it


def _try(descriptor: int) -> bool:
    """Whether the file could be locked."""
    try:
        _lock(descriptor)
    except OSError as error:
        if error.errno in _HELD:
            return False
        raise
    return True


def _lock(descriptor: int) -> None:
    try:
        import fcntl  # noqa: PLC0415  not on Windows
    except ImportError:
        _lock_byte(descriptor)
        return
    # flock and not lockf: that one lets go as soon as any descriptor of the file is closed in this process.
    fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _lock_byte(descriptor: int) -> None:
    """The same on Windows."""
    import importlib  # noqa: PLC0415  only on Windows

    msvcrt = importlib.import_module("msvcrt")  # by name: it has no types elsewhere
    os.lseek(descriptor, _BEYOND, os.SEEK_SET)
    msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)


def _is_still(path: str, descriptor: int) -> bool:
    try:
        there = os.stat(path)
    except FileNotFoundError:
        return False
    # A lock on a file that has no name any more keeps nobody out.
    return os.path.samestat(there, os.fstat(descriptor))


def _write(descriptor: int) -> None:
    """Say who holds it; a full disk must not keep anybody from locking."""
    host = os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")
    words = f"{os.getpid()}\n{host}\n{time.strftime('%Y-%m-%d %H:%M:%S')}\n"
    with suppress(OSError):
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, words.encode("utf-8", "replace"))


def _read(descriptor: int) -> Holder:
    """Whoever wrote the file; nothing in it is taken on trust."""
    try:
        os.lseek(descriptor, 0, os.SEEK_SET)
        lines = os.read(descriptor, _LONGEST).decode("utf-8", "replace").splitlines()
    except OSError:
        return Holder()
    # It goes into an error: whatever somebody wrote there must be fit to be shown.
    if len(lines) != 3 or not lines[0].isdecimal() or not all(map(str.isprintable, lines)):
        return Holder()
    return Holder(*lines)
