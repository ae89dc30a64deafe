"""The reader `issue-md`: the English of an issue alone, its headings and pages marked as in Markdown.

Where the page of the issue is at hand, the original comes from there.
"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.regex import regex
from duizhao.schema.publication import ANY, Publication
from duizhao.schema.readers.issues.blocks import Block, BlockKind
from duizhao.schema.readers.issues.halves import Half, Unread, half_of
from duizhao.schema.readers.issues.issue import ALONE, OtherFile, Page, articles_of
from duizhao.schema.tree import Article
from duizhao.source import Source, Span

NAME = "issue-md"
_LINE = regex(r"[^\n]+")
_HEADING = regex(r"(#{1,6})[ \t]+(?=\S)")
_KINDS: dict[int, BlockKind] = {1: "h1", 2: "h2", 3: "h3"}
_ALONE = Half([], [], None), ALONE


def read_issue_md(
    source: Source, publication: Publication = ANY, page: Page | None = None
) -> Iterator[Article | Unread]:
    """The articles of the file, and what of it was not read.

    Args:
        source: the file.
        publication: the newspaper.
        page: that of the same issue, None for none that has the original.
    """
    english = half_of(source.text, blocks_of(source.text), publication)
    chinese, beside = (page.chinese, OtherFile(page.source.path, page)) if page and english.articles else _ALONE
    yield from articles_of(source, NAME, (chinese, english), publication, beside=beside)


def blocks_of(text: str) -> Iterator[Block]:
    """Its headings and paragraphs."""
    for match in _LINE.finditer(text):
        line = match[0].strip()
        if line:
            start = match.start() + match[0].index(line[0])
            end = start + len(line)
            heading = _HEADING.match(text, start, end)
            # Headings of lower ranks begin no article.
            kind = _KINDS.get(len(heading[1]), "p") if heading else "p"
            yield Block(kind, Span(start, end), heading.end() if heading else start, end, plain=True)
