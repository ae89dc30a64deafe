"""What a configuration says: the record that its file becomes, and what holds where it says nothing."""

from __future__ import annotations

from typing import Any, NamedTuple

from duizhao.validator.configuration.located import Located
from duizhao.validator.configuration.settings import Settings
from duizhao.validator.finding import Severity

MOST_JOBS = 256
"""Processes; so many find no work on any machine, and a slip of the hand (`jobs: 20000`) starts no more."""


class Config(NamedTuple):
    """What a configuration says; without one, the defaults."""

    path: str = ""
    """The file, '' where there is none."""
    settings: Settings = Settings()
    glossary: tuple[str, ...] = ()
    """Files of terms; the terms themselves are among the settings."""
    exclude: tuple[str, ...] = ()
    """Patterns, measured from `settings.root`."""
    waivers: tuple[str, ...] = ()
    baseline: str = ""
    fail_on: Severity = Severity.ERROR
    jobs: int | None = None
    cache: str = ".duizhao-cache"
    """Folder of the cache, '' for none."""
    dataset: dict[str, Any] = {}  # noqa: RUF012  never changed: a tuple's default
    """The key `dataset` as it stands; `duizhao.datapackage.format.metadata` has the record it becomes."""
    document: Located = Located("", {}, {})
    """What was written, and where."""
