"""Many files: on as many processes as are worth it, in the order in which they are found."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from duizhao.schema.inputs.discover import list_sources
from duizhao.schema.inputs.entry import Entry
from duizhao.schema.inputs.walk import Location
from duizhao.schema.tree import Article
from duizhao.source import Source
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.finding import Finding
from duizhao.validator.report import FileResult, Problem
from duizhao.validator.running.engine import Examined
from duizhao.validator.running.one_file import Checkable, FileWorker, entries_of
from duizhao.validator.running.pool import in_chunks

if TYPE_CHECKING:
    from duizhao.validator.running.cache.store import CachePlan, Kept, Known

CACHE_FROM = 20  # files; below, opening the cache costs more than checking
CACHE_BYTES = 128 << 10  # of fewer files; a single issue of a newspaper may have more, and takes a second or two


Item = TypeVar("Item", bound=Checkable)


class Job(NamedTuple):
    """How files are checked."""

    settings: Settings = Settings()
    texts: bool = False
    """Give the text of a file with findings along, for output formats that quote it."""
    digests: bool = False
    """Give along what articles are compared by, for rules that look across files."""
    cache: CachePlan | None = None


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
    worker = FileWorker(job.settings, _Results(job), job.cache)
    try:
        for results in in_chunks(_opened(sources), worker, jobs, size_of):
            yield from results
    finally:
        worker.close()


def beginning(items: Iterator[Item]) -> tuple[list[Item], bool]:
    """The first of some items, and whether they are worth opening the cache.

    Args:
        items: what is to be checked; those that are given are taken from it.
    """
    first = list(islice(items, CACHE_FROM))
    return first, len(first) == CACHE_FROM or sum(map(size_of, first)) >= CACHE_BYTES


def size_of(item: Checkable) -> int:
    """The bytes of a source; 0 where it has none."""
    if isinstance(item, Location):
        with suppress(OSError):
            return os.stat(item.file).st_size
        return 0
    return len(item.data or b"") if isinstance(item, Entry) else 0


class _Results:
    """What a check makes of an entry: its result.

    Args:
        job: how.
    """

    failed = "not checked"

    def __init__(self, job: Job) -> None:
        self._texts = job.texts
        self.digests = job.digests

    def refusal(self, entry: Entry) -> None:
        """Nothing is left aside unread."""

    def fresh(self, examined: Examined, entry: Entry, key: bytes) -> tuple[FileResult, Kept | None]:
        article = examined.case.article
        text = article.source.whole.text if self._texts and examined.findings else ""
        digests = (_digest_of(article),) if self.digests else ()
        if not key:
            return FileResult(entry.path, examined.findings, text=text, digests=digests), None
        from duizhao.validator.running.cache.store import Kept  # noqa: PLC0415  not for a hook

        # Digests are left to the cache, where a comparison of many files finds them again.
        result = FileResult(entry.path, examined.findings, text=text, key=key)
        return result, Kept(key, examined.findings, digests)

    def together(
        self, entry: Entry, outcomes: Sequence[tuple[FileResult, Kept | None] | Problem]
    ) -> tuple[list[FileResult], Kept | None]:
        """A result for the file, and a further one for each problem beside it."""
        problems = [outcome for outcome in outcomes if isinstance(outcome, Problem)]
        made = [outcome for outcome in outcomes if not isinstance(outcome, Problem)]
        whole, kept = made[0] if len(made) == 1 else _together(entry.path, made)
        if not problems:
            return [whole], kept
        first, *others = problems
        further = (FileResult(entry.path, problem=problem, whole=False) for problem in others)
        # What cannot be read is told anew each time: the cache keeps none of it, but the comparison needs the rest.
        return [whole._replace(problem=first), *further], kept._replace(findings=None) if kept else None

    def again(self, entry: Entry, known: Known) -> list[FileResult]:
        quoted = self._texts and known.findings
        text = Source.decode(entry.path, entry.data or b"").text if quoted else ""
        return [FileResult(entry.path, known.findings, text=text, key=known.key)]

    def without(self, path: str, problem: Problem | None, reason: str = "") -> FileResult:
        return FileResult(path, problem=problem, skipped=problem is None, reason=reason)


def _together(path: str, made: Sequence[tuple[FileResult, Kept | None]]) -> tuple[FileResult, Kept | None]:
    """The results of several articles as one of the file."""
    found = [finding for result, _ in made for finding in result.findings]
    found.sort(key=Finding.sort_key)
    text = next((result.text for result, _ in made if result.text), "")
    digests = tuple(digest for result, _ in made for digest in result.digests)
    whole = FileResult(path, tuple(found), text=text, digests=digests)
    kept = [one for _, one in made if one is not None]
    if not kept:
        return whole, None
    digests = tuple(digest for one in kept for digest in one.digests)
    return whole._replace(key=kept[0].key), kept[0]._replace(findings=whole.findings, digests=digests)


def _digest_of(article: Article) -> bytes:
    from duizhao.validator.across.digest import digest_of  # noqa: PLC0415  not for a hook
    from duizhao.validator.across.signature import signature_of  # noqa: PLC0415

    return digest_of(signature_of(article))


def _opened(sources: Iterable[Location | Entry]) -> Iterator[Checkable]:
    """Archives and bundles are read here, article by article; single files where they are checked."""
    for source in sources:
        if isinstance(source, Entry) or source.kind == "article":
            yield source
        else:
            yield from entries_of(source)
