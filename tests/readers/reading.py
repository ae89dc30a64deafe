"""The bytes of a file to its articles, as a run reads them, for tests of single readers."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.schema.publication import ANY, Publication
from duizhao.schema.readers.issues.halves import Unread
from duizhao.schema.readers.read_file import read_file
from duizhao.schema.readers.recognise import recognise
from duizhao.schema.tree import Article
from duizhao.source import Source


def read(
    path: str, data: bytes, publication: Publication = ANY, beside: tuple[str, bytes] | None = None
) -> Iterator[Article | Unread]:
    """The articles of a file, by the reader that recognises it, and what of it was not read."""
    return read_file(recognise(data, path, publication), Source.decode(path, data), publication, beside)
