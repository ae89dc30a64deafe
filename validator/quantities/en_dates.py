"""English dates: months, days, years, and words such as last year."""

from __future__ import annotations

import re
from typing import NamedTuple

from duizhao.validator.quantities import en_words as w
from duizhao.validator.quantities.en_words import MONTHS
from duizhao.validator.quantities.model import DateParts, Form


class DateHit(NamedTuple):
    """A date that was found, and where it begins and ends."""

    start: int
    end: int
    parts: DateParts
    form: Form = Form.DIGITS
    weak: bool = False


RELATIVE: dict[str, str] = {
    f"{word} {what}": f"{name}-{what}"
    for word, name in (
        ("last", "last"),
        ("previous", "last"),
        ("preceding", "last"),
        ("this", "this"),
        ("next", "next"),
    )
    for what in ("year", "month", "week")
}
RELATIVE |= {"year before last": "year-before-last", "day before yesterday": "day-before-yesterday"}
RELATIVE |= {word: word for word in ("yesterday", "today", "tomorrow")}
_SPANS = {"early": "early", "mid": "mid", "late": "late"}
_SPANS_OF = {"beginning": "early", "start": "early", "middle": "mid", "end": "late", "morning": "am", "afternoon": "pm"}
_SPANS_OF |= {"evening": "evening", "night": "evening"} | {season: season for season in w.SEASONS}


def span_before(low: str, floor: int, pos: int) -> tuple[str, int]:
    """A word before a date that names a part of it (early, end of, morning of), and where it begins."""
    left = max(floor, pos - 18)
    words = low[left:pos].replace("-", " ").split()
    if words and words[-1] == "the":
        words.pop()
    if not words:
        return "", pos
    last = words[-1]
    if last in _SPANS:
        return _SPANS[last], low.rindex(last, left, pos)
    if last == "of" and len(words) > 1 and words[-2] in _SPANS_OF:
        return _SPANS_OF[words[-2]], low.rindex(words[-2], left, pos)
    return "", pos


_STARTS = frozenset(month[:5] for month in MONTHS)


def is_month(text: str, low: str, start: int, end: int) -> bool:
    """Whether the capitalised word at low[start:end] is a month; May and March need a sign of it."""
    if not text[start].isupper():
        return False
    if low[start:end] not in ("may", "march"):
        return True
    if low[end] in " ." and low[end + 1 : end + 2].isdigit():
        return True
    behind = low[end : end + 14].split()
    if len(behind) > 1 and behind[0] in ("to", "through", "and") and behind[1][:5] in _STARTS:
        return True
    if low[end] == " " and behind and behind[0].rstrip(".,") in w.MONTH_BEHIND:
        return False
    before = low[max(0, start - 12) : start].split()
    return bool(before) and before[-1].lstrip("(-") in w.MONTH_BEFORE


_TAIL = re.compile(
    r",? (?:of |in )?(?:((?:1[6-9]|20)[0-9][0-9])(?![0-9a-z%]|[.,][0-9])"
    r"|(?:the )?((?:last|this|next|previous) (?:year|month)|year before last)(?![a-z]))|,((?:19|20)[0-9][0-9])(?![0-9])"
)


def tail(low: str, end: int, parts: DateParts) -> tuple[DateParts, int]:
    """Add what is behind a month or day: March 1, 1950; October 28th this year; January of last year."""
    if low[end] not in " ,":
        return parts, end
    match = _TAIL.match(low, end)
    if match is None:
        return parts, end
    if match[2]:
        return parts._replace(relative=RELATIVE[match[2]]), match.end()
    year = int(match[1] or match[3])
    if year % 100 == 0 and _counts(low, match.end()):
        return parts, end
    return parts._replace(year=year), match.end()


_WORD = re.compile(r" ([a-z]+)")


def _counts(low: str, end: int) -> bool:
    """Whether a plural stands behind a number: on September 30, 2000 furnaces."""
    match = _WORD.match(low, end)
    return match is not None and match[1][-1] == "s" and match[1] not in w.EMPTY


_DAY = re.compile(r"\.? (?:the )?([0-9]{1,2})(st|nd|rd|th)?(?![0-9a-z%/]|[.:][0-9]|,[0-9]{3}(?![0-9]))")
_NO_DAY = w.split("percent per million thousand billion hundred yuan jin mu ton tons people households o'clock a p")
_MORE_DAYS = re.compile(
    r" ?(-|to|through|until|and|or|&|,) ?(?:the )?([0-9]{1,2})(st|nd|rd|th)?(?![0-9a-z%/]|[.,:][0-9])"
)


def _is_count(low: str, end: int) -> bool:
    """Whether the words behind a bare number after a month show that it counts something: in May 30 percent."""
    if low[end] == "-" and low[end + 1].isalpha():
        return True
    match = _WORD.match(low, end)
    return match is not None and match[1] in _NO_DAY


def month_dates(low: str, floor: int, start: int, end: int, month: int) -> list[DateHit]:
    """The date or dates that begin with a month name at low[start:end]: February 16th to 28th gives two."""
    span, begin = span_before(low, floor, start)
    this = low.endswith("this ", floor, start) and not low[start - 6].isalpha()
    parts = DateParts(month=month, relative="this-year" if this else "", span=span)
    begin = start - len("this ") if this else begin
    match = _DAY.match(low, end)
    day = int(match[1]) if match else 0
    if match is None or not 0 < day < 32 or (not match[2] and _is_count(low, match.end())):
        parts, end = tail(low, end, parts)
        return [DateHit(begin, end, parts, Form.DIGITS if parts.year else Form.WORDS)]
    parts = parts._replace(day=day)
    end = match.end()
    further = _further_days(low, end, day)
    if not further:
        parts, end = tail(low, end, parts)
        return [DateHit(begin, end, parts)]
    last = further[-1]
    parts_, stop = tail(low, last.end, last.parts)
    return [DateHit(begin, end, parts), *further[:-1], last._replace(end=stop, parts=parts_)]


def _further_days(low: str, end: int, value: int) -> list[DateHit]:
    """Days that follow a day of the same month."""
    found: list[DateHit] = []
    while match := _MORE_DAYS.match(low, end):
        day, stop = int(match[2]), match.end()
        if not value < day < 32 or _is_count(low, stop) or (not match[3] and not _sure(low, match[1], stop)):
            break
        found.append(DateHit(match.start(2), stop, DateParts(day=day)))
        end, value = stop, day
    return found


def _sure(low: str, link: str, end: int) -> bool:
    """Whether a bare number joined to a day is a day: not in `May 5, 20 people` or `May 5 and 20 people`."""
    if link == ",":
        return low.startswith((", ", " and "), end) and low[end + 2 : end + 6].strip("and ").isdigit()
    if link in ("-", "to", "through", "until"):
        return True
    match = _WORD.match(low, end)
    return match is None or match[1] in w.EMPTY


_DAY_MONTH = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?(?: day)?(?: of)? ([a-z]+)(?![a-z])")


def day_month(text: str, low: str, floor: int, start: int) -> DateHit | None:
    """1 March 1950, the 1st of May."""
    match = _DAY_MONTH.match(low, start)
    if match is None or match[2] not in MONTHS or not 0 < int(match[1]) < 32 or not text[match.start(2)].isupper():
        return None
    span, begin = span_before(low, floor, start)
    parts, end = tail(low, match.end(), DateParts(month=MONTHS[match[2]], day=int(match[1]), span=span))
    return DateHit(begin, end, parts)


_NUMERIC = re.compile(r"((?:1[6-9]|20)[0-9][0-9])([-/.])(1[0-2]|0?[1-9])\2([12][0-9]|3[01]|0?[1-9])(?![0-9/])")


def numeric_date(low: str, start: int) -> DateHit | None:
    """1958-10-13, 1958/10/13, 1958.10.13."""
    match = _NUMERIC.match(low, start)
    if match is None:
        return None
    return DateHit(start, match.end(), DateParts(int(match[1]), int(match[3]), int(match[4])))


def relative(low: str, floor: int, start: int, phrase: str) -> DateHit:
    """Last year, this month, yesterday, at the end of this year; weak where it may be told of any time."""
    span, begin = span_before(low, floor, start)
    weak = phrase == "today" or phrase.startswith(("prev", "prec"))
    return DateHit(begin, start + len(phrase), DateParts(relative=RELATIVE[phrase], span=span), Form.IMPLIED, weak)
