"""Pages of whole issues, as a newspaper's archive has them, of generated articles."""

from __future__ import annotations

from itertools import count

from articles import make

from duizhao.schema.parse import parse
from duizhao.source import Source

SEED = 1937
_ON_A_PAGE = 12  # articles


def page(characters: int) -> str:
    """A page of about that many characters.

    >>> 100_000 <= len(page(100_000)) < 110_000
    True
    """
    halves: tuple[list[str], list[str]] = ([], [])
    size = 0
    for index in count():
        if index % _ON_A_PAGE == 0:
            halves[0].append(f"<h2>Page {index // _ON_A_PAGE + 1}</h2>\n")
        for half, marked in zip(halves, _article(index), strict=True):
            half.append(marked)
            size += len(marked)
        if size >= characters:
            break
    panes = "".join(f'<div class="pane">\n<h1>1937.03.02</h1>\n{"".join(half)}</div>\n' for half in halves)
    return f"<!DOCTYPE html>\n<html>\n<head><title>1937.03.02</title></head>\n<body>\n{panes}</body>\n</html>\n"


def _article(index: int) -> tuple[str, str]:
    """The original and the translation of an article, marked up."""
    article = parse(Source.decode("a.md", make(SEED, index).data))
    headline = article.chinese.headline
    original = _marked(headline.text if headline else "", [p.text for p in article.chinese.paragraphs])
    return original, _marked(article.english.value("Title"), [p.text for p in article.english.paragraphs])


def _marked(heading: str, paragraphs: list[str]) -> str:
    return f"<h3>{heading}</h3>\n" + "".join(f"<p>{paragraph}</p>\n" for paragraph in paragraphs)
