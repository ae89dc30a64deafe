"""The English of an issue line by line, to see whether two files have the same."""

from __future__ import annotations

from collections.abc import Iterable

from duizhao.schema.publication import Publication
from duizhao.schema.readers.issues.blocks import Block
from duizhao.schema.readers.recognise import reader_of
from duizhao.source import Source

_TEXT = frozenset({"h3", "p"})


def english_lines(path: str, data: bytes, publication: Publication) -> list[str]:
    """The headlines and paragraphs of an issue's English; none of a file that holds no issue, or no English.

    Args:
        path: of the file.
        data: what it holds.
        publication: the newspaper.

    Raises:
        UnreadableError: it is no UTF-8.
    """
    source, reader = Source.decode(path, data), reader_of(data, path, publication)
    blocks: Iterable[Block] = ()
    if reader == "issue-md":
        from duizhao.schema.readers.issue_md import blocks_of  # noqa: PLC0415  a file is of one kind

        blocks = blocks_of(source.text)
    elif reader == "issue-html":
        from duizhao.schema.readers.issue_html import halves_of  # noqa: PLC0415

        blocks = (block for pane in halves_of(source.text, publication).english for block in pane.blocks)
    # Blanks and line ends differ between the two forms of a file, and say nothing.
    return [" ".join(block.words(source.text).split()) for block in blocks if block.kind in _TEXT]
