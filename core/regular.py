"""Files that others named, opened without waiting for anybody: pipes and devices are none, and a size has a bound."""

from __future__ import annotations

import errno
import os
import stat
from io import BufferedReader, FileIO

# Without it, opening a named pipe waits until somebody writes there; Windows has no such pipes among its files.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOCTTY", 0)
_BUFFER = 1 << 13  # bytes, as Python has it: most of these files are not much longer
_OF_THE_SHELL = ("/dev/fd/", "/proc/self/fd/")


def open_regular(path: str, largest: int | None = None, *, buffering: int = _BUFFER) -> BufferedReader:
    """Open a file for reading its bytes, once it is known to be one; looked at when it is open, so that it stays one.

    Args:
        path: where it lies.
        largest: bytes that it may have; None for any number.
        buffering: bytes that are read at once.

    Raises:
        OSError: it cannot be opened, is no regular file, or is larger.
    """
    descriptor = os.open(path, _FLAGS)
    try:
        # Of the open file and not of its path, which may lead elsewhere a moment later.
        _look(os.fstat(descriptor), path, largest)
        return BufferedReader(FileIO(descriptor), buffering)
    except BaseException:
        os.close(descriptor)
        raise


def read_regular(path: str, largest: int) -> bytes:
    """The bytes of a file; see `open_regular`.

    Raises:
        OSError: it cannot be read, is no regular file, or is larger, also where it grows meanwhile.
    """
    with open_regular(path, largest) as file:
        # It may have grown since it was looked at.
        data = file.read(largest + 1)
    if len(data) > largest:
        raise OSError(errno.EFBIG, f"larger than {largest:,} bytes", path)
    return data


def _look(status: os.stat_result, path: str, largest: int | None) -> None:
    """See what an open file is."""
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), path)
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, "not a regular file", path)
    if largest is not None and status.st_size > largest:
        raise OSError(errno.EFBIG, f"larger than {largest:,} bytes", path)


def is_of_the_shell(path: str) -> bool:
    """Whether a path is what a shell puts in the place of `<(…)`: a pipe that somebody writes to."""
    return path.startswith(_OF_THE_SHELL)
