"""The month that two days share, which Chinese says with the first: 上月十三至十九日."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from duizhao.source import Span
from duizhao.validator.dates.pairs import Dated, Pair

_MONTHS = frozenset(("last-month", "this-month", "next-month"))
_GAP = re.compile("[日号]?(?:至|到|—+|－|~|～|、|和|及)")


def share_month(found: Sequence[Pair], text: str) -> tuple[Pair, ...]:
    """The pairs, the second day of a range of the original with the month that the first is told by.

    English says it with the last day, so that neither pair would show two months that differ.

    Args:
        found: the pairs.
        text: of the article.
    """
    shared = dict(_shared([one.zh for one in found if one.zh is not None], text))
    if not shared:
        return tuple(found)
    return tuple(one._replace(zh=one.zh and shared.get(one.zh.span, one.zh)) for one in found)


def _shared(dates: Sequence[Dated], text: str) -> Iterator[tuple[Span, Dated]]:
    for first, second in pairwise(sorted(dates, key=lambda one: one.span)):
        month = first.parts.relative
        if month in _MONTHS and _bare(second) and _GAP.fullmatch(text, first.span.end, second.span.start):
            yield second.span, second._replace(parts=second.parts._replace(relative=month))


def _bare(one: Dated) -> bool:
    """Whether a date is a day of which neither month nor year is said."""
    parts = one.parts
    return parts.day is not None and parts.month is None and parts.year is None and not parts.relative
