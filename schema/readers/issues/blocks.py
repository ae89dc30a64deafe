"""The headings and paragraphs of an issue, as places in the text of its file."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple, overload

from duizhao.schema.readers.issues.markup import TextPiece, words
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

    def pieces(self, text: str) -> list[TextPiece]:
        """Its words, without blanks around them, as one line."""
        if self.plain:
            return [TextPiece(text[self.start : self.end], self.start, self.end)]
        return words(text, self.start, self.end)

    def words(self, text: str) -> str:
        """Its words as one line."""
        if self.plain:
            return text[self.start : self.end]
        return "".join(piece.text for piece in self.pieces(text))


_KINDS: tuple[BlockKind, ...] = ("h1", "h2", "h3", "p")
# Unsigned numbers of four bytes: a file may have 4 GiB, and none that is read has more than sixteen MiB.
_FIELDS = 5


class Blocks(Sequence[Block]):
    """Many blocks, each in twenty bytes: as objects those of a page would take more memory than its text."""

    __slots__ = ("_fields",)

    def __init__(self) -> None:
        self._fields = array("I")  # of each kind and plainness, both ends of `outer`, and those of the words

    def append(self, block: Block) -> None:
        """Take a block."""
        kind = 2 * _KINDS.index(block.kind) + block.plain
        self._fields.extend((kind, *block.outer, block.start, block.end))

    def pop(self, index: int = -1) -> Block:
        """Remove a block, and give it."""
        block = self[index]
        del self[index]
        return block

    def clear(self) -> None:
        """Remove all blocks."""
        del self._fields[:]

    def __len__(self) -> int:
        return len(self._fields) // _FIELDS

    @overload
    def __getitem__(self, index: int) -> Block: ...
    @overload
    def __getitem__(self, index: slice) -> list[Block]: ...
    def __getitem__(self, index: int | slice) -> Block | list[Block]:
        if isinstance(index, slice):
            return [self._at(number) for number in range(*index.indices(len(self)))]
        return self._at(range(len(self))[index])

    def __iter__(self) -> Iterator[Block]:
        return map(self._at, range(len(self)))

    def __delitem__(self, index: int | slice) -> None:
        removed = range(len(self))[index]
        first, stop = (removed.start, removed.stop) if isinstance(removed, range) else (removed, removed + 1)
        del self._fields[first * _FIELDS : stop * _FIELDS]

    def _at(self, number: int) -> Block:
        kind, outer, outer_end, start, end = self._fields[number * _FIELDS : (number + 1) * _FIELDS]
        return Block(_KINDS[kind // 2], Span(outer, outer_end), start, end, bool(kind % 2))
