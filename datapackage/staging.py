"""Folders that appear whole or not at all.

A folder is written beside its final place under a name that begins with a dot, and takes that place in one step.  A
process that is killed leaves the old folder as it was and an unfinished one, which the next run for the same place
removes: the lock on it died with its process.
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from duizhao.errors import DuizhaoError, Exit

_AT_FDCWD = -100  # Linux: paths are relative to the working directory
_RENAME_EXCHANGE = 2  # Linux: renameat2 swaps both


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
    reason = "the disk is full" if error.errno in (errno.ENOSPC, errno.EDQUOT) else error.strerror or str(error)
    return WriteError(f"cannot be written: {reason}; nothing was changed", path=path)


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
    parent, name = os.path.split(os.path.abspath(target))
    with writing(target):
        os.makedirs(parent, exist_ok=True)
        _sweep(parent, name)
        stage = Stage(tempfile.mkdtemp(prefix=_prefix(name), dir=parent), target)
        unlock = lock(stage.folder)
    try:
        yield stage
        if stage.target:
            _settle(stage, replace=replace)
    except OSError as error:
        raise write_error(stage.target, error) from error
    finally:
        shutil.rmtree(stage.folder, ignore_errors=True)
        if unlock is not None:
            unlock()


def _settle(stage: Stage, *, replace: bool) -> None:
    os.chmod(stage.folder, 0o777 & ~_umask())
    _sync_tree(stage.folder)
    _take_place(stage.folder, stage.target, replace=replace)
    _sync(os.path.dirname(stage.folder))


def write_file(path: str, data: bytes) -> None:
    """Write one file so that it is either the old one or the new one, whatever happens.

    Raises:
        WriteError: the system refuses.
    """
    parent, name = os.path.split(os.path.abspath(path))
    with writing(path):
        descriptor, fresh = tempfile.mkstemp(prefix=_prefix(name), dir=parent)
        try:
            with open(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.chmod(fresh, 0o666 & ~_umask())
            os.replace(fresh, path)
        finally:
            with suppress(FileNotFoundError):
                os.unlink(fresh)
        _sync(parent)


def _prefix(name: str) -> str:
    return f".{name}.unfinished-"


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _sweep(parent: str, name: str) -> None:
    """Remove what killed runs left behind; a folder that a living process holds is locked, and stays."""
    with os.scandir(parent) as entries:
        left = [entry.path for entry in entries if entry.name.startswith(_prefix(name)) and entry.is_dir()]
    for folder in left:
        unlock = lock(folder)
        if unlock is not None:
            shutil.rmtree(folder, ignore_errors=True)
            unlock()


def lock(folder: str) -> Callable[[], None] | None:
    """Lock a folder until the function that is returned is called, or this process ends in whatever way.

    None where another process holds it.
    """
    try:
        import fcntl  # noqa: PLC0415  not on Windows
    except ImportError:
        return _lock_file(folder.rstrip("/\\") + ".lock")
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        return None
    return lambda: os.close(descriptor)


def _lock_file(path: str) -> Callable[[], None] | None:
    """The same by a file that only one process can make; it stays where a process is killed."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    except FileExistsError:
        return None
    return lambda: os.unlink(path)


def _take_place(folder: str, target: str, *, replace: bool) -> None:
    if replace and os.path.isdir(target) and _exchange(folder, target):
        return
    if replace and os.path.isdir(target):
        aside = tempfile.mkdtemp(prefix=_prefix(os.path.basename(target)), dir=os.path.dirname(folder))
        os.replace(target, aside)
        try:
            os.rename(folder, target)
        except OSError:
            os.replace(aside, target)
            raise
        shutil.rmtree(aside, ignore_errors=True)
    else:
        os.rename(folder, target)


def _exchange(first: str, second: str) -> bool:
    """Swap two folders in one step, where the system can: then there is no moment without either."""
    import ctypes  # noqa: PLC0415  only where something is replaced

    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    done: int = rename(_AT_FDCWD, os.fsencode(first), _AT_FDCWD, os.fsencode(os.path.abspath(second)), _RENAME_EXCHANGE)
    return done == 0


def _sync_tree(folder: str) -> None:
    for path, _, names in os.walk(folder):
        for name in names:
            _sync(os.path.join(path, name))
        _sync(path)


def _sync(path: str) -> None:
    """Make sure that it is on the disk; folders cannot be synced everywhere."""
    if os.name == "nt" and stat.S_ISDIR(os.stat(path).st_mode):
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
