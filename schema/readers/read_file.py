"""A file to its articles, by whichever reader knows it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from duizhao.schema.parse import parse
from duizhao.schema.publication import ANY, Publication
from duizhao.schema.readers.recognise import ReaderName, recognise
from duizhao.schema.tree import Article
from duizhao.source import Source

if TYPE_CHECKING:
    from duizhao.schema.readers.halves import Unread


def read_file(path: str, data: bytes, publication: Publication = ANY) -> Iterator[Article | Unread]:
    """The articles of a file, one by one, and what of it was not read.

    Raises:
        UnreadableError: it is no UTF-8; before anything is given.
    """
    source, reader = Source.decode(path, data), recognise(data, path, publication)
    if reader != "article":
        return read_issue(reader, source, publication)
    return iter((parse(source)._replace(publication=publication.in_identifiers),))


def read_issue(reader: ReaderName, source: Source, publication: Publication = ANY) -> Iterator[Article | Unread]:
    """The articles of an issue, one by one, and what of it was not read."""
    if reader == "issue-html":
        from duizhao.schema.readers.issue_html import read_issue_html  # noqa: PLC0415  most files are articles

        return read_issue_html(source, publication)
    from duizhao.schema.readers.issue_md import read_issue_md  # noqa: PLC0415

    return read_issue_md(source, publication)
