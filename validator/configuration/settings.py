"""What is in force: which rules, how severe, with what thresholds, for which publication."""

from __future__ import annotations

import os
from functools import lru_cache
from typing import NamedTuple

from duizhao.schema.publication import ANY, Publication, Term
from duizhao.validator.finding import Severity


class Thresholds(NamedTuple):
    """Numbers that rules compare with; see the rule that names each."""

    omission_ratio: float = 0.45
    """P: English shorter than this share of what the Chinese leads to expect is an omission."""
    addition_ratio: float = 3.0
    """P: English longer than this multiple of what the Chinese leads to expect is an addition."""


class Override(NamedTuple):
    """What differs for some paths."""

    paths: tuple[str, ...]
    select: tuple[str, ...] | None = None
    """In place of the general selection; None leaves it."""
    ignore: tuple[str, ...] = ()
    """In addition to the general ones."""
    severities: tuple[tuple[str, Severity], ...] = ()
    publication: str = ""
    """Name of the publication; '' leaves the choice to the publications' own patterns."""


class Settings(NamedTuple):
    """Everything the engine needs to know; immutable, and cheap to send to a worker."""

    select: tuple[str, ...] = ("H", "D", "P", "N", "R", "T", "C", "W")
    ignore: tuple[str, ...] = ()
    severities: tuple[tuple[str, Severity], ...] = ()
    """Rule code to severity, in place of the rule's own."""
    thresholds: Thresholds = Thresholds()
    publication: Publication | None = None
    glossary: tuple[Term, ...] = ()
    publications: tuple[Publication, ...] = ()
    """Those to choose `publication` from, by path."""
    overrides: tuple[Override, ...] = ()
    root: str = ""
    """The folder from which path patterns are measured, '' for the working directory."""
    here: str = ""
    """The working directory, where another process than the one that was started does the work; '' for its own."""

    def publication_of(self, path: str) -> Publication:
        """The newspaper that a file is of; one of which nothing is known where no configuration says."""
        return self.for_path(path).publication or ANY

    def for_path(self, path: str) -> Settings:
        """What is in force for one file: overrides and publications of its path applied."""
        # Most runs: one object for all files, which what is kept for settings is kept by.
        if not self.overrides and not self.publications:
            return self
        from duizhao.validator.configuration.path_patterns import matcher  # noqa: PLC0415  only where a configuration has patterns

        # A worker may have another working directory than the process that paths were named for.
        relative = _relative(os.path.join(self.here, path), os.path.join(self.here, self.root))
        chosen = tuple(n for n, override in enumerate(self.overrides) if matcher(override.paths)(relative))
        claiming = (n for n, one in enumerate(self.publications) if one.paths and matcher(one.paths)(relative))
        return _resolved(self, chosen, next(claiming, -1))


def _relative(path: str, root: str) -> str:
    relative = os.path.relpath(path, root) if root or os.path.isabs(path) else os.path.normpath(path)
    return relative.replace(os.sep, "/")


@lru_cache(maxsize=256)  # a tree has few mixes of overrides, and the rules in force are kept by what comes out here
def _resolved(settings: Settings, overrides: tuple[int, ...], claiming: int) -> Settings:
    """The settings with the overrides of those numbers, and the publication of that number (-1 for none)."""
    select, ignore, severities = settings.select, settings.ignore, settings.severities
    # An override may name another newspaper than the one whose paths a file lies in.
    name = settings.publications[claiming].name if claiming >= 0 else ""
    for number in overrides:
        override = settings.overrides[number]
        select = select if override.select is None else override.select
        ignore += override.ignore
        severities += override.severities
        name = override.publication or name
    publication = _publication(settings, name)
    return settings._replace(
        select=select,
        ignore=ignore,
        severities=severities,
        publication=publication,
        glossary=settings.glossary + (publication.terms if publication else ()),
        # Resolved settings are asked for no path any more, and are sent to workers without what is of no use there.
        publications=(),
        overrides=(),
    )


def _publication(settings: Settings, name: str) -> Publication | None:
    """The publication of that name; without a name the one that claims no paths."""
    wanted = (one for one in settings.publications if (one.name == name if name else not one.paths))
    return next(wanted, settings.publication)
