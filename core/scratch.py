"""Temporary files: each run has a folder of its own in a folder for nothing else, and sweeps what killed runs left.

A run that ends takes its folder away.  One that is killed cannot; but the lock on its folder dies with it, and so the
next run knows what is left over.  What has to take a place in one step must lie on the same file system as that place,
so there are several such folders: see `beside` and `places`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from duizhao import system
from duizhao.locks import Holder, Lock, take
from duizhao.system import patiently

NAME = ".duizhao-unfinished"
"""Of the folder, where it lies beside what is written."""
BEFORE = "before"
"""Below a run's folder: what was moved aside, and goes back to its place if the run is killed before it has a heir."""
_TRIES = 100  # others remove the folder when they leave; that many do not leave at one moment
# Beside the folder and not in it: whoever removes the folder must hold the lock until it is gone.
_LOCK = ".lock"
_PRIVATE = 0o700


def beside(target: str) -> str:
    """The folder for what is to take the place of `target`, where that is no place of the user's own files."""
    return os.path.join(os.path.dirname(os.path.abspath(target)), NAME)


def places() -> Iterator[str]:
    """Folders for temporary files that lie nowhere near the user's files, the best first."""
    # One for each user: what another has made in /tmp is not to be trusted.
    own = f"duizhao-{os.getuid()}" if hasattr(os, "getuid") else "duizhao"
    yield os.path.join(_temporary(), own)
    home = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or os.path.expanduser("~/.cache")
    yield os.path.join(home, own)


def _temporary() -> str:
    """As `tempfile.gettempdir` says, which takes long to import, and writes a file to find out."""
    named = (os.environ.get(name, "") for name in ("TMPDIR", "TEMP", "TMP"))
    return next(filter(os.path.isdir, named), "/tmp" if os.name == "posix" else os.getcwd())  # noqa: S108  as it says


@contextmanager
def scratch(holder: str, *, mode: int = 0o777) -> Iterator[str]:
    """A fresh folder below `holder`, gone when the block ends; what killed runs left there is swept first.

    Args:
        holder: the folder, which is made, and goes when nobody uses it.
        mode: its rights, before the umask.

    Raises:
        OSError: the system refuses.
    """
    sweep(holder)
    try:
        folder, lock = _fresh(holder, mode)
        try:
            yield folder
        finally:
            _remove(folder)
            lock.release()
    finally:
        with suppress(OSError):  # others are at work there
            os.rmdir(holder)


@contextmanager
def anywhere(*, device: int | None = None) -> Iterator[str]:
    """A fresh folder in one of the `places` that can be written; None of them is a `FileNotFoundError`.

    Args:
        device: that the folder must lie on; None for any.
    """
    for holder in places():
        if (device is None or _device(holder) == device) and _is_private(holder):
            with scratch(holder, mode=_PRIVATE) as folder:
                yield folder
            return
    raise FileNotFoundError(2, "no folder for temporary files can be written; set TMPDIR", _temporary())


def sweep(holder: str) -> None:
    """Remove what killed runs left; what a living one has is locked, and stays."""
    try:
        with os.scandir(holder) as entries:
            names = {entry.name.removesuffix(_LOCK) for entry in entries}
    except OSError:
        return
    for name in sorted(names):
        with suppress(OSError):
            _sweep(holder, os.path.join(holder, name))
    with suppress(OSError):
        os.rmdir(holder)


def sweep_places() -> None:
    """Sweep the folders that lie nowhere near the user's files."""
    for holder in places():
        if _is_own(holder):
            sweep(holder)


def _sweep(holder: str, folder: str) -> None:
    lock = take(folder + _LOCK)
    if isinstance(lock, Holder):
        return
    try:
        _put_back(os.path.join(folder, BEFORE), os.path.dirname(holder))
        _remove(folder)
    finally:
        lock.release()


def _put_back(aside: str, parent: str) -> None:
    """Give a folder its place back that a killed run had moved aside, and not yet replaced."""
    with suppress(FileNotFoundError):
        for name in os.listdir(aside):
            if not os.path.lexists(os.path.join(parent, name)):
                patiently(os.rename, os.path.join(aside, name), os.path.join(parent, name))


def _fresh(holder: str, mode: int) -> tuple[str, Lock]:
    """A new folder and the lock on it; the lock is there first, else others would sweep the folder at once."""
    for _ in range(_TRIES):
        # The number alone may be of a process that is gone, or of another host that writes here too.
        folder = os.path.join(holder, f"{os.getpid()}-{os.urandom(4).hex()}")
        try:
            os.makedirs(holder, mode, exist_ok=True)
            lock = take(folder + _LOCK)
        except FileNotFoundError:  # whoever left last has removed the holder
            continue
        except FileExistsError:
            if os.path.lexists(holder) and not os.path.isdir(holder):
                raise
            continue  # another had made it, and removed it before it was looked at
        if isinstance(lock, Holder):
            continue
        try:
            os.mkdir(folder)
        except BaseException:
            lock.release()
            raise
        return folder, lock
    raise FileNotFoundError(2, "others remove it all the time", holder)


def _remove(folder: str) -> None:
    """Remove a folder; most hold a file or two, and need no import for it."""
    try:
        with os.scandir(folder) as entries:
            for entry in list(entries):
                if not entry.is_dir(follow_symlinks=False):
                    os.unlink(entry.path)
        os.rmdir(folder)
    except OSError:
        import shutil  # noqa: PLC0415  only where something is left in it

        shutil.rmtree(folder, ignore_errors=True)


def _device(holder: str) -> int | None:
    """The device that a folder lies on, or would."""
    while not os.path.isdir(holder):
        above = os.path.dirname(holder)
        if above == holder:
            return None
        holder = above
    return os.stat(holder).st_dev


def _is_private(holder: str) -> bool:
    """Whether the folder is there, or could be made, for this user alone."""
    try:
        os.makedirs(os.path.dirname(holder), exist_ok=True)
        with suppress(FileExistsError):
            os.mkdir(holder, _PRIVATE)
    except OSError:
        return False
    return _is_own(holder) and os.access(holder, os.W_OK | os.X_OK)


def _is_own(holder: str) -> bool:
    """Whether a folder, in a place where anybody may make folders, is this user's."""
    try:
        status = os.lstat(holder)
    except OSError:
        return False
    if system.WINDOWS:
        return os.path.isdir(holder)
    # A link that somebody has put in its place leads into a folder of theirs.
    return os.path.isdir(holder) and not os.path.islink(holder) and status.st_uid == os.getuid()
