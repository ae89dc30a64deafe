"""What is sorted of each article while a package is made: its lines, as bytes that may lie on disk.

The processes that examine articles make every line, once; the one that sorts them all only puts them together.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from duizhao.datapackage.disk.external_sort import SortItem
from duizhao.datapackage.format import cells
from duizhao.datapackage.make.article_rows import AnalysedRows, ArticleRow, CellsOfRow, SeverityCounts

ID, PATH, SHOWN, _NUMBERS, _HEAD, _TAIL, _PARAGRAPHS, _QUANTITIES, _FINDINGS = range(9)
WIDTH = _FINDINGS + 1
_BETWEEN = b"\0"
"""Between the lines of findings, so that they stay rows, to which others come; no cell holds a control character."""


class AnalysedLines(NamedTuple):
    """The analyses of an article as lines, which a cache may keep."""

    paragraphs: str
    quantities: str
    counts: tuple[int, int]
    """Rows of both."""
    pairs: tuple[int, int]
    """Expressions that were compared, and those of them that agree."""

    @classmethod
    def of(cls, rows: AnalysedRows) -> AnalysedLines:
        """Make the lines."""
        counts = len(rows.paragraphs), len(rows.quantities)
        return cls(_lines(rows.paragraphs), _lines(rows.quantities), counts, rows.pairs)

    @classmethod
    def known(cls, data: list[Any]) -> AnalysedLines:
        """What was kept as JSON data."""
        paragraphs, quantities, counts, pairs = data
        return cls(paragraphs, quantities, tuple(counts), tuple(pairs))


def item_of(
    row: ArticleRow,
    path: str,
    shown: str,
    tally: SeverityCounts,
    analysed: AnalysedLines,
    findings: Sequence[CellsOfRow],
) -> SortItem:
    """An article, ready to be sorted.

    Args:
        row: that of `articles`.
        path: of its file within the sources.
        shown: the same as it is shown to the user.
        tally: its findings by severity.
        analysed: its analyses.
        findings: their rows, in order.
    """
    numbers = " ".join(map(str, (*analysed.counts, len(findings), *tally)))
    head, tail = cells.line(row.head)[:-1], cells.line(row.tail)  # the line goes on with the counts and the tail
    tables = head, tail, analysed.paragraphs, analysed.quantities
    return (*encoded(row.id, path, shown, numbers, *tables), _BETWEEN.join(_encoded_lines(findings)))


def with_findings(item: SortItem, rows: Iterable[CellsOfRow], tally: SeverityCounts) -> SortItem:
    """An article with findings more, in the order of all.

    Args:
        item: the article.
        rows: of these findings.
        tally: their number by severity.
    """
    counts, before = _numbers(item)
    more = _encoded_lines(rows)
    there = item[_FINDINGS].split(_BETWEEN) if item[_FINDINGS] else []
    counts[-1] += len(more)
    numbers = " ".join(map(str, (*counts, *before.plus(tally)))).encode()
    # Each begins with its identifier, which no two findings of an article share: so lines sort as their rows do.
    findings = _BETWEEN.join(sorted([*there, *more]))
    return (*item[:_NUMBERS], numbers, *item[_NUMBERS + 1 : _FINDINGS], findings)


class FinishedArticle(NamedTuple):
    """What is written of an article."""

    tables: tuple[bytes, ...]
    """Its lines in `articles`, `paragraphs`, `quantities` and `findings`."""
    counts: tuple[int, ...]
    """How many each of these are."""
    tally: SeverityCounts


def finished(item: SortItem) -> FinishedArticle:
    """What is to be written of an article, once nothing more can be found."""
    counts, tally = _numbers(item)
    first = b"".join((item[_HEAD], b",", ",".join(map(str, tally)).encode(), b",", item[_TAIL]))
    tables = first, item[_PARAGRAPHS], item[_QUANTITIES], item[_FINDINGS].replace(_BETWEEN, b"")
    return FinishedArticle(tables, (1, *counts), tally)


def encoded(*words: str) -> SortItem:
    """Fields of an item."""
    return tuple([word.encode() for word in words])


def _numbers(item: SortItem) -> tuple[list[int], SeverityCounts]:
    """Rows of the tables after the first, and the findings by severity."""
    numbers = list(map(int, item[_NUMBERS].split()))
    return numbers[:3], SeverityCounts(*numbers[3:])


def _lines(rows: Iterable[CellsOfRow]) -> str:
    return "".join(map(cells.line, rows))


def _encoded_lines(rows: Iterable[CellsOfRow]) -> list[bytes]:
    return [cells.line(row).encode() for row in rows]
