"""A file to its articles, by whichever reader knows it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from duizhao.schema.parse import parse
from duizhao.schema.publication import ANY, Publication
from duizhao.schema.readers.recognise import ReaderName, reader_of
from duizhao.schema.tree import Article
from duizhao.source import Source

if TYPE_CHECKING:
    from duizhao.schema.readers.halves import Unread


def read_file(
    path: str, data: bytes, publication: Publication = ANY, beside: tuple[str, bytes] | None = None
) -> Iterator[Article | Unread]:
    """The articles of a file, one by one, and what of it was not read; none where its newspaper lacks the reader.

    Args:
        path: of the file.
        data: what it holds.
        publication: the newspaper.
        beside: another file of the same issue; see `read_issue`.

    Raises:
        UnreadableError: it is no UTF-8; before anything is given.
    """
    source, reader = Source.decode(path, data), reader_of(data, path, publication)
    if reader is None:
        return iter(())
    if reader != "article":
        return read_issue(reader, source, publication, beside)
    return iter((parse(source, publication),))


def read_issue(
    reader: ReaderName, source: Source, publication: Publication = ANY, beside: tuple[str, bytes] | None = None
) -> Iterator[Article | Unread]:
    """The articles of an issue, one by one, and what of it was not read.

    Args:
        reader: which knows the file.
        source: the file.
        publication: the newspaper.
        beside: path and data of another file of the issue: of the English alone its page, and the other way round.

    Raises:
        UnreadableError: the page beside the English is no UTF-8.
    """
    if reader == "issue-html":
        from duizhao.schema.readers.issue_html import read_issue_html  # noqa: PLC0415  most files are articles

        return read_issue_html(source, publication, beside[0] if beside else "")
    from duizhao.schema.readers.issue_md import read_issue_md  # noqa: PLC0415

    if beside is None:
        return read_issue_md(source, publication)
    from duizhao.schema.readers.page_of import page_of  # noqa: PLC0415  few files have their page beside them

    return read_issue_md(source, publication, page_of(*beside, publication))
