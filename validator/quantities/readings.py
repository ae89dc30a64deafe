"""The numeric expressions of an article, read once: of every paragraph, and of both titles."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from duizhao.schema.tree import Article, Paragraph
from duizhao.validator.align import Piece
from duizhao.validator.quantities import en as english
from duizhao.validator.quantities import zh as chinese
from duizhao.validator.quantities.model import Kind, Number, Quantity

Expressions = tuple[Quantity, ...]

_ANCHOR_FROM = 5  # smaller whole numbers are everywhere and tell paragraphs apart badly


class Readings(NamedTuple):
    """Expressions by paragraph, those of decks left out; offsets refer to the text of the file."""

    en: tuple[Expressions, ...]
    zh: tuple[Expressions, ...]
    title: Expressions
    headline: Expressions

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


def read(article: Article, year: int | None) -> Readings:
    """Read both languages of an article.

    Args:
        article: the article.
        year: of the issue, for units and calendars; None where unknown.
    """
    text = article.source.text
    title = article.english.header("Title")
    headline = article.chinese.headline
    return Readings(
        tuple(_read(english, text, p, year) for p in article.english.paragraphs),
        tuple(_read(chinese, text, p, year) for p in article.chinese.paragraphs),
        tuple(english.read(text, title.value.start, title.value.end, year=year)) if title else (),
        tuple(chinese.read(text, headline.start, headline.end, year=year)) if headline else (),
    )


def _read(language: object, text: str, paragraph: Paragraph, year: int | None) -> Expressions:
    if paragraph.deck:
        return ()
    return tuple(language.read(text, paragraph.start, paragraph.end, year=year))  # type: ignore[attr-defined]


def _anchors(expressions: Iterable[Quantity]) -> frozenset[Number]:
    return frozenset(
        q.low for q in expressions if (q.low >= _ANCHOR_FROM or q.low.denominator != 1) and q.kind is not Kind.DATE
    )
