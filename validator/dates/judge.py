"""What is wrong with a pair of dates, and how surely."""

from __future__ import annotations

from collections.abc import Container
from typing import NamedTuple

from duizhao.validator.dates.show import show, show_day, show_month
from duizhao.validator.finding import Severity
from duizhao.validator.quantities.model import DateParts
from duizhao.validator.times.compare import difference
from duizhao.validator.times.resolve import Day, last_such_day, moments, point, shift_day, shift_month

_MONTHS = {"last-month", "this-month", "next-month"}
_NEARER = 15
"""Days ago up to which the last day of some number is nearer than the next, whatever month lies between."""


class Verdict(NamedTuple):
    """What is wrong: `what` is a name that the rules know, `message` a clause that follows the words of the English."""

    what: str
    message: str
    severity: Severity


class Surroundings(NamedTuple):
    """What the original says beside the date."""

    issue: Day | None
    months: Container[int] = frozenset()
    """Months that it names anywhere, relative ones included."""
    years: Container[int] = frozenset()
    dateline: bool = False
    """Whether the date is that of a dispatch (三十日电), which cannot be later than the paper."""
    to_come: bool = False
    """Whether it is said of something that is still to happen."""
    done: bool = False
    """Whether it is said of something that has happened."""
    written: Day | None = None
    """The day of the dispatch that it stands in, where that leaves no doubt."""
    ahead: bool = False
    """Whether its sentence, in either language, speaks of what is to come."""


def judge(zh: DateParts, en: DateParts, around: Surroundings) -> Verdict | None:
    """Judge an English date against the Chinese one that stands in its place; None where all is well."""
    if zh == en:
        return None
    issue = around.issue
    what = difference(zh, en, issue)
    if what == "":
        # Both can be the same date; what one of them leaves open may still have been filled in wrongly.
        return _counted(zh, en, around.written) or (_supplied(zh, en, around, issue) if issue else None)
    if what in {"year", "month", "day"}:
        return Verdict(what, f"the original has {_said(zh, issue)}", _certainty(zh, en))
    return _mild(what, zh, en) if what in _SEVERITIES else None


def _certainty(zh: DateParts, en: DateParts) -> Severity:
    """A figure in place of another is an error where both dates are written with the same units."""
    pairs = list(zip(zh[:3], en[:3], strict=True))
    alike = all((left is None) == (right is None) for left, right in pairs)
    differing = sum(left != right for left, right in pairs)
    if alike and differing == 1 and not zh.relative and not en.relative:
        return Severity.ERROR
    return Severity.WARNING


def _said(zh: DateParts, issue: Day | None) -> str:
    """The Chinese date in English, a relative one with what it comes to."""
    if not zh.relative or issue is None or zh.year is not None:
        return show(zh)
    meant = DateParts(*point(zh, issue))
    return f"{show(zh)}, which is {show(meant)}" if any(meant[:3]) else show(zh)


_SEVERITIES = {
    "weekday": Severity.ERROR,
    "time": Severity.ERROR,
    "relative": Severity.ERROR,
    "calendar": Severity.WARNING,
    "part": Severity.WARNING,
    "coarse": Severity.WARNING,
}


def _mild(what: str, zh: DateParts, en: DateParts) -> Verdict:
    """A difference in something else than year, month and day."""
    severity = _SEVERITIES[what]
    if what == "calendar":
        side = "the original" if zh.calendar == "lunar" else "the English"
        return Verdict(what, f"{side} counts in the lunar calendar: {show(zh if zh.calendar else en)}", severity)
    # 上午 as “3 p.m.”: the hour may stand elsewhere, so it is less sure than 3 for 4.
    if what == "time" and (zh.hour is None or en.hour is None):
        severity = Severity.WARNING
    # The day beside it agrees, and would only blur what is wrong.
    said = zh if what != "weekday" else DateParts(weekday=zh.weekday)
    return Verdict(what, f"the original has {show(said)}", severity)


def _counted(zh: DateParts, en: DateParts, written: Day | None) -> Verdict | None:
    """本月 of a dispatch of January 30 as "in February", though the paper is of February 2."""
    if written is None or not zh.relative or en.relative or zh.year is not None:
        return None
    meant = point(zh, written)
    for what, ours, theirs in zip(("year", "month", "day"), meant, en[:3], strict=True):
        if ours is not None and theirs is not None and ours != theirs:
            said = f"{show(zh)}, which in a dispatch of {show_day(written)} is {show(DateParts(*meant))}"
            return Verdict(what, f"the original has {said}", Severity.WARNING)
    return None


# ---------------------------------------------------------------- what only the English says


def _supplied(zh: DateParts, en: DateParts, around: Surroundings, issue: Day) -> Verdict | None:
    """A month or year that the translator added has to be one that the issue or the text supports."""
    # A lunar day has a month of ours only by its year, so that nothing can be said of the one that was added.
    if zh.calendar == "lunar":
        return None
    if zh.day is not None and zh.month is None and not zh.relative:
        if en.month is not None:
            return _month(zh.day, en.month, around, issue)
        if en.relative in _MONTHS:
            return _month_word(zh.day, en, around, issue)
    if en.year is not None and en.month is not None and zh.year is None and not zh.relative:
        return _year(en.year, en.month, around, issue)
    return None


def _month(day: int, month: int, around: Surroundings, issue: Day) -> Verdict | None:
    expected = last_such_day(issue, day)
    if month == expected[1]:
        return None
    # A dispatch is of the days before its paper; only a month that the text names itself may be meant all the same.
    if around.dateline:
        severity = Severity.WARNING if month in around.months else Severity.ERROR
        return Verdict("month", f"the dispatch of {show(DateParts(day=day))} is of {show_day(expected)}", severity)
    # A month of which the text speaks, or one to come: 将于五日开幕.
    if month in around.months or (month == _next_such_day(issue, day) and _may_come(day, around, issue)):
        return None
    return Verdict(
        "month", f"the original names no month; the last such day was {show_day(expected)}", Severity.WARNING
    )


def _may_come(day: int, around: Surroundings, issue: Day) -> bool:
    """Whether a day may be the next of its number: the sentence says so, or it is nearer than the last."""
    if around.done:
        return False
    if around.ahead:
        return True
    # A report is of the days before its paper: in that of 2 June 二十一日 is twelve days ago, and not in nineteen.
    return shift_day(last_such_day(issue, day), _NEARER) < issue


def _next_such_day(issue: Day, day: int) -> int:
    """The month of the earliest day of that number that is not before the issue: 将于五日开幕."""
    return issue[1] if day >= issue[2] else shift_month(issue, 1)[1]


def _month_word(day: int, en: DateParts, around: Surroundings, issue: Day) -> Verdict | None:
    expected = last_such_day(issue, day)
    meant = [point(en, written) for written in moments(issue, en.relative)]
    if any(found.month == expected[1] for found in meant) and not _later(meant[0], issue, around.dateline):
        # Which month "this" is, the dispatch tells; a reader of another text counts from the paper.
        later = around.done and around.written is None and meant[0].month == issue[1] and day > issue[2]
        if not later:
            return None
    named = not around.dateline and meant[0].month != issue[1] and meant[0].month in around.months
    if named or (around.to_come and not around.dateline):
        return None
    what = show_month(meant[0].year, meant[0].month)
    severity = Severity.ERROR if around.dateline else Severity.WARNING
    return Verdict(
        "relative", f"that would be {what}; the last such day before the paper was {show_day(expected)}", severity
    )


def _later(found: tuple[int | None, int | None, int | None], issue: Day, dateline: bool) -> bool:
    """Whether a dispatch would be later than the paper that prints it."""
    return dateline and None not in found and found > issue


def _year(year: int, month: int, around: Surroundings, issue: Day) -> Verdict | None:
    if year in around.years:
        return None
    # December in a paper of November is of the year before or of this one, September of this one or the next.
    last, following = issue[0] - (month > issue[1]), issue[0] + (month < issue[1])
    if last <= year <= following:
        return None
    if abs(year - issue[0]) <= 1:
        return Verdict("year", f"the original names no year; the last such month was of {last}", Severity.WARNING)
    return Verdict("year", f"the original names no year, and the paper is of {issue[0]}", Severity.WARNING)
