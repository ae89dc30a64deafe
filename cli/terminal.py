"""What the terminal can show."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TextIO, cast

from duizhao.printable import escaped


def wants_colour(stream: TextIO) -> bool:
    """Whether to colour what goes there: on a terminal, unless NO_COLOR or FORCE_COLOR say otherwise.

    Source: https://no-color.org, https://force-color.org
    """
    if os.environ.get("NO_COLOR"):
        return False
    # After NO_COLOR: who sets both wants none.
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def width(stream: TextIO, *, otherwise: int = 120) -> int:
    """Columns of the terminal; `COLUMNS` decides where it is set."""
    columns = os.environ.get("COLUMNS", "")
    # Some environments set 0 where they do not know.
    if columns.isdecimal() and int(columns) > 0:
        return int(columns)
    try:
        return os.get_terminal_size(stream.fileno()).columns or otherwise
    except (OSError, ValueError):  # no terminal, or a stream without a descriptor
        return otherwise


class _Guarded:
    """A stream to which no input can write what commands a terminal."""

    def __init__(self, stream: TextIO) -> None:
        self.unguarded = stream

    def write(self, text: str) -> int:
        return self.unguarded.write(escaped(text))

    def writelines(self, lines: Iterable[str]) -> None:
        self.unguarded.writelines(map(escaped, lines))

    def __getattr__(self, name: str) -> Any:
        return getattr(self.unguarded, name)


@contextmanager
def guarded() -> Iterator[None]:
    """Standard output and standard error, kept clean whatever is printed."""
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = cast("tuple[TextIO, TextIO]", tuple(map(_Guarded, before)))
    try:
        yield
    finally:
        sys.stdout, sys.stderr = before


def unguarded(stream: TextIO) -> TextIO:
    """The stream itself, for colours, for a line that is drawn again, and for bytes that are no report."""
    found: TextIO = getattr(stream, "unguarded", stream)
    return found
