"""Where a pair stands: what of two texts must be known to tell whether two of their expressions agree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from duizhao.validator.quantities.model import Cluster
from duizhao.validator.times.resolve import Day


class Setting(NamedTuple):
    """Two texts that say the same, in the file that holds both."""

    text: str
    """Of the file."""
    original: str
    """The stretch of it that is looked at here."""
    zh: Sequence[Cluster]
    """The expressions of the original."""
    en: Sequence[Cluster]
    """Those of the translation."""
    issue: Day | None
    """The day of the issue, where it is known."""
