"""What archives have in common: which members are read, which are refused, and when to give up."""

from __future__ import annotations

from typing import NamedTuple

from duizhao.schema.inputs.entry import Entry, Refusal, SourceError, too_large
from duizhao.schema.inputs.limits import Limits, in_words
from duizhao.schema.inputs.names import altered, kind_of, member_path, passed_over, unsafe
from duizhao.schema.inputs.signs import entry_of


class Member(NamedTuple):
    """What an archive says of one of its members."""

    name: str
    size: int
    """Bytes when unpacked."""
    packed: int
    """Bytes in the archive; as `size` where members are not compressed one by one."""
    refusal: Refusal | None = None
    """Why the format's reader will not read it."""


class Gate:
    """Decides, member by member, what is read of an archive, within the limits.

    Args:
        path: the archive, as it is shown.
        limits: what it may hold.
    """

    def __init__(self, path: str, limits: Limits) -> None:
        self._path = path
        self._limits = limits
        self._members = 0
        self._size = 0
        self._problems = 0

    def look(self, member: Member) -> Entry | bool:
        """True to read the member, False to pass over it, or an entry instead of it.

        Raises:
            SourceError: the archive as a whole exceeds a limit.
        """
        # Every member counts, those that are passed over too: looking at a million of them takes time as well.
        self._count()
        # An unsafe name is told even of what would not be read: it says something of the archive.
        problem = self._problem(member)
        if problem:
            return self.refuse(member, problem)
        kind = kind_of(member.name)
        if kind is None or any(map(passed_over, member.name.removeprefix("./").split("/"))):
            return False
        if kind != "article":  # archives within archives are not opened
            return Entry(member_path(self._path, member.name), None, reason="an archive within an archive")
        problem = self._excess(member)
        if problem:
            return self.refuse(member, problem)
        self._size += member.size
        if self._size > self._limits.total:
            raise SourceError("archive-too-large", f"unpacks to more than {in_words(self._limits.total)}")
        return True

    def admit(self, member: Member, data: bytes) -> Entry:
        """The entry of a member that was read."""
        path = member_path(self._path, member.name)
        return entry_of(path, data, member.name, altered(member.name))

    def refuse(self, member: Member, problem: Refusal) -> Entry:
        """The entry of a member that is not read.

        Raises:
            SourceError: there were too many of them.
        """
        self._problems += 1
        if self._problems > self._limits.problems:
            message = f"more than {self._limits.problems} members cannot be read; the rest is left alone"
            raise SourceError("archive-too-many", message)
        return Entry(member_path(self._path, member.name), None, problem)

    def _count(self) -> None:
        self._members += 1
        if self._members > self._limits.members:
            raise too_many(self._limits)

    def _problem(self, member: Member) -> Refusal | None:
        if reason := unsafe(member.name):
            return Refusal("archive-unsafe-path", f"not read: {reason}")
        return member.refusal

    def _excess(self, member: Member) -> Refusal | None:
        limits = self._limits
        # Of a stored member the packed size is true, whatever the other claims.
        if max(member.size, member.packed) > limits.article:
            size = in_words(max(member.size, member.packed))
            return too_large(size, limits)
        # Before anything is unpacked: what an archive declares is proved only afterwards.
        if member.size > limits.ratio_from and member.size > limits.ratio * member.packed:
            message = f"unpacks to more than {limits.ratio} times its size, as no text does; not read"
            return Refusal("archive-too-large", message)
        return None


def too_many(limits: Limits) -> SourceError:
    """The error of an archive with more members than are looked at."""
    return SourceError("archive-too-many", f"holds more than {limits.members:,} members; split it up")
