"""Files of English alone and the pages of their issues, where both are among what is checked.

A page has the English of its issue as well: where the two are the same, line by line, the file adds nothing, and its
articles are those of the page.  Where they differ, it is an issue of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from duizhao.errors import UnreadableError
from duizhao.schema.inputs.entry import Entry
from duizhao.schema.inputs.read import read_entries
from duizhao.schema.inputs.walk import Location
from duizhao.schema.publication import Publication
from duizhao.validator.configuration.settings import Settings

SAME = "the English of an issue whose page is there"
"""Why such a file is passed over."""
_PAGES = (".html", ".htm")
Item = Location | Entry
_Day = tuple[str, str]
"""A newspaper, and the date of an issue."""


def with_pages(
    items: Iterable[Item], again: Callable[[], Iterable[Location | Entry]], settings: Settings
) -> Iterator[Item]:
    """What is to be checked, each file that may be the English of an issue alone with the page of that issue.

    Args:
        items: as they are found.
        again: lists them once more; called where there is such a file, for its page may come later.
        settings: what is in force.
    """
    pages: dict[_Day, str] | None = None
    for item in items:
        day = _day(item, settings)
        if day is None or not isinstance(item, Location) or item.path.lower().endswith(_PAGES):
            yield item
            continue
        if pages is None:
            pages = _pages(again(), settings)
        page = pages.get(day, "")
        yield item._replace(page=page) if page else item


def _pages(items: Iterable[Location | Entry], settings: Settings) -> dict[_Day, str]:
    """The first page of each issue, by the names of the files alone."""
    found: dict[_Day, str] = {}
    for item in items:
        if isinstance(item, Location) and item.path.lower().endswith(_PAGES) and (day := _day(item, settings)):
            found.setdefault(day, item.file)
    return found


def _day(item: Item, settings: Settings) -> _Day | None:
    """Of which issue the name of a file is, None where it is of none."""
    if not isinstance(item, Location) or item.kind != "article" or item.remote or not any(map(str.isdigit, item.path)):
        return None
    from duizhao.schema.readers.marks import date_in_name  # noqa: PLC0415  not for a hook

    publication = settings.publication_of(item.path)
    date = date_in_name(item.path, publication)
    return (publication.name, date) if date else None


def told_by_page(entry: Entry, page: str, publication: Publication) -> bool:
    """Whether the page of an issue has the English of a file, line by line.

    Args:
        entry: the file, read.
        page: the file of the page.
        publication: the newspaper.
    """
    from duizhao.schema.readers.english_of import english_lines  # noqa: PLC0415  few inputs have both
    from duizhao.schema.readers.recognise import recognise  # noqa: PLC0415

    if entry.data is None or recognise(entry.data, entry.path, publication) != "issue-md":
        return False
    (other,) = read_entries(Location(page, page, "article", named=True))
    if other.data is None:
        return False
    try:
        lines = english_lines(entry.path, entry.data, publication)
        return bool(lines) and lines == english_lines(page, other.data, publication)
    except UnreadableError:  # which is said when the file itself is read
        return False
