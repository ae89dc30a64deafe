"""All that is wrong with the dates of an article, found in one pass for the D rules."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from duizhao.schema.dates import days_in_month, possible
from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.dates.compare import compatible
from duizhao.validator.dates.judge import Surroundings, Verdict, judge
from duizhao.validator.dates.pairs import Dated, Pair, pairs
from duizhao.validator.dates.resolve import Day, level, point, shift_day
from duizhao.validator.dates.show import show, show_day, weekday_name
from duizhao.validator.dates.weekdays import weekday
from duizhao.validator.dates.words import bounds, gives_day, goes_on, is_dateline, is_named, is_to_come, names_year
from duizhao.validator.finding import Severity
from duizhao.validator.quantities.model import DateParts
from duizhao.validator.rule import Hit

_MISPRINT = 10  # days by which a wrong figure makes a dispatch late; one that is later may be of another year
_HALF_YEAR = 6


class Noted(NamedTuple):
    """A hit and the sort of it, which tells the rules theirs."""

    what: str
    hit: Hit


def hits(case: Case, *whats: str) -> Iterator[Hit]:
    """The hits of these sorts: a `Verdict.what`, 'bound', 'impossible', 'after-issue', 'missing' or 'added'."""
    for noted in review(case):
        if noted.what in whats:
            yield noted.hit


@lru_cache(maxsize=1)
def review(case: Case) -> tuple[Noted, ...]:
    """Everything that is wrong with the dates of an article.  The rules ask for it in turn; it is made once."""
    found = pairs(case)
    return tuple(_Review(case, found).run()) if found else ()


class _Review:
    def __init__(self, case: Case, found: tuple[Pair, ...]) -> None:
        self.case, self.text, self.pairs = case, case.text, found
        self.issue: Day | None = case.date
        self.months, self.years = _named(found, self.issue)

    def run(self) -> Iterator[Noted]:
        for pair in self.pairs:
            if pair.zh and pair.en:
                yield from self._both(pair.zh, pair.en)
            elif pair.zh:
                yield from self._original(pair.zh)
                if not pair.excused:
                    yield from self._missing(pair.zh)
            elif pair.en and not pair.excused:
                yield from self._added(pair.en)

    def _both(self, zh: Dated, en: Dated) -> Iterator[Noted]:
        verdict = None if zh.parts == en.parts else judge(zh.parts, en.parts, self._around(zh))
        spans = Span(en.start, en.end), Span(zh.start, zh.end)
        if verdict and self._stands(verdict, zh, en):
            yield Noted(verdict.what, self._hit(verdict, *spans))
        opposite = bounds(self.text, (zh.start, zh.end), (en.start, en.end))
        if opposite:
            said, word = opposite
            message = f"“{word}” turns the bound around: the original has “{said}” with the date"
            yield Noted("bound", Hit(message, *spans))
        yield from self._original(zh, en)
        if not verdict:
            yield from self._weekday(en, spans, "the English")

    def _stands(self, verdict: Verdict, zh: Dated, en: Dated) -> bool:
        """Whether a look at the words beside the dates leaves it standing."""
        if verdict.what == "coarse":
            if zh.parts.day is not None and en.parts.day is None:
                return not gives_day(self.text, (en.start, en.end), zh.parts.day)
            return not goes_on(self.text, zh.end)
        if verdict.what == "year" and zh.parts.year is None and en.parts.year:
            chinese = self.case.article.chinese
            return bool(zh.parts.relative) or not names_year(self.text, chinese.start, chinese.end, en.parts.year)
        return True

    def _around(self, zh: Dated) -> Surroundings:
        dateline = is_dateline(self.text, zh.end)
        return Surroundings(self.issue, self.months, self.years, dateline, is_to_come(self.text, zh.start, zh.end))

    def _hit(self, verdict: Verdict, en: Span, zh: Span) -> Hit:
        return Hit(f"“{self._words(en)}”, but {verdict.message}", en, zh, verdict.severity)

    def _words(self, span: Span) -> str:
        return " ".join(self.text[span.start : span.end].split())

    # ------------------------------------------------------------ one side by itself

    def _original(self, zh: Dated, en: Dated | None = None) -> Iterator[Noted]:
        """Dates of the original that cannot be: the paper or the scan is at fault, the English copies it."""
        spans = (Span(en.start, en.end) if en else None), Span(zh.start, zh.end)
        limit = _days(zh.parts, self.text[zh.start - 1 : zh.start])
        if zh.parts.day is not None and not 1 <= zh.parts.day <= limit:
            message = f"the original dates “{self._words(spans[1])}”, and there is no such day"
            yield Noted("impossible", Hit(message, *spans))
        elif self.issue and is_dateline(self.text, zh.end) and (day := _dispatched(zh.parts, self.issue)) > self.issue:
            message = f"a dispatch of {show_day(day)} in the paper of {show_day(self.issue)}"
            severity = None if day <= shift_day(self.issue, _MISPRINT) else Severity.INFO
            yield Noted("after-issue", Hit(message, *spans, severity))
        if zh.parts.weekday:
            yield from self._weekday(zh, spans, "the original")

    def _weekday(self, one: Dated, spans: tuple[Span | None, Span | None], side: str) -> Iterator[Noted]:
        parts = one.parts
        if not (parts.weekday and parts.month and parts.day) or parts.calendar == "lunar":
            return
        year = parts.year or (self.issue[0] if self.issue else 0)
        if not year or not possible(year, parts.month, parts.day):
            return
        right = weekday(year, parts.month, parts.day)
        if right != parts.weekday:
            message = f"{side} has {weekday_name(parts.weekday)}, but {show_day((year, parts.month, parts.day))} was a "
            severity = Severity.WARNING if parts.year else Severity.INFO
            yield Noted("weekday", Hit(message + weekday_name(right), *spans, severity))

    def _missing(self, zh: Dated) -> Iterator[Noted]:
        parts = zh.parts
        if parts.day is None or parts.month is None or parts.calendar:
            return
        if any(pair.en and _same_day(parts, pair.en.parts, self.issue) for pair in self.pairs):
            return
        yield Noted("missing", Hit(f"the English leaves out {show(parts)}", None, Span(zh.start, zh.end)))

    def _added(self, en: Dated) -> Iterator[Noted]:
        parts = en.parts
        if parts.day is None or parts.month is None or parts.calendar:
            return
        if any(pair.zh and _same_day(pair.zh.parts, parts, self.issue) for pair in self.pairs):
            return
        chinese = self.case.article.chinese
        if is_named(self.text, chinese.start, chinese.end, parts.month, parts.day):
            return
        severity = Severity.INFO if self.issue and (parts.month, parts.day) == self.issue[1:] else None
        yield Noted("added", Hit(f"the original has no {show(parts)}", Span(en.start, en.end), None, severity))


def _same_day(zh: DateParts, en: DateParts, issue: Day | None) -> bool:
    return level(zh) == level(en) and compatible(zh, en, issue)


def _named(found: tuple[Pair, ...], issue: Day | None) -> tuple[frozenset[int], frozenset[int]]:
    """Months and years that the original names, those of relative words included."""
    months: set[int] = set()
    years: set[int] = set()
    for pair in found:
        if pair.zh:
            at = point(pair.zh.parts, issue)
            months.update([at.month] if at.month else ())
            years.update([at.year] if at.year else ())
    return frozenset(months), frozenset(years)


def _days(parts: DateParts, before: str) -> int:
    """Days of the month of a date; 0 where it stands behind a month that does not exist (13月5日)."""
    if parts.calendar == "lunar":
        return 30
    if parts.month is None:
        return 0 if before == "月" and not parts.relative else 31
    return days_in_month(parts.year or 4, parts.month)


def _dispatched(parts: DateParts, issue: Day) -> Day:
    """The day of a dispatch; one without year is of the year that brings it nearest to the paper."""
    if parts.month is None or parts.day is None or parts.calendar == "lunar":
        return issue
    year = parts.year
    if year is None:
        year = issue[0] - 1 if parts.month - issue[1] > _HALF_YEAR else issue[0]
    return year, parts.month, parts.day
