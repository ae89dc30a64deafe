"""Caches that another process kept to itself: a run asks once, then leaves them alone, as asking takes seconds."""

from __future__ import annotations

_REFUSED: set[str] = set()


def begin(folder: str) -> None:
    """A run begins, which has not asked yet."""
    _REFUSED.discard(folder)


def refuse(folder: str) -> None:
    """Remember that another process held a cache for as long as one waits."""
    _REFUSED.add(folder)


def is_refused(folder: str) -> bool:
    """Whether this run, or a worker in its own process, was refused."""
    return folder in _REFUSED
