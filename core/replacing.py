"""A file that is replaced in one step, and leaves nothing beside it when the process is killed on the way."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from duizhao.scratch import anywhere, beside, scratch
from duizhao.system import patiently


@contextmanager
def replacing(path: str) -> Iterator[str]:
    """The path of a file to write, which takes the place of `path` in one step when the block ends well.

    It is written away from the user's files, as long as there is a place on the same file system.

    Raises:
        OSError: the system refuses.
    """
    # Behind a link the file is replaced, and the link stays.
    target = os.path.realpath(path)
    parent = os.path.dirname(target)
    # Before anything is written: the work would be lost at its end.
    if not os.access(parent, os.W_OK | os.X_OK):
        _say_why(parent)
    with _desk(target, os.stat(parent).st_dev) as desk:
        fresh = os.path.join(desk, "file")
        yield fresh
        _keep_group(fresh, target)
        _replace(fresh, target)


@contextmanager
def _desk(target: str, device: int) -> Iterator[str]:
    """A folder of the run's own on a device."""
    # Entered by hand, as only a failure to enter leads beside the file; one in the block is for the caller.
    away = anywhere(device=device)
    try:
        desk = away.__enter__()
    except OSError:
        with scratch(beside(target)) as desk:
            yield desk
        return
    try:
        yield desk
    finally:
        away.__exit__(None, None, None)


def _say_why(parent: str) -> None:
    """Raise what the system says of a folder that cannot be written."""
    os.stat(parent)
    raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), parent)


def _keep_group(fresh: str, target: str) -> None:
    """The group that the file had, or would have had if it were made in its place."""
    if not hasattr(os, "chown"):
        return
    parent = os.stat(os.path.dirname(target))
    with suppress(OSError):
        if os.path.exists(target):
            os.chown(fresh, -1, os.stat(target).st_gid)
        elif parent.st_mode & stat.S_ISGID:
            os.chown(fresh, -1, parent.st_gid)


def _replace(fresh: str, target: str) -> None:
    try:
        patiently(os.replace, fresh, target)
    except OSError as error:
        if error.errno != errno.EXDEV:  # one device, but mounted twice: then only a copy can be moved there
            raise
        import shutil  # noqa: PLC0415  hardly ever needed

        with scratch(beside(target)) as desk:
            copy = os.path.join(desk, "file")
            shutil.copy(fresh, copy)
            patiently(os.replace, copy, target)
