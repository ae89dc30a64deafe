"""The articles of an issue to its row of `issues`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from duizhao.datapackage.format import cells
from duizhao.datapackage.format.issue_layout import Slot, issue_layout_cell, slots_of
from duizhao.datapackage.make.article_rows import CellsOfRow, characters, issue_id, words
from duizhao.schema.record import Record, record_of
from duizhao.schema.tree import Article, InIssue
from duizhao.source import Source


class IssuePart(NamedTuple):
    """What the row of an issue needs to know of one of its articles."""

    issue: str
    """Its identifier."""
    place: InIssue
    date: str | None
    page: int | None
    characters: int
    words: int
    slots: tuple[Slot, ...]
    # Whole, with the stretches between articles, which no row of theirs holds.
    source: Source
    """The file."""


class IssueRow(NamedTuple):
    """The row of an issue."""

    id: str
    path: str
    """Within the sources."""
    shown: str
    """As it is shown to the user."""
    cells: CellsOfRow


def issue_part(article: Article) -> IssuePart | None:
    """What the row of its issue needs to know of an article, None where it has a file of its own."""
    place = article.issue
    if place is None:
        return None
    record: Record = record_of(article)
    slots = tuple(slots_of(article, place.number))
    sizes = characters(record), words(record)
    return IssuePart(issue_id(article), place, record.date, record.page, *sizes, slots, article.source.whole)


def issue_row(parts: Sequence[IssuePart], path: str, sha256: str, publication: str, counterpart: str = "") -> IssueRow:
    """The row of an issue.

    Args:
        parts: its articles, at least one.
        path: of its file within the sources.
        sha256: of its file.
        publication: the newspaper.
        counterpart: the file with the language that it lacks, within the sources; '' for none.
    """
    first, source = parts[0], parts[0].source
    # An article without original has the date of the translation, which may be another.
    date = next((part.date for part in parts if part.place.zh), first.date)
    slots = (slot for part in parts for slot in part.slots)
    row = (
        first.issue,
        cells.text(publication),
        date or "",
        first.place.reader,
        first.place.lacks,
        cells.text(counterpart),
        str(len({part.page for part in parts if part.page})),
        str(len(parts)),
        str(sum(1 for part in parts if part.place.zh and part.place.en)),
        str(sum(part.characters for part in parts)),
        str(sum(part.words for part in parts)),
        cells.text(path),
        sha256,
        issue_layout_cell(source.text, slots, bom=source.bom),
    )
    return IssueRow(first.issue, path, source.path, row)
