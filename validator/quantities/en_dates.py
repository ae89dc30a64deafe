"""English dates and times: months, days, years, weekdays, hours, and words such as last year."""

from __future__ import annotations

import re
from typing import NamedTuple

from duizhao.validator.quantities.model import DateParts, Form

_NAMES = "january february march april may june july august september october november december"
MONTHS: dict[str, int] = {name: n for n, name in enumerate(_NAMES.split(), 1)}
ABBREVIATIONS = {name[:3]: n for name, n in MONTHS.items() if name != "may"} | {"sept": 9}
WEEKDAYS = {f"{name}day": n for n, name in enumerate(["mon", "tues", "wednes", "thurs", "fri", "satur", "sun"], 1)}
SEASONS = ("spring", "summer", "autumn", "winter")


class DateHit(NamedTuple):
    """A date that was found, and where it begins and ends."""

    start: int
    end: int
    parts: DateParts
    form: Form = Form.DIGITS
    weak: bool = False


_RELATIVE: dict[str, tuple[str, bool]] = {
    "last year": ("last-year", False),
    "the previous year": ("last-year", True),
    "the preceding year": ("last-year", True),
    "previous year": ("last-year", True),
    "preceding year": ("last-year", True),
    "this year": ("this-year", False),
    "the current year": ("this-year", True),
    "current year": ("this-year", True),
    "next year": ("next-year", False),
    "the following year": ("next-year", True),
    "the coming year": ("next-year", True),
    "the year before last": ("year-before-last", False),
    "year before last": ("year-before-last", False),
    "last month": ("last-month", False),
    "the previous month": ("last-month", True),
    "previous month": ("last-month", True),
    "this month": ("this-month", False),
    "the current month": ("this-month", True),
    "current month": ("this-month", True),
    "next month": ("next-month", False),
    "last week": ("last-week", False),
    "this week": ("this-week", False),
    "next week": ("next-week", False),
    "the day before yesterday": ("day-before-yesterday", False),
    "day before yesterday": ("day-before-yesterday", False),
    "yesterday": ("yesterday", False),
    "today": ("today", True),
    "tomorrow": ("tomorrow", False),
}
RELATIVE_HEADS = tuple(phrase for phrase in _RELATIVE if not phrase.startswith("the "))
_REL_YEAR = "last year|this year|next year|the previous year|the year before last"
_REL_MONTH = "this month|last month|next month"
_TAIL_YEAR = re.compile(
    rf"(?:,? ?(?:of |in )?)(?:(?P<year>(?:1[6-9]|20)[0-9][0-9])(?![0-9,.]*[0-9a-z])|(?P<rel>{_REL_YEAR})(?![a-z]))"
)
_DAY = re.compile(r"\.? (?:the )?([0-9]{1,2})(st|nd|rd|th)?(?![0-9a-z%/:]|[.][0-9]|,[0-9]{3}(?![0-9]))")
_NOT_A_DAY = re.compile(
    r" ?(?:percent|per cent|million|thousand|billion|hundred|yuan|jin|mu|tons?|people|households|a\.m|p\.m|o'clock)(?![a-z])|-[a-z]"
)
_MORE_DAYS = re.compile(
    r" ?(?:-|to|through|until|and|or|&|,) ?(?:the )?([0-9]{1,2})(st|nd|rd|th)?(?![0-9a-z%/:]|[.,][0-9])"
)
_ENDS_DAY = re.compile(
    r"[,.;:)\]!?\n\"]| (?:in|at|of|to|on|this|last|the|with|for|and|is|was|were|respectively)(?![a-z])"
)
_BEFORE_MONTH = re.compile(
    r"(?P<early>early|beginning of|start of)|(?P<mid>mid|middle of)|(?P<late>late|end of)|(?P<am>morning of)|(?P<pm>afternoon of)"
    r"|(?P<evening>evening of|night of)"
)
_NEEDS = frozenset(
    [
        "in",
        "of",
        "since",
        "by",
        "from",
        "until",
        "till",
        "to",
        "during",
        "last",
        "this",
        "next",
        "early",
        "late",
        "mid",
        "on",
        "and",
        "between",
        "through",
        "before",
        "after",
        "for",
    ]
)
_OFF_MONTH = re.compile(
    r" (?:day|movement|i|the|you|we|they|he|she|it|all|your|his|their|our|this|there|on|forward|toward)(?![a-z])"
)


def span_before(low: str, floor: int, pos: int) -> tuple[str, int]:
    """A word before a date that names a part of it (early, end of, morning of), and where it begins."""
    left = low[max(floor, pos - 18) : pos].rstrip(" -")
    left = left.removesuffix(" the")
    tail = " ".join(left.split()[-2:])
    for text in (tail, tail.rpartition(" ")[2]):
        match = _BEFORE_MONTH.fullmatch(text)
        if match and match.lastgroup:
            return match.lastgroup, low.rindex(text.split()[0], max(floor, pos - 18), pos)
    return "", pos


def is_month(text: str, low: str, start: int, end: int) -> bool:
    """Whether the capitalised month word at low[start:end] is a month; May and March need a sign of it."""
    if not text[start].isupper():
        return False
    if low[start:end] not in ("may", "march"):
        return True
    if low[end] in " ." and low[end + 1 : end + 2].isdigit():
        return True
    if _OFF_MONTH.match(low, end):
        return False
    before = low[max(0, start - 12) : start].rsplit(None, 1)
    return bool(before) and before[-1].lstrip("(-") in _NEEDS


def month_date(low: str, floor: int, start: int, end: int, month: int) -> list[DateHit]:
    """The date or dates that begin with a month name at low[start:end]: February 16th to 28th gives two."""
    span, begin = span_before(low, floor, start)
    parts = DateParts(month=month, span=span)
    day = _day(low, end)
    if day is None:
        parts, end = tail_year(low, end, parts)
        return [DateHit(begin, end, parts, Form.DIGITS if parts.year else Form.WORDS)]
    value, end = day
    further = _further_days(low, end, value)
    if not further:
        parts, end = tail_year(low, end, parts._replace(day=value))
        return [DateHit(begin, end, parts)]
    hits = [DateHit(begin, end, parts._replace(day=value))]
    for place, stop, number in further:
        hits.append(DateHit(place, stop, DateParts(day=number)))
    last, stop = tail_year(low, hits[-1].end, hits[-1].parts)
    hits[-1] = hits[-1]._replace(parts=last, end=stop)
    return hits


def _day(low: str, end: int) -> tuple[int, int] | None:
    match = _DAY.match(low, end)
    if match is None or not 0 < int(match[1]) < 32:
        return None
    if not match[2] and _NOT_A_DAY.match(low, match.end()):
        return None
    return int(match[1]), match.end()


def _further_days(low: str, end: int, value: int) -> list[tuple[int, int, int]]:
    """Days that follow a day of the same month: (start, end, day)."""
    found: list[tuple[int, int, int]] = []
    while match := _MORE_DAYS.match(low, end):
        day, stop = int(match[1]), match.end()
        if not value < day < 32 or low.startswith((" percent", " per cent"), stop):
            break
        sure = match[2] or match[0].lstrip()[0] in "-t"
        if not sure and not _ENDS_DAY.match(low, stop):
            break
        if not match[2] and "," in match[0] and not found and not _listed(low, stop):
            break
        found.append((match.start(1), stop, day))
        end, value = stop, day
    return found


def _listed(low: str, pos: int) -> bool:
    """Whether a comma list of days goes on or closes here (May 5, 6 and 7), rather than a count beginning."""
    return low.startswith((",", " and ", "."), pos)


def tail_year(low: str, end: int, parts: DateParts) -> tuple[DateParts, int]:
    """Add the year behind a month or day: March 1, 1950; October 28th this year; January of last year."""
    match = _TAIL_YEAR.match(low, end)
    if match is None:
        match = re.compile(rf" (?:of )?(?:{_REL_MONTH})(?![a-z])").match(low, end) if parts.month is None else None
        if match is None:
            return parts, end
        return parts._replace(relative=match[0].split()[-2] + "-month"), match.end()
    if match["rel"]:
        return parts._replace(relative=_RELATIVE[match["rel"]][0]), match.end()
    return parts._replace(year=int(match["year"])), match.end()


_DAY_MONTH = re.compile(rf"([0-9]{{1,2}})(?:st|nd|rd|th)?(?: day)?(?: of)? ({_NAMES.replace(' ', '|')})(?![a-z])")


def day_month(text: str, low: str, floor: int, start: int) -> DateHit | None:
    """1 March 1950, the 1st of May."""
    match = _DAY_MONTH.match(low, start)
    if match is None or not 0 < int(match[1]) < 32 or not text[match.start(2)].isupper():
        return None
    span, begin = span_before(low, floor, start)
    parts = DateParts(month=MONTHS[match[2]], day=int(match[1]), span=span)
    parts, end = tail_year(low, match.end(), parts)
    return DateHit(begin, end, parts)


_ISO = re.compile(r"((?:1[6-9]|20)[0-9][0-9])([-/.])(1[0-2]|0?[1-9])\2(3[01]|[12][0-9]|0?[1-9])(?![0-9/])")


def iso_date(low: str, start: int) -> DateHit | None:
    """1958-10-13, 1958/10/13, 1958.10.13."""
    match = _ISO.match(low, start)
    if match is None:
        return None
    return DateHit(start, match.end(), DateParts(int(match[1]), int(match[3]), int(match[4])))


_CLOCK = re.compile(
    r"([0-9]{1,2})(?::([0-5][0-9])(?::[0-5][0-9])?(?![0-9]))?(?: ?(?P<half>a\.m\.|p\.m\.|am|pm|o'clock)(?![a-z])|(?<=:..)(?![a-z]))"
    r"(?: in the (morning|afternoon|evening))?"
)
_HALVES = {"a.m.": "am", "am": "am", "p.m.": "pm", "pm": "pm", "morning": "am", "afternoon": "pm", "evening": "evening"}
_ON = re.compile(r" (?:on|of) (?:the )?")
_NTH = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)(?![a-z])")
_MONTH_WORD = re.compile(rf"({_NAMES.replace(' ', '|')})(?![a-z])")


def clock(text: str, low: str, start: int) -> DateHit | None:
    """18:40, 8:30 p.m., 3 o'clock, 00:00 on the 29th."""
    match = _CLOCK.match(low, start)
    if match is None or int(match[1]) > 24:
        return None
    parts = DateParts(hour=int(match[1]), minute=int(match[2]) if match[2] else None)
    half = match[4] or match["half"] or ""
    return _on_date(text, low, DateHit(start, match.end(), parts._replace(span=_HALVES.get(half, ""))))


def spoken_clock(text: str, low: str, start: int, end: int, hour: int) -> DateHit | None:
    """Three o'clock; `hour` was read at low[start:end]."""
    match = re.compile(r" (?:o'clock|a\.m\.|p\.m\.)(?: in the (morning|afternoon|evening))?").match(low, end)
    if match is None or hour > 24:
        return None
    span = _HALVES.get(match[1] or low[end + 1 : end + 5], "")
    return _on_date(text, low, DateHit(start, match.end(), DateParts(hour=hour, span=span), Form.WORDS))


def _on_date(text: str, low: str, hit: DateHit) -> DateHit:
    """Join a time with the day that follows it."""
    on = _ON.match(low, hit.end)
    if on is None:
        return hit
    day = _NTH.match(low, on.end())
    if day and int(day[1]) < 32:
        found = day_month(text, low, on.end(), on.end())
        later = found or DateHit(on.end(), day.end(), DateParts(day=int(day[1])))
    else:
        month = _MONTH_WORD.match(low, on.end())
        if month is None or not text[month.start()].isupper():
            return hit
        later = month_date(low, on.end(), month.start(), month.end(), MONTHS[month[1]])[0]
    parts = later.parts._replace(hour=hit.parts.hour, minute=hit.parts.minute, span=hit.parts.span)
    return hit._replace(end=later.end, parts=parts, form=Form.DIGITS)


_LUNAR = re.compile(r" (?:lunar month|month of the lunar (?:calendar|year))(?![a-z])")
_HALF_OF = re.compile(
    rf" half of (?:(?P<rel>{_REL_YEAR}|{_REL_MONTH})|(?:the year )?(?P<year>(?:1[89]|20)[0-9][0-9])|(?P<the>the (?:year|month|century))"
    rf"|(?P<month>{_NAMES.replace(' ', '|')}))(?![a-z0-9])"
)


def half_period(low: str, start: int, end: int, *, first: bool) -> DateHit | None:
    """First half of the year, second half of February; `end` is behind first or second."""
    match = _HALF_OF.match(low, end)
    if match is None:
        return None
    parts = DateParts(span="first-half" if first else "second-half")
    if match["rel"]:
        parts = parts._replace(relative=relative_name(match["rel"]))
    elif match["year"]:
        parts = parts._replace(year=int(match["year"]))
    elif match["month"]:
        parts, stop = tail_year(low, match.end(), parts._replace(month=MONTHS[match["month"]]))
        return DateHit(start, stop, parts, Form.WORDS)
    return DateHit(start, match.end(), parts, Form.WORDS if parts.year else Form.IMPLIED)


def lunar_month(low: str, start: int, end: int, month: int) -> DateHit | None:
    """First lunar month; `end` is behind the ordinal."""
    match = _LUNAR.match(low, end)
    if match is None or month > 12:
        return None
    parts, stop = tail_year(low, match.end(), DateParts(month=month, calendar="lunar"))
    return DateHit(start, stop, parts, Form.WORDS)


def relative_name(phrase: str) -> str:
    """The name of a relative date (`last-year`) for its English words."""
    return _RELATIVE[phrase][0]


def relative(low: str, floor: int, start: int, phrase: str) -> DateHit:
    """Last year, this month, yesterday, in the early part of this year."""
    name, weak = _RELATIVE[phrase]
    span, begin = span_before(low, floor, start)
    if low.endswith(" the ", 0, start):
        weak = weak or name == "last-year"
    return DateHit(begin, start + len(phrase), DateParts(relative=name, span=span), Form.IMPLIED, weak)
