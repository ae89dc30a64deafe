"""Folders that appear whole or not at all.

A folder is written in one for unfinished things beside its final place (`duizhao.scratch`), and takes that place in one
step.  A process that is killed leaves the old folder as it was and an unfinished one, which the next run removes.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager

from duizhao import system
from duizhao.errors import DuizhaoError, Exit
from duizhao.scratch import BEFORE, beside, scratch
from duizhao.system import patiently
from duizhao.unwritable import reason_of

_AT_FDCWD = -100  # Linux: paths are relative to the working directory
_RENAME_EXCHANGE = 2  # Linux: renameat2 swaps both
_RENAME_SWAP = 2  # macOS: renamex_np does


class WriteError(DuizhaoError):
    """The system refuses to write: a full disk, a missing permission."""

    exit_code = Exit.UNREADABLE


@contextmanager
def writing(path: str) -> Iterator[None]:
    """Turn what the system says of a failing write into one line about `path`."""
    try:
        yield
    except OSError as error:
        raise write_error(path, error) from error


def write_error(path: str, error: OSError) -> WriteError:
    """The line for a write that failed."""
    return WriteError(f"cannot be written: {reason_of(error)}; nothing was changed", path=path)


class Stage:
    """A folder being filled, and the place it shall take."""

    __slots__ = ("folder", "target")

    def __init__(self, folder: str, target: str) -> None:
        self.folder = folder
        self.target = target


@contextmanager
def staged(target: str, *, replace: bool) -> Iterator[str]:
    """A fresh folder to fill, which takes the place of `target` when the block ends well; see `staging`."""
    with staging(target, replace=replace) as stage:
        yield stage.folder


@contextmanager
def staging(target: str, *, replace: bool) -> Iterator[Stage]:
    """A fresh folder to fill, which takes the place of the stage's target when the block ends well.

    Args:
        target: where it shall be in the end; the block may name another place in the same folder, or '' for none.
        replace: whether a folder that is there already gives way; without it, an existing one is an error.

    Raises:
        WriteError: the system refuses.
    """
    # Absolute: a target such as `.` has no name of its own.
    parent, name = os.path.split(os.path.abspath(target))
    with writing(target):
        os.makedirs(parent, exist_ok=True)
    stage = Stage("", target)
    try:
        with scratch(beside(target)) as desk:
            stage.folder = os.path.join(desk, name)
            os.mkdir(stage.folder)
            yield stage
            if stage.target:
                _settle(stage, desk, replace=replace)
    except OSError as error:
        raise write_error(stage.target or target, error) from error


def _settle(stage: Stage, desk: str, *, replace: bool) -> None:
    # In this order: where the power fails between two steps, the name leads to the old folder or to a whole new one.
    _sync_tree(stage.folder)
    _take_place(stage.folder, stage.target, desk, replace=replace)
    _sync(os.path.dirname(os.path.abspath(stage.target)))


def write_file(path: str, data: bytes) -> None:
    """Write one file so that it is either the old one or the new one, whatever happens.

    Raises:
        WriteError: the system refuses.
    """
    with writing(path), scratch(beside(path)) as desk:
        fresh = os.path.join(desk, "file")
        with open(fresh, "wb") as file:
            file.write(data)
            file.flush()
            # On the disk, before it gets the name: else a power failure could leave the name with an empty file.
            os.fsync(file.fileno())
        patiently(os.replace, fresh, path)
        _sync(os.path.dirname(os.path.abspath(path)))


def _take_place(folder: str, target: str, desk: str, *, replace: bool) -> None:
    # Nothing to exchange: one call does it, and is refused where a folder that is in use lies there.
    if not replace or not os.path.isdir(target):
        if system.WINDOWS and os.path.isdir(target):  # empty, else it would not be taken; no folder gives way there
            os.rmdir(target)
        patiently(os.rename, folder, target)
    elif not _exchange(folder, target):
        _take_turns(folder, target, desk)


def _take_turns(folder: str, target: str, desk: str) -> None:
    """Replace a folder in two steps; who is killed between them is put right by the next run, see `BEFORE`."""
    aside = os.path.join(desk, BEFORE)
    os.mkdir(aside)
    old = os.path.join(aside, os.path.basename(os.path.abspath(target)))
    patiently(os.rename, target, old)
    try:
        patiently(os.rename, folder, target)
    # Whatever it is, an interruption too: the old folder gets its name back.
    except BaseException:
        os.rename(old, target)
        raise


def _exchange(first: str, second: str) -> bool:
    """Swap two folders in one step, where the system can: then there is no moment without either."""
    import ctypes  # noqa: PLC0415  only where something is replaced

    one, other = os.fsencode(os.path.abspath(first)), os.fsencode(os.path.abspath(second))
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if hasattr(library, "renamex_np"):  # macOS
            return bool(library.renamex_np(one, other, _RENAME_SWAP) == 0)
        return bool(library.renameat2(_AT_FDCWD, one, _AT_FDCWD, other, _RENAME_EXCHANGE) == 0)
    except (AttributeError, OSError, TypeError):  # a C library without the call; Windows loads none without a name
        return False


def _sync_tree(folder: str) -> None:
    for path, _, names in os.walk(folder):
        for name in names:
            _sync(os.path.join(path, name))
        _sync(path)


def _sync(path: str) -> None:
    """Make sure that it is on the disk; Windows syncs no folders, and files only where they are open for writing."""
    if system.WINDOWS and stat.S_ISDIR(os.stat(path).st_mode):
        return
    descriptor = os.open(path, os.O_RDWR if system.WINDOWS else os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno != errno.EINVAL:  # a file system that has no such thing for folders
            raise
    finally:
        os.close(descriptor)
