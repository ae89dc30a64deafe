"""Errors that a user can cause, and the exit codes they end in."""

from __future__ import annotations

from enum import IntEnum

from duizhao.printable import one_line


class Exit(IntEnum):
    """Exit codes of the command line; a contract, see docs/contract.md."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    UNREADABLE = 3
    FAULT = 4


class DuizhaoError(Exception):
    """A failure that one line explains: what, where, what to do.

    Args:
        message: the sentence for the user.
        path: the file concerned, as the user named it, or ''.
        line: first line concerned, from 1, or 0 where there is none.
        column: first column concerned, in Unicode characters from 1, or 0.
    """

    exit_code = Exit.USAGE

    def __init__(self, message: str, *, path: str = "", line: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.column = column

    def __str__(self) -> str:
        # As compilers write it, so that editors and terminals make a link of it.
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part)
        return one_line(f"{place}: {self.message}" if place else self.message)


class UsageError(DuizhaoError):
    """Wrong arguments on the command line or in a call."""


class NothingRecognisedError(UsageError):
    """Sources in which nothing is what any reader knows.

    Args:
        message: the sentence for the user.
        skipped: how many files were looked at, by the reason why they were skipped.
    """

    def __init__(self, message: str, skipped: dict[str, int]) -> None:
        super().__init__(message)
        self.skipped = skipped


class ConfigError(DuizhaoError):
    """Wrong configuration, waivers or glossary."""


class UnreadableError(DuizhaoError):
    """A file, archive or package that could not be read at all."""

    exit_code = Exit.UNREADABLE


class UnavailableError(UnreadableError):
    """A place that does not answer any more: it ends the run, as what is still to be read there fares no better."""


class PackageError(DuizhaoError):
    """A data package or release that is not what it says it is."""

    exit_code = Exit.FINDINGS


class MalformedError(PackageError):
    """A descriptor, table or index that has not the shape of ours, so that nothing can be read from it."""

    exit_code = Exit.USAGE
