"""Folders, walked in the order of the sorted POSIX paths, in memory that does not grow with what they hold."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import NamedTuple

from duizhao.schema.inputs.entry import Entry, Refusal, unreadable
from duizhao.schema.inputs.names import Kind, display, kind_of, passed_over

_PAGE = 8_192  # keys of one folder held at a time; a larger folder is listed again for the next ones

# A key is a name and its mark.  That of a folder makes sorting keys, folder by folder, sort whole paths.
_FOLDER = "/"
_IRREGULAR = "\0"  # no name holds it
_MARKS = _FOLDER + _IRREGULAR


class Beside(NamedTuple):
    """Another file of the same issue."""

    path: str
    """The path to show."""
    file: str
    """The path to open."""


class Location(NamedTuple):
    """A file that can be read: an article, an archive or a bundle.  Small, and fit to be sent to another process."""

    path: str
    """The path to show."""
    file: str
    """The path to open."""
    kind: Kind
    named: bool
    """True where the user named this very file: then it is read whatever it looks like."""
    remote: bool = False
    """True where `file` is an address that fsspec opens."""
    beside: Beside | None = None
    """The other file of its issue: of one that may hold the English alone its page, and the other way round."""


class _Folder(NamedTuple):
    path: str
    shown: str


class _Opened(NamedTuple):
    identity: tuple[int, int]
    items: Iterator[Location | Entry | _Folder]


class Walker:
    """Walks folders, each of them once, however many links lead there.

    Args:
        excluded: says of a path to show whether to leave it (and what lies below it) alone.
    """

    def __init__(self, excluded: Callable[[str], bool]) -> None:
        self._excluded = excluded
        self._seen: set[tuple[int, int]] = set()

    def walk(self, path: str, shown: str) -> Iterator[Location | Entry]:
        """The files below a folder, and an entry with a problem for each folder that cannot be read."""
        trail: list[_Opened] = []
        item: Location | Entry | _Folder | None = _Folder(path, shown)
        while True:
            if isinstance(item, _Folder):
                opened = self._open(item, trail)
                if isinstance(opened, Entry):
                    yield opened
                elif opened:
                    trail.append(opened)
            elif item is None:
                trail.pop()
            else:
                yield item
            if not trail:
                return
            item = next(trail[-1].items, None)

    def _open(self, folder: _Folder, trail: list[_Opened]) -> _Opened | Entry | None:
        try:
            status = os.stat(folder.path)
        except OSError as error:
            return unreadable(folder.shown, error)
        identity = (status.st_dev, status.st_ino)
        # Only what contains it makes a loop; the same folder met twice elsewhere is simply done.
        if any(identity == above.identity for above in trail):
            problem = Refusal("symlink-loop", "a symbolic link to a folder that contains it; not followed")
            return Entry(folder.shown, None, problem)
        if identity in self._seen:
            return None
        self._seen.add(identity)
        return _Opened(identity, self._items(folder))

    def _items(self, folder: _Folder) -> Iterator[Location | Entry | _Folder]:
        prefix = "" if folder.shown == "." else folder.shown.rstrip("/") + "/"
        after = ""
        while True:
            try:
                page = _page(folder.path, after)
            except OSError as error:
                yield unreadable(folder.shown, error)
                return
            for key in page:
                if not self._excluded(shown := display(prefix + key.rstrip(_MARKS))):
                    yield _item(os.path.join(folder.path, key), shown)
            if len(page) < _PAGE:
                return
            # The folder is listed again from there: sorting all its names at once would hold them all.
            after = page[-1]


def _item(path: str, shown: str) -> Location | Entry | _Folder:
    if path.endswith(_FOLDER):
        return _Folder(path[:-1], shown)
    if path.endswith(_IRREGULAR):
        return Entry(shown, None, Refusal("unreadable", "cannot be read: not a regular file, or a link to nothing"))
    return Location(shown, path, kind_of(path) or "article", named=False)


def _page(path: str, after: str) -> list[str]:
    """The first keys of a folder, in order, that come after a given one."""
    kept: list[str] = []
    last = ""  # once there are enough keys, none after this one is wanted
    with os.scandir(path) as entries:
        for entry in entries:
            # What is out of range under any mark is left before anything dearer is asked of it.
            if entry.name + _FOLDER <= after or (last and entry.name > last):
                continue
            key = _key(entry)
            if key > after:
                kept.append(key)
                # Twice a page, so that sorting pays: each time half of it is thrown away.
                if len(kept) == 2 * _PAGE:
                    kept.sort()
                    del kept[_PAGE:]
                    last = kept[-1]
    kept.sort()
    return kept[:_PAGE]


def _key(entry: os.DirEntry[str]) -> str:
    """The name and its mark of what may be wanted, '' for all else."""
    name = entry.name
    if passed_over(name):
        return ""
    try:
        if entry.is_dir():
            return name + _FOLDER
    except OSError:  # a link to itself: entering it says so
        return name + _FOLDER
    if not kind_of(name):
        return ""
    return name if entry.is_file() else name + _IRREGULAR
