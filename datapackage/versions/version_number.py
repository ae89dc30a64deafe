"""Versions of a data set."""

from __future__ import annotations

import re
from typing import NamedTuple

from duizhao.datapackage.versions.changes import Level

# As in an index (`release_index.VERSION`), in which every version must be possible.
_FORM = re.compile(r"(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})", re.ASCII)


class Version(NamedTuple):
    """MAJOR.MINOR.PATCH, ordered."""

    major: int
    minor: int
    patch: int

    @classmethod
    def parse(cls, written: str) -> Version | None:
        """The version that is written; None where it is none."""
        match = _FORM.fullmatch(written)
        return cls(*map(int, match.groups())) if match else None

    def raised(self, level: Level) -> Version:
        """The next version after changes of a level."""
        if level == Level.MAJOR:
            return Version(self.major + 1, 0, 0)
        if level == Level.MINOR:
            return Version(self.major, self.minor + 1, 0)
        return Version(self.major, self.minor, self.patch + 1)

    def __str__(self) -> str:
        return ".".join(map(str, self))


FIRST = Version(1, 0, 0)
