"""The article files a package is made from, each with a path that does not depend on where the sources lie."""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from duizhao.addresses import is_address
from duizhao.errors import UsageError
from duizhao.schema.inputs.discover import Location, list_sources
from duizhao.schema.inputs.entry import Entry
from duizhao.schema.inputs.limits import LIMITS
from duizhao.schema.inputs.names import display, shown_root
from duizhao.validator.configuration.path_patterns import matcher
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.running.one_file import Checkable, entries_of
from duizhao.validator.running.pages import with_pages

_MAGIC = frozenset("*?[")


class Root(NamedTuple):
    """Where sources lie."""

    folder: str
    """That holds all of them, or is the only one; as it is shown, with a slash at its end."""
    here: str
    """The working directory, likewise."""

    @classmethod
    def at(cls, folders: Sequence[str]) -> Root:
        """The root of sources at addresses."""
        # Name by name, as `commonpath` does, which knows no addresses and would make one slash of `s3://`.
        names = [folder.split("/") for folder in folders]
        shared = itertools.takewhile(lambda some: len(set(some)) == 1, zip(*names, strict=False))
        return cls(_folder("/".join(some[0] for some in shared)), "")

    @classmethod
    def of(cls, paths: Sequence[str]) -> Root:
        """The root of sources as a user names them."""
        holders = [os.path.abspath(_holder(path)) for path in paths]
        return cls(_folder(display(os.path.commonpath(holders))), _folder(display(os.getcwd())))

    def relative(self, shown: str) -> str:
        """The path of an entry, relative to the root."""
        absolute = shown if os.path.isabs(shown) else self.here + shown
        # Only where the name as it stands does not begin so is it normalised, as `a/../b` must be.
        inside = absolute.removeprefix(self.folder)
        return inside if inside != absolute else os.path.normpath(absolute).removeprefix(self.folder)


class Sources(NamedTuple):
    """What a package is made from."""

    root: Root
    items: Iterable[Location | Entry]
    """Files, archives and what cannot be read, as they are found."""
    again: Callable[[], Iterable[Location | Entry]] = tuple
    """Lists them once more; nothing, where that takes a store elsewhere."""

    @classmethod
    def of(cls, paths: Sequence[str], *, exclude: Sequence[str] = ()) -> Sources:
        """Files, folders, globs and archives as a user names them.

        Args:
            paths: what the user names.
            exclude: patterns of paths to leave alone in folders.

        Raises:
            UsageError: a path does not exist.
        """
        if any(map(is_address, paths)):
            return cls.at(paths, exclude=exclude)
        items = list_sources(paths, exclude=exclude)
        return cls(Root.of(paths), items, lambda: list_sources(paths, exclude=exclude))

    @classmethod
    def at(cls, addresses: Sequence[str], *, exclude: Sequence[str] = ()) -> Sources:
        """Files and folders at addresses that fsspec opens.

        Args:
            addresses: what the user names.
            exclude: patterns of paths to leave alone, measured from each address.

        Raises:
            UsageError: a path is none, there is nothing, or a library is missing.
            UnavailableError: a place does not answer.
        """
        from duizhao.schema.inputs.remote import find_at  # noqa: PLC0415  few sources are elsewhere

        if others := [path for path in addresses if not is_address(path)]:
            raise UsageError("lies on this machine, other sources do not; build from one or the other", path=others[0])
        # An address that is named twice is one: its articles would else be told as copies of themselves.
        found = [find_at(address, matcher(tuple(exclude)), LIMITS) for address in dict.fromkeys(addresses)]
        return cls(Root.at([one.folder for one in found]), itertools.chain.from_iterable(one.items for one in found))

    def outside(self, folder: str, settings: Settings) -> Iterator[Checkable]:
        """What lies not in a folder, such as the one that is written to; members of archives are read already."""
        shown = shown_root(folder) if self.root.here else f"file://{os.path.abspath(folder)}"
        for item in with_pages(self.items, self.again, settings):
            # With the slash: `out2` is not within `out`.
            if item.path == shown or item.path.startswith(shown.rstrip("/") + "/"):
                continue
            if isinstance(item, Entry) or item.kind == "article":
                yield item
            else:
                yield from entries_of(item)


def _folder(path: str) -> str:
    return path.rstrip("/") + "/"


def _holder(source: str) -> str:
    """The folder itself, or the one a file or a glob begins in."""
    if os.path.isdir(source):
        return source
    folder = os.path.dirname(source)
    # A file of this very name is no glob, whatever signs are in it.
    while not os.path.lexists(source) and not _MAGIC.isdisjoint(folder):
        folder = os.path.dirname(folder)
    return folder or "."
