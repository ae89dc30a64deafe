"""The same work on many items, on as many processes as are worth it, the results in the order of the items."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from duizhao.errors import DuizhaoError, Exit

if TYPE_CHECKING:
    from concurrent.futures import Future

Item = TypeVar("Item")
Result = TypeVar("Result")

CHUNK = 64  # items a task: large enough to hide the cost of sending it, small enough to keep every worker busy
PARALLEL_FROM = 150  # items; below, starting processes costs more than it saves


class WorkerError(DuizhaoError):
    """A run that could not be finished."""

    exit_code = Exit.UNREADABLE


def in_chunks(items: Iterable[Item], work: Callable[[list[Item]], Result], jobs: int | None) -> Iterator[Result]:
    """Do the work chunk by chunk; at no time are more than a few chunks held.

    Args:
        items: what to work on.
        work: what to do with a chunk; it is sent to every process once.
        jobs: processes to use where there is enough to do; None for as many as there are cores.

    Raises:
        WorkerError: a process was ended from outside.
    """
    iterator = iter(items)
    first = list(islice(iterator, PARALLEL_FROM))
    count = jobs or (os.cpu_count() or 1)
    chunks = _chunks(first, iterator)
    return _parallel(chunks, work, count) if count > 1 and len(first) == PARALLEL_FROM else map(work, chunks)


def _chunks(first: list[Item], rest: Iterator[Item]) -> Iterator[list[Item]]:
    for start in range(0, len(first), CHUNK):
        yield first[start : start + CHUNK]
    while chunk := list(islice(rest, CHUNK)):
        yield chunk


def _parallel(chunks: Iterator[list[Item]], work: Callable[[list[Item]], Result], jobs: int) -> Iterator[Result]:
    import multiprocessing  # noqa: PLC0415  dear to import, and a hook on three files does not need it
    from concurrent.futures import BrokenExecutor, ProcessPoolExecutor  # noqa: PLC0415

    pending: deque[Future[Result]] = deque()
    context = multiprocessing.get_context(_start_method())
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_set_up, initargs=(work,)) as pool:
        try:
            for chunk in chunks:
                pending.append(pool.submit(_do, chunk))
                if len(pending) > jobs * 3:
                    yield pending.popleft().result()
            while pending:
                yield pending.popleft().result()
        except BrokenExecutor:
            raise WorkerError("a worker process was ended from outside; is memory short? Try `--jobs 1`") from None
        finally:
            for future in pending:
                future.cancel()


def _start_method() -> str:
    """A copy of this process starts in a hundredth of the time, where making one is safe: on Linux, without threads."""
    import sys  # noqa: PLC0415
    import threading  # noqa: PLC0415

    return "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"


_work: Callable[[list[Any]], Any] = list  # of a worker process, set once when it starts


def _set_up(work: Callable[[list[Any]], Any]) -> None:
    import signal  # noqa: PLC0415

    global _work  # noqa: PLW0603
    _work = work
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the main process hears of it too, and ends the workers


def _do(chunk: list[Any]) -> Any:
    return _work(chunk)
