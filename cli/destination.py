"""Where a report goes: standard output, or a file that is replaced in one step when the report is complete."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import ExitStack
from types import TracebackType
from typing import IO, Protocol, Self

from duizhao.cli.terminal import unguarded
from duizhao.errors import UsageError
from duizhao.printable import escaped, escaped_but_paint
from duizhao.replacing import replacing
from duizhao.unwritable import unwritable


class Destination(Protocol):
    """Takes a report piece by piece; leaving the context without an error makes it complete."""

    def write(self, text: str, /) -> object: ...
    def __enter__(self) -> Self: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None: ...


class Standard:
    """Standard output.

    Args:
        colour: whether the report may colour what it writes.
    """

    def __init__(self, *, colour: bool = False) -> None:
        self._colour = colour

    def write(self, text: str) -> None:
        if self._colour:
            # Past the guard, which would escape the colours too; everything else is escaped here.
            unguarded(sys.stdout).write(escaped_but_paint(text))
        else:
            sys.stdout.write(text)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        # After an error that is what is to be told, and not that the rest cannot be written either.
        if error is None:
            sys.stdout.flush()


class File:
    """A file, written beside its place and renamed; a pipe or device is written to directly.

    Raises:
        UsageError: nothing can be written there; said before any work is done.
        NoRoomError: the disk is full.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self._all = ExitStack()
        try:
            self._file = self._open()
        except OSError as error:
            # what was begun beside the place of the file goes with it
            self._all.__exit__(type(error), error, error.__traceback__)
            raise unwritable(self.path, error) from None

    def _open(self) -> IO[str]:
        if os.path.isdir(self.path):
            raise UsageError("is a folder; name a file to write", path=self.path)
        # a pipe or a device cannot be replaced, and whoever named it wants what is written to go through it
        if os.path.lexists(self.path) and not stat.S_ISREG(os.stat(self.path).st_mode):
            return open(self.path, "w", encoding="utf-8", newline="\n")
        return open(self._all.enter_context(replacing(self.path)), "w", encoding="utf-8", newline="\n")

    def write(self, text: str) -> None:
        try:
            self._file.write(escaped(text))
        except OSError as error:
            raise unwritable(self.path, error) from None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            # Closed before it takes its place: only then is everything written, and a full disk known.
            self._file.close()
        except OSError as failure:
            self._all.__exit__(type(failure), failure, failure.__traceback__)
            raise unwritable(self.path, failure) from None
        try:
            self._all.__exit__(kind, error, trace)
        except OSError as failure:
            if failure is error:  # of the work itself, which the caller tells of
                raise
            raise unwritable(self.path, failure) from None
