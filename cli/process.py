"""The process that a command line has to itself: its streams, its limits, its end."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import NoReturn

from duizhao.errors import Exit
from duizhao.faults import DEBUG, fault, is_fault, path_of
from duizhao.printable import one_line

NO_ROOM = "duizhao: too few files may be open at once; raise the limit, as with `ulimit -n 256`"
_ROOM = 24  # descriptors, besides the standard streams, that every command does with, on one worker
_INTERRUPTED = 130  # what shells report of a command that ended by SIGINT: 128 and its number


def open_standard_streams() -> None:
    """Open what the caller has closed on the null device: else the next file would take the stream's place."""
    for number, mode in ((0, os.O_RDONLY), (1, os.O_WRONLY), (2, os.O_WRONLY)):
        try:
            os.fstat(number)
        except OSError:
            # without a null device there is nothing better than to go on
            with suppress(OSError):
                opened = os.open(os.devnull, mode)
                if opened != number:
                    os.dup2(opened, number)
                    os.close(opened)
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115  until the process ends


def has_room() -> bool:
    """Whether enough files may be open at once: a run that finds out on the way could leave articles unread."""
    held: list[int] = []
    try:
        held.extend(os.dup(2) for _ in range(_ROOM))
    # the question itself: none is left to be opened
    except OSError:
        return False
    finally:
        for number in held:
            os.close(number)
    return True


def heed_signals() -> None:
    """End tidily when the system or the terminal asks for an end, unless the caller wants that to be ignored."""
    import signal

    def stop(number: int, _: object) -> NoReturn:
        raise KeyboardInterrupt(number)

    for name in ("SIGTERM", "SIGHUP", "SIGBREAK"):
        number = getattr(signal, name, None)
        # not every system has all of them; what `nohup` has set to be ignored stays so
        if number is not None and signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, stop)


def stopped(stop: KeyboardInterrupt) -> int:
    """Say that the run was ended from outside; the exit code that a shell expects."""
    number = stop.args[0] if stop.args and isinstance(stop.args[0], int) else 0
    print("duizhao: ended by a signal" if number else "duizhao: interrupted", file=sys.stderr)
    return 128 + number if number else _INTERRUPTED


@contextmanager
def debugging() -> Iterator[None]:
    """Faults show their traceback, in workers too."""
    before = os.environ.get(DEBUG)
    os.environ[DEBUG] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[DEBUG]
        else:
            os.environ[DEBUG] = before


def unforeseen(error: Exception, arguments: list[str]) -> int:
    """Tell of an exception that nobody has thought of, in one line; its exit code."""
    # asked of the words: the error may have come before they were parsed
    if "--debug" in arguments:
        with debugging():
            words = fault(error, "not done")
    else:
        words = fault(error, "not done")
    path = one_line(path_of(error) or _only_file(arguments))
    print(f"duizhao: {path}: {words}" if path else f"duizhao: {words}", file=sys.stderr)
    return Exit.FAULT if is_fault(error) else Exit.UNREADABLE


def _only_file(arguments: list[str]) -> str:
    """The file or folder that the command line names, if it is only one."""
    files = [word for word in arguments[1:] if not word.startswith("-") and os.path.lexists(word)]
    return files[0] if len(files) == 1 else ""
