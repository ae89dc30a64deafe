"""A release: a package that was compared with the one before, numbered, and is never touched again."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from typing import NamedTuple

from duizhao.datapackage.disk.staging import Stage, staging
from duizhao.datapackage.exports import export
from duizhao.datapackage.format import checksums
from duizhao.datapackage.format.package import Package, open_package
from duizhao.datapackage.make.build import Built, Making, assemble, descriptor_of, finish
from duizhao.datapackage.make.sources import Sources
from duizhao.datapackage.prove.verify import ensure
from duizhao.datapackage.versions import changelog
from duizhao.datapackage.versions.changes import Changes, Level, compare
from duizhao.datapackage.versions.release_folder import ReleaseFolder, locked
from duizhao.datapackage.versions.version_number import FIRST, Version
from duizhao.errors import Exit, PackageError, UnreadableError
from duizhao.printable import escaped, one_line
from duizhao.validator.report import Problem

CHANGES_JSON = "changes.json"
CHANGES_MARKDOWN = "CHANGES.md"


class Terms(NamedTuple):
    """What a curator decides of a release."""

    bump: Level = Level.NONE
    """The least part of the version to raise."""
    allowed: int = 0
    """Findings of severity error that may stand."""
    left_out: int = 0
    """Files that may be left out because they cannot be used."""


class Released(NamedTuple):
    """The outcome."""

    version: str
    path: str
    changes: Changes | None
    """Since the version before; None for the first."""
    new: bool
    """False where nothing had changed, and so nothing was released."""
    left_out: tuple[str, ...] = ()
    """Descriptions for catalogues that it does without, and why."""
    problems: tuple[Problem, ...] = ()
    """Files that could not be used, and that the terms allow to be left out."""


def release(
    sources: Sequence[str] | Sources,
    folder: str,
    making: Making = Making(),  # noqa: B008  immutable
    terms: Terms = Terms(),  # noqa: B008  nothing changes it
) -> Released:
    """Make the next release of a data set.

    Args:
        sources: files, folders, globs and archives of article files.
        folder: of the releases; made where it does not exist.
        making: what the package is made with.
        terms: what the curator decides.

    Raises:
        PackageError: the release before was changed or is missing, errors stand, two articles are the same, or another
            release is being made.
        UnreadableError: a source cannot be read; a release leaves nothing out that the terms do not allow.
        WriteError: the system refuses; the releases there are stay as they are.
    """
    if not isinstance(sources, Sources):
        sources = Sources.of(sources)
    with locked(folder):  # from the reading of the index on, else two releases would get one number
        releases = ReleaseFolder(folder)
        previous = releases.newest()
        with staging(os.path.join(folder, "release"), replace=False) as stage:
            built = assemble(stage.folder, sources.outside(folder, making.settings), making.plan(sources), making)
            _refuse(built, terms)
            released = _lay_down(stage, built, making, previous, terms)
        # Once the folder has its place: an index must not name what is not there.
        if released.new:
            releases.add(released.version, name=making.metadata.name, created=making.created)
    return released._replace(problems=built.problems)


def _refuse(built: Built, terms: Terms) -> None:
    # Before the findings: of what could not be read nobody knows how many there would be.
    if len(built.problems) > terms.left_out:
        raise _incomplete(built)
    errors = built.tally.errors
    if errors > terms.allowed:
        raise PackageError(
            f"{errors} errors stand; correct or waive them, or allow them with `--allow-findings {errors}`"
        )


def _incomplete(built: Built) -> UnreadableError:
    """Why a release is refused that would leave something out."""
    count, first = len(built.problems), built.problems[0]
    others = f", and {count - 1:,} more cannot be used" if count > 1 else ""
    message = f"{first.message}{others}; a release leaves nothing out, unless with `--leave-out {count}`"
    error = UnreadableError(message, path=first.path, line=first.line, column=first.column)
    if any(problem.fault for problem in built.problems):
        error.exit_code = Exit.FAULT
    return error


def _lay_down(stage: Stage, built: Built, making: Making, previous: Package | None, terms: Terms) -> Released:
    """Number the package and give it its place."""
    changes = None
    version, title = FIRST, f"{making.metadata.title} {FIRST}"
    if previous is not None:
        changes = compare(previous, Package(stage.folder, descriptor_of(built, making, version="")))
        before = Version.parse(previous.version) or FIRST
        # The same data under a new number would be a version for nothing.
        if not changes.level:
            stage.target = ""
            return Released(previous.version, previous.folder, changes, new=False)
        version = before.raised(max(changes.level, terms.bump))
        title = f"{making.metadata.title} {version}: changes since {before}"
    _write_changes(stage.folder, changes, title, built)
    finish(built, making, version=str(version))
    left_out = _describe_for_catalogues(built)  # after the descriptor, from which the forms are made
    ensure(stage.folder)  # as it lies on the disk: what is released can never be mended
    stage.target = path = os.path.join(os.path.dirname(stage.target), str(version))
    _adopt(stage, str(version))
    return Released(str(version), path, changes, new=True, left_out=tuple(left_out))


def _adopt(stage: Stage, version: str) -> None:
    """Where this very version was laid down, but its line in the index was not written, only that is left to do."""
    if not os.path.lexists(stage.target):
        return
    laid_down = os.path.join(stage.target, checksums.NAME)
    mine = checksums.file_hash(os.path.join(stage.folder, checksums.NAME))
    # The sums hold every file's hash, so that one comparison does for all.
    if not os.path.isfile(laid_down) or checksums.file_hash(laid_down) != mine:
        raise PackageError(
            f"is there, but the index does not name {version}, and it is another package; move it away",
            path=stage.target,
        )
    ensure(stage.target)
    stage.target = ""


def _write_changes(folder: str, changes: Changes | None, title: str, built: Built) -> None:
    if changes is None:
        rows = built.tables[0].rows
        articles = "1 article" if rows == 1 else f"{rows:,} articles"
        text = iter([f"# {one_line(title)}\n\nThe first release, of {articles}.\n"])
        document = iter([json.dumps({"title": title, "level": "first"}, ensure_ascii=False, indent=1) + "\n"])
    else:
        text, document = (changelog.render(changes, form, title=title) for form in ("markdown", "json"))
    for name, content in ((CHANGES_MARKDOWN, text), (CHANGES_JSON, document)):
        with open(os.path.join(folder, name), "x", encoding="utf-8", newline="\n") as file:
            file.writelines(map(escaped, content))


def _describe_for_catalogues(built: Built) -> list[str]:
    """Describe it for catalogues too, and sum everything up; gives back what could not be written, and why."""
    left_out = export.describe_for_catalogues(open_package(built.path), built.path)
    checksums.write_checksums(built.path, built.sums)
    return left_out
