"""What is in force: which rules, how severe, with what thresholds, for which publication."""

from __future__ import annotations

from typing import NamedTuple

from duizhao.validator.finding import Severity


class Publication(NamedTuple):
    """A newspaper and its run."""

    name: str
    title: str = ""
    first: str = ""
    """First issue, YYYY-MM-DD; '' where unknown."""
    last: str = ""
    """Last issue, YYYY-MM-DD; '' where it still appears or unknown."""
    pages: int = 0
    """Most pages an issue has; 0 where unknown."""
    calendars: tuple[str, ...] = ()
    """Calendars it dates in beside the Gregorian: 'roc', 'lunar'."""


class Term(NamedTuple):
    """An entry of the glossary."""

    chinese: str
    accepted: tuple[str, ...]
    rejected: tuple[str, ...] = ()
    first: str = ""
    """Year or date from which it holds, '' for always."""
    last: str = ""
    source: str = ""


class Thresholds(NamedTuple):
    """Numbers that rules compare with; see the rule that names each."""

    omission_ratio: float = 0.35
    """P: English shorter than this share of what the Chinese leads to expect is an omission."""
    addition_ratio: float = 3.0
    """P: English longer than this multiple of what the Chinese leads to expect is an addition."""


class Settings(NamedTuple):
    """Everything the engine needs to know; immutable, and cheap to send to a worker."""

    select: tuple[str, ...] = ("H", "D", "P", "N", "R", "T", "C", "W")
    ignore: tuple[str, ...] = ()
    severities: tuple[tuple[str, Severity], ...] = ()
    """Rule code to severity, in place of the rule's own."""
    thresholds: Thresholds = Thresholds()
    publication: Publication | None = None
    glossary: tuple[Term, ...] = ()
