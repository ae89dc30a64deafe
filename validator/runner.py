"""Many files: read, parse, check, on as many processes as are worth it."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING

from duizhao.errors import UnreadableError
from duizhao.schema.inputs.discover import list_sources, read_entries
from duizhao.schema.inputs.entry import Entry
from duizhao.schema.parse import parse
from duizhao.source import Source
from duizhao.validator.engine import check_article
from duizhao.validator.report import FileResult, Problem
from duizhao.validator.settings import Settings

if TYPE_CHECKING:
    from concurrent.futures import Future

CHUNK = 64  # files a task: large enough to hide the cost of sending it, small enough to keep every worker busy
PARALLEL_FROM = 200  # files; below, starting processes costs more than it saves


def check_entry(entry: Entry, settings: Settings) -> FileResult:
    """Check one article that was read."""
    if entry.problem is not None or entry.data is None:
        problem = entry.problem
        message = problem.message if problem else "nothing could be read"
        return FileResult(
            entry.path,
            problem=Problem(entry.path, message, problem.line if problem else 0, problem.column if problem else 0),
        )
    try:
        article = parse(Source.decode(entry.path, entry.data))
    except UnreadableError as error:
        return FileResult(entry.path, problem=Problem(entry.path, error.message, error.line, error.column))
    return FileResult(entry.path, tuple(check_article(article, settings)))


def check_paths(paths: Sequence[str], settings: Settings, *, jobs: int | None = None) -> Iterator[FileResult]:
    """Check files, folders, globs and archives, in the order in which they are found.

    Args:
        paths: as a user names them.
        settings: what is in force.
        jobs: processes to use; None for as many as there are cores where there is enough to do.

    Raises:
        UsageError: a path does not exist.
    """
    return check_entries(chain.from_iterable(map(read_entries, list_sources(paths))), settings, jobs=jobs)


def check_entries(entries: Iterable[Entry], settings: Settings, *, jobs: int | None = None) -> Iterator[FileResult]:
    """Check articles as they are read; at no time are more than a few chunks held in memory."""
    iterator = iter(entries)
    first = list(islice(iterator, PARALLEL_FROM)) if jobs is None else []
    count = jobs if jobs is not None else (os.cpu_count() or 1) if len(first) == PARALLEL_FROM else 1
    rest = chain(first, iterator)
    if count <= 1:
        for entry in rest:
            yield check_entry(entry, settings)
    else:
        yield from _in_parallel(rest, settings, count)


def _in_parallel(entries: Iterator[Entry], settings: Settings, jobs: int) -> Iterator[FileResult]:
    import multiprocessing  # noqa: PLC0415  dear to import, and a hook on three files does not need it
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415

    pending: deque[Future[list[FileResult]]] = deque()
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_set_up, initargs=(settings,)) as pool:
        try:
            while chunk := list(islice(entries, CHUNK)):
                pending.append(pool.submit(_check_chunk, chunk))
                if len(pending) > jobs * 3:
                    yield from pending.popleft().result()
            while pending:
                yield from pending.popleft().result()
        finally:
            for future in pending:
                future.cancel()


_in_force = Settings()  # of a worker process, set once when it starts


def _set_up(settings: Settings) -> None:
    global _in_force  # noqa: PLW0603
    _in_force = settings


def _check_chunk(entries: list[Entry]) -> list[FileResult]:
    return [check_entry(entry, _in_force) for entry in entries]
