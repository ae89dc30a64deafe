"""From what the user named to the files to read: files, folders, patterns, archives and bundles.

Two steps, so that the work can be spread over processes: `list_sources` only looks at names and is cheap,
`read.read_entries` opens one location.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Sequence

from duizhao.errors import UsageError
from duizhao.schema.inputs.entry import Entry, unreadable
from duizhao.schema.inputs.names import altered, display, kind_of, shown_root
from duizhao.schema.inputs.walk import Location, Walker

__all__ = ["Location", "list_sources"]


def list_sources(paths: Sequence[str], *, exclude: Sequence[str] = ()) -> Iterator[Location | Entry]:
    """Find the files to read, without opening any; entries stand for what cannot be read.

    The paths are taken in the order given, what lies below a folder in the order of the POSIX paths.  No folder is
    walked twice, no file named twice is given twice.

    Args:
        paths: files, folders, and patterns where no file has that very name.
        exclude: patterns of paths or names to leave alone in folders and patterns; a file that is named is always read.

    Raises:
        UsageError: a path does not exist; before anything is given.
    """
    matches: dict[str, list[str]] = {}
    for path in paths:
        # A file with a star in its name is that file, and no pattern; a link to nothing is there, and is told as such.
        if not os.path.lexists(path):
            matches[path] = _matches(path)
    return _locate(paths, matches, _excluder(exclude))


def _matches(pattern: str) -> list[str]:
    """What a pattern stands for, in the order of the POSIX paths."""
    import glob  # noqa: PLC0415  few runs have a pattern that the shell left

    if not glob.has_magic(pattern):
        raise UsageError("no such file or folder", path=display(pattern))
    found = glob.glob(pattern, recursive=True)
    if not found:
        raise UsageError("no file matches this pattern", path=display(pattern))
    if not _names_suffix(pattern):
        found = [path for path in found if kind_of(path) or os.path.isdir(path)]
    return sorted(found, key=lambda path: path.replace(os.sep, "/"))


def _names_suffix(pattern: str) -> bool:
    """True if the pattern says which suffix is meant (`*.dat`), so that any is taken."""
    suffix = os.path.splitext(pattern)[1]
    return bool(suffix) and not any(sign in suffix for sign in "*?[")


def _locate(
    paths: Sequence[str], matches: dict[str, list[str]], excluded: Callable[[str], bool]
) -> Iterator[Location | Entry]:
    # What is named and lies in a folder that is named too is given once, in its own place.
    named = {shown_root(path) for path in paths if path not in matches and not os.path.isdir(path)}
    walker = Walker(lambda shown: shown in named or excluded(shown))
    given: set[str] = set()
    for path in paths:
        for match in matches.get(path, [path]):
            shown = shown_root(match)
            by_name = path not in matches
            # Two names may be shown alike: one with a control character, one with what that is shown as.
            key = os.path.abspath(match) if altered(match) else shown
            if key not in given and (by_name or not (shown in named or excluded(shown))):
                given.add(key)
                yield from _root(match, shown, walker, named=by_name)


def _root(path: str, shown: str, walker: Walker, *, named: bool) -> Iterator[Location | Entry]:
    try:
        is_folder = stat.S_ISDIR(os.stat(path).st_mode)
    except OSError as error:
        yield unreadable(shown, error)
        return
    if is_folder:
        yield from walker.walk(path, shown)
    else:
        # A file that is named is read whatever its suffix.
        yield Location(shown, path, kind_of(path) or "article", named)


def _excluder(patterns: Sequence[str]) -> Callable[[str], bool]:
    """Says whether a path, or its last part, matches one of the patterns."""
    if not patterns:
        return lambda _: False
    import fnmatch  # noqa: PLC0415  only where something is excluded
    import re  # noqa: PLC0415

    cleaned = (pattern.removeprefix("./").rstrip("/") for pattern in patterns)
    matches = re.compile("|".join(fnmatch.translate(pattern) for pattern in cleaned)).match
    return lambda path: bool(matches(path) or matches(path.rpartition("/")[2]))
