"""A line that shows how far a long run has come, where a person watches."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator

from duizhao.cli.terminal import unguarded, width
from duizhao.validator.report import FileResult

_PATIENCE = 1.0  # seconds before anything is shown
_PAUSE = 0.1  # seconds between two states
_BAR = 30  # columns


class Progress:
    """Draws on standard error.

    Args:
        count: says how many files there are; asked only when something is to be shown.
        watched: whether a person watches.
    """

    def __init__(self, count: Callable[[], int], *, watched: bool) -> None:
        self._count = count
        self._watched = watched
        self._total = 0
        self._next = time.monotonic() + _PATIENCE
        self._shown = False

    def follow(self, results: Iterable[FileResult]) -> Iterator[FileResult]:
        """Pass results on and show how many there have been."""
        if not self._watched:
            yield from results
            return
        try:
            for number, result in enumerate(results, 1):
                if time.monotonic() >= self._next:
                    self._draw(number)
                yield result
        finally:
            self.hide()

    def hide(self) -> None:
        """Make room for other output."""
        if self._shown:
            unguarded(sys.stderr).write("\r\x1b[K")
            sys.stderr.flush()
            self._shown = False

    def _draw(self, done: int) -> None:
        # Counted only now: a run that ends within the first second need not list its files twice.
        self._total = self._total or self._count()
        self._next = time.monotonic() + _PAUSE
        self._shown = True
        unguarded(sys.stderr).write("\r" + line(done, self._total, width(sys.stderr) - 1) + "\x1b[K")
        sys.stderr.flush()


def line(done: int, total: int, columns: int) -> str:
    """The state in a line; without a bar where an archive holds more articles than there are files."""
    # A bar would be full before the end.
    if done > total:
        return f"{done:,} files"[:columns]
    filled = _BAR * done // max(total, 1)
    return f"{'█' * filled}{'░' * (_BAR - filled)} {done:,} of {total:,} files"[:columns]
