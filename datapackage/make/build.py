"""Article files to a data package, in one pass and with memory that does not grow with their number."""

from __future__ import annotations

import json
import os
import time
from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from itertools import chain
from typing import Any, NamedTuple

from duizhao.addresses import is_address, without_secret
from duizhao.datapackage.disk.staging import staged
from duizhao.datapackage.format.checksums import write_checksums
from duizhao.datapackage.format.descriptor import descriptor, serialise
from duizhao.datapackage.format.metadata import Metadata
from duizhao.datapackage.format.package import DESCRIPTOR, LARGEST, README
from duizhao.datapackage.format.readme import readme
from duizhao.datapackage.format.table_writer import MOST_BYTES, WrittenTable
from duizhao.datapackage.make.article_rows import SeverityCounts
from duizhao.datapackage.make.build_date import created_from_environment
from duizhao.datapackage.make.engine import Engine
from duizhao.datapackage.make.files_to_rows import (
    ArticleToMerge,
    BuildPlan,
    IssueToMerge,
    RowMaker,
    RowOutcome,
    SkippedFile,
    kind_of_rows,
)
from duizhao.datapackage.make.merge import Merger
from duizhao.datapackage.make.sources import Sources
from duizhao.errors import NothingRecognisedError, UnreadableError, UsageError
from duizhao.regular import read_regular
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.report import Problem
from duizhao.validator.running.many_files import beginning, size_of
from duizhao.validator.running.one_file import Checkable, FileWorker
from duizhao.validator.running.pool import in_chunks
from duizhao.validator.waiving.waivers import Waiver


class Making(NamedTuple):
    """What a package is made with."""

    metadata: Metadata = Metadata()
    """What the data set says of itself."""
    settings: Settings = Settings()
    """What is in force for the checks."""
    waivers: tuple[Waiver, ...] = ()
    """Findings that were accepted."""
    jobs: int | None = None
    """Processes to use; None for as many as are worth it."""
    cache: str = ""
    """Folder of the cache that checks use too, '' for none."""
    part: int = MOST_BYTES
    """Bytes from which on a table needs a further file."""
    engine: Engine | None = None
    """What does the work in place of this machine's own processes."""

    @property
    def created(self) -> str:
        """When this state of the data set was made, RFC 3339, '' where nobody says."""
        return created_from_environment() or self.metadata.created

    def plan(self, sources: Sources) -> BuildPlan:
        """The plan for some sources; waivers expire by the day of the data set, where that is known."""
        # By the day of the data set where one is told: built again next year, it is to have the same bytes.
        today = self.created[:10] or time.strftime("%Y-%m-%d")
        apart = self.engine is not None and self.engine.apart
        # Elsewhere the working directory is another one, from which paths would not be found.
        settings = self.settings._replace(here=sources.root.here) if apart else self.settings
        if not sources.root.here:  # at an address; patterns of paths are measured from there
            settings = settings._replace(root=sources.root.folder)
        return BuildPlan(sources.root, self.metadata, settings, self.waivers, today, self.part)


class Built(NamedTuple):
    """A package that was built."""

    path: str
    tables: tuple[WrittenTable, ...]
    tally: SeverityCounts
    """Findings by severity."""
    problems: tuple[Problem, ...]
    """Files that could not be used, as the user names them."""
    left_out: tuple[Problem, ...] = ()
    """The same, as the package names them."""
    skipped: tuple[tuple[str, int], ...] = ()
    """How many files no reader knows, by the reason."""
    read: int = 0
    """Files that were read, with all their articles or some."""
    unused: int = 0
    """Files that could not be used at all."""

    @property
    def sums(self) -> dict[str, str]:
        """The hash of every file of the tables, by its path."""
        return {part.path: part.sha256 for item in self.tables for part in item.parts}


def build(sources: Sequence[str] | Sources, target: str, making: Making = Making()) -> Built:  # noqa: B008  immutable
    """Build a data package.

    Args:
        sources: files, folders, globs and archives of article files.
        target: the folder of the package; one that duizhao made is replaced, in one step.
        making: what it is made with.

    Raises:
        NothingRecognisedError: the sources hold no article.
        UsageError: a source does not exist, or the target is something else than a package.
        UnreadableError: none of the files could be read.
        PackageError: two articles have the same identifier.
        WriteError: the system refuses to write.
    """
    replace = replaceable(target)
    # After a look at the target: listing the sources may take long.
    if not isinstance(sources, Sources):
        sources = Sources.of(sources)
    with staged(target, replace=replace) as folder:
        built = assemble(folder, sources.outside(target, making.settings), making.plan(sources), making)
        finish(built, making, version="")
    return built._replace(path=target)


def assemble(folder: str, items: Iterable[Checkable], plan: BuildPlan, making: Making) -> Built:
    """Write the tables of a package into an empty folder; see `build`."""
    problems = []
    skipped: Counter[str] = Counter()
    read = unused = 0
    issue = ""  # the last one: what of it could not be used follows it
    with Merger(folder, plan) as merger, closing(_outcomes(iter(items), plan, making)) as outcomes:
        for outcome in outcomes:
            if isinstance(outcome, Problem):
                problems.append(outcome)
                # Of an issue that gave rows a problem is a part only, and the file counts as read.
                unused += outcome.path != issue
            elif isinstance(outcome, SkippedFile):
                skipped[outcome.reason] += 1
            elif isinstance(outcome, IssueToMerge):
                merger.add_issue(outcome)
                read, issue = read + 1, outcome.shown
            else:
                merger.add(outcome)
                read += outcome.place is not None
        written, tally = merger.write()
    if not written[0].rows:  # of articles, the first of the tables
        # A package without articles would prove, and say, nothing.
        raise _nothing(problems, skipped)
    problems.sort()  # by path, not as the sources were named: the same files give the same descriptor
    left_out = tuple(problem._replace(path=plan.root.relative(problem.path)) for problem in problems)
    return Built(folder, written, tally, tuple(problems), left_out, tuple(sorted(skipped.items())), read, unused)


def _outcomes(items: Iterator[Checkable], plan: BuildPlan, making: Making) -> Generator[RowOutcome]:
    """The articles in rows, as they are found; with few files the cache is left alone, as in a check."""
    engine = making.engine
    # Workers elsewhere see no cache of this machine.
    cache = "" if engine is not None and engine.apart else making.cache
    first, worth_it = beginning(items) if cache else ([], False)
    cached = None
    if worth_it:
        from duizhao.validator.running.cache.store import cache_plan  # noqa: PLC0415  sqlite3 only where there is a cache

        cached = cache_plan(cache, plan.settings, kind_of_rows())
    worker = FileWorker(plan.settings, RowMaker(plan), cached)
    try:
        every = chain(first, items)
        done = engine.in_chunks(every, worker) if engine else in_chunks(every, worker, making.jobs, size_of)
        files = 0
        for outcomes in done:
            yield from outcomes
            files += sum(map(_has_file, outcomes))
        if cached is not None:
            from duizhao.validator.running.cache.store import settle  # noqa: PLC0415

            settle(cached.folder, files)
    finally:
        worker.close()


def _has_file(outcome: RowOutcome) -> bool:
    """Whether something of it is kept, under the key of a file."""
    if isinstance(outcome, ArticleToMerge):
        return outcome.place is not None
    return isinstance(outcome, IssueToMerge)


def descriptor_of(built: Built, making: Making, *, version: str) -> dict[str, Any]:
    """The descriptor of tables that were written."""
    return descriptor(making.metadata, built.tables, version=version, created=making.created, left_out=built.left_out)


def finish(built: Built, making: Making, *, version: str) -> None:
    """Write descriptor, README and checksums beside the tables."""
    _write(built.path, DESCRIPTOR, serialise(descriptor_of(built, making, version=version)))
    _write(
        built.path,
        README,
        readme(making.metadata, built.tables, version=version, left_out=len(built.left_out)).encode(),
    )
    write_checksums(built.path, built.sums)


def replaceable(target: str) -> bool:
    """Whether there is an older package that gives way.

    Raises:
        UsageError: there is something else, or it is no folder of this machine.
    """
    if is_address(target):
        what = "is an address; build in a folder of this machine, or `duizhao release` and `duizhao publish` to there"
        raise UsageError(what, path=without_secret(target))
    if not os.path.lexists(target):
        return False
    if os.path.islink(target) or not os.path.isdir(target):
        raise UsageError("is not a folder; name another place for the package", path=target)
    # An empty folder, as people make one beforehand, gives way too.
    if not os.listdir(target):
        return True
    if not _is_ours(target):
        raise UsageError("holds something else than a package of duizhao, and stays as it is", path=target)
    return True


def _is_ours(folder: str) -> bool:
    try:
        document = json.loads(read_regular(os.path.join(folder, DESCRIPTOR), LARGEST))
    except (OSError, ValueError):
        return False
    # The key that we write into every descriptor: data packages of other tools are not ours to replace.
    return isinstance(document, dict) and "duizhao" in document


def _nothing(problems: list[Problem], skipped: dict[str, int]) -> NothingRecognisedError | UnreadableError:
    if not problems:
        return NothingRecognisedError("no article file found in the sources", dict(skipped))
    others = f", nor any of {len(problems) - 1} others" if problems[1:] else ""
    return UnreadableError(f"cannot be used{others}: {problems[0].message}", path=problems[0].path)


def _write(folder: str, name: str, data: bytes) -> None:
    with open(os.path.join(folder, name), "xb") as file:
        file.write(data)
