"""A file to its result; what every worker process does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from duizhao.errors import UnreadableError
from duizhao.faults import about
from duizhao.schema.inputs.entry import Entry
from duizhao.schema.inputs.read import read_entries
from duizhao.schema.inputs.signs import looks_like_articles
from duizhao.schema.inputs.walk import Location
from duizhao.schema.parse import parse
from duizhao.schema.publication import Publication
from duizhao.schema.readers.recognise import ReaderName, is_page, recognise
from duizhao.schema.tree import Article
from duizhao.source import Excerpt, Source
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.finding import Finding
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


def outcomes_of(
    entry: Entry, work: Callable[[Article], Made], failed: str, publication: Publication
) -> Iterator[Made | Problem]:
    """What the work on each article gives, or why it gives nothing; none at all for an entry that is to be skipped.

    Args:
        entry: what was read.
        work: what is to be done with its articles; a fault of our own in it costs one article, not the run.
        failed: what the fault means for the article: `not checked`.
        publication: the newspaper that it is of.
    """
    try:
        for article in _articles(entry, publication):
            yield article if isinstance(article, Problem) else _outcome(article, work, failed)
    except UnreadableError as error:
        yield Problem(entry.path, error.message, error.line, error.column)
    except Exception as error:  # noqa: BLE001  among a million files one may find what no test did
        yield _fault(entry.path, error, failed)


def _outcome(article: Article, work: Callable[[Article], Made], failed: str) -> Made | Problem:
    try:
        return work(article)
    except UnreadableError as error:
        line = article.source.position(0).line if article.issue else error.line
        return Problem(article.path, error.message, line, error.column)
    except Exception as error:  # noqa: BLE001
        return _fault(article.path, error, failed)


def _fault(path: str, error: Exception, failed: str) -> Problem:
    from duizhao.faults import fault, is_fault  # noqa: PLC0415  only after a fault

    return Problem(path, fault(error, failed), fault=is_fault(error))


def check_entry(entry: Entry, job: Job) -> list[FileResult]:
    """Check what was read: a result for the file, and a further one for each problem beside it."""
    publication = job.settings.publication_of(entry.path)
    outcomes = list(outcomes_of(entry, lambda article: _checked(article, job), "not checked", publication))
    problems = [outcome for outcome in outcomes if isinstance(outcome, Problem)]
    results = [outcome for outcome in outcomes if isinstance(outcome, FileResult)]
    if not outcomes:
        return [FileResult(entry.path, skipped=True, reason=entry.reason)]
    first = problems.pop(0) if problems else None
    whole = results[0] if len(results) == 1 else _together(entry.path, results)
    further = (FileResult(entry.path, problem=problem, whole=False) for problem in problems)
    return [whole._replace(problem=first), *further]


def _together(path: str, results: Iterable[FileResult]) -> FileResult:
    """The results of several articles as one of the file, which has no one signature: it is compared with none."""
    found: list[Finding] = []
    text = ""
    for result in results:
        found += result.findings
        text = text or result.text
    found.sort(key=Finding.sort_key)
    return FileResult(path, tuple(found), text=text)


def _checked(article: Article, job: Job) -> FileResult:
    result = FileResult(article.path, tuple(check_article(article, job.settings.for_path(article.path))))
    if job.texts and result.findings:
        result = result._replace(text=_whole(article.source).text)
    if job.signatures and article.issue is None:
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
            return [result for entry in entries for result in self._results(entry)]
        return self._with_cache(entries, self._cache)

    def _results(self, entry: Entry | Problem) -> list[FileResult]:
        return check_entry(entry, self._job) if isinstance(entry, Entry) else [FileResult(entry.path, problem=entry)]

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
            result, *further = self._results(entry)
            # Where files are compared, what has no signature is checked anew: the cache could not compare it.
            if key and result.problem is None and not result.skipped and (result.signature or not job.signatures):
                fresh.append(Kept(key, result.findings, result.signature))
                result = result._replace(key=key, signature=None)
            results += [result, *further]
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


def articles_of(items: Iterable[Checkable], settings: Settings) -> Iterator[Article | Problem]:
    """The articles that sources hold, one at a time, and what could not be read."""
    for item in items:
        for entry in entries_of(item):
            with about(entry.path):
                yield from (
                    (entry,) if isinstance(entry, Problem) else _articles(entry, settings.publication_of(entry.path))
                )


def _articles(entry: Entry, publication: Publication) -> Iterator[Article | Problem]:
    """The articles of an entry, and what of it cannot be read; none of one that is to be skipped."""
    problem = entry.problem
    if problem is not None:
        yield Problem(entry.path, problem.message, problem.line, problem.column)
    if entry.data is None:
        return
    try:
        source = Source.decode(entry.path, entry.data)
    except UnreadableError as error:
        yield Problem(entry.path, error.message, error.line, error.column)
        return
    reader = recognise(entry.data, entry.path, publication)
    if reader != "article":
        yield from _of_issue(source, reader, publication)
    elif is_page(entry.data) and not entry.reason and not looks_like_articles(entry.data, entry.path):
        wanted = f"issue-html wants elements of the class `{publication.pane}`"
        yield Problem(entry.path, f"an HTML page that no reader knows: {wanted}")
    elif not entry.reason:
        yield parse(source)


def _of_issue(source: Source, reader: ReaderName, publication: Publication) -> Iterator[Article | Problem]:
    from duizhao.schema.readers.read_file import read_issue  # noqa: PLC0415  most files are articles

    for one in read_issue(reader, source, publication):
        if isinstance(one, Article):
            yield one
        else:
            yield Problem(source.path, one.message, *source.position(one.start))


def _whole(source: Source) -> Source:
    """The source that lines and columns refer to."""
    return source.whole if isinstance(source, Excerpt) else source


def _key(entry: Entry | Problem, prefix: bytes) -> bytes:
    """In the cache, b'' where there is nothing to keep."""
    from duizhao.validator.running.cache import key_of  # noqa: PLC0415

    return b"" if isinstance(entry, Problem) or entry.data is None else key_of(prefix, entry.path, entry.data)


def _with_text(result: FileResult, entry: Entry) -> FileResult:
    return result._replace(text=Source.decode(entry.path, entry.data or b"").text)
