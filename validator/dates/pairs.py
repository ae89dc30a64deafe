"""The dates of an article, each Chinese one with the English one that stands for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from duizhao.regex import regex
from duizhao.schema.tree import Paragraph
from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.pairing.model import Link
from duizhao.validator.quantities.model import DateParts, Kind, Quantity
from duizhao.validator.times.compare import distance
from duizhao.validator.times.moon import goes_by_the_moon
from duizhao.validator.times.resolve import Day

_ALIKE = 0.68  # distance up to which dates left over on both sides are still the same one
_APART = 0.15  # share of the body by which they may be displaced


_MOST = 2000  # pairs looked at; so many dates without counterpart are no slip of a translator
_BETWEEN = regex(r",? ?[(（]?(?:the |on )?|（|，")


class Dated(NamedTuple):
    """A date of one side: where it stands, and its parts."""

    span: Span
    parts: DateParts

    def words(self, text: str) -> str:
        """Its words in a text, on one line."""
        return " ".join(text[self.span.start : self.span.end].split())


class DatePair(NamedTuple):
    """A date of the original and its counterpart; one of them is None where there is none."""

    zh: Dated | None
    en: Dated | None
    excused: bool = False
    """Of a date alone: a number stands for it, or its whole paragraph has no counterpart."""
    loose: bool = False
    """Paired here, because both were left over: a difference is less certain."""


def pairs(case: Case) -> tuple[DatePair, ...]:
    """All dates of both titles and bodies.

    The links of the numeric expressions say which belong together.  Dates that they leave over, or give to a plain
    number, are paired here where they can be the same and stand in like places.
    """
    found: list[DatePair] = []
    for link in (*case.links.title, *case.links.body):
        zh, en = _dated(link.zh), _dated(link.en)
        if (zh or en) and link.verdict != "masked":  # of a date that nobody can read N141 speaks
            found.append(DatePair(zh, en, excused=_excused(link)))
    if not found:
        return ()
    # Few articles name a weekday, and only there the dates are sorted to see what stands beside it.
    if any(_only_weekday(one.parts) for pair in found for one in (pair.zh, pair.en) if one):
        found = _join_weekdays(found, case.plain)
    found = _with_their_days(found, case.plain)
    alone = [pair for pair in found if not (pair.zh and pair.en)]
    halves = sum(1 for pair in alone if pair.zh), sum(1 for pair in alone if pair.en)
    if 0 < halves[0] * halves[1] <= _MOST:
        found = _bring_together(found, alone, case)
    return tuple(found)


def by_their_calendar(found: tuple[DatePair, ...], text: str) -> tuple[DatePair, ...]:
    """The pairs, the days of the lunar calendar marked where the English may have kept their figures.

    Args:
        found: the pairs.
        text: of the article.
    """
    return tuple(
        one._replace(zh=zh._replace(parts=zh.parts._replace(calendar="lunar")))
        if (zh := one.zh)
        and (en := one.en)
        and en.parts.month
        and not en.parts.calendar
        and goes_by_the_moon(zh.parts, zh.span, text)
        else one
        for one in found
    )


def _dated(quantity: Quantity | None) -> Dated | None:
    if quantity is None or quantity.kind is not Kind.DATE or quantity.date is None:
        return None
    return Dated(Span(quantity.start, quantity.end), quantity.date)


def _excused(link: Link) -> bool:
    return link.verdict == "" or "paragraph" in link.detail


def _only_weekday(parts: DateParts) -> bool:
    return parts.weekday is not None and parts.day is None and parts.hour is None


def _join_weekdays(found: list[DatePair], text: str) -> list[DatePair]:
    """“Wednesday, October 15”, 十月十五日（星期三） as one date, with the counterpart of either."""
    for side in (0, 1):
        found = _join_on(found, side, text)
    return found


def _join_on(found: list[DatePair], side: int, text: str) -> list[DatePair]:
    rows = sorted([(one, pair) for pair in found if (one := _of(pair, side))], key=lambda row: row[0].span)
    gone: set[Span] = set()
    joined: list[DatePair] = []
    for (left, first), (right, second) in pairwise(rows):
        one = _joined(left, right, text)
        other = _of(first, 1 - side), _of(second, 1 - side)
        # Where weekday and date have a counterpart each, joining them would leave one of those alone.
        if one and not all(other) and left.span not in gone:
            gone |= {left.span, right.span}
            both = (one, other[0] or other[1]) if side == 0 else (other[0] or other[1], one)
            joined.append(DatePair(both[0], both[1], first.excused and second.excused))
    return [pair for pair in found if (one := _of(pair, side)) is None or one.span not in gone] + joined


def _with_their_days(found: list[DatePair], text: str) -> list[DatePair]:
    """The day that stands behind a part of it, as the counterpart of both: 十一晚, "the evening of the 12th"."""
    alone = {pair.en.span.start: pair for pair in found if pair.en and not pair.zh and pair.en.parts.day is not None}
    joined: dict[int, DatePair] = {}
    for index, pair in enumerate(found):
        zh, en = pair.zh, pair.en
        if not zh or not en or zh.parts.day is None or not zh.parts.span or not _only_span(en.parts):
            continue
        day = alone.get(en.span.end + text.startswith(" ", en.span.end))
        if day is not None and day.en is not None and not day.en.parts.span:
            both = Dated(day.en.span, day.en.parts._replace(span=en.parts.span))
            joined[index] = DatePair(zh, both, loose=pair.loose)
            # An empty pair keeps the place, as `joined` counts from it; it goes below.
            found = [one if one is not day else DatePair(None, None) for one in found]
    return [joined.get(index, pair) for index, pair in enumerate(found) if pair.zh or pair.en] if joined else found


def _only_span(parts: DateParts) -> bool:
    return bool(parts.span) and parts == DateParts(span=parts.span)


def _of(pair: DatePair, side: int) -> Dated | None:
    return pair.en if side else pair.zh


def _joined(left: Dated | None, right: Dated | None, text: str) -> Dated | None:
    if left is None or right is None or not _BETWEEN.fullmatch(text, left.span.end, right.span.start):
        return None
    weekday, date = (left.parts, right.parts) if _only_weekday(left.parts) else (right.parts, left.parts)
    # “Wednesday, October” is no day, and a day has one weekday.
    if not _only_weekday(weekday) or date.day is None or date.weekday is not None:
        return None
    bracketed = "（" in text[left.span.end : right.span.start] and text[right.span.end : right.span.end + 1] == "）"
    return Dated(Span(left.span.start, right.span.end + bracketed), date._replace(weekday=weekday.weekday))


def _bring_together(found: list[DatePair], alone: list[DatePair], case: Case) -> list[DatePair]:
    """Join what is alone on either side to the nearest of the other, where that is near enough."""
    originals = _placed([pair.zh for pair in alone], case.article.chinese.paragraphs)
    english = _placed([pair.en for pair in alone], case.article.english.paragraphs)
    joined: list[DatePair] = []
    for zh, zh_at in originals:
        costs = [(_apart(zh, en, abs(zh_at - en_at), case.date), index) for index, (en, en_at) in enumerate(english)]
        cost, index = min(costs, default=(1.0, 0))
        if cost <= _ALIKE:
            joined.append(DatePair(zh, english.pop(index)[0], loose=True))
    gone = {one.span for pair in joined for one in (pair.zh, pair.en) if one}
    left = [pair for pair in found if (pair.zh and pair.en) or _span(pair) not in gone]
    return left + joined


def _placed(dates: Iterable[Dated | None], paragraphs: Sequence[Paragraph]) -> list[tuple[Dated, float]]:
    """The dates of a body with the share of it that comes before each."""
    if not paragraphs:
        return []
    first, length = paragraphs[0].start, max(1, paragraphs[-1].end - paragraphs[0].start)
    # Dates of a title stand before the body, and have no share of it.
    return [(one, (one.span.start - first) / length) for one in dates if one and one.span.start >= first]


def _span(pair: DatePair) -> Span | None:
    """Where a date alone stands."""
    one = pair.zh or pair.en
    return one.span if one else None


def _apart(zh: Dated, en: Dated, displaced: float, issue: Day | None) -> float:
    """Distance of the dates, a little more for their places; 2 where those do not fit."""
    if en.parts.relative == "today" and not zh.parts.relative:
        return 2.0  # "today" is often only "now"
    if displaced > _APART and not _same_figures(zh.parts, en.parts):
        return 2.0
    # A tenth of the way: of two dates that are alike the one nearer to its place is taken.
    return distance(zh.parts, en.parts, issue) + displaced / 10


def _same_figures(zh: DateParts, en: DateParts) -> bool:
    """Whether month and day are the same, whatever calendar they are of; in a sentence they may stand far apart."""
    return zh.month is not None and zh.day is not None and (zh.month, zh.day) == (en.month, en.day)


def same_word(pair: DatePair) -> bool:
    """Whether both languages count a date from the day of writing by the same word: 昨天 and "yesterday"."""
    zh, en = pair.zh, pair.en
    return bool(zh and en and en.parts.relative and zh.parts.relative == en.parts.relative)
