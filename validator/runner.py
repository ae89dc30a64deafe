"""Many files: on as many processes as are worth it, in the order in which they are found."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from duizhao.errors import DuizhaoError, Exit
from duizhao.schema.inputs.discover import list_sources
from duizhao.schema.inputs.entry import Entry
from duizhao.schema.inputs.read import read_entries
from duizhao.schema.inputs.walk import Location
from duizhao.validator.checking import Checker, Job, check_entry
from duizhao.validator.report import FileResult
from duizhao.validator.settings import Settings

if TYPE_CHECKING:
    from concurrent.futures import Future

__all__ = ["Job", "WorkerError", "check_entry", "check_paths", "check_sources"]

CHUNK = 64  # files a task: large enough to hide the cost of sending it, small enough to keep every worker busy
PARALLEL_FROM = 150  # files; below, starting processes costs more than it saves


class WorkerError(DuizhaoError):
    """A run that could not be finished."""

    exit_code = Exit.UNREADABLE


def check_paths(paths: Sequence[str], settings: Settings, *, jobs: int | None = None) -> Iterator[FileResult]:
    """Check files, folders, globs and archives, in the order in which they are found.

    Args:
        paths: as a user names them.
        settings: what is in force.
        jobs: processes to use; None for as many as there are cores where there is enough to do.

    Raises:
        UsageError: a path does not exist.
        WorkerError: a process was ended from outside.
    """
    return check_sources(list_sources(paths), Job(settings), jobs=jobs)


def check_sources(sources: Iterable[Location | Entry], job: Job, *, jobs: int | None = None) -> Iterator[FileResult]:
    """Check what is found, as it is found; at no time are more than a few chunks held in memory.

    Args:
        sources: files to open, and entries that are already read.
        job: how.
        jobs: processes to use; None for as many as there are cores where there is enough to do.

    Raises:
        WorkerError: a process was ended from outside.
    """
    items = _opened(sources)
    first = list(islice(items, PARALLEL_FROM))
    count = jobs or (os.cpu_count() or 1)
    chunks = _chunks(first, items)
    if count > 1 and len(first) == PARALLEL_FROM:
        yield from _in_parallel(chunks, job, count)
    else:
        checker = Checker(job)
        try:
            for chunk in chunks:
                yield from checker.check(chunk)
        finally:
            checker.close()


def _opened(sources: Iterable[Location | Entry]) -> Iterator[Location | Entry]:
    """Archives and bundles are read here, article by article; single files where they are checked."""
    for source in sources:
        if isinstance(source, Entry) or source.kind == "article":
            yield source
        else:
            yield from read_entries(source)


def _chunks(first: list[Location | Entry], rest: Iterator[Location | Entry]) -> Iterator[list[Location | Entry]]:
    for start in range(0, len(first), CHUNK):
        yield first[start : start + CHUNK]
    while chunk := list(islice(rest, CHUNK)):
        yield chunk


def _in_parallel(chunks: Iterator[list[Location | Entry]], job: Job, jobs: int) -> Iterator[FileResult]:
    import multiprocessing  # noqa: PLC0415  dear to import, and a hook on three files does not need it
    from concurrent.futures import BrokenExecutor, ProcessPoolExecutor  # noqa: PLC0415

    pending: deque[Future[list[FileResult]]] = deque()
    context = multiprocessing.get_context(_start_method())
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_set_up, initargs=(job,)) as pool:
        try:
            for chunk in chunks:
                pending.append(pool.submit(_check, chunk))
                if len(pending) > jobs * 3:
                    yield from pending.popleft().result()
            while pending:
                yield from pending.popleft().result()
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


_checker: Checker | None = None  # of a worker process, made once when it starts


def _set_up(job: Job) -> None:
    import signal  # noqa: PLC0415

    global _checker  # noqa: PLW0603
    _checker = Checker(job)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the main process hears of it too, and ends the workers


def _check(items: list[Location | Entry]) -> list[FileResult]:
    if _checker is None:
        raise RuntimeError("a worker must be set up before it checks")
    return _checker.check(items)
