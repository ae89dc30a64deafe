"""Many files: on as many processes as are worth it, in the order in which they are found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from duizhao.schema.inputs.discover import list_sources
from duizhao.schema.inputs.entry import Entry
from duizhao.schema.inputs.walk import Location
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.report import FileResult
from duizhao.validator.running.one_file import Checkable, Checker, Job, entries_of
from duizhao.validator.running.pool import in_chunks


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
    work = _Checking(job)
    try:
        for results in in_chunks(_opened(sources), work, jobs):
            yield from results
    finally:
        work.close()


class _Checking:
    """Checks chunks; the checker, with its hold on the cache, is made in the process that uses it."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._checker: Checker | None = None

    def __call__(self, chunk: list[Checkable]) -> list[FileResult]:
        if self._checker is None:
            self._checker = Checker(self._job)
        return self._checker.check(chunk)

    def close(self) -> None:
        if self._checker is not None:
            self._checker.close()


def _opened(sources: Iterable[Location | Entry]) -> Iterator[Checkable]:
    """Archives and bundles are read here, article by article; single files where they are checked."""
    for source in sources:
        if isinstance(source, Entry) or source.kind == "article":
            yield source
        else:
            yield from entries_of(source)
