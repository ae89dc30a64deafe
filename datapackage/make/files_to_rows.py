"""Article files to rows: what a build makes of the articles that the worker processes examine."""

from __future__ import annotations

import os
import pickle
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from duizhao.datapackage.disk.external_sort import SortItem
from duizhao.datapackage.format.article_paths import unfit
from duizhao.datapackage.format.metadata import Metadata
from duizhao.datapackage.format.table_writer import MOST_BYTES
from duizhao.datapackage.make.article_rows import AnalysedRows, ArticleRows, SharedColumns, article_rows
from duizhao.datapackage.make.sources import Root
from duizhao.schema.inputs.entry import Entry
from duizhao.schema.inputs.names import ARCHIVE_LIKE
from duizhao.schema.parse import parse
from duizhao.schema.readers.recognise import recognise
from duizhao.schema.tree import Article
from duizhao.source import Source
from duizhao.validator.across.signature import Signature, signature_of
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.finding import Finding
from duizhao.validator.registry import enabled
from duizhao.validator.report import FileResult, Problem
from duizhao.validator.running.engine import Examined
from duizhao.validator.waiving.waivers import Waiver, Waivers

if TYPE_CHECKING:
    from duizhao.validator.running.cache.store import Kept, Known


class BuildPlan(NamedTuple):
    """How articles become rows."""

    root: Root
    metadata: Metadata = Metadata()
    settings: Settings = Settings()
    waivers: tuple[Waiver, ...] = ()
    today: str = ""
    """The day that decides which waivers have expired, YYYY-MM-DD."""
    part: int = MOST_BYTES
    """Bytes from which on a table needs a further file."""

    @property
    def across(self) -> bool:
        """Whether rules that look across files are in force."""
        return any(rule.family == "C" for rule in enabled(self.settings))


class ArticleToMerge(NamedTuple):
    """An article, laid out, and what is needed to compare it with others."""

    rows: ArticleRows
    digest: bytes
    """Pickled, b'' where nothing is compared."""

    def item(self) -> SortItem:
        """As an item that can be sorted; see `merge`."""
        rows = self.rows
        numbers = " ".join(map(str, (*rows.counts, *rows.tally)))
        words = (rows.id, rows.path, rows.shown, numbers, *rows.tables)
        return (*(word.encode() for word in words), self.digest)


class SkippedFile(NamedTuple):
    """A file that no reader knows."""

    reason: str


RowOutcome = ArticleToMerge | Problem | SkippedFile


class RowMaker:
    """What a build makes of an entry: its article, laid out in rows, or the problem, or that it was skipped.

    Args:
        plan: how.
    """

    failed = "left out"
    signatures = False
    """They are made anew from the article, which must be parsed for its rows in any case."""

    def __init__(self, plan: BuildPlan) -> None:
        self._plan = plan
        self._waivers: Waivers | None = None
        self._across = plan.across

    def refusal(self, entry: Entry) -> Problem | None:
        if entry.data is not None and (reason := _unfit(entry, self._plan.root.relative(entry.path))):
            return Problem(entry.path, f"{reason}, so that a package could not give it back; rename it")
        publication = self._plan.settings.publication_of(entry.path)
        if entry.data is not None and (reader := recognise(entry.data, entry.path, publication)) != "article":
            return Problem(entry.path, f"an issue of many articles ({reader}), which a package cannot hold yet")
        return None

    def fresh(self, examined: Examined, entry: Entry, key: bytes) -> tuple[ArticleToMerge, Kept | None]:
        article = examined.case.article
        signature = signature_of(article) if self._across else None
        analysed = AnalysedRows.of(examined.case)
        rows = self._rows(article, entry, examined.findings, analysed)
        made = ArticleToMerge(rows, _digest(signature, rows.id))
        if not key:
            return made, None
        from duizhao.validator.running.cache.store import Kept  # noqa: PLC0415  sqlite3 only where there is a cache

        return made, Kept(key, examined.findings, signature, list(analysed))

    def together(
        self,
        entry: Entry,  # noqa: ARG002  a check needs it
        outcomes: Sequence[tuple[RowOutcome, Kept | None] | Problem],
    ) -> tuple[list[RowOutcome], Kept | None]:
        first = outcomes[0]  # issues of several were refused
        return ([first], None) if isinstance(first, Problem) else ([first[0]], first[1])

    def again(self, entry: Entry, known: Known) -> ArticleToMerge:
        article = parse(Source.decode(entry.path, entry.data or b""))
        rows = self._rows(article, entry, known.findings, AnalysedRows.known(known.extra))
        return ArticleToMerge(rows, _digest(signature_of(article) if self._across else None, rows.id))

    def without(self, path: str, problem: Problem | None, reason: str = "") -> Problem | SkippedFile:  # noqa: ARG002  a check needs the path
        return SkippedFile(reason) if problem is None else problem

    def waived(self, path: str, findings: Sequence[Finding]) -> tuple[Finding, ...]:
        """Findings of a file, those marked that were accepted."""
        if not self._plan.waivers:
            return tuple(findings)
        if self._waivers is None:  # made in the process that needs them: all of this is sent to every worker
            self._waivers = Waivers(self._plan.waivers, self._plan.today)
        return self._waivers.apply(FileResult(path, tuple(findings))).findings

    def _rows(self, article: Article, entry: Entry, findings: Sequence[Finding], analysed: AnalysedRows) -> ArticleRows:
        plan, path = self._plan, article.path
        settings = plan.settings.for_path(path)
        publication = plan.metadata.publication or (settings.publication.name if settings.publication else "")
        about = SharedColumns(publication, plan.metadata.translation)
        waived = self.waived(path, findings)
        return article_rows(article, plan.root.relative(path), entry.data or b"", waived, analysed, about)


def kind_of_rows() -> bytes:
    """A hash of the source that lays articles out, under which the cache keeps what it makes."""
    from duizhao import datapackage  # noqa: PLC0415  only where there is a cache
    from duizhao.validator.running.cache.keys import source_hash  # noqa: PLC0415

    folders = (os.path.join(datapackage.__path__[0], name) for name in ("format", "make"))
    return source_hash((folder, True) for folder in folders)


def _unfit(entry: Entry, path: str) -> str:
    """Why a package could not give a file back under its name, '' where it can; folders around all sources are none."""
    return (entry.alias if "\\" in path or entry.alias == ARCHIVE_LIKE else "") or unfit(path)


def _digest(signature: Signature | None, identity: str) -> bytes:
    """What the article is compared by; in a package articles are known by their identifiers."""
    return pickle.dumps(signature._replace(path=identity)) if signature else b""
