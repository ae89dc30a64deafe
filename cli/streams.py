"""The standard streams of a process that is a command line.

Whatever becomes of what is printed, the work is done: a reader that goes away (a pager, `head`) ends nothing, and the
exit code stays that of the command.  That the disk is full where the output goes is told in the end.  What cannot
be said on standard error, because nobody listens or the disk is full, is no failure of the work at all.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, BinaryIO, TextIO, cast

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

OUTPUT = "standard output"
"""How errors name it."""
_GONE = {errno.EPIPE, errno.ESHUTDOWN} | ({errno.EINVAL} if os.name == "nt" else set())


class Unfailing(io.RawIOBase):
    """The bytes of a stream, which takes whatever is written once that has failed.

    Args:
        raw: where they go.
    """

    def __init__(self, raw: io.RawIOBase) -> None:
        self._raw = raw
        self._failure: OSError | None = None

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._raw.fileno()

    def isatty(self) -> bool:
        return self._raw.isatty()

    def write(self, data: ReadableBuffer, /) -> int | None:
        # What failed once is left alone: a reader that has gone does not come back.
        if self._failure is None:
            try:
                return self._raw.write(data)
            except OSError as error:
                self._failure = OSError(error.errno, error.strerror, OUTPUT)
        # As if all had been written, or the layer above would try again for ever.
        return memoryview(data).nbytes

    @property
    def failure(self) -> OSError | None:
        """Why what was written did not get where it should; None also where nobody wants it any more."""
        return None if self._failure is None or self._failure.errno in _GONE else self._failure


def prepare() -> Unfailing:
    """Make the standard streams fit for a command line: open, in UTF-8, and such that no reader has to stay.

    The encoding is UTF-8 whatever the locale, unless the user chose one; what that lacks is escaped.

    Returns:
        standard output, which knows in the end whether it has failed.
    """
    _open_closed_ones()
    sys.stdout, output = _fit(sys.stdout)
    sys.stderr, _ = _fit(sys.stderr)
    return output


def _fit(stream: object) -> tuple[TextIO, Unfailing]:
    """A stream like the given one, over the same descriptor, and its bytes."""
    if not isinstance(stream, io.TextIOWrapper):
        raise TypeError("no standard stream of this process")
    encoding = stream.encoding if os.environ.get("PYTHONIOENCODING") else "utf-8"
    lines, through = stream.line_buffering, stream.write_through
    under = stream.detach()
    # Where Python was told to buffer nothing (`-u`), there is no buffer to take away.
    raw = Unfailing(under.detach() if isinstance(under, io.BufferedWriter) else under)
    text = io.TextIOWrapper(
        cast("BinaryIO", io.BufferedWriter(raw) if isinstance(under, io.BufferedWriter) else raw),
        encoding,
        # Halves of characters, and what a chosen encoding lacks, must not end the run.
        "backslashreplace",
        newline=None if os.name == "nt" else "\n",
        line_buffering=lines,
        write_through=through,
    )
    return text, raw


def _open_closed_ones() -> None:
    """Open what the caller has closed on the null device: else the next file would take the stream's place."""
    for number, mode in ((0, os.O_RDONLY), (1, os.O_WRONLY), (2, os.O_WRONLY)):
        try:
            os.fstat(number)
        except OSError:
            with suppress(OSError):
                opened = os.open(os.devnull, mode)
                if opened != number:
                    # `open` takes the lowest free number, which need not be this one.
                    os.dup2(opened, number)
                    os.close(opened)
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115  until the process ends
