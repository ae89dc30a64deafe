"""The bytes of a file to its articles, as a run reads them, for tests of single readers."""

from __future__ import annotations

from collections.abc import Iterator

from made_up_issues import Story

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


def articles(text: str, path: str = "1936.05.04.html") -> list[Article]:
    return [one for one in read(path, text.encode()) if isinstance(one, Article)]


def unread(text: str, path: str = "1936.05.04.html") -> list[str]:
    return [one.message for one in read(path, text.encode()) if isinstance(one, Unread)]


def story(article: Article) -> Story:
    headline = article.chinese.headline
    return Story(
        headline.text if headline else "",
        tuple(p.text for p in article.chinese.paragraphs),
        article.english.value("Title"),
        tuple(p.text for p in article.english.paragraphs),
    )
