"""A moving window over a text that is too long to hold, which knows its line and column."""

from __future__ import annotations

import codecs

from duizhao.schema.inputs.limits import KIB
from duizhao.schema.inputs.stream import ByteStream
from duizhao.source import Position

CHUNK = 64 * KIB  # read at first, and then as much as there is: most articles end within it


class Window:
    """The part of a UTF-8 text between what is done with and what is not yet read."""

    def __init__(self, stream: ByteStream) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self._line = 1
        self._column = 1
        self.text = ""
        self.ended = False
        """True once nothing more can be read."""
        self.defect = ""
        """Why the text ends here, where that is not the end of the file."""

    def grow(self) -> bool:
        """Read on, twice as far as before; False where there is no more."""
        if self.ended:
            return False
        # Doubling, so that a long element is decoded from its beginning only a few times.
        self._append(self._stream.read(max(CHUNK, len(self.text))))
        return True

    def _append(self, data: bytes) -> None:
        self.ended = not data
        try:
            self.text += self._decoder.decode(data, final=not data)
        except UnicodeDecodeError as error:
            # What comes before the damage is still read, and the place of it told.
            self.text += error.object[: error.start].decode("utf-8")
            self.defect = f"not UTF-8: byte 0x{error.object[error.start]:02x} ({error.reason})"
            self.ended = True

    def place(self, offset: int) -> Position:
        """Line and column of an offset in the window."""
        breaks = self.text.count("\n", 0, offset)
        if not breaks:
            return Position(self._line, self._column + offset)
        return Position(self._line + breaks, offset - self.text.rfind("\n", 0, offset))

    def drop(self, offset: int) -> None:
        """Be done with everything before an offset."""
        self._line, self._column = self.place(offset)
        self.text = self.text[offset:]
