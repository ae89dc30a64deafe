"""Which entries of a baseline a run has looked at: only those may change, all others stay as they are."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable

from duizhao.validator.registry import registry
from duizhao.validator.report import FileResult
from duizhao.validator.waiving.waivers import Waiver

_INSIDE = "!/"  # between an archive and its member


class BaselineScope:
    """What a run looked at.

    Args:
        rules: the codes of the rules that are in force.
        below: says of a path whether it lies below what the user named.
        everything: whether the run is over all that the baseline speaks of.
        home: the folder of the baseline.
    """

    def __init__(
        self, rules: Iterable[str], below: Callable[[str], bool], *, everything: bool, home: str = "."
    ) -> None:
        self._rules = frozenset(rules)
        self._below = below
        self._everything = everything
        self._home = home
        self._read: set[str] = set()
        self._unread: set[str] = set()

    def take(self, result: FileResult) -> None:
        """Remember a file, or that it could not be read."""
        if result.whole and not result.skipped:
            (self._unread if result.problem else self._read).update({result.path, _file(result.path)})

    def at(self, waiver: Waiver) -> bool:
        """Whether the run has looked for what a waiver accepts, so that it is known to be gone when it was not met."""
        if not waiver.fingerprint or waiver.rule not in self._rules:
            return False
        if registry()[waiver.rule].family == "C" and not self._everything:
            return False  # the other article may be one that was not looked at
        path, file = waiver.path, _file(waiver.path)
        if path in self._unread or file in self._unread:
            return False
        if path in self._read or (path != file and file in self._read):
            return True
        return self._below(path) and not any(map(os.path.exists, (file, os.path.join(self._home, file))))


def _file(path: str) -> str:
    """The file itself, or the archive it is a member of."""
    return path.partition(_INSIDE)[0]
