"""A text with positions: bytes in, Unicode out, and for every offset its line and column."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from duizhao.errors import UnreadableError

BOM = b"\xef\xbb\xbf"
_STRIDE = 256  # characters between two whose place in bytes is known


class Span(NamedTuple):
    """A stretch of a text, as offsets in Unicode characters; `end` is exclusive."""

    start: int
    end: int


class Position(NamedTuple):
    """Line and column, both from 1; the column counts Unicode characters."""

    line: int
    column: int


class Source:
    """One decoded file.

    Lines end at LF, as every editor counts them; a CR before it belongs to the line.  A byte order mark is no part of
    `text`, but is remembered, so that the bytes can be written again.
    """

    __slots__ = ("_bytes", "_starts", "bom", "path", "text")

    def __init__(self, path: str, text: str, *, bom: bool = False) -> None:
        self.path = path
        self.text = text
        self.bom = bom
        self._starts: list[int] | None = None
        self._bytes: list[int] | None = None

    @classmethod
    def decode(cls, path: str, data: bytes) -> Source:
        """Decode strictly; an encoding is never guessed.

        Raises:
            UnreadableError: at the first byte that is not UTF-8, or the first NUL.
        """
        bom = data.startswith(BOM)
        # Not `utf-8-sig`: whether there was a mark has to be known, to write the same bytes again.
        body = data[3:] if bom else data
        try:
            text = body.decode("utf-8")
        except UnicodeDecodeError as error:
            line, column = _position_before(body, error.start)
            raise UnreadableError(
                f"not UTF-8: byte 0x{body[error.start]:02x} ({error.reason}); save the file as UTF-8",
                path=path,
                line=line,
                column=column,
            ) from None
        if "\0" in text:
            position = cls(path, text).position(text.index("\0"))
            raise UnreadableError(
                "a NUL character: this is not a text file, or it is damaged",
                path=path,
                line=position.line,
                column=position.column,
            )
        return cls(path, text, bom=bom)

    def encode(self) -> bytes:
        """The bytes this source was decoded from."""
        return (BOM if self.bom else b"") + self.text.encode("utf-8")

    @property
    def line_starts(self) -> list[int]:
        """Offset of the first character of each line."""
        starts = self._starts
        if starts is None:
            starts = [0]
            find, at = self.text.find, 0
            # Only where a place is asked for: an article without findings needs no lines.
            while (at := find("\n", at) + 1) > 0:
                starts.append(at)
            self._starts = starts
        return starts

    def origin(self, offset: int) -> int:
        """The offset in the text of the whole file."""
        return offset

    def end_origin(self, offset: int) -> int:
        """The offset of an exclusive end in the text of the whole file."""
        return offset

    def inside(self, origin: int) -> int | None:
        """The offset of a character of the whole file, None where it is not in this text."""
        return origin if 0 <= origin < len(self.text) else None

    def position(self, offset: int) -> Position:
        """Line and column of an offset."""
        starts = self.line_starts
        line = bisect_right(starts, offset)
        return Position(line, offset - starts[line - 1] + 1)

    def end_position(self, offset: int) -> Position:
        """Line and column of an exclusive end."""
        return self.position(offset)

    def line(self, number: int) -> str:
        """The text of a line, counted from 1, without its line end."""
        start, end = self.line_span(number)
        return self.text[start:end]

    def line_span(self, number: int) -> Span:
        """Where a line stands, counted from 1, without its line end."""
        starts, text = self.line_starts, self.text
        start = starts[number - 1]
        # The last line has no end.
        end = starts[number] - 1 if number < len(starts) else len(text)
        return Span(start, end - 1 if text.endswith("\r", start, end) else end)

    def bytes_before(self, offset: int) -> int:
        """How many bytes of UTF-8 stand before a character; asking for all of them reads the text once."""
        if self._bytes is None:
            sizes = (len(self.text[at : at + _STRIDE].encode()) for at in range(0, len(self.text), _STRIDE))
            self._bytes = [0, *accumulate(sizes)]
        number = offset // _STRIDE
        return self._bytes[number] + len(self.text[number * _STRIDE : offset].encode())

    @property
    def whole(self) -> Source:
        """The source that lines and columns refer to: of an excerpt the one that it was taken from."""
        return self

    def beside(self, offset: int) -> str:  # noqa: ARG002  an excerpt asks for it
        """The path of the file that a character stands in, '' where it is this one."""
        return ""


class Stretch(NamedTuple):
    """Where a stretch of an `Excerpt` comes from; it goes on to the next one."""

    at: int
    """Where it begins in the excerpt."""
    start: int
    """Where it begins in the whole text."""
    end: int
    """Where it ends there; where it stands nowhere in the whole text, the same: just behind what came before."""


class Excerpt(Source):
    """A text put together from stretches of a whole one; lines and columns are those of the whole.

    Args:
        whole: what the stretches come from.
        text: the text.
        stretches: where its parts come from, in order; the first one at 0.
        other: what the last of them come from, where that is another file.
        since: where in the text these begin.
    """

    __slots__ = ("_other", "_since", "_stretches", "_whole")

    def __init__(
        self, whole: Source, text: str, stretches: Sequence[Stretch], other: Source | None = None, since: int = 0
    ) -> None:
        super().__init__(whole.path, text)
        self._whole = whole
        self._stretches = stretches
        self._other = whole if other is None else other
        self._since = since

    @property
    def whole(self) -> Source:
        return self._whole

    def origin(self, offset: int) -> int:
        stretches = self._stretches
        at, start, end = stretches[bisect_right(stretches, offset, key=_begin) - 1]
        # What was decoded (`&amp;`) is shorter or longer than it was: never beyond the end of its stretch.
        return min(start + offset - at, end)

    def end_origin(self, offset: int) -> int:
        """The offset in the whole text: behind what stands before it."""
        stretches = self._stretches
        following = max(1, bisect_right(stretches, offset - 1, key=_begin))
        at, start, end = stretches[following - 1]
        last = following < len(stretches) and stretches[following].at == offset
        return end if last else min(start + offset - at, end)

    def inside(self, origin: int) -> int | None:
        ends = [stretch.at for stretch in self._stretches[1:]]
        for (at, start, end), following in zip(self._stretches, [*ends, len(self.text)], strict=True):
            if start <= origin < end:
                return min(at + origin - start, following - 1)
        return None

    def position(self, offset: int) -> Position:
        """Line and column in the whole text."""
        return self._file(offset).position(self.origin(offset))

    def end_position(self, offset: int) -> Position:
        """Line and column in the whole text of an exclusive end."""
        return self._file(offset - 1).position(self.end_origin(offset))

    def _file(self, offset: int) -> Source:
        return self._other if offset >= self._since else self._whole

    def beside(self, offset: int) -> str:
        file = self._file(offset)
        return "" if file is self._whole else file.path

    def line(self, number: int) -> str:
        """A line of the whole text."""
        return self._whole.line(number)


def _begin(stretch: Stretch) -> int:
    return stretch.at


def _position_before(body: bytes, start: int) -> Position:
    """Position of a byte whose predecessors are known to be UTF-8."""
    line_start = body.rfind(b"\n", 0, start) + 1
    return Position(body.count(b"\n", 0, start) + 1, len(body[line_start:start].decode("utf-8")) + 1)
