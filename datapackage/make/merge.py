"""Articles laid out in any order to the tables of a package, in the order of their identifiers."""

from __future__ import annotations

import os
import pickle
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import groupby
from typing import NamedTuple

from duizhao.datapackage.disk.external_sort import Sorter, SortItem
from duizhao.datapackage.format.table_writer import TableWriter, WrittenTable
from duizhao.datapackage.format.tables import tables
from duizhao.datapackage.make.article_rows import SeverityCounts, finding_rows
from duizhao.datapackage.make.files_to_rows import ArticleToMerge, BuildPlan, IssueToMerge, RowMaker
from duizhao.datapackage.make.item import ID, SHOWN, WIDTH, finished, with_findings
from duizhao.errors import PackageError
from duizhao.validator.finding import Finding

_LINE = 3  # of the row of an issue, behind the same identifier and paths
_PATHS_BUDGET = 8 * 1024 * 1024  # bytes: the paths of some forty thousand articles
_DIGESTS_BUDGET = 4 * 1024 * 1024  # bytes: those of some five thousand articles
_ISSUES_BUDGET = 16 * 1024 * 1024  # bytes: the rows of some hundred issues
Waive = Callable[[str, Sequence[Finding]], tuple[Finding, ...]]


class Merged(NamedTuple):
    """The tables that were written."""

    written: tuple[WrittenTable, ...]
    tally: SeverityCounts


class Merger:
    """Sorts articles on disk, and writes them; a context manager, which takes its folder away again.

    Args:
        folder: of the package; what memory does not hold lies in a folder within it.
        plan: how articles become rows.
    """

    def __init__(self, folder: str, plan: BuildPlan) -> None:
        self._folder = folder
        self._runs = os.path.join(folder, "runs")
        self._plan = plan
        os.mkdir(self._runs)
        self._sorter = Sorter(self._runs, WIDTH)
        self._digests = self._further("digests", 2, _DIGESTS_BUDGET)
        self._paths = self._further("paths", 2, _PATHS_BUDGET)
        self._issues = self._further("issues", _LINE + 1, _ISSUES_BUDGET)

    def _further(self, name: str, width: int, budget: int) -> Sorter:
        os.mkdir(folder := os.path.join(self._runs, name))
        return Sorter(folder, width, budget=budget)

    def __enter__(self) -> Merger:  # noqa: PYI034  final in effect
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        shutil.rmtree(self._runs, ignore_errors=kind is not None)  # what is still being read goes with the whole folder

    def add(self, article: ArticleToMerge) -> None:
        """Take one article."""
        self._sorter.add(article.item)
        if article.digest:  # apart: they are all looked at before the first row can be written
            self._digests.add((article.item[ID], article.digest))
        if article.place is not None:
            self._paths.add(article.place)

    def add_issue(self, issue: IssueToMerge) -> None:
        """Take the row of an issue; its articles are taken one by one."""
        self._issues.add(issue.item)
        self._paths.add(issue.place)

    def write(self) -> Merged:
        """Write the tables.

        Raises:
            PackageError: two of the articles are the same, or could not both be given back.
        """
        # Three passes: nothing is written before the paths are known to fit, and an article's findings across articles
        # must be known when its row, which counts them, is written.
        _see_that_files_are_apart(self._paths.sorted())
        across = _across(self._digests.sorted(), self._plan, self._runs) if self._plan.across else iter(())
        waive = RowMaker(self._plan).waived
        tally = SeverityCounts()
        with ExitStack() as stack:
            *writers, issues = [
                stack.enter_context(TableWriter(self._folder, table, self._plan.part)) for table in tables().values()
            ]
            for item in _distinct(self._issues.sorted(), "issue"):  # first: of a copy, all articles would be the same
                issues.write(item[_LINE], 1)
            for item, findings in _matched(_distinct(self._sorter.sorted(), "article"), across):
                whole = finished(_completed(item, findings, waive) if findings else item)
                tally = tally.plus(whole.tally)
                for writer, data, count in zip(writers, whole.tables, whole.counts, strict=True):
                    writer.write(data, count)
        return Merged(tuple(writer.written() for writer in (*writers, issues)), tally)


def _distinct(items: Iterable[SortItem], what: str) -> Iterator[SortItem]:
    """The items, as long as no two of them are of one article, or issue."""
    before: SortItem = (b"", b"", b"")
    for item in items:
        # Neighbours only, for they come sorted.
        if item[ID] == before[ID]:
            first, second = before[SHOWN].decode(), item[SHOWN].decode()
            raise PackageError(f"{first} and {second} are the same {what}, {item[ID].decode()}; remove one of them")
        yield item
        before = item


def _see_that_files_are_apart(paths: Iterable[SortItem]) -> None:
    """See that every file can be given back as one of its own; NUL between names sorts a folder next to its name.

    Raises:
        PackageError: two are one file, or one is a file where the other needs a folder.
    """
    before: SortItem = (b"", b"")
    for item in paths:
        if before[0] and (item[0] + b"\0").startswith(before[0] + b"\0"):
            first, second = before[1].decode(), item[1].decode()
            raise PackageError(f"{first} and {second} cannot both be given back as files; rename one of them")
        before = item


# ---------------------------------------------------------------- findings across articles


def _across(digests: Iterable[SortItem], plan: BuildPlan, folder: str) -> Iterator[tuple[bytes, list[Finding]]]:
    """Identifiers and the findings that come from comparing their articles with others, in order."""
    from duizhao.validator.across.corpus import compare_digests  # noqa: PLC0415  only where such rules are in force

    os.mkdir(sorted_in := os.path.join(folder, "across"))
    found = Sorter(sorted_in, 3)
    for finding in compare_digests((digest for _, digest in digests), plan.settings):
        # Sorted once more: they come in the order of what is alike, rows in that of identifiers.
        found.add((finding.path.encode(), finding.fingerprint.encode(), pickle.dumps(finding)))
    for identity, group in groupby(found.sorted(), key=lambda item: item[0]):
        yield identity, [pickle.loads(item[2]) for item in group]  # noqa: S301  from the file that this run wrote


def _matched(
    items: Iterable[SortItem], across: Iterator[tuple[bytes, list[Finding]]]
) -> Iterator[tuple[SortItem, list[Finding]]]:
    """Each item with its findings across articles."""
    waiting = next(across, None)
    for item in items:
        # Both are in the order of identifiers, and every one that was compared is among the items.
        if waiting is not None and waiting[0] == item[ID]:
            yield item, waiting[1]
            waiting = next(across, None)
        else:
            yield item, []


def _completed(item: SortItem, findings: list[Finding], waive: Waive) -> SortItem:
    """An article with the findings that come from comparing it."""
    shown = item[SHOWN].decode()
    judged = waive(shown, [finding._replace(path=shown) for finding in findings])
    return with_findings(item, finding_rows(item[ID].decode(), judged), SeverityCounts.of(judged))
