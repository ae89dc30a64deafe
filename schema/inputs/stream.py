"""A file read forwards only, through gzip where it is gzip, and stopped when it unpacks to too much."""

from __future__ import annotations

import zlib
from gzip import GzipFile
from typing import BinaryIO

from duizhao.schema.inputs.entry import Code, SourceError
from duizhao.schema.inputs.limits import KIB, Limits, in_words

_STEP = 64 * KIB  # held at once of what is passed over


class ByteStream:
    """Bytes of a file that may be compressed, in order, counted.

    Args:
        raw: the open file, at its beginning.
        limits: how much it may unpack to.
        code: the code of the problem where the compressed data is damaged.
    """

    def __init__(self, raw: BinaryIO, limits: Limits, code: Code) -> None:
        self._raw = raw
        self._limits = limits
        self._code = code
        # By its first bytes and not by its name: .tar files are gzipped too, and .tgz ones unpacked by browsers.
        self._packed = raw.read(2) == b"\x1f\x8b"
        raw.seek(0)
        self._source = GzipFile(fileobj=raw) if self._packed else raw
        self.total = 0
        """Bytes given so far."""

    def read(self, size: int) -> bytes:
        """Exactly `size` bytes, fewer only at the end.

        Raises:
            SourceError: the compressed data is damaged, or unpacks to more than the limits allow.
        """
        try:
            data = self._source.read(size)
        except (EOFError, zlib.error) as error:
            raise SourceError(self._code, f"the compressed data is damaged or cut short: {error}") from None
        except OSError as error:
            # gzip raises OSError for damaged data as well, without a number; with one it is the disk's.
            if error.errno is not None:
                raise
            raise SourceError(self._code, f"the compressed data is damaged: {error}") from None
        self.total += len(data)
        self._guard()
        return data

    def skip(self, size: int) -> int:
        """Pass over `size` bytes; how many there were."""
        left = size
        while left and (data := self.read(min(left, _STEP))):
            left -= len(data)
        return size - left

    def _guard(self) -> None:
        limits = self._limits
        if self.total > limits.total:
            raise SourceError("archive-too-large", f"unpacks to more than {in_words(limits.total)}; not read further")
        # Measured as it unpacks: gzip declares no size that could be trusted.
        if self._packed and self.total > limits.ratio_from + limits.ratio * self._raw.tell():
            message = f"unpacks to more than {limits.ratio} times its size, as no text does; not read further"
            raise SourceError("archive-too-large", message)
