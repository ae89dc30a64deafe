"""The day of a dispatch, from how its dateline tells it: 三十日电, 十二月三十一日讯."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.regex import regex
from duizhao.schema.dates import possible
from duizhao.schema.numerals import small_number
from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.exclusive.find import beads
from duizhao.validator.finding import Severity
from duizhao.validator.quantities.model import DateParts
from duizhao.validator.rule import Hit
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


_NUMBERED = regex(
    r"\s*[^\[\](){}【】（）:.\n]{3,60}?[ ,]([0-9]{1,2})(?:st|nd|rd|th) "
    r"(?:dispatch|report|telegram|cable|wire|news|telegraph)(?=[:：—–-]| [—–-])"
)
"""The head of a paragraph that counts a dispatch. In brackets, the mark of a dateline, the figure is still its day."""
_DISPATCHED = regex("([0-9〇一二三四五六七八九十廿卅]{1,3})日[晨晚午夜急专特]{0,2}[电讯](?!报)")


def numbered(case: Case) -> Iterator[Hit]:
    """The days of dispatches that became their numbers: 【新华社三十一日讯】 as "Xinhua, 31st Dispatch:".

    Args:
        case: the article.
    """
    for bead in beads(case):
        en = _NUMBERED.match(bead.en)
        zh = _DISPATCHED.search(bead.zh[:_HEAD]) if en else None
        if en and zh and small_number(zh[1]) == int(en[1]):
            english = Span(bead.en_start + en.start(1), bead.en_start + en.end())
            said = " ".join(case.text[english.start : english.end].split())
            message = f"“{said}” reads as the number of a dispatch, but the original has its day"
            # Half of those who read such a dateline take the figure for the day all the same.
            yield Hit(message, english, Span(bead.zh_start, bead.zh_start + zh.end()), Severity.INFO, Severity.INFO)


_HEAD = 40
"""Characters of a paragraph in which its dateline stands."""
