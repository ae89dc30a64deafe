"""What reading a source yields: the bytes of an article, or why there are none."""

from __future__ import annotations

import errno
from typing import Literal, NamedTuple

from duizhao.schema.inputs.limits import Limits, in_words

Code = Literal[
    "unreadable",
    "too-large",
    "symlink-loop",
    "archive-broken",
    "archive-too-large",
    "archive-too-many",
    "archive-unsafe-path",
    "archive-unsupported",
    "bundle-broken",
]


class Refusal(NamedTuple):
    """Why something could not be read."""

    code: Code
    message: str
    """One sentence for the user."""
    line: int = 0
    """Line concerned, from 1, or 0 where there is none."""
    column: int = 0
    """Column concerned, in Unicode characters from 1, or 0."""


def too_large(size: str, limits: Limits) -> Refusal:
    """The refusal of a file.

    Args:
        size: of it, in words.
        limits: what may be read.
    """
    return Refusal("too-large", f"{size}, too large for a file; the limit is {in_words(limits.article)}")


class FileBeside(NamedTuple):
    """Another file of the same issue, read: its page, or its English alone."""

    path: str
    """The path to show."""
    data: bytes


class Entry(NamedTuple):
    """One file, wherever it was found.

    With neither data nor problem it is a file met on the way that no reader knows (a README in a folder): to be
    counted, not to be checked.
    """

    path: str
    """POSIX path to show; members of archives and bundles as `archive.zip!/inner/a.md`."""
    data: bytes | None
    problem: Refusal | None = None
    alias: str = ""
    """Why the path is not the very name of the file, '' where it is."""
    reason: str = ""
    """Why it is skipped; with data, why it is where its newspaper's reader does not know it either; '' for neither."""
    named: bool = False
    """Whether the user named this very file, and not a folder, an archive or a bundle that it was met in."""
    beside: FileBeside | None = None
    """The other file of its issue, where there is one among the inputs; see `duizhao.validator.running.pages`."""

    @property
    def skipped(self) -> bool:
        """True where there is nothing to check and nothing to complain of."""
        return self.data is None and self.problem is None


class SourceError(Exception):
    """A source, or one member of it, cannot be read; the reader turns it into an `Entry`."""

    def __init__(self, code: Code, message: str, *, line: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.problem = Refusal(code, message, line, column)


def unreadable(path: str, error: OSError) -> Entry:
    """The entry for what the operating system refused."""
    if error.errno == errno.ELOOP:
        return Entry(path, None, Refusal("symlink-loop", "a symbolic link that leads back to itself"))
    return Entry(path, None, Refusal("unreadable", f"cannot be read: {error.strerror or error}"))
