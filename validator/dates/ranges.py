"""Dates side by side: two days that share their month (上月十三至十九日), months of a list (八、九、十月)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from duizhao.regex import regex
from duizhao.source import Span
from duizhao.validator.dates.pairs import Dated, DatePair
from duizhao.validator.dates.show import show, show_month, weekday_name
from duizhao.validator.quantities.model import DateParts
from duizhao.validator.rule import Hit

_MONTHS = frozenset(("last-month", "this-month", "next-month"))
_GAP = regex("[日号]?(?:至|到|—+|－|~|～|、|和|及)")


def share_month(found: Sequence[DatePair], text: str) -> tuple[DatePair, ...]:
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


class Neighbours:
    """The pairs whose Chinese date may be of one list with another; a page may have thousands.

    Args:
        found: the pairs.
    """

    def __init__(self, found: Sequence[DatePair]) -> None:
        both = [(one.zh.span, one) for one in found if one.zh and one.en]
        self._starting = {span.start: one for span, one in both}
        self._ending = {span.end: one for span, one in both}

    def of(self, zh: Dated) -> list[DatePair]:
        """Those beside a date, with the mark of a list between them or another member of it."""
        near = range(1, _LIST_MARK + 1)
        found = [self._starting.get(zh.span.end + away) for away in near]
        found += [self._ending.get(zh.span.start - away) for away in near]
        return [one for one in found if one is not None]


_LIST_MARK = 3
"""Characters between two dates of a list: its mark, or another weekday with its marks (星期二、四、六)."""
_LISTED = frozenset("、")
_MONTHS_LISTED = _LISTED | {""}
"""Months of a list may stand without its mark: 五六月."""
_BESIDE = 24
"""Characters of the English beside the counterpart of a neighbour in which a month of the same list would stand."""


def listed_month_lost(zh: Dated, found: Sequence[DatePair], text: str) -> Hit | None:
    """A month of a list whose neighbour the English has, and not this one: 八、九、十月 as "September and October".

    Args:
        zh: a date of the original without counterpart.
        found: the pairs.
        text: of the article.
    """
    month = zh.parts.month
    if month is None or zh.parts != DateParts(month=month):
        return None
    beside = [
        one.en.span
        for one in found
        if one.zh and one.en and one.zh.parts.month and one.en.parts.month and _side_by_side(one.zh.span, zh.span, text)
    ]
    if not beside:
        return None
    around = text[max(0, min(beside).start - _BESIDE) : max(beside).end + _BESIDE]
    if show_month(None, month)[:_ABBREVIATED] in around or _THROUGH.search(around):
        return None  # from August to October
    return Hit(f"the English leaves out {show(zh.parts)}", None, zh.span)


def listed_weekday_lost(zh: Dated, found: Sequence[DatePair], text: str, paragraphs: str) -> Hit | None:
    """A weekday of a list whose neighbour the English has, and not this one: 每星期二、四 as "every Tuesday".

    Args:
        zh: a date of the original without counterpart.
        found: the pairs.
        text: of the article.
        paragraphs: the English that belongs to it.
    """
    day = zh.parts.weekday
    if day is None or zh.parts != DateParts(weekday=day) or weekday_name(day) in paragraphs:
        return None
    listed = any(
        one.zh and one.en and one.zh.parts.weekday and one.en.parts.weekday and _members(one.zh.span, zh.span, text)
        for one in found
    )
    if not listed or _WEEKDAYS_THROUGH.search(paragraphs):
        return None
    return Hit(f"the English leaves out {show(zh.parts)}", None, zh.span)


def _members(one: Span, other: Span, text: str) -> bool:
    """Whether two weekdays of the original are members of one list."""
    first, second = sorted((one, other))
    return _WEEKDAYS_BETWEEN.fullmatch(text, first.end, second.start) is not None


_WEEKDAYS_BETWEEN = regex("[、和及与]|[、][一二三四五六][、和及与]")
_WEEKDAYS_THROUGH = regex(r"day (?:to|through|till|until) |days?[-–—]|\b(?:week|other|alternate) ?days?\b")
"""What tells weekdays that are not named: Monday through Thursday, every other day."""


_THROUGH = regex(r"\b(?:to|through|till|until)\b|[a-z][-–—][A-Z]")
_ABBREVIATED = 3
"""Letters of the shortest form of a month's name."""


def _side_by_side(one: Span, other: Span, text: str) -> bool:
    """Whether nothing but the mark of a list stands between two months of the original."""
    first, second = sorted((one, other))
    return text[first.end : second.start] in _MONTHS_LISTED


_FROM_TO = regex(r" (?:to|through|till|until) (?:the )?| ?[-–—] ?(?:the )?", re.IGNORECASE)


def spanned(found: Sequence[DatePair], text: str) -> Iterator[Hit]:
    """Two days of which the English makes all the time between: 二十七、二十九两日 as "from the 27th to the 29th".

    Args:
        found: the pairs.
        text: of the article.
    """
    both = sorted((one.zh, one.en) for one in found if one.zh and one.en)
    yield from _only_ends(both, text)
    yield from _all_between(both, text)
    for (first, start), (second, end) in pairwise(both):
        days = first.parts.day, second.parts.day
        if None in days or days[0] == days[1] or (days[1] or 0) - (days[0] or 0) == 1:
            continue  # the 27th and the 28th are all of it
        # Where the original counts its days (两日), it certainly names no others; a 、 alone may stand for a stroke.
        if (
            text[first.span.end : second.span.start] not in _LISTED
            or "两" not in text[second.span.start : second.span.end + 1]
        ):
            continue
        if _FROM_TO.fullmatch(text, start.span.end, end.span.start):
            words = text[start.span.start : end.span.end]
            message = f"“{words}” is all the time between, but the original names two days"
            yield Hit(message, Span(start.span.start, end.span.end), Span(first.span.start, second.span.end))


_THROUGHOUT = regex("[日号月年]?(?:至|到|—+|－|~|～)")
_AND = " and "
_BETWEEN = regex(r"\bbetween\b", re.IGNORECASE)


def _only_ends(both: Sequence[tuple[Dated, Dated]], text: str) -> Iterator[Hit]:
    """All the time between two months or days whose ends the English names: 二月到六月 as "February and June"."""
    for (first, start), (second, end) in pairwise(both):
        apart = _steps(first.parts, second.parts)
        if apart < _NEIGHBOURS or text[start.span.end : end.span.start] != _AND:
            continue
        if not _THROUGHOUT.fullmatch(text, first.span.end, second.span.start):
            continue
        if _BETWEEN.search(text, max(0, start.span.start - len("between the ")), start.span.end):
            continue
        words = text[start.span.start : end.span.end]
        message = f"“{words}” are the ends alone, but the original has all the time between"
        yield Hit(message, Span(start.span.start, end.span.end), Span(first.span.start, second.span.end))


_BOTH = regex("[日号月年]?份?[和与及同]")
_WITHIN = regex("[日号月年]?份?的?(?:之间|中间|期间|间)")
"""What makes two times the ends of one: 在三月与九月之间."""
_SPAN_BEGINS = regex(r"\b(?:from|between) (?:the )?", re.IGNORECASE)
_FROM = len("between the ")
_COMPARED = regex(
    r"\b(?:compar|relative|increas|decreas|rose|rise|grow|grew|fell|drop|declin|chang|differ)", re.IGNORECASE
)
"""What has one time against another: compared from 1951 to 1955, it rose from 1951 to 1955."""
_REACH = 60
"""Letters before two times in which they are said to be compared."""


def _all_between(both: Sequence[tuple[Dated, Dated]], text: str) -> Iterator[Hit]:
    """All the time between two that the original names: 三月与九月 as "from March to September"."""
    for (first, start), (second, end) in pairwise(both):
        if _steps(first.parts, second.parts) < _NEIGHBOURS:
            continue
        if not _BOTH.fullmatch(text, first.span.end, second.span.start) or _WITHIN.match(text, second.span.end):
            continue
        between = text[start.span.end : end.span.start]
        begins = _SPAN_BEGINS.search(text, max(0, start.span.start - _FROM), start.span.end)
        compared = _COMPARED.search(text, max(0, start.span.start - _REACH), start.span.start)
        # A mere "to" may set one against the other: 1954 to 1957.
        if not _FROM_TO.fullmatch(between) or compared or (between == " to " and not begins):
            continue
        words = text[start.span.start : end.span.end]
        message = f"“{words}” is all the time between, but the original names the two alone"
        yield Hit(message, Span(start.span.start, end.span.end), Span(first.span.start, second.span.end))


def _steps(one: DateParts, other: DateParts) -> int:
    """How many years, months or days lie between two dates told to the same unit; 0 where they are not."""
    if one.day and other.day:
        return other.day - one.day if one.month == other.month or not other.month else _NEIGHBOURS
    if one.month and other.month and not one.day and not other.day:
        return (other.month - one.month) % 12
    if one.year and other.year and not one.month and not other.month:
        return other.year - one.year
    return 0


_NEIGHBOURS = 2
"""Steps from which something lies between: of March and April the ends are all."""
