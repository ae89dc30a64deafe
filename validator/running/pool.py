"""The same work on many items, on as many processes as are worth it, the results in the order of the items."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, TypeVar

from duizhao.errors import DuizhaoError, Exit

if TYPE_CHECKING:
    from duizhao.validator.running.workers import Outcome, Worker

Item = TypeVar("Item")
Result = TypeVar("Result")

CHUNK = 64  # items a task: large enough to hide the cost of sending it, small enough to keep every worker busy
PARALLEL_FROM = 150  # items; below, starting processes costs more than it saves
CHUNK_BYTES = (
    1 << 18
)  # of a task of fewer items: a page of a newspaper is work enough, and of 64 all rows would be held
PARALLEL_BYTES = 1 << 20  # of fewer items
_AHEAD = 2  # chunks a worker has in hand, so that it need not wait for the next
_HELD = 4  # chunks for each worker that are under way, or wait for an earlier one


class WorkerError(DuizhaoError):
    """A run that could not be finished."""

    exit_code = Exit.UNREADABLE


def _weightless(_: object) -> int:
    return 0


def in_chunks(
    items: Iterable[Item],
    work: Callable[[list[Item]], Result],
    jobs: int | None,
    size: Callable[[Item], int] = _weightless,
) -> Iterator[Result]:
    """Do the work chunk by chunk; at no time are more than a few chunks held.

    Args:
        items: what to work on.
        work: what to do with a chunk; it is sent to every process once.
        jobs: processes to use where there is enough to do; None for as many as there are cores.
        size: says how many bytes an item has: of large ones, few are a task, and some are worth starting processes.

    Raises:
        WorkerError: a process was ended from outside.
    """
    iterator = iter(items)
    first = _taken(iterator, size, PARALLEL_FROM, PARALLEL_BYTES)
    enough = len(first) == PARALLEL_FROM or (len(first) > 1 and sum(map(size, first)) >= PARALLEL_BYTES)
    count = jobs or (os.cpu_count() or 1)
    chunks = chain(chunks_of(iter(first), size), chunks_of(iterator, size))
    return _parallel(chunks, work, count) if count > 1 and enough else map(work, chunks)


def one_by_one(items: Sequence[Item], work: Callable[[list[Item]], Result], jobs: int | None) -> Iterator[Result]:
    """The same for a few items, each of which takes long."""
    chunks = iter([[item] for item in items])
    count = min(jobs or (os.cpu_count() or 1), len(items))
    return _parallel(chunks, work, count) if count > 1 else map(work, chunks)


def chunks_of(items: Iterator[Item], size: Callable[[Item], int]) -> Iterator[list[Item]]:
    """The items, as many at a time as one task has."""
    while chunk := _taken(items, size, CHUNK, CHUNK_BYTES):
        yield chunk


def _taken(items: Iterator[Item], size: Callable[[Item], int], most: int, most_bytes: int) -> list[Item]:
    """The next items, until they are so many, or so large; at least one, where there is one."""
    taken: list[Item] = []
    bytes_taken = 0
    for item in islice(items, most):
        taken.append(item)
        bytes_taken += size(item)
        if bytes_taken >= most_bytes:
            break
    return taken


def _parallel(chunks: Iterator[list[Item]], work: Callable[[list[Item]], Result], jobs: int) -> Iterator[Result]:
    from duizhao.validator.running import workers  # noqa: PLC0415  dear to import, and a hook on three files does not need it

    crew = workers.start(work, jobs, _start_method())
    if not crew:  # the system has no room for another process: then it is done here
        yield from map(work, chunks)
        return
    try:
        yield from _in_order(chunks, crew)
        while crew:
            crew[-1].stop()
            crew.pop()
    finally:
        for worker in crew:
            worker.kill()


def _in_order(chunks: Iterator[list[Item]], crew: list[Worker]) -> Iterator[Any]:
    """The results of a crew, in the order of the chunks."""
    from duizhao.validator.running.workers import ready  # noqa: PLC0415  dear to import

    outcomes: dict[int, Outcome] = {}
    given = wanted = 0
    while True:
        while given - wanted < len(crew) * _HELD and _load(free := min(crew, key=_load)) < _AHEAD:
            if (chunk := next(chunks, None)) is None:
                break
            with _noticing():
                free.give(given, chunk)
            given += 1
        if wanted == given:
            return
        with _noticing():
            outcomes.update(worker.take() for worker in ready(crew, wait=wanted not in outcomes))
        if wanted in outcomes:
            yield outcomes.pop(wanted).result()
            wanted += 1


def _load(worker: Worker) -> int:
    return len(worker.tasks)


@contextmanager
def _noticing() -> Iterator[None]:
    """Turn the end of a connection into a sentence."""
    try:
        yield
    except (EOFError, BrokenPipeError, ConnectionResetError):
        message = "a worker process was ended from outside; is memory short? Try `--jobs 1`"
        raise WorkerError(message) from None


def _start_method() -> str:
    """A copy of this process starts in a hundredth of the time, where making one is safe: on Linux, without threads."""
    import sys  # noqa: PLC0415  only where processes are started
    import threading  # noqa: PLC0415

    alone = threading.active_count() == 1 and threading.current_thread() is threading.main_thread()
    return "fork" if sys.platform == "linux" and alone else "spawn"
