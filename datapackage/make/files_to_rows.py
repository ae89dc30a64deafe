"""Article files to rows: what every worker process of a build does."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from typing import NamedTuple

from duizhao.datapackage.disk.external_sort import SortItem
from duizhao.datapackage.format.article_paths import unfit
from duizhao.datapackage.format.metadata import Metadata
from duizhao.datapackage.make.article_rows import ArticleRows, SharedColumns, article_rows
from duizhao.datapackage.make.sources import Root
from duizhao.schema.inputs.entry import Entry
from duizhao.schema.inputs.names import ARCHIVE_LIKE
from duizhao.schema.readers.recognise import recognise
from duizhao.schema.tree import Article
from duizhao.validator.case import Case
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.finding import Finding
from duizhao.validator.registry import enabled
from duizhao.validator.report import FileResult, Problem
from duizhao.validator.running.engine import check_case
from duizhao.validator.running.one_file import Checkable, entries_of, outcomes_of
from duizhao.validator.waiving.waivers import Waiver, Waivers


class BuildPlan(NamedTuple):
    """How articles become rows."""

    root: Root
    metadata: Metadata = Metadata()
    settings: Settings = Settings()
    waivers: tuple[Waiver, ...] = ()
    today: str = ""
    """The day that decides which waivers have expired, YYYY-MM-DD."""

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


class FilesToRows:
    """Lays articles out in rows.

    Args:
        plan: how.
    """

    def __init__(self, plan: BuildPlan) -> None:
        self._plan = plan
        self._waivers: Waivers | None = None
        self._across = plan.across

    def __call__(self, items: list[Checkable]) -> list[ArticleToMerge | Problem | SkippedFile]:
        """The articles among some files, and what cannot be read or is not known."""
        return [self._outcome(entry) for item in items for entry in entries_of(item)]

    def waived(self, path: str, findings: Sequence[Finding]) -> tuple[Finding, ...]:
        """Findings of a file, those marked that were accepted."""
        if not self._plan.waivers:
            return tuple(findings)
        if self._waivers is None:  # made in the process that needs them: all of this is sent to every worker
            self._waivers = Waivers(self._plan.waivers, self._plan.today)
        return self._waivers.apply(FileResult(path, tuple(findings))).findings

    def _outcome(self, entry: Entry | Problem) -> ArticleToMerge | Problem | SkippedFile:
        """What comes of an entry."""
        if isinstance(entry, Problem):
            return entry
        if entry.data is not None and (reason := _unfit(entry, self._plan.root.relative(entry.path))):
            return Problem(entry.path, f"{reason}, so that a package could not give it back; rename it")
        publication = self._plan.settings.publication_of(entry.path)
        if entry.data is not None and (reader := recognise(entry.data, entry.path, publication)) != "article":
            return Problem(entry.path, f"an issue of many articles ({reader}), which a package cannot hold yet")
        outcomes = outcomes_of(
            entry, lambda article: self._checked(article, entry.data or b""), "left out", publication
        )
        return next(outcomes, SkippedFile(entry.reason))

    def _checked(self, article: Article, data: bytes) -> ArticleToMerge:
        plan, path = self._plan, article.path
        settings = plan.settings.for_path(path)
        publication = plan.metadata.publication or (settings.publication.name if settings.publication else "")
        case = Case(article, settings)
        findings = self.waived(path, check_case(case))
        about = SharedColumns(publication, plan.metadata.translation)
        rows = article_rows(article, plan.root.relative(path), data, findings, case, about)
        return ArticleToMerge(rows, _digest(article, rows.id) if self._across else b"")


def _unfit(entry: Entry, path: str) -> str:
    """Why a package could not give a file back under its name, '' where it can; folders around all sources are none."""
    return (entry.alias if "\\" in path or entry.alias == ARCHIVE_LIKE else "") or unfit(path)


def _digest(article: Article, identity: str) -> bytes:
    """What the article is compared by; in a package articles are known by their identifiers."""
    from duizhao.validator.across.signature import signature_of  # noqa: PLC0415  only where something is compared

    return pickle.dumps(signature_of(article)._replace(path=identity))
