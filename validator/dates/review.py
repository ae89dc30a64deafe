"""All that is wrong with the dates of an article, found in one pass for the D rules."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property

from duizhao.schema.datelines import Dateline, datelines
from duizhao.validator.align.places import Places
from duizhao.validator.case import Case, analysis
from duizhao.validator.dates.alone import (
    Days,
    added,
    bare_day_lost,
    day_lost,
    half_lost,
    hour_lost,
    impossible,
    late,
    missing,
    month_lost,
    weekday_off,
    year_added,
    year_lost,
)
from duizhao.validator.dates.dispatches import written_on
from duizhao.validator.dates.further.ahead import speaks_of_what_is_to_come
from duizhao.validator.dates.further.gather import by_pairs, by_paragraphs
from duizhao.validator.dates.glossed import glossed, reigns
from duizhao.validator.dates.judge import Surroundings, judge
from duizhao.validator.dates.left_out import left_out, part_of_day_lost, part_of_month_lost, season_lost
from duizhao.validator.dates.pairs import Dated, DatePair, by_their_calendar, pairs, same_word
from duizhao.validator.dates.parts import (
    HALVES,
    about_lost,
    half_added,
    part_of_age,
    period_lost,
    periods_told,
    ten_days_widened,
)
from duizhao.validator.dates.ranges import Neighbours, listed_month_lost, listed_weekday_lost, share_month
from duizhao.validator.dates.show import show
from duizhao.validator.dates.stands import Told, stands
from duizhao.validator.dates.up_to import total_until
from duizhao.validator.dates.words import SAME_TIME, bounds, dates_dispatch, is_done, is_to_come, other_week
from duizhao.validator.exclusive.bounds import turned_days
from duizhao.validator.exclusive.find import exchanged
from duizhao.validator.exclusive.market_days import counted
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit
from duizhao.validator.text.datelines import own_datelines
from duizhao.validator.times.compare import AGES
from duizhao.validator.times.named_days import is_named_in_english
from duizhao.validator.times.resolve import Day, point


def hits(case: Case, what: str) -> Iterable[Hit]:
    """The hits of one sort: a `Verdict.what`, 'bound', 'impossible', 'late', 'missing' or 'added'."""
    return review(case).get(what, ())


@analysis
def review(case: Case) -> dict[str, list[Hit]]:
    """Everything that is wrong with the dates of an article, by sort.  All D rules ask for it; it is made once."""
    found = _Review(case, share_month(by_their_calendar(pairs(case), case.plain), case.plain)).run()
    for sort, hit in by_paragraphs(case):
        found.setdefault(sort, []).append(hit)
    bounds_told = [hit.zh.start for hit in found.get("bound", ()) if hit.zh]
    for one in turned_days(case):
        if not any(one.zh.start <= at <= one.zh.end for at in bounds_told):  # 立夏前三天 is one bound
            message = f"“{one.en_word}” turns the bound around: the original has “{one.zh_word}”"
            found.setdefault("bound", []).append(Hit(message, one.en, one.zh))
    told = [hit.en.start for some in found.values() for hit in some if hit.en]
    # how often, and against which month, N111 and N152 have told of a figure
    told += [link.en.start for link in case.links.body if link.en and link.verdict in _TOLD_OF_FIGURES]
    for one in (*exchanged(case, "times"), *counted(case)):
        if not any(abs(one.en.start - at) < _BESIDE for at in told):
            message = f"“{one.en_word}”, but the original has “{one.zh_word}”"
            found.setdefault(one.sort, []).append(Hit(message, one.en, one.zh, one.severity, one.severity))
    return {
        sort: [hit._replace(message=case.quoted(hit.message, hit.zh)) for hit in some] for sort, some in found.items()
    }


_TOLD_OF_FIGURES = frozenset(("unit", "comparison"))
_BESIDE = 40
"""Characters beside a finding in which a word is not told once more: 上午八时 as "8 in the evening"."""


_TOLD_BEFORE = 600
"""Letters before an English date in which its year may have been told, and behind it in its paragraphs."""


class _Review:
    """One pass over the pairs; what only some of them ask for is a property, and ends with the pass."""

    def __init__(self, case: Case, found: tuple[DatePair, ...]) -> None:
        self.case, self.text, self.pairs = case, case.plain, found
        self.chinese = case.article.chinese.start, case.article.chinese.end
        self.issue: Day | None = case.date
        self.hits: dict[str, list[Hit]] = {}
        self._days_within: dict[tuple[int, int], Days] = {}

    def run(self) -> dict[str, list[Hit]]:
        for zh, en, excused, loose in self.pairs:
            if en and (hit := day_lost(en, self.text)):
                # That the day is missing is the one slip: the pair would only be told once more, as a coarser date.
                self._note("coarse", hit._replace(zh=zh.span if zh else None))
                continue
            if zh:
                self._original(zh, en)
            if zh and en:
                self._both(zh, en, Severity.WARNING if loose else Severity.ERROR)
            elif zh:
                self._lost(zh, excused)
            elif en and not excused:
                self._added(en)
        for sort, hit in by_pairs(self.pairs, self.text, self.issue, self._places):
            self._note(sort, hit)
        return self.hits

    def _lost(self, zh: Dated, excused: bool) -> None:
        """A date of the original without counterpart."""
        parts = zh.parts
        if not parts.day and parts.span and part_of_day_lost(zh, self._places.texts(zh.span.start)[1], self.text):
            self._note("missing", Hit(f"the English leaves out {show(parts)}", None, zh.span))
            return
        if parts.relative and (season := season_lost(zh, self._places.texts(zh.span.start)[1])):
            self._note("missing", season)
            return
        # Of a year or half a year the English paragraphs are asked themselves, whatever number was paired with it.
        if excused and parts.span not in HALVES and (not parts.year or parts.month is not None):
            return
        original, opposite = self._places.texts(zh.span.start)
        if parts.span in HALVES:
            self._note("missing", half_lost(zh, opposite))
        elif parts.year and parts.month is None:
            self._note("missing", year_lost(zh, opposite))
        elif parts.month is None and (parts.day or parts.hour is not None):
            lost = bare_day_lost(zh, opposite, self.text, original, self._written) or hour_lost(zh, opposite)
            self._note("missing", lost)
        elif parts.weekday:
            self._note("missing", listed_weekday_lost(zh, self._beside.of(zh), self.text, opposite))
        elif lost := (
            listed_month_lost(zh, self._beside.of(zh), self.text)
            or month_lost(zh, opposite)
            or part_of_month_lost(zh, self.pairs, self._places.paragraphs(zh.span.start)[1], self.text)
        ):
            self._note("missing", lost)
        elif not is_named_in_english(opposite.lower().replace("’", "'"), parts.month, parts.day):
            self._note("missing", missing(zh, self._english_near(zh), self.issue))

    def _added(self, en: Dated) -> None:
        """A date of the English without counterpart."""
        if en.parts.year and en.parts.month is None:
            self._note("year", glossed(en, self._reigns, self.text))
            self._note("added", year_added(en, self._places.texts(en.span.start)[0], self.issue))
        else:
            self._note("added", added(en, self._original_days, self.issue, self.text, self.chinese))

    @cached_property
    def _places(self) -> Places:
        """To ask what belongs to the place of a date: the Chinese paragraphs and the English ones."""
        article = self.case.article
        return Places(self.text, self.case.alignment.beads, article.chinese.paragraphs, article.english.paragraphs)

    @cached_property
    def _beside(self) -> Neighbours:
        return Neighbours(self.pairs)

    def _english_near(self, zh: Dated) -> Days:
        """Those that may tell a day which has no counterpart, of its paragraphs and the next ones; of all for a title.

        "Yesterday" for 昨天 tells no other day.
        """
        near = self._places.paragraphs(zh.span.start, 1)[1]
        bounds = (min(one.start for one in near), max(one.end for one in near)) if near else (0, len(self.text))
        if bounds not in self._days_within:
            first, last = (bisect_left(self._english, bound, key=lambda one: one.span.start) for bound in bounds)
            self._days_within[bounds] = Days(one.parts for one in self._english[first:last])
        return self._days_within[bounds]

    @cached_property
    def _english(self) -> list[Dated]:
        return sorted((pair.en for pair in self.pairs if pair.en and not same_word(pair)), key=lambda one: one.span)

    @cached_property
    def _reigns(self) -> list[DatePair]:
        return reigns(self.pairs)

    @cached_property
    def _original_days(self) -> Days:
        return Days(pair.zh.parts for pair in self.pairs if pair.zh)

    def _note(self, what: str, hit: Hit | None) -> None:
        if hit:
            self.hits.setdefault(what, []).append(hit)

    def _period(self, zh: Dated, en: Dated) -> str:
        """去年同期 that the English has nowhere in the paragraph, '' where it has."""
        said = period_lost(self.text, zh.span, en.span)
        return "" if said and periods_told(*self._places.texts(zh.span.start)) else said

    def _both(self, zh: Dated, en: Dated, most: Severity) -> None:
        # Most pairs are the same date: what stands around them is looked for only where they differ.
        verdict = None if zh.parts == en.parts else judge(zh.parts, en.parts, self._around(zh, en))
        if verdict and stands(verdict, zh, en, self._told):
            message = f"“{en.words(self.text)}”, but {verdict.message}"
            self._note(verdict.what, Hit(message, en.span, zh.span, min(verdict.severity, most)))
        # A weekday that both have is the original's own slip, of which `_original` speaks.
        elif en.parts.weekday and en.parts.weekday != zh.parts.weekday:
            self._note("weekday", weekday_off(en, self.issue, "the English", en.span, zh.span))
        elif zh.parts != en.parts and self._leaves_out(zh, en):
            message = f"“{en.words(self.text)}”, but the original has {show(zh.parts)}"
            self._note("coarse", Hit(message, en.span, zh.span))
        if zh.parts.weekday and (word := other_week(self.text, zh.parts.relative, en.span)):
            said = f"“{word} {en.words(self.text)}”, but the original has {show(zh.parts)}"
            self._note("relative", Hit(said, en.span, zh.span))
        # Cheap before dear: few dates are decades or centuries.
        if AGES.intersection((zh.parts.span, en.parts.span)) and (other := part_of_age(self.text, zh.span, en.span)):
            self._note("part", Hit(f"“{other[1]}”, but the original has “{other[0]}”", en.span, zh.span))
        # Another day has been told already.
        if zh.parts.day and en.parts.day == zh.parts.day and (said := about_lost(self.text, zh.span, en.span)):
            message = f"“{en.words(self.text)}” is the day itself, but the original has “{said}” behind it"
            self._note("part", Hit(message, en.span, zh.span))
        if said := self._period(zh, en) or ten_days_widened(self.text, zh.span, en.parts.span):
            self._note("part", Hit(f"“{en.words(self.text)}”, but the original has “{said}”", en.span, zh.span))
        elif en.parts.span in HALVES and half_added(self.text, zh, self._places.texts(zh.span.start)[0]):
            message = f"“{en.words(self.text)}”, but the original has {show(zh.parts)}"
            self._note("part", Hit(message, en.span, zh.span))
        opposite = bounds(self.text, zh.span, en.span) or total_until(self.text, zh.span, en.span)
        if opposite:
            said, word = opposite
            does = "loses the bound" if word in SAME_TIME else "turns the bound around"
            message = f"“{word}” {does}: the original has “{said}” with the date"
            self._note("bound", Hit(message, en.span, zh.span))

    def _leaves_out(self, zh: Dated, en: Dated) -> bool:
        """Whether a part of a date is told neither by its counterpart nor a little before or behind that."""
        paragraphs = self._places.paragraphs(en.span.start)[1]
        if self._dates_dispatch(zh) or not paragraphs:
            return False

        def around() -> str:
            first, last = self.case.article.english.paragraphs[0].start, max(one.end for one in paragraphs)
            begin = max(first, en.span.start - _TOLD_BEFORE)
            return self.text[begin : min(last, en.span.end + _TOLD_BEFORE)].lower().replace("’", "'")

        return left_out(zh.parts, en.parts, self.issue, around)

    def _original(self, zh: Dated, en: Dated | None) -> None:
        """Dates of the original that cannot be: the paper or the scan is at fault, the English copies it."""
        copy = en.span if en else None
        if zh.parts.day is not None:
            self._note("impossible", impossible(zh, copy, self.text))
        if self.issue and self._dates_dispatch(zh):
            self._note("late", late(zh, copy, self.issue))
        if zh.parts.weekday:
            self._note("weekday", weekday_off(zh, self.issue, "the original", copy, zh.span))

    def _around(self, zh: Dated, en: Dated) -> Surroundings:
        months, years = self._named
        of_dispatch = self._dates_dispatch(zh)
        written = self._written if zh.parts.relative or en.parts.relative else None
        told = is_to_come(self.text, *zh.span), is_done(self.text, *zh.span)
        # Asked of few: of a month that the English adds, and that had not come.
        supplied = zh.parts.month is None and en.parts.month is not None
        ahead = supplied and speaks_of_what_is_to_come(self.text, zh.span, en.span)
        return Surroundings(self.issue, months, years, of_dispatch, *told, written, ahead)

    def _dates_dispatch(self, zh: Dated) -> bool:
        """Whether a date of the original dates a dispatch, as all newspapers do it or as this one does."""
        if dates_dispatch(self.text, zh.span.end):
            return True
        return any(one.start <= zh.span.start and zh.span.end <= one.end for one in self._datelines)

    @cached_property
    def _written(self) -> Day | None:
        """The day of the only dispatch of the article; None where there are several, or none that says its day."""
        if self.issue is None:
            return None
        days = {written_on(one.zh.parts, self.issue) for one in self.pairs if one.zh and self._dates_dispatch(one.zh)}
        return days.pop() if len(days) == 1 else None

    @cached_property
    def _told(self) -> Told:
        return Told(self.text, self.chinese, self.issue, self._written, self._named[1])

    @cached_property
    def _datelines(self) -> tuple[Dateline, ...]:
        return tuple(datelines(own_datelines(self.case), self.text, *self.chinese))

    @cached_property
    def _named(self) -> tuple[frozenset[int], frozenset[int]]:
        """Months and years that the original names, those of relative words included."""
        points = [point(pair.zh.parts, self.issue) for pair in self.pairs if pair.zh]
        return frozenset(at.month for at in points if at.month), frozenset(at.year for at in points if at.year)
