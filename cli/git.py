"""What has changed since a commit, asked from git."""

from __future__ import annotations

import os
import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from duizhao.errors import UsageError
from duizhao.validator.finding import Finding

_SETTINGS = (
    *("core.quotepath=off", "core.fsmonitor=false", f"core.hooksPath={os.devnull}"),
    *("diff.relative=false", "diff.interHunkContext=0"),
)
"""Of a repository's configuration only what cannot run a program or change what is listed counts."""
_FILTERS = r"^filter\..*\.(clean|process)$"
_OF_THE_REPOSITORY = ("local", "worktree")
"""Scopes of git's configuration that an unpacked archive brings along."""
_HUNK = re.compile(rb"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
_FILE = re.compile(rb"^diff --git ", re.MULTILINE)


class ChangedFiles(NamedTuple):
    """The files of the working tree that differ from a commit, untracked ones included."""

    files: tuple[str, ...]
    """From the working directory, in order."""
    lines: dict[str, tuple[tuple[int, int], ...]]
    """For changed files the first and last line of each stretch; a file that is not here is new as a whole."""

    def touch(self, finding: Finding) -> bool:
        """Whether a finding stands on changed lines of either side; one on a whole file always does."""
        ranges = self.lines.get(finding.path)
        places = [place for place in (finding.en, finding.zh) if place and not place.path]
        if ranges is None or not places:
            # Of a file that is new as a whole every line was changed.
            return True
        # Either side: who changes the translation wants to see what stands in the original.
        return any(_meets(ranges, place.line, place.end_line) for place in places)


def changes_since(reference: str, *, lines: bool) -> ChangedFiles:
    """What differs from the commit where this branch left `reference`.

    Args:
        reference: a branch, tag or commit.
        lines: whether to find out the lines too.

    Raises:
        UsageError: this is no git repository, its configuration names a filter, or the reference leads to no common
            commit.
    """
    _see_filters()
    root = _git("rev-parse", "--show-toplevel").decode("utf-8", "surrogateescape").rstrip("\n")
    base = _base(reference)
    # Without renames, so that a file that was moved is looked at as a new one.
    names = _names("diff", "--name-only", "-z", "--no-renames", "--diff-filter=d", base, "--")
    new = _names("ls-files", "--others", "--exclude-standard", "-z", "--full-name", ":/")
    files = tuple(sorted({_from_here(root, name) for name in names + new}))
    return ChangedFiles(files, dict(_lines(root, base)) if lines else {})


def _see_filters() -> None:
    """See that no filter is set where a repository sets it: git would run its program on each file it looks at.

    Filters of the user's own configuration, such as that of Git LFS, are trusted as the user is.
    """
    found = _names("config", "--null", "--name-only", "--show-scope", "--get-regexp", _FILTERS, none=1)
    for scope, name in zip(found[::2], found[1::2], strict=True):
        if scope in _OF_THE_REPOSITORY:
            what = f"--since: the configuration of this repository has {name}, a program that git would run"
            raise UsageError(f"{what}; take it out, or check without --since")


def _base(reference: str) -> str:
    commit = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{reference}^{{commit}}", missing=reference)
    try:
        # From where the branch left: what others have changed on it since is none of this branch's.
        return _git("merge-base", commit.decode().strip(), "HEAD").decode().strip()
    except UsageError:
        message = f"--since {reference}: no commit that it has in common with this branch; is the clone shallow?"
        raise UsageError(f"{message} Fetch more (actions/checkout: `fetch-depth: 0`)") from None


def _lines(root: str, base: str) -> Iterator[tuple[str, tuple[tuple[int, int], ...]]]:
    """The changed lines of each changed file; the sections of a patch come in the order of the names."""
    options = ("--no-renames", "--diff-filter=M", "--no-color", "--no-ext-diff", "--no-textconv", "--text")
    # from here, and not from the patch, where git quotes names that are not ASCII
    names = _names("diff", "--name-only", "-z", *options, base, "--")
    patch = _git("diff", "--unified=0", *options, base, "--")
    starts = [match.start() for match in _FILE.finditer(patch)] + [len(patch)]
    for number, name in enumerate(names):
        section = patch[starts[number] : starts[number + 1]]
        yield _from_here(root, name), tuple(_stretches(section))


def _stretches(section: bytes) -> Iterator[tuple[int, int]]:
    for match in _HUNK.finditer(section):
        first, count = int(match[1]), int(match[2] or 1)
        if count:
            yield first, first + count - 1
        else:  # lines were deleted after this one; what stands around the gap is what changed
            yield max(first, 1), first + 1


def _meets(ranges: tuple[tuple[int, int], ...], first: int, last: int) -> bool:
    # Stretches come in order and never overlap, so the first that does not end before is the only one to look at.
    at = bisect_left(ranges, first, key=lambda stretch: stretch[1])
    return at < len(ranges) and ranges[at][0] <= last


def _from_here(root: str, name: str) -> str:
    return os.path.relpath(os.path.join(root, name)).replace(os.sep, "/")


def _names(*arguments: str, none: int = 0) -> list[str]:
    return [os.fsdecode(name) for name in _git(*arguments, none=none).split(b"\0") if name]


def _git(*arguments: str, missing: str = "", none: int = 0) -> bytes:
    """What git says.

    Args:
        arguments: of its command line.
        missing: the reference that is asked for, for the error.
        none: the exit code of a command that has found nothing.
    """
    import subprocess

    options = [word for setting in _SETTINGS for word in ("-c", setting)]
    # Nothing of the repository is to be run, and its index is not to be written.
    # What a partial clone lacks is not fetched: the way to its origin is a program, too.
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "GIT_ALLOW_PROTOCOL": "none", "GIT_NO_LAZY_FETCH": "1"}
    try:
        command = ["git", *options, *arguments]
        done = subprocess.run(command, capture_output=True, check=False, env=environment)  # noqa: S603  no shell
    except OSError as error:
        raise UsageError(f"--since needs git: {error.strerror}") from None
    if done.returncode in (0, none):
        return done.stdout
    if missing:
        raise UsageError(f"--since {missing}: git knows no such commit, branch or tag")
    # The first line says it; the others are advice on git's own options.
    words = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
    raise UsageError(f"--since: git says: {words.removeprefix('fatal: ')}")
