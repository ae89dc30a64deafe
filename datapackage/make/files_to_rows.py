"""Article files to rows: what a build makes of the articles that the worker processes examine."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from duizhao.datapackage.disk.external_sort import SortItem
from duizhao.datapackage.format import cells
from duizhao.datapackage.format.article_paths import unfit
from duizhao.datapackage.format.metadata import Metadata
from duizhao.datapackage.format.table_writer import MOST_BYTES
from duizhao.datapackage.make.article_rows import (
    AnalysedRows,
    SeverityCounts,
    SharedColumns,
    article_row,
    finding_rows,
)
from duizhao.datapackage.make.issue_rows import IssuePart, issue_part, issue_row
from duizhao.datapackage.make.item import AnalysedLines, encoded, item_of
from duizhao.datapackage.make.sources import Root
from duizhao.schema.inputs.entry import Entry
from duizhao.schema.inputs.names import ARCHIVE_LIKE, parts_of
from duizhao.schema.tree import Article
from duizhao.validator.across.digest import digest_of, renamed
from duizhao.validator.across.signature import signature_of
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.finding import Finding
from duizhao.validator.registry import enabled
from duizhao.validator.report import FileResult, Problem
from duizhao.validator.running.engine import Examined
from duizhao.validator.running.one_file import articles_in
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
    """An article, laid out and ready to be sorted, so that the process that sorts all of them has little to do."""

    item: SortItem
    """Its identifier and paths, numbers of rows and findings, and its lines; see `item`."""
    digest: bytes
    """What it is compared with others by, b'' where nothing is compared."""
    place: SortItem | None
    """Its path, name by name; None for an article of an issue, whose file has one."""
    part: IssuePart | None = None
    """What the row of its issue is made from, as long as that is not made."""


class IssueToMerge(NamedTuple):
    """An issue, whose articles are sorted one by one."""

    item: SortItem
    """Its identifier and paths, and its line."""
    place: SortItem
    shown: str
    """Its path as it is shown to the user."""


class SkippedFile(NamedTuple):
    """A file that no reader knows."""

    reason: str


RowOutcome = ArticleToMerge | IssueToMerge | Problem | SkippedFile


class RowMaker:
    """What a build makes of an entry: its articles, laid out in rows, with the row of the issue that it is, where it is
    one; problems; or that it was skipped.

    Args:
        plan: how.
    """

    failed = "left out"

    def __init__(self, plan: BuildPlan) -> None:
        self._plan = plan
        self._waivers: Waivers | None = None
        self.digests = plan.across
        self._hashed: tuple[Entry | None, str] = (None, "")  # the last file: an issue has hundreds of articles

    def refusal(self, entry: Entry) -> Problem | None:
        # What could not be read has no bytes, and is told for that reason.
        if entry.data is not None and (reason := _unfit(entry, self._plan.root.relative(entry.path))):
            return Problem(entry.path, f"{reason}, so that a package could not give it back; rename it")
        return None

    def fresh(self, examined: Examined, entry: Entry, key: bytes) -> tuple[RowOutcome, Kept | None]:
        article = examined.case.article
        analysed = AnalysedLines.of(AnalysedRows.of(examined.case))
        digest = digest_of(signature_of(article)) if self.digests else b""
        made = self._laid_out(article, entry, examined.findings, analysed, digest)
        # Without a cache nothing is kept.
        if not key:
            return made, None
        from duizhao.validator.running.cache.store import Kept  # noqa: PLC0415  sqlite3 only where there is a cache

        return made, Kept(key, examined.findings, (digest,) if digest else (), list(analysed))

    def together(
        self, entry: Entry, outcomes: Sequence[tuple[RowOutcome, Kept | None] | Problem]
    ) -> tuple[list[RowOutcome], Kept | None]:
        problems = [outcome for outcome in outcomes if isinstance(outcome, Problem)]
        made = [outcome for outcome in outcomes if not isinstance(outcome, Problem)]
        # Articles of a file that could be read are used, though others in it could not.
        rows = self._with_issue(entry, [one for one, _ in made])
        kept = [one for _, one in made if one is not None]
        # What cannot be read is told anew each time: the cache keeps no problems.
        return [*rows, *problems], _as_one(kept) if kept and not problems else None

    def again(self, entry: Entry, known: Known) -> list[RowOutcome]:
        articles = articles_in(entry, self._plan.settings.publication_of(entry.path))
        made: list[RowOutcome] = []
        digests = known.digests if self.digests else [b""] * len(known.extra)
        for article, (analysed, numbers), digest in zip(articles, known.extra, digests, strict=True):
            if isinstance(article, Problem):  # such files are not kept
                raise TypeError(article.message)
            findings = [known.findings[number] for number in numbers]
            made.append(self._laid_out(article, entry, findings, AnalysedLines.known(analysed), digest))
        return self._with_issue(entry, made)

    def without(self, path: str, problem: Problem | None, reason: str = "") -> Problem | SkippedFile:  # noqa: ARG002  a check needs the path
        return SkippedFile(reason) if problem is None else problem

    def waived(self, path: str, findings: Sequence[Finding]) -> tuple[Finding, ...]:
        """Findings of a file, those marked that were accepted."""
        if not self._plan.waivers:
            return tuple(findings)
        if self._waivers is None:  # made in the process that needs them: all of this is sent to every worker
            self._waivers = Waivers(self._plan.waivers, self._plan.today)
        return self._waivers.apply(FileResult(path, tuple(findings))).findings

    def _laid_out(
        self,
        article: Article,
        entry: Entry,
        findings: Sequence[Finding],
        analysed: AnalysedLines,
        digest: bytes,
    ) -> ArticleToMerge:
        path = article.path
        about = SharedColumns(self._publication(path), self._plan.metadata.translation)
        waived = self.waived(path, findings)
        place = self._plan.root.relative(path)
        row = article_row(article, place, self._hash(entry), analysed.counts, analysed.pairs, about)
        item = item_of(row, place, path, SeverityCounts.of(waived), analysed, finding_rows(row.id, waived))
        # In a package articles are known by their identifiers.
        digest = renamed(digest, row.id) if digest else b""
        return ArticleToMerge(item, digest, None if row.issue else _place(place, path), issue_part(article))

    def _with_issue(self, entry: Entry, made: Sequence[RowOutcome]) -> list[RowOutcome]:
        """The articles of a file, and behind them the row of the issue that it holds, where it holds one."""
        articles = [one for one in made if isinstance(one, ArticleToMerge)]
        parts = [one.part for one in articles if one.part]
        if not parts:
            return list(made)
        relative = self._plan.root.relative
        counterpart = parts[0].place.counterpart
        about = self._hash(entry), self._publication(entry.path), relative(counterpart) if counterpart else ""
        row = issue_row(parts, relative(entry.path), *about)
        item = encoded(row.id, row.path, row.shown, cells.line(row.cells))
        issue = IssueToMerge(item, _place(row.path, row.shown), row.shown)
        return [*(one._replace(part=None) for one in articles), issue]

    def _publication(self, path: str) -> str:
        publication = self._plan.settings.for_path(path).publication
        return self._plan.metadata.publication or (publication.name if publication else "")

    def _hash(self, entry: Entry) -> str:
        """The SHA-256 of a file."""
        if self._hashed[0] is not entry:
            self._hashed = entry, hashlib.sha256(entry.data or b"").hexdigest()
        return self._hashed[1]


def _as_one(kept: Sequence[Kept]) -> Kept:
    """What the cache keeps of a file from what it would of its articles.

    Its findings stand in the order of a report, as a check keeps them; of each article are kept, beside what was made
    of it, which of them are its own.
    """
    found = [(finding, number) for number, one in enumerate(kept) for finding in one.findings or ()]
    found.sort(key=lambda item: item[0].sort_key())
    own: list[list[int]] = [[] for _ in kept]
    for index, (_, number) in enumerate(found):
        own[number].append(index)
    digests = tuple(digest for one in kept for digest in one.digests)
    extra = [[one.extra, numbers] for one, numbers in zip(kept, own, strict=True)]
    return kept[0]._replace(findings=tuple(finding for finding, _ in found), digests=digests, extra=extra)


def kind_of_rows() -> bytes:
    """A hash of the source that lays articles out, under which the cache keeps what it makes."""
    from duizhao import datapackage  # noqa: PLC0415  only where there is a cache
    from duizhao.validator.running.cache.keys import source_hash  # noqa: PLC0415

    folders = (os.path.join(datapackage.__path__[0], name) for name in ("format", "make"))
    return source_hash((folder, True) for folder in folders)


def _unfit(entry: Entry, path: str) -> str:
    """Why a package could not give a file back under its name, '' where it can; folders around all sources are none."""
    return (entry.alias if "\\" in path or entry.alias == ARCHIVE_LIKE else "") or unfit(path)


def _place(path: str, shown: str) -> SortItem:
    """A path such that a folder sorts next to a file of its name."""
    return encoded("\0".join(parts_of(path)), shown)
