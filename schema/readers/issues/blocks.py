"""The headings and paragraphs of an issue, as places in the text of its file."""

from __future__ import annotations

from typing import Literal, NamedTuple

from duizhao.schema.readers.issues.markup import Piece, words
from duizhao.source import Span

BlockKind = Literal["h1", "h2", "h3", "p"]


class Block(NamedTuple):
    """A heading or a paragraph; only its place is kept, so that a file of any size is in memory once."""

    kind: BlockKind
    outer: Span
    """With its tags."""
    start: int
    """Where its words begin."""
    end: int
    plain: bool
    """True where the words stand in the file as they are meant: no tags, entities or line ends between them."""

    def pieces(self, text: str) -> list[Piece]:
        """Its words, without blanks around them, as one line."""
        if self.plain:
            return [Piece(text[self.start : self.end], self.start, self.end)]
        return words(text, self.start, self.end)

    def words(self, text: str) -> str:
        """Its words as one line."""
        if self.plain:
            return text[self.start : self.end]
        return "".join(piece.text for piece in self.pieces(text))
