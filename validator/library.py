"""Articles for programs in Python: `duizhao.read` parses them, `duizhao.check` says what is wrong with them.

`duizhao.check_bytes` does the work on one file as a pure function, for engines that share files out by themselves.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import NamedTuple

from duizhao.errors import UnreadableError
from duizhao.schema.inputs.discover import list_sources
from duizhao.schema.inputs.read import given_entry
from duizhao.schema.record import Record, record_of
from duizhao.schema.tree import Article
from duizhao.validator.across.signature import Signature, signature_of
from duizhao.validator.align import Bead
from duizhao.validator.characters.plain import as_written, plain
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.finding import Finding
from duizhao.validator.pairing.model import Link
from duizhao.validator.quantities.model import Quantity
from duizhao.validator.quantities.read import quantities as likeliest_of
from duizhao.validator.report import Problem, Report
from duizhao.validator.running.articles import articles_of
from duizhao.validator.running.engine import Examined
from duizhao.validator.running.one_file import outcomes_of
from duizhao.validator.running.whole_run import RunPlan, results_of
from duizhao.validator.waiving.waivers import Waivers


def read(
    *paths: str, settings: Settings | None = None, problems: Callable[[Problem], object] | None = None
) -> Iterator[Article]:
    """Read and parse files of articles, and files of whole issues, as a check does.

    Args:
        paths: files, folders, globs, archives and bundles.
        settings: what is in force: how the files of which newspaper are written; None for the defaults.
        problems: called with each file, or part of an issue, that cannot be read, before the next one is; None to end
            at the first.

    Yields:
        The articles in the order in which they are found.

    Raises:
        UsageError: a path does not exist.
        UnreadableError: something cannot be read, and there is no `problems` to tell it to.
    """
    for one in articles_of(lambda: list_sources(paths), settings or Settings()):
        if isinstance(one, Article):
            yield one
        elif problems is None:
            raise UnreadableError(one.message, path=one.path, line=one.line, column=one.column)
        else:
            problems(one)


class CheckedArticle(NamedTuple):
    """All that is found out about an article by itself; it can be sent to another process."""

    path: str
    """The name of its file."""
    record: Record | None = None
    findings: tuple[Finding, ...] = ()
    """In the order of a report, without those that come from comparing articles."""
    quantities: tuple[Link, ...] = ()
    """Every numeric expression of either language, with its counterpart where there is one; those of the titles first.
    Offsets refer to the text of the article: that of the file, where it holds no other."""
    paragraphs: tuple[Bead, ...] = ()
    """Which paragraphs say the same, by their numbers in the record, from 0."""
    signature: Signature | None = None
    """What it is compared with others by; see `duizhao.compare_articles`."""
    problem: Problem | None = None
    """Why the file, or an article of it, could not be used; then there is nothing else."""


def check_bytes(name: str, data: bytes, settings: Settings | None = None) -> tuple[CheckedArticle, ...]:
    """Check the articles of one file: opens no file, keeps nothing, and gives the same on any machine.

    What is wrong with the file, or goes wrong on the way, is a `problem`, so that it costs no other file of a
    partition.

    Args:
        name: of the file, as findings and patterns of paths know it; a relative one is measured from the folder of the
            configuration, never from the working directory, which may be another on each machine.
        data: what it holds.
        settings: what is in force; None for the defaults.

    Returns:
        The articles of the file, one or all those of an issue, and what of it could not be read, in their order.
    """
    made = outcomes_of(given_entry(name, data), settings_by_name(name, settings), _checked, "not checked")
    return tuple(CheckedArticle(name, problem=one) if isinstance(one, Problem) else one for one in made)


def settings_by_name(name: str, settings: Settings | None) -> Settings:
    """The settings, such that patterns of paths are compared with a relative name as it stands."""
    chosen = settings or Settings()
    return chosen if os.path.isabs(name) else chosen._replace(root="")


def quantities(
    text: str, language: str, start: int = 0, end: int | None = None, *, year: int | None = None
) -> list[Quantity]:
    """Every numeric expression of a text in its likeliest reading, other values of it in `others`.

    Args:
        text: of that language, in whatever script.
        language: 'zh' or 'en'.
        start: where to begin.
        end: where to stop; None for the end of the text.
        year: of the issue; None where it is not known.
    """
    simple = plain(text) if language == "zh" else text
    found = likeliest_of(simple, language, start, end, year=year)
    return [one._replace(counter=as_written(one.counter, text, simple, one.start)) for one in found]


def _checked(examined: Examined) -> CheckedArticle:
    case = examined.case
    article, links = case.article, case.links
    return CheckedArticle(
        article.path,
        record_of(article),
        examined.findings,
        (*links.title, *links.body),
        case.alignment.beads,
        signature_of(article),
    )


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
