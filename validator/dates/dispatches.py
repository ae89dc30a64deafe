"""The day of a dispatch, from how its dateline tells it: 三十日电, 十二月三十一日讯."""

from __future__ import annotations

from duizhao.schema.dates import possible
from duizhao.validator.quantities.model import DateParts
from duizhao.validator.times.resolve import Day, last_such_day, shift_month

# Months: 九月一日 in a paper of February is of the autumn before, 八月一日 more likely a misprint.
_HALF_YEAR = 6


def dispatched(parts: DateParts, issue: Day) -> Day:
    """The day of a dispatch; one without year is of the year that brings it nearest to the paper.

    Args:
        parts: of its dateline.
        issue: the day of the paper, which it is where the dateline names no month.
    """
    if parts.month is None or parts.day is None or parts.calendar == "lunar":
        return issue
    year = parts.year
    if year is None:
        year = issue[0] - 1 if parts.month - issue[1] > _HALF_YEAR else issue[0]
    return year, parts.month, parts.day


def written_on(parts: DateParts, issue: Day) -> Day | None:
    """The day on which a dispatch was written; None where its dateline leaves that open, or is of another time.

    Args:
        parts: of its dateline.
        issue: the day of the paper.
    """
    if parts.day is None or parts.calendar == "lunar" or parts.relative:
        return None
    day = last_such_day(issue, parts.day) if parts.month is None else dispatched(parts, issue)
    # A text of months before is no news of this paper: its words may be counted from anywhere.
    recent = (issue[:2], shift_month(issue, -1))
    return day if possible(*day) and day <= issue and day[:2] in recent else None
