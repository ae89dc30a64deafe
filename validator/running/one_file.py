"""A file to what is made of its articles: what every worker process does, for a check, a build and an engine alike.

An article is parsed and examined here; what is made of it then – a result, rows – says a `Maker`.  Who wants articles
and no results has them by the same way, from `articles`; pyproject.toml names the few who parse for other ends.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from duizhao.errors import UnavailableError, UnreadableError
from duizhao.faults import fault, is_fault
from duizhao.schema.inputs.entry import Entry
from duizhao.schema.inputs.read import read_entries
from duizhao.schema.inputs.signs import is_foreign_page, of_newspaper
from duizhao.schema.inputs.walk import Location
from duizhao.schema.publication import Publication
from duizhao.schema.readers.read_file import read_file
from duizhao.schema.readers.recognise import reader_of, recognise
from duizhao.schema.tree import Article
from duizhao.source import Source
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.report import Problem
from duizhao.validator.running.engine import Examined, examine

if TYPE_CHECKING:
    from duizhao.validator.running.cache.store import Cache, CachePlan, Kept, Known

Made = TypeVar("Made")
Checkable = Location | Entry | Problem
"""What is to be checked: a source to open, what was read of one, or that it could not be."""


class Maker(Protocol[Made]):
    """What is made of entries; sent to every worker once."""

    failed: str
    """What a fault means for an article: `not checked`."""
    digests: bool
    """Whether an article is compared with others, so that what is kept of it is of no use without its digest."""

    def refusal(self, entry: Entry) -> Problem | None:
        """Why an entry is not even looked at, None where it is."""

    def fresh(self, examined: Examined, entry: Entry, key: bytes) -> tuple[Made, Kept | None]:
        """What is made of an article, and what the cache is to keep of it; nothing where the key is b''."""

    def together(
        self, entry: Entry, outcomes: Sequence[tuple[Made, Kept | None] | Problem]
    ) -> tuple[list[Made], Kept | None]:
        """What is made of a file from what was made of its articles, and what the cache is to keep of that."""

    def again(self, entry: Entry, known: Known) -> list[Made]:
        """The same from what was kept."""

    def without(self, path: str, problem: Problem | None, reason: str = "") -> Made:
        """What is made of a file without an article: one that cannot be used, or with no problem one to be skipped."""


class FileWorker(Generic[Made]):
    """Works on chunks of files, with the cache where there is one.

    Args:
        settings: what is in force.
        maker: what is made of each.
        plan: of the cache, None for none.
    """

    def __init__(self, settings: Settings, maker: Maker[Made], plan: CachePlan | None = None) -> None:
        self._settings = settings
        self._maker = maker
        self._plan = plan
        self._cache: Cache | None = None  # opened in the process that uses it: this object is sent to others

    def __call__(self, items: list[Checkable]) -> list[Made]:
        """What is made of some files, in their order."""
        entries = [entry for item in items for entry in settled_entries(item, self._settings)]
        if self._plan is None:
            return [one for entry in entries for one in self._made(entry, b"")[0]]
        return self._with_cache(entries, self._plan)

    def close(self) -> None:
        """Close the cache."""
        if self._cache is not None:
            self._cache.close()

    def _with_cache(self, entries: list[Entry | Problem], plan: CachePlan) -> list[Made]:
        if self._cache is None:
            from duizhao.validator.running.cache.store import Cache  # noqa: PLC0415  not for a hook

            self._cache = Cache(plan.folder)
        keys = [_key(entry, plan.prefix) for entry in entries]
        known = self._cache.known([key for key in keys if key], plan, digests=self._maker.digests)
        made, fresh = [], []
        for key, entry in zip(keys, entries, strict=True):
            some, kept = self._made(entry, key, known.get(key))
            made += some
            fresh += [kept] if kept is not None else []
        self._cache.put(fresh, plan.extra)
        return made

    def _made(self, entry: Entry | Problem, key: bytes, known: Known | None = None) -> tuple[list[Made], Kept | None]:
        maker = self._maker
        problem = entry if isinstance(entry, Problem) else maker.refusal(entry)
        if problem is not None or isinstance(entry, Problem):
            return [maker.without(entry.path, problem)], None
        if known is not None:
            again = _guarded(entry.path, lambda: maker.again(entry, known), maker.failed)
            return [maker.without(entry.path, again)] if isinstance(again, Problem) else again, None
        outcomes = list(outcomes_of(entry, self._settings, lambda it: maker.fresh(it, entry, key), maker.failed))
        if not outcomes:
            return [maker.without(entry.path, None, entry.reason)], None
        return maker.together(entry, outcomes)


def outcomes_of(
    entry: Entry, settings: Settings, work: Callable[[Examined], Made], failed: str
) -> Iterator[Made | Problem]:
    """What is made of each article, or why nothing is; none at all for an entry that is to be skipped.

    Args:
        entry: what was read.
        settings: what is in force.
        work: what is made of its articles, once they are examined.
        failed: what a fault of our own means for an article: `not checked`.  It costs this article, not the run.
    """
    try:
        for article in articles_in(entry, settings.publication_of(entry.path)):
            yield article if isinstance(article, Problem) else _outcome(article, settings, work, failed)
    except Exception as error:  # noqa: BLE001  among a million files one may find what no test did
        yield _problem(entry.path, error, failed)


def _outcome(article: Article, settings: Settings, work: Callable[[Examined], Made], failed: str) -> Made | Problem:
    made = _guarded(article.path, lambda: work(examine(article, settings)), failed)
    if isinstance(made, Problem) and article.issue is not None and not made.fault:
        return made._replace(line=article.source.position(0).line)
    return made


def _guarded(path: str, work: Callable[[], Made], failed: str) -> Made | Problem:
    """What comes of some work on a file, or the problem that kept it from being done."""
    try:
        return work()
    except Exception as error:  # noqa: BLE001  as of an article
        return _problem(path, error, failed)


def _problem(path: str, error: Exception, failed: str) -> Problem:
    """What cannot be read of a file, or a fault of our own."""
    if isinstance(error, UnreadableError):
        return Problem.unread(path, error)
    return Problem(path, fault(error, failed), fault=is_fault(error))


def entries_of(item: Checkable) -> Iterator[Entry | Problem]:
    """What a source holds, with the other file of its issue; a fault of ours stops the reading of this one alone."""
    if not isinstance(item, Location):
        yield item
        return
    try:
        if item.beside is None:
            yield from read_entries(item)
        else:
            from duizhao.validator.running.pages import beside  # noqa: PLC0415  few inputs have both

            for entry in read_entries(item):
                yield beside(entry, item.beside)
    except UnavailableError:
        raise
    except Exception as error:  # noqa: BLE001  as of an article
        yield _problem(item.path, error, "not read to its end")


def settled_entries(item: Checkable, settings: Settings) -> Iterator[Entry | Problem]:
    """What a source holds; of a file that is none of its newspaper, or adds nothing to a page, nothing but why."""
    for entry in entries_of(item):
        yield entry if isinstance(entry, Problem) else _settled(entry, settings.publication_of(entry.path))


def _settled(entry: Entry, publication: Publication) -> Entry:
    entry = of_newspaper(entry, publication)
    if entry.beside is None:
        return entry
    from duizhao.validator.running.pages import settled  # noqa: PLC0415  few inputs have both

    return settled(entry, publication)


def articles_in(entry: Entry, publication: Publication) -> Iterator[Article | Problem]:
    """The articles of an entry, and what of it cannot be read; none of one that is to be skipped."""
    problem = entry.problem
    if problem is not None:
        yield Problem(entry.path, problem.message, problem.line, problem.column)
    if entry.data is None:
        return
    try:
        source = Source.decode(entry.path, entry.data)
    except UnreadableError as error:
        yield Problem.unread(entry.path, error)
        return
    reader = reader_of(entry.data, entry.path, publication)
    if reader in {None, "article"}:
        if entry.reason:
            return
        if is_foreign_page(entry.data, entry.path):
            wanted = f"issue-html wants elements of the class `{'` or `'.join(publication.pane)}`"
            yield Problem(entry.path, f"an HTML page that no reader knows: {wanted}")
            return
    if reader is None:
        form, readers = recognise(entry.data, entry.path, publication), ", ".join(publication.readers)
        yield Problem(entry.path, f"a file for the reader `{form}`, and the newspaper {publication.name} has {readers}")
        return
    for one in read_file(reader, source, publication, entry.beside):
        if isinstance(one, Article):
            yield one
        else:
            yield Problem(source.path, one.message, *source.position(one.start))


def _key(entry: Entry | Problem, prefix: bytes) -> bytes:
    """In the cache, b'' where there is nothing to keep."""
    from duizhao.validator.running.cache.keys import key_of  # noqa: PLC0415  not for a hook

    if isinstance(entry, Problem) or entry.data is None:
        return b""
    key = key_of(prefix, entry.path, entry.data)
    return key_of(key, *entry.beside) if entry.beside else key
