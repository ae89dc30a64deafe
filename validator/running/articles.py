"""Sources to the articles that a check would look at, for who wants these and not what a check makes of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from duizhao.errors import UnreadableError
from duizhao.faults import about
from duizhao.schema.inputs.entry import Entry
from duizhao.schema.inputs.walk import Location
from duizhao.schema.tree import Article
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.report import Problem
from duizhao.validator.running.one_file import articles_in, settled_entries
from duizhao.validator.running.pages import with_pages

Made = TypeVar("Made")
Sources = Callable[[], Iterable[Location | Entry]]
"""Lists what there is to read; may be called again."""


def articles_of(sources: Sources, settings: Settings) -> Iterator[Article | Problem]:
    """The articles that sources hold, one at a time, and what of them cannot be read.

    The same files, readers and newspapers as in a check, so that who looks at an article sees what was checked.

    Args:
        sources: called once more where there are files of whole issues.
        settings: what is in force.
    """
    for item in with_pages(sources(), sources, settings):
        for entry in settled_entries(item, settings):
            if isinstance(entry, Problem):
                yield entry
                continue
            with about(entry.path):
                yield from articles_in(entry, settings.publication_of(entry.path))


def of_each(articles: Iterable[Article | Problem], work: Callable[[Article], Made]) -> Iterator[Made | Problem]:
    """What is made of each article, or why nothing is: it could not be read, or is too large for the work.

    A fault of our own ends all of it, unlike in a check: there is no report in which an article could be missed.

    Args:
        articles: in their order.
        work: raises UnreadableError at what is too large.
    """
    for one in articles:
        if isinstance(one, Problem):
            yield one
            continue
        with about(one.path):
            try:
                made: Made | Problem = work(one)
            except UnreadableError as error:
                made = Problem.unread(one.path, error)
        yield made
