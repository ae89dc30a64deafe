"""Articles for programs in Python: `duizhao.read` parses them, `duizhao.check` says what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.errors import UnreadableError
from duizhao.schema.inputs.discover import discover, list_sources
from duizhao.schema.readers.read_file import read_file
from duizhao.schema.tree import Article
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.report import Report
from duizhao.validator.running.whole_run import RunPlan, results_of
from duizhao.validator.waiving.waivers import Waivers


def read(*paths: str) -> Iterator[Article]:
    """Read and parse files of articles, and files of whole issues; of these, what cannot be read is left out.

    Args:
        paths: files, folders, globs, archives and bundles.

    Yields:
        The articles in the order in which they are found.

    Raises:
        UsageError: a path does not exist.
        UnreadableError: a file cannot be read, or is no UTF-8.
    """
    for entry in discover(paths):
        if entry.problem is not None:
            problem = entry.problem
            raise UnreadableError(problem.message, path=entry.path, line=problem.line, column=problem.column)
        if entry.data is not None and not entry.reason:
            yield from (one for one in read_file(entry.path, entry.data) if isinstance(one, Article))


def check(*paths: str, settings: Settings | None = None, jobs: int | None = None) -> Report:
    """Check article files, each by itself and against each other.

    Args:
        paths: files, folders, globs, archives and bundles.
        settings: what is in force; None for the defaults.
        jobs: processes to use; None for as many as are worth it.

    Raises:
        UsageError: a path does not exist.
    """
    plan = RunPlan(lambda: list_sources(paths), settings or Settings(), jobs=jobs, across=True)
    return Report.of(results_of(plan, Waivers((), "")))
