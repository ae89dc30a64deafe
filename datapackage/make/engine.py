"""Where the work on article files is done, where that is not this machine's own processes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

from duizhao.validator.running.one_file import Checkable

Made = TypeVar("Made")


class Engine(Protocol):
    """Does what `duizhao.validator.running.pool.in_chunks` does, elsewhere."""

    @property
    def apart(self) -> bool:
        """Whether the workers may be on other machines, which see neither the files of this one nor its cache."""

    def in_chunks(
        self, items: Iterable[Checkable], work: Callable[[list[Checkable]], list[Made]]
    ) -> Iterator[list[Made]]:
        """Do the work chunk by chunk; at no time are more than a few chunks held.

        Args:
            items: what to work on.
            work: what to do with a chunk; it can be sent to other processes.

        Raises:
            DuizhaoError: the work cannot be finished; then nothing that was made of the items is whole.
        """
