"""Our own faults, told in one line: what was left undone, where it happened, and what to do."""

from __future__ import annotations

import os
from types import TracebackType
from typing import Self

from duizhao.printable import escaped
from duizhao.version import __version__

DEBUG = "DUIZHAO_DEBUG"
"""Environment variable that `--debug` sets, so that workers know of it too."""
_WHERE = "_duizhao_where"
_PATH = "_duizhao_path"
_NO_ROOM_FOR_AN_EXCEPTION = ("without setting an exception", "error return without exception set")
"""What Python says where memory did not suffice for a MemoryError: of a function in C, and of a frame."""


class about:  # noqa: N801  reads as what it is: `with about(path):`
    """Remembers which file an unforeseen exception happened on.

    Args:
        path: the file or folder that is worked on, as the user named it.
    """

    __slots__ = ("_path",)

    def __init__(self, path: str) -> None:
        self._path = path

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        # The innermost block knows the file best.
        if error is not None and not hasattr(error, _PATH):
            error.__dict__[_PATH] = self._path


def path_of(error: BaseException) -> str:
    """The file that an exception happened on, '' where nobody knows."""
    return str(getattr(error, _PATH, ""))


def remember(error: BaseException) -> None:
    """Keep where an exception was raised with it, on its way into another process."""
    # A traceback does not go through a pipe; what is in `__dict__` does.
    error.__dict__.setdefault(_WHERE, _where(error))
    if os.environ.get(DEBUG):
        import traceback  # noqa: PLC0415  only for who looks into it

        error.add_note("".join(traceback.format_exception(error)))


def fault(error: BaseException, consequence: str) -> str:
    """The sentence for a fault of duizhao; with `--debug` the traceback goes to standard error.

    Args:
        error: what was raised.
        consequence: what became of the work: `not checked`, `left out`.
    """
    if not is_fault(error):
        return f"{consequence}: memory is short"
    if os.environ.get(DEBUG):
        import sys  # noqa: PLC0415  only for who looks into it
        import traceback  # noqa: PLC0415

        sys.stderr.write(escaped("".join(traceback.format_exception(error))))  # unguarded in workers
        sys.stderr.flush()
    words = f"{consequence}, through a fault of duizhao {__version__} ({type(error).__name__} in {_where(error)})"
    return f"{words}; please report this line, with the file if you may; `--debug` tells more"


def is_fault(error: BaseException) -> bool:
    """Whether an unforeseen exception is ours to mend; short memory is not, also where a library finds no room."""
    if isinstance(error, MemoryError):
        return False
    words = str(error)
    return not (
        (isinstance(error, ImportError) and "failed to map segment" in words)
        or (isinstance(error, SystemError) and any(one in words for one in _NO_ROOM_FOR_AN_EXCEPTION))
    )


def _where(error: BaseException) -> str:
    """The line of code, `changes.py:120`."""
    known = getattr(error, _WHERE, "")
    if known:
        return str(known)
    trace = error.__traceback__
    if trace is None:
        return "an unknown place"
    # The last frame is where it was raised.
    while trace.tb_next is not None:
        trace = trace.tb_next
    return f"{os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}"
