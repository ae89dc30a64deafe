"""The page of an issue, for a file that has the English of that issue alone."""

from __future__ import annotations

from duizhao.schema.publication import Publication
from duizhao.schema.readers.issue_html import half_of_panes, halves_of
from duizhao.schema.readers.issues.issue import Page
from duizhao.schema.readers.recognise import reader_of
from duizhao.source import Source


def page_of(path: str, data: bytes, publication: Publication) -> Page | None:
    """What a page has of an issue; None where it holds no original.

    Args:
        path: of the page.
        data: what it holds.
        publication: the newspaper.

    Raises:
        UnreadableError: it is no UTF-8.
    """
    source = Source.decode(path, data)
    if reader_of(data, path, publication) != "issue-html":
        return None
    panes = halves_of(source.text, publication)
    chinese, english = (half_of_panes(source.text, some, publication) for some in (panes.chinese, panes.english))
    return Page(source, chinese, english) if chinese.articles else None
