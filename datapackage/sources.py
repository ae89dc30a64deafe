"""The article files a package is made from, each with a path that does not depend on where the sources lie."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from duizhao.schema.inputs.discover import Location, list_sources
from duizhao.schema.inputs.entry import Entry
from duizhao.schema.inputs.names import display, shown_root
from duizhao.schema.inputs.read import read_entries

_MAGIC = frozenset("*?[")


class Root(NamedTuple):
    """Where sources lie."""

    folder: str
    """That holds all of them, or is the only one; as it is shown, with a slash at its end."""
    here: str
    """The working directory, likewise."""

    @classmethod
    def of(cls, sources: Sequence[str]) -> Root:
        """The root of sources as a user names them."""
        return cls(common_root(sources), _folder(display(os.getcwd())))

    def relative(self, shown: str) -> str:
        """The path of an entry, relative to the root."""
        absolute = shown if os.path.isabs(shown) else self.here + shown
        return absolute.removeprefix(self.folder)


def found(sources: Sequence[str], *, exclude: Sequence[str] = ()) -> Iterator[Location | Entry]:
    """Everything that may be an article file: members of archives already read, files not.

    Args:
        sources: files, folders, globs and archives.
        exclude: folders to leave alone, such as the one a package is written to.

    Raises:
        UsageError: a source does not exist.
    """
    for source in list_sources(sources, exclude=[shown_root(path) for path in exclude]):
        if isinstance(source, Entry) or source.kind == "article":
            yield source
        else:
            yield from read_entries(source)


def entries(items: Iterable[Location | Entry]) -> Iterator[Entry]:
    """What was found, read; files that are no articles are passed over."""
    for item in items:
        for entry in (item,) if isinstance(item, Entry) else read_entries(item):
            if not entry.skipped:
                yield entry


def common_root(sources: Sequence[str]) -> str:
    """The folder that holds all sources, or is the only one, as it is shown; it ends in a slash."""
    return _folder(display(os.path.commonpath([os.path.abspath(_holder(path)) for path in sources])))


def _folder(path: str) -> str:
    return path.rstrip("/") + "/"


def _holder(source: str) -> str:
    """The folder itself, or the one a file or a glob begins in."""
    if os.path.isdir(source):
        return source
    folder = os.path.dirname(source)
    while not os.path.lexists(source) and not _MAGIC.isdisjoint(folder):
        folder = os.path.dirname(folder)
    return folder or "."
