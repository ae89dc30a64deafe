"""English times of day, halves of years and months, and months of the lunar calendar."""

from __future__ import annotations

import re

from duizhao.validator.quantities.en_dates import RELATIVE, DateHit, day_month, month_dates, tail
from duizhao.validator.quantities.en_words import MONTHS, ORDINALS
from duizhao.validator.quantities.model import DateParts, Form

_CLOCK = re.compile(
    r"([0-9]{1,2})(?::([0-5][0-9])(?::[0-5][0-9])?)?(?![0-9])(?: ?(a\.m\.|p\.m\.|am|pm|o'clock)(?![a-z]))?"
    r"(?: in the (morning|afternoon|evening))?"
)
_HALVES = {"a.m.": "am", "am": "am", "p.m.": "pm", "pm": "pm", "morning": "am", "afternoon": "pm", "evening": "evening"}
_SPOKEN = re.compile(r" (o'clock|a\.m\.|p\.m\.)(?: in the (morning|afternoon|evening))?")
_ON = re.compile(r" (?:on|of) (?:the )?(?:([0-9]{1,2})(?:st|nd|rd|th)(?![a-z])|([a-z]+))?")


def clock(text: str, low: str, start: int) -> DateHit | None:
    """18:40, 8:30 p.m., 3 o'clock, 00:00 on the 29th."""
    match = _CLOCK.match(low, start)
    if match is None or int(match[1]) > 24 or not (match[2] or match[3]):
        return None
    span = _HALVES.get(match[4] or match[3] or "", "")
    parts = DateParts(hour=int(match[1]), minute=int(match[2]) if match[2] else None, span=span)
    return _on_date(text, low, DateHit(start, match.end(), parts))


def spoken_clock(text: str, low: str, start: int, end: int, hour: int) -> DateHit | None:
    """Three o'clock; `hour` was read at low[start:end]."""
    match = _SPOKEN.match(low, end)
    if match is None or hour > 24:
        return None
    parts = DateParts(hour=hour, span=_HALVES.get(match[2] or match[1], ""))
    return _on_date(text, low, DateHit(start, match.end(), parts, Form.WORDS))


def _on_date(text: str, low: str, hit: DateHit) -> DateHit:
    """Join a time with the day that follows it."""
    match = _ON.match(low, hit.end)
    if match is None:
        return hit
    later = None
    if match[1] and 0 < int(match[1]) < 32:
        plain = DateHit(match.start(1), match.end(), DateParts(day=int(match[1])))
        later = day_month(text, low, match.start(1), match.start(1)) or plain
    elif match[2] in MONTHS and text[match.start(2)].isupper():
        later = month_dates(low, match.start(2), match.start(2), match.end(), MONTHS[match[2]])[0]
    if later is None:
        return hit
    now = hit.parts
    return DateHit(hit.start, later.end, later.parts._replace(hour=now.hour, minute=now.minute, span=now.span))


_DAY_OF = re.compile(r" day of the (?:([a-z]+)|([0-9]{1,2})(?:st|nd|rd|th))(?= (?:lunar month|month of the lunar))")
_LUNAR = re.compile(r" (?:lunar month|month of the lunar (?:calendar|year))(?![a-z])")
_HALF_OF = re.compile(
    r" half of (?:the (?:year|month|century)(?! [0-9])|(?:the year )?((?:1[89]|20)[0-9][0-9])"
    r"|((?:last|this|next) (?:year|month))|([a-z]+))(?![a-z0-9])"
)


def half_period(low: str, start: int, end: int, *, first: bool) -> DateHit | None:
    """First half of the year, second half of February; `end` is behind first or second."""
    match = _HALF_OF.match(low, end)
    if match is None:
        return None
    stop = match.end()
    parts = DateParts(span="first-half" if first else "second-half")
    if match[2]:
        return DateHit(start, stop, parts._replace(relative=RELATIVE[match[2]]), Form.IMPLIED)
    if match[1]:
        return DateHit(start, stop, parts._replace(year=int(match[1])))
    if match[3]:
        if match[3] not in MONTHS:
            return None
        parts, stop = tail(low, stop, parts._replace(month=MONTHS[match[3]]))
        return DateHit(start, stop, parts, Form.WORDS)
    return DateHit(start, stop, parts, Form.IMPLIED)


def lunar_date(low: str, start: int, end: int, number: int) -> DateHit | None:
    """First lunar month, fifth day of the first lunar month; `end` is behind the first ordinal."""
    day, month = None, number
    of = _DAY_OF.match(low, end)
    if of:
        day, month = number, int(of[2] or 0) or ORDINALS.get(of[1], 0)
        end = of.end()
    match = _LUNAR.match(low, end)
    if match is None or not 0 < month < 13 or (day or 1) > 30:
        return None
    parts, stop = tail(low, match.end(), DateParts(month=month, day=day, calendar="lunar"))
    return DateHit(start, stop, parts, Form.WORDS)
