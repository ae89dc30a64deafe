"""What the name of a file tells: how to read it, how to show it, and whether it may be trusted."""

from __future__ import annotations

import os
import re
from typing import Literal

from duizhao.regex import regex

Kind = Literal["article", "zip", "tar", "bundle"]

_KINDS: tuple[tuple[tuple[str, ...], Kind], ...] = (
    ((".md", ".txt", ".html", ".htm"), "article"),
    ((".zip",), "zip"),
    ((".tar", ".tar.gz", ".tgz"), "tar"),
    ((".js", ".js.gz"), "bundle"),
)
READ = tuple(suffix for suffixes, _ in _KINDS for suffix in suffixes)
"""Suffixes of what is looked at in folders."""
# __MACOSX holds what the Finder knows of each file, under a name that ends as its own does.
_PASSED_OVER = frozenset({"__pycache__", "node_modules", "__MACOSX"})
_UNSAFE = regex(
    r"(?P<absolute>\A/)|(?P<drive>\A[A-Za-z]:)|(?P<backslash>\\)|(?P<control>[\x00-\x1f\x7f-\x9f\u2028\u2029])"
)
_REASONS = {
    "absolute": "its name is an absolute path",
    "drive": "its name begins with a drive letter",
    "backslash": "its name contains a backslash",
    "control": "its name contains a control character",
}
ARCHIVE_LIKE = "a folder in its path is named as if it were an archive"
_NOT_SHOWN = regex(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def kind_of(name: str) -> Kind | None:
    """How a file of this name is read, or None where the name is not one of ours."""
    lowered = name.lower()
    for suffixes, kind in _KINDS:
        if lowered.endswith(suffixes):
            return kind
    return None


def passed_over(name: str) -> bool:
    """True for hidden names and for folders that tools fill."""
    return name.startswith(".") or name in _PASSED_OVER


def display(path: str) -> str:
    """A path as it may be printed: POSIX slashes, no control character, no byte that is not UTF-8."""
    if os.sep != "/":
        path = path.replace(os.sep, "/")
    # One question settles nearly every name.
    return path if path.isprintable() else _NOT_SHOWN.sub(_escape, path)


def _escape(match: re.Match[str]) -> str:
    number = ord(match[0])
    if 0xDC80 <= number <= 0xDCFF:  # a byte that Python kept by surrogateescape
        return f"\\x{number - 0xDC00:02x}"
    return match[0].encode("unicode_escape").decode("ascii")


def altered(name: str) -> str:
    """Why `display` shows a name otherwise than it is, '' where it does not."""
    match = None if name.isprintable() else _NOT_SHOWN.search(name)
    if match is None:
        return ""
    return "its name is not UTF-8" if match[0] >= "\ud800" else "its name has a control character"


def shown_root(path: str) -> str:
    """How a path given by the user is shown: relative to the working directory where it lies below that."""
    normal = os.path.normpath(path)
    if os.path.isabs(normal):
        here = os.getcwd().rstrip(os.sep) + os.sep
        normal = "." if normal + os.sep == here else normal.removeprefix(here)
    return display(normal)


def member_path(container: str, name: str) -> str:
    """How a member of an archive or bundle is shown."""
    return f"{container}!/{display(name.removeprefix('./'))}"


def parts_of(path: str) -> list[str]:
    """The names of the folders and of the file; an archive is a folder of its own name.

    >>> parts_of("1958/a.zip!/b.md"), parts_of("1958/oh!/b.md")
    (['1958', 'a.zip', 'b.md'], ['1958', 'oh!', 'b.md'])
    """
    parts = path.split("/")
    for index, part in enumerate(parts[:-1]):
        # Only behind the name of an archive: a folder may be called oh!.
        if part.endswith("!") and (kind_of(part[:-1]) or "article") != "article":
            parts[index] = part[:-1]
            break
    return parts


def seems_inside(path: str) -> bool:
    """Whether a path reads as that of a member of an archive."""
    return parts_of(path) != path.split("/")


def unsafe(name: str) -> str:
    """Why the name of an archive's member is not to be trusted, or ''."""
    if not name:
        return "its name is empty"
    if ".." in name.split("/"):
        return "its name climbs out of the archive with '..'"
    match = _UNSAFE.search(name)
    return _REASONS[match.lastgroup or ""] if match else ""
