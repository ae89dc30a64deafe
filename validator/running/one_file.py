"""A file to its result; what every worker process does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from duizhao.errors import UnreadableError
from duizhao.faults import about
from duizhao.schema.inputs.entry import Entry
from duizhao.schema.inputs.read import read_entries
from duizhao.schema.inputs.walk import Location
from duizhao.schema.parse import parse
from duizhao.schema.tree import Article
from duizhao.source import Source
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.report import FileResult, Problem
from duizhao.validator.running.engine import check_article

if TYPE_CHECKING:
    from duizhao.validator.running.cache import Cache

Made = TypeVar("Made")
Checkable = Location | Entry | Problem
"""What is to be checked: a source to open, what was read of one, or that it could not be."""


class Job(NamedTuple):
    """How files are checked; sent to every worker once."""

    settings: Settings = Settings()
    texts: bool = False
    """Give the text of a file with findings along, for output formats that quote it."""
    signatures: bool = False
    """Give the signature along, for rules that look across files."""
    cache: str = ""
    """Folder of the cache, '' for none."""
    prefix: bytes = b""
    """What the keys in the cache begin from."""


def outcome_of(entry: Entry, work: Callable[[Article], Made], failed: str) -> Made | Problem | None:
    """What the work on an article gives, or why it gives nothing; None for an entry that is to be skipped.

    Args:
        entry: what was read.
        work: what is to be done with its article; a fault of our own in it costs this article, not the run.
        failed: what the fault means for the article: `not checked`.
    """
    try:
        article = _article(entry)
        return article if article is None or isinstance(article, Problem) else work(article)
    except UnreadableError as error:
        return Problem(entry.path, error.message, error.line, error.column)
    except Exception as error:  # noqa: BLE001  among a million files one may find what no test did
        from duizhao.faults import fault, is_fault  # noqa: PLC0415  only after a fault

        return Problem(entry.path, fault(error, failed), fault=is_fault(error))


def check_entry(entry: Entry, job: Job) -> FileResult:
    """Check one article that was read."""
    result = outcome_of(entry, lambda article: _checked(article, job), "not checked")
    if result is None:
        return FileResult(entry.path, skipped=True)
    return FileResult(entry.path, problem=result) if isinstance(result, Problem) else result


def _checked(article: Article, job: Job) -> FileResult:
    result = FileResult(article.path, tuple(check_article(article, job.settings.for_path(article.path))))
    if job.texts and result.findings:
        result = result._replace(text=article.source.text)
    if job.signatures:
        from duizhao.validator.across.signature import signature_of  # noqa: PLC0415  not for a hook

        result = result._replace(signature=signature_of(article))
    return result


class Checker:
    """Checks chunks of files, with the cache where there is one."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._cache: Cache | None = None
        if job.cache:
            from duizhao.validator.running.cache import Cache  # noqa: PLC0415  not for a hook

            self._cache = Cache(job.cache)

    def close(self) -> None:
        """Close the cache."""
        if self._cache is not None:
            self._cache.close()

    def check(self, items: Iterable[Checkable]) -> list[FileResult]:
        """The results of some files, in their order."""
        entries = [entry for item in items for entry in entries_of(item)]
        if self._cache is None:
            return [self._result(entry) for entry in entries]
        return self._with_cache(entries, self._cache)

    def _result(self, entry: Entry | Problem) -> FileResult:
        return check_entry(entry, self._job) if isinstance(entry, Entry) else FileResult(entry.path, problem=entry)

    def _with_cache(self, entries: list[Entry | Problem], cache: Cache) -> list[FileResult]:
        from duizhao.validator.running.cache import Kept  # noqa: PLC0415

        job = self._job
        keys = [_key(entry, job.prefix) for entry in entries]
        known = cache.get([key for key in keys if key], signatures=job.signatures)
        results, fresh = [], []
        for key, entry in zip(keys, entries, strict=True):
            if key in known and isinstance(entry, Entry):
                result = FileResult(entry.path, known[key], key=key)
                results.append(_with_text(result, entry) if job.texts and known[key] else result)
                continue
            result = self._result(entry)
            if key and result.problem is None:
                fresh.append(Kept(key, result.findings, result.signature))
                result = result._replace(key=key, signature=None)
            results.append(result)
        cache.put(fresh)
        return results


def entries_of(item: Checkable) -> Iterator[Entry | Problem]:
    """What a source holds; a fault of our own stops the reading of this one, not the run."""
    if not isinstance(item, Location):
        yield item
        return
    try:
        yield from read_entries(item)
    except Exception as error:  # noqa: BLE001
        from duizhao.faults import fault, is_fault  # noqa: PLC0415  only after a fault

        yield Problem(item.path, fault(error, "not read to its end"), fault=is_fault(error))


def articles_of(items: Iterable[Checkable]) -> Iterator[Article | Problem]:
    """The articles that sources hold, one at a time, and what could not be read."""
    for item in items:
        for entry in entries_of(item):
            with about(entry.path):
                article = entry if isinstance(entry, Problem) else _article(entry)
            if article is not None:
                yield article


def _article(entry: Entry) -> Article | Problem | None:
    """What was read of an entry, or why it cannot be; None for one that is to be skipped."""
    problem = entry.problem
    if problem is not None:
        return Problem(entry.path, problem.message, problem.line, problem.column)
    if entry.data is None:
        return None
    try:
        return parse(Source.decode(entry.path, entry.data))
    except UnreadableError as error:
        return Problem(entry.path, error.message, error.line, error.column)


def _key(entry: Entry | Problem, prefix: bytes) -> bytes:
    """In the cache, b'' where there is nothing to keep."""
    from duizhao.validator.running.cache import key_of  # noqa: PLC0415

    return b"" if isinstance(entry, Problem) or entry.data is None else key_of(prefix, entry.path, entry.data)


def _with_text(result: FileResult, entry: Entry) -> FileResult:
    return result._replace(text=Source.decode(entry.path, entry.data or b"").text)
