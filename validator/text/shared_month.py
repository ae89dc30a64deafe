"""A month that the datelines of an issue share though the date of the newspaper does not support it."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from duizhao.schema.tree import Datelines, DispatchDay
from duizhao.validator.case import Case

_LEAST = 4  # datelines; fewer are told one by one
_MONTHS_OF_A_YEAR = 12


class SharedMonth(NamedTuple):
    """What the datelines of an issue have in common."""

    month: int
    wrong: tuple[DispatchDay, ...]
    """Those with that month, the first of the issue first."""
    dated: int
    """All of the translation that name a month."""


def shared_month(case: Case) -> SharedMonth | None:
    """The month that the datelines of an article's issue were given, None where there is none to be told at once."""
    issue, date = case.article.issue, case.date
    return _shared(issue.datelines, date) if issue and date else None


def in_this_article(case: Case, shared: SharedMonth) -> tuple[DispatchDay, ...]:
    """The datelines with that month that stand in the article itself."""
    issue = case.article.issue
    span = issue.en if issue else None
    return tuple(one for one in shared.wrong if span and span.start <= one.start < span.end)


# All articles of an issue ask for the same, each in a case of its own, so that `analysis` would find it anew for each.
# What is kept of an issue are places and days, not its text.
@lru_cache(maxsize=4)
def _shared(datelines: Datelines, date: tuple[int, int, int]) -> SharedMonth | None:
    wrong = [one for one in datelines.english if one.month != _expected(one.day, date)]
    # A month that the original names somewhere may be meant.
    counts = Counter(one.month for one in wrong if one.month not in datelines.chinese_months)
    if not counts:
        return None
    month, count = counts.most_common(1)[0]
    # At least half of them: else they are slips of their own.
    if count < _LEAST or 2 * count < len(datelines.english):
        return None
    return SharedMonth(month, tuple(one for one in wrong if one.month == month), len(datelines.english))


def _expected(day: int, date: tuple[int, int, int]) -> int:
    """The month of the last such day before the newspaper."""
    _, month, today = date
    return month if day <= today else (month - 2) % _MONTHS_OF_A_YEAR + 1
