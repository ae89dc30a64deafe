"""The same work on many items, on as many processes as are worth it, the results in the order of the items."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, TypeVar

from duizhao.validator.runner import WorkerError

if TYPE_CHECKING:
    from concurrent.futures import Future

Item = TypeVar("Item")
Result = TypeVar("Result")

_CHUNK = 64  # items a task: large enough to hide the cost of sending it, small enough to keep every worker busy
_PARALLEL_FROM = 200  # items; below, starting processes costs more than it saves


def in_chunks(items: Iterable[Item], work: Callable[[list[Item]], Result], jobs: int | None) -> Iterator[Result]:
    """Do the work chunk by chunk; at no time are more than a few chunks held.

    Args:
        items: what to work on.
        work: what to do; it is sent to every process once.
        jobs: processes to use; None for as many as there are cores where there is enough to do.
    """
    iterator = iter(items)
    first = list(islice(iterator, _PARALLEL_FROM)) if jobs is None else []
    count = jobs if jobs is not None else (os.cpu_count() or 1) if len(first) == _PARALLEL_FROM else 1
    chunks = _chunks(chain(first, iterator))
    return map(work, chunks) if count <= 1 else _parallel(chunks, work, count)


def _chunks(items: Iterator[Item]) -> Iterator[list[Item]]:
    while chunk := list(islice(items, _CHUNK)):
        yield chunk


def _parallel(chunks: Iterator[list[Item]], work: Callable[[list[Item]], Result], jobs: int) -> Iterator[Result]:
    import multiprocessing  # noqa: PLC0415  dear to import, and a few files do not need it
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
    """A copy of this process starts at once, and needs no `if __name__` of a script; safe on Linux, without threads."""
    return "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"


_work: Callable[[list[Any]], Any] = list  # of a worker process, set once when it starts


def _set_up(work: Callable[[list[Any]], Any]) -> None:
    global _work  # noqa: PLW0603
    _work = work
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the main process too, which ends the workers


def _do(chunk: list[Any]) -> Any:
    return _work(chunk)
