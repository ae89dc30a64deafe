"""A file to its articles, by the reader that knows it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from duizhao.schema.parse import parse
from duizhao.schema.publication import ANY, Publication
from duizhao.schema.readers.recognise import ReaderName
from duizhao.schema.tree import Article
from duizhao.source import Source

if TYPE_CHECKING:
    from duizhao.schema.readers.issues.halves import Unread


def read_file(
    reader: ReaderName, source: Source, publication: Publication = ANY, beside: tuple[str, bytes] | None = None
) -> Iterator[Article | Unread]:
    """The articles of a file, one by one, and what of it was not read; none where its newspaper lacks the reader.

    Args:
        reader: which knows the file; `reader_of` says.
        source: the file.
        publication: the newspaper.
        beside: path and data of another file of the issue: of the English alone its page, and the other way round.

    Raises:
        UnreadableError: the page beside the English is no UTF-8.
    """
    if reader == "article":
        return iter((parse(source, publication),))
    if reader == "issue-html":
        from duizhao.schema.readers.issue_html import read_issue_html  # noqa: PLC0415  most files are articles

        return read_issue_html(source, publication, beside[0] if beside else "")
    from duizhao.schema.readers.issue_md import read_issue_md  # noqa: PLC0415

    if beside is None:
        return read_issue_md(source, publication)
    from duizhao.schema.readers.page_of import page_of  # noqa: PLC0415  few files have their page beside them

    return read_issue_md(source, publication, page_of(*beside, publication))
