"""The numeric expressions of an article, read once: of every paragraph, and of both titles."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from duizhao.regex import regex
from duizhao.schema.tree import Article
from duizhao.source import Span
from duizhao.validator.align import Piece
from duizhao.validator.pairing.broken import english_signs, signs
from duizhao.validator.quantities.model import Cluster, Kind, Number, Quantity
from duizhao.validator.quantities.read import clusters
from duizhao.validator.quantities.tokens_en.plain import lower

Clusters = tuple[Cluster, ...]

_ANCHOR_FROM = 5  # smaller whole numbers are everywhere and tell paragraphs apart badly


class Readings(NamedTuple):
    """Expressions by paragraph, those of decks left out; offsets refer to the text of the file."""

    en: tuple[Clusters, ...]
    zh: tuple[Clusters, ...]
    title: Clusters
    headline: Clusters

    def en_pieces(self, article: Article) -> list[Piece]:
        """The English paragraphs as the alignment sees them."""
        paragraphs = article.english.paragraphs
        return [Piece(i, len(p.text), _anchors(self.en[i])) for i, p in enumerate(paragraphs) if not p.deck]

    def zh_pieces(self, article: Article) -> list[Piece]:
        """The Chinese paragraphs as the alignment sees them."""
        paragraphs = article.chinese.paragraphs
        return [
            Piece(i, len(p.text) - p.text.count(" ") - p.text.count("\u3000"), _anchors(self.zh[i]))
            for i, p in enumerate(paragraphs)
            if not p.deck
        ]


def read_article(article: Article, text: str, year: int | None) -> Readings:
    """Read both languages of an article.

    Args:
        article: the article.
        text: of its file, the original in simplified characters.
        year: of the issue, for units and calendars; None where unknown.
    """
    title = article.english.header("Title")
    headline = article.chinese.headline
    nothing: Clusters = ()
    low = lower(text)
    return Readings(
        tuple(nothing if p.deck else _english(text, low, p.start, p.end, year) for p in article.english.paragraphs),
        tuple(nothing if p.deck else original(text, p.start, p.end, year) for p in article.chinese.paragraphs),
        tuple(clusters(text, "en", title.value.start, title.value.end, year=year, low=low)) if title else (),
        tuple(clusters(text, "zh", headline.start, headline.end, year=year)) if headline else (),
    )


def original(text: str, start: int, end: int, year: int | None) -> Clusters:
    """The expressions of a stretch of the original; a page on which it goes on counts for nothing."""
    return _told_apart(clusters(text, "zh", start, end, year=year), signs(text, start, end))


def _told_apart(found: list[Cluster], spans: list[Span]) -> Clusters:
    """The expressions with those within some spans made such that the other language may do without them."""
    if not spans:
        return tuple(found)
    return tuple(
        _idle(one) if any(span.start < one.end and one.start < span.end for span in spans) else one for one in found
    )


_HAN = "\\u3400-\\u9fff〇○"
_CHINESE = regex(rf"(?<![0-9０-９.·])[0-9０-９.·]{{0,16}}[{_HAN}](?:[{_HAN}0-9０-９.·，、；：（）%％ ]*[{_HAN}])?")
"""A run of Chinese, with the figures before it and in it."""
_HIGH = regex("[\u25cb-\uffff]")
"""What a run of Chinese has, and hardly any English: a search for one character is faster than that for a run."""


def _english(text: str, low: str, start: int, end: int, year: int | None) -> Clusters:
    """The expressions of an English paragraph, with those of Chinese that was left in it.

    What is left says what the original says; a gloss in brackets says it again, and accuses nobody.
    """
    read = clusters(text, "en", start, end, year=year, low=low)
    found = list(_told_apart(read, english_signs(text, start, end)))
    if text[start:end].isascii() or _HIGH.search(text, start, end) is None:
        return tuple(found)
    left = [
        one
        for run in _CHINESE.finditer(text, start, end)
        for one in clusters(text, "zh", run.start(), run.end(), year=year)
    ]
    if not left:
        return tuple(found)
    kept = [one for one in found if not any(one.start < other.end and other.start < one.end for other in left)]
    return tuple(sorted([*kept, *map(_idle, left)], key=lambda one: one.start))


def _idle(cluster: Cluster) -> Cluster:
    covers = [c._replace(quantities=tuple(q._replace(weak=True) for q in c.quantities)) for c in cluster.covers]
    return cluster._replace(covers=tuple(covers))


def likeliest(some: Iterable[Cluster]) -> list[Quantity]:
    """The expressions in their cheapest readings."""
    return [one for cluster in some for one in cluster.covers[0].quantities]


def _anchors(some: Iterable[Cluster]) -> frozenset[Number]:
    return frozenset(
        q.low
        for cluster in some
        for q in cluster.covers[0].quantities
        if (q.low >= _ANCHOR_FROM or q.low.denominator != 1) and q.kind is not Kind.DATE
    )
