"""Article files to a data package, in one pass and with memory that does not grow with their number."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from functools import partial
from typing import Any, NamedTuple

from duizhao.datapackage.checksums import write_checksums
from duizhao.datapackage.created import created_from_environment
from duizhao.datapackage.describe import descriptor, serialise
from duizhao.datapackage.metadata import Metadata
from duizhao.datapackage.package import DESCRIPTOR, README
from duizhao.datapackage.pool import in_chunks
from duizhao.datapackage.readme import readme
from duizhao.datapackage.rows import About, ArticleRows, Tally, article_rows
from duizhao.datapackage.runs import Item, Sorter
from duizhao.datapackage.sources import Root, entries, found
from duizhao.datapackage.staging import staged
from duizhao.datapackage.tables import NAMES, tables
from duizhao.datapackage.writer import TableWriter, Written
from duizhao.errors import PackageError, UnreadableError, UsageError
from duizhao.schema.inputs.discover import Location
from duizhao.schema.inputs.entry import Entry
from duizhao.validator.report import Problem
from duizhao.validator.settings import Settings

_RUNS = "runs"  # a folder of the unfinished package


class Plan(NamedTuple):
    """How articles become rows; sent to every worker."""

    root: Root
    metadata: Metadata
    settings: Settings


class Built(NamedTuple):
    """A package that was built."""

    path: str
    tables: tuple[Written, ...]
    tally: Tally
    """Findings by severity."""
    problems: tuple[Problem, ...]
    """Files that could not be read."""


def build(
    sources: Sequence[str],
    target: str,
    *,
    metadata: Metadata | None = None,
    settings: Settings | None = None,
    jobs: int | None = None,
) -> Built:
    """Build a data package.

    Args:
        sources: files, folders, globs and archives of article files.
        target: the folder of the package; one that duizhao made is replaced, in one step.
        metadata: what the data set says of itself.
        settings: what is in force for the checks.
        jobs: processes to use; None for as many as are worth it.

    Raises:
        UsageError: a source does not exist or holds no article, or the target is something else than a package.
        UnreadableError: none of the files could be read.
        PackageError: two articles have the same identifier.
        WriteError: the system refuses to write.
    """
    replace = replaceable(target)
    items = found(sources, exclude=[target])
    plan = Plan(Root.of(sources), metadata or Metadata(), settings or Settings())
    with staged(target, replace=replace) as folder:
        built = assemble(folder, items, plan, jobs)
        finish(built, plan.metadata, version="")
    return built._replace(path=target)


def assemble(folder: str, items: Iterator[Location | Entry], plan: Plan, jobs: int | None) -> Built:
    """Write the tables of a package into an empty folder; see `build`."""
    runs = os.path.join(folder, _RUNS)
    os.mkdir(runs)
    sorter = Sorter(runs, 2 + 2 * len(NAMES))
    tally, problems = _gather(items, sorter, plan, jobs)
    written = _write_tables(folder, sorter)
    _remove(runs)
    if not written[0].rows:
        raise _nothing(problems)
    return Built(folder, written, tally, tuple(sorted(problems)))


def describe(built: Built, metadata: Metadata, *, version: str) -> dict[str, Any]:
    """The descriptor of tables that were written."""
    created = created_from_environment() or metadata.created
    return descriptor(metadata, built.tables, version=version, created=created)


def finish(built: Built, metadata: Metadata, *, version: str) -> None:
    """Write descriptor, README and checksums beside the tables."""
    _write(built.path, DESCRIPTOR, serialise(describe(built, metadata, version=version)))
    _write(built.path, README, readme(metadata, built.tables, version=version).encode())
    write_checksums(built.path, {item.table.path: item.sha256 for item in built.tables})


def replaceable(target: str) -> bool:
    """Whether there is an older package that gives way.

    Raises:
        UsageError: there is something else.
    """
    if not os.path.lexists(target):
        return False
    if os.path.islink(target) or not os.path.isdir(target):
        raise UsageError("is not a folder; name another place for the package", path=target)
    if not os.listdir(target):
        return True
    if not _is_ours(target):
        raise UsageError("holds something else than a package of duizhao, and stays as it is", path=target)
    return True


def _is_ours(folder: str) -> bool:
    try:
        with open(os.path.join(folder, DESCRIPTOR), encoding="utf-8") as file:
            document = json.load(file)
    except (OSError, ValueError):
        return False
    return isinstance(document, dict) and "duizhao" in document


_Outcome = ArticleRows | Problem


def _gather(
    items: Iterator[Location | Entry], sorter: Sorter, plan: Plan, jobs: int | None
) -> tuple[Tally, list[Problem]]:
    tally, problems = Tally(), []
    for outcomes in in_chunks(items, partial(_work, plan=plan), jobs):
        for outcome in outcomes:
            if isinstance(outcome, Problem):
                problems.append(outcome)
            else:
                sorter.add(_item(outcome))
                tally = tally.plus(outcome.tally)
    return tally, problems


def _work(items: list[Location | Entry], plan: Plan) -> list[_Outcome]:
    return [_rows_of(entry, plan) for entry in entries(items)]


def _rows_of(entry: Entry, plan: Plan) -> _Outcome:
    if entry.problem is not None:
        return Problem(entry.path, entry.problem.message, entry.problem.line, entry.problem.column)
    about = About(plan.metadata.publication, plan.metadata.translation)
    try:
        return article_rows(plan.root.relative(entry.path), entry.data or b"", plan.settings, about)
    except UnreadableError as error:
        return Problem(entry.path, error.message, error.line, error.column)


def _item(rows: ArticleRows) -> Item:
    counts = (str(count).encode() for count in rows.counts)
    return (rows.id.encode(), rows.path.encode(), *counts, *(line.encode() for line in rows.lines))


def _write_tables(folder: str, sorter: Sorter) -> tuple[Written, ...]:
    with ExitStack() as stack:
        writers = [stack.enter_context(TableWriter(folder, table)) for table in tables().values()]
        for item in _distinct(sorter.sorted()):
            for writer, count, lines in zip(writers, item[2:], item[2 + len(writers) :], strict=False):
                writer.write(lines, int(count))
    return tuple(writer.written() for writer in writers)


def _distinct(items: Iterator[Item]) -> Iterator[Item]:
    """The items, as long as no two of them are of one article."""
    before: Item = (b"", b"")
    for item in items:
        if item[0] == before[0]:
            first, second = before[1].decode(), item[1].decode()
            raise PackageError(f"{first} and {second} are the same article, {item[0].decode()}; remove one of them")
        yield item
        before = item


def _nothing(problems: list[Problem]) -> UsageError | UnreadableError:
    if not problems:
        return UsageError("no article file found in the sources")
    others = f", nor any of {len(problems) - 1} others" if problems[1:] else ""
    return UnreadableError(f"cannot be used{others}: {problems[0].message}", path=problems[0].path)


def _write(folder: str, name: str, data: bytes) -> None:
    with open(os.path.join(folder, name), "xb") as file:
        file.write(data)


def _remove(folder: str) -> None:
    for name in os.listdir(folder):
        os.unlink(os.path.join(folder, name))
    os.rmdir(folder)
