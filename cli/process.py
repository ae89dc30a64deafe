"""The process that a command line has to itself: its limits, its end."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

from duizhao.errors import Exit
from duizhao.faults import DEBUG, fault, is_fault, path_of
from duizhao.printable import one_line

NO_ROOM = "duizhao: too few files may be open at once; raise the limit, as with `ulimit -n 256`"
_ROOM = 24  # descriptors, besides the standard streams, that every command does with, on one worker
_INTERRUPTED = 130  # what shells report of a command that ended by SIGINT: 128 and its number
_INSISTING = 5.0  # seconds between two signals that are no hurry of one moment
_SOON = 0.01  # seconds until an end is raised again
_ENDING = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")


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
    """End tidily when the system or the terminal asks for an end, unless the caller wants that to be ignored.

    Once the run is ending, further signals are left alone: they would tear down the tidying up.  But somebody who
    waited and asks again gets an end, in case the first one was lost in a place that no exception leaves.
    """
    import signal

    # So that the first signal counts, however soon after the start it comes.
    asked = -_INSISTING

    def stop(number: int, _: object) -> None:
        nonlocal asked
        before, asked = asked, time.monotonic()
        if asked - before >= _INSISTING:
            raise KeyboardInterrupt(number) if number != signal.SIGINT else KeyboardInterrupt

    for name in _ENDING:
        number = getattr(signal, name, None)
        # not every system has all of them; what `nohup` has set to be ignored stays so
        if number is not None and signal.getsignal(number) in (signal.SIG_DFL, signal.default_int_handler):
            signal.signal(number, stop)
    sys.unraisablehook = _raised_where_nothing_can_be


def _raised_where_nothing_can_be(lost: sys.UnraisableHookArgs) -> None:
    """Raise the end of the run again that came in a place no exception leaves, such as within an import's own locks."""
    import signal

    # Anything else is Python's to tell; without timers (Windows) nothing can be raised again.
    if not isinstance(lost.exc_value, KeyboardInterrupt) or not hasattr(signal, "setitimer"):
        sys.__unraisablehook__(lost)
        return
    end = KeyboardInterrupt(*lost.exc_value.args)

    def again(_: int, __: object) -> NoReturn:
        raise end

    signal.signal(signal.SIGALRM, again)
    # By a timer, so that it is raised where an exception is possible again.
    signal.setitimer(signal.ITIMER_REAL, _SOON)


def leave_signals_alone() -> None:
    """Heed no signal any more: the process is about to end."""
    import signal

    for name in _ENDING:
        number = getattr(signal, name, None)
        if number is not None:
            signal.signal(number, signal.SIG_IGN)


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
    # Of several nobody knows which one it was.
    return files[0] if len(files) == 1 else ""
