"""Files of English alone and the pages of their issues, where both are among what is checked.

A page has the English of its issue as well.  Where the file has the very same, line by line, it adds nothing: it is
passed over, and its articles are those of the page.  Where it has another, somebody has translated the issue anew, or
corrected it, in one of the two: neither can be told to be the one that counts, so both are checked against the original
of the page, each under its own name, and where they part is said once.  Where the page has no English at all, the file
is its translation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing

from duizhao.errors import UnreadableError
from duizhao.schema.inputs.entry import Entry, FileBeside
from duizhao.schema.inputs.read import read_entries
from duizhao.schema.inputs.walk import Beside, Location
from duizhao.schema.publication import Publication
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.running.issue_files import Day, IssueFiles

SAME = "the English of an issue whose page is there"
"""Why a file is passed over."""
_PAGES = (".html", ".htm")
Item = Location | Entry


def with_pages(
    items: Iterable[Item], again: Callable[[], Iterable[Location | Entry]], settings: Settings
) -> Iterator[Item]:
    """What is to be checked, each file of an issue with the other one of that issue.

    Args:
        items: as they are found.
        again: lists them once more; called where there is a file of an issue, for the other may come later.
        settings: what is in force.
    """
    with closing(IssueFiles()) as files:
        listed = False
        for item in items:
            day = _day(item, settings)
            if day is None or not isinstance(item, Location):
                yield item
                continue
            if not listed:
                _take(again(), settings, files)
                listed = True
            yield item._replace(beside=files.get(day, page=not _is_page(item)))


def _take(items: Iterable[Location | Entry], settings: Settings, files: IssueFiles) -> None:
    for item in items:
        day = _day(item, settings)
        if day is not None and isinstance(item, Location):
            files.add(day, Beside(item.path, item.file), page=_is_page(item))


def _is_page(item: Location) -> bool:
    return item.path.lower().endswith(_PAGES)


def _day(item: Item, settings: Settings) -> Day | None:
    """Of which issue the name of a file is, None where it is of none."""
    if not isinstance(item, Location) or item.kind != "article" or item.remote or not any(map(str.isdigit, item.path)):
        return None
    from duizhao.schema.marks import date_in_name  # noqa: PLC0415  not for a hook

    publication = settings.publication_of(item.path)
    date = date_in_name(item.path, publication)
    return Day(publication.name, date) if date else None


def beside(entry: Entry, other: Beside) -> Entry:
    """An entry with the other file of its issue, read; without, where that cannot be."""
    (read,) = read_entries(Location(other.path, other.file, "article", named=True))
    return entry if read.data is None else entry._replace(beside=FileBeside(other.path, read.data))


def settled(entry: Entry, publication: Publication) -> Entry:
    """An entry with the other file of its issue as far as that matters; one to be skipped, where the other has all.

    Args:
        entry: the file, read, and the other.
        publication: the newspaper.
    """
    from duizhao.schema.readers.recognise import reader_of  # noqa: PLC0415  few inputs have both

    other = entry.beside
    if entry.data is None or other is None:
        return entry
    reader, others = (reader_of(data, path, publication) for path, data in ((entry.path, entry.data), other))
    if reader == "issue-html" and others == "issue-md":  # that it is there is all that a page needs to know
        return entry._replace(beside=FileBeside(other.path, b""))
    if reader != "issue-md" or others != "issue-html":
        return entry._replace(beside=None)
    return _beside_page(entry, other, publication)


def _beside_page(entry: Entry, page: FileBeside, publication: Publication) -> Entry:
    from duizhao.schema.readers.english_of import english_lines  # noqa: PLC0415  few inputs have both

    try:
        lines = english_lines(entry.path, entry.data or b"", publication)
        same = bool(lines) and lines == english_lines(*page, publication)
    except UnreadableError:  # which is said when the file itself is read
        return entry._replace(beside=None)
    return Entry(entry.path, None, reason=SAME) if same else entry
