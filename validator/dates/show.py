"""Dates in the words of a message."""

from __future__ import annotations

from duizhao.schema.dates import MONTH_NAMES
from duizhao.validator.quantities.model import DateParts
from duizhao.validator.times.resolve import Day

_MONTHS = ("", *MONTH_NAMES)
_WEEKDAYS = ("", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SPANS = {
    "early": "early",
    "mid": "the middle of",
    "late": "late",
    "first-half": "the first half of",
    "second-half": "the second half of",
    "am": "in the morning",
    "pm": "in the afternoon",
    "noon": "at noon",
    "midnight": "at midnight",
    "dusk": "at dusk",
    "evening": "in the evening",
}


def show(parts: DateParts) -> str:
    """A date for people: 30 October 1946, the 7th, January of this year, 3 in the afternoon, the 1950s, 221 B.C."""
    words = [word for word in (_date(parts), _time(parts)) if word]
    shown = ", ".join(words) or "no date"
    return f"{shown} B.C." if parts.calendar == "bc" else shown


def show_day(day: Day) -> str:
    """A day with its year."""
    return f"{day[2]} {_MONTHS[day[1]]} {day[0]}"


def show_month(year: int | None, month: int | None) -> str:
    """A month, with its year where that is known."""
    return " ".join(str(part) for part in (_MONTHS[month or 0], year) if part)


def weekday_name(number: int) -> str:
    """Monday for 1, Sunday for 7."""
    return _WEEKDAYS[number]


def _date(parts: DateParts) -> str:
    if parts.span in {"decade", "century"}:
        return f"the {parts.year}s" if parts.span == "decade" else f"the {_ordinal(parts.year or 0)} century"
    day = _day(parts)
    weekday = _WEEKDAYS[parts.weekday] if parts.weekday else ""
    relative = parts.relative.replace("-", " ")
    tail = f" of {relative}" if relative and day else relative
    named = f"{weekday} {day}{tail}".strip()
    if not parts.span or _timed(parts):
        return named
    part = _SPANS.get(parts.span, f"the {parts.span} of")
    return f"{part} {named}" if named else part.removesuffix(" of")


def _day(parts: DateParts) -> str:
    if parts.calendar == "lunar":
        return _lunar(parts)
    month = _MONTHS[parts.month or 0]
    if parts.day is not None and not month:
        return f"the {_ordinal(parts.day)}"
    return " ".join(str(part) for part in (parts.day, month, parts.year) if part)


def _lunar(parts: DateParts) -> str:
    month = f"the {_ordinal(parts.month)} lunar month" if parts.month else "a lunar month"
    day = f"the {_ordinal(parts.day)} of " if parts.day else ""
    return f"{day}{month}" + (f" of {parts.year}" if parts.year else "")


def _time(parts: DateParts) -> str:
    if parts.hour is None:
        return _SPANS[parts.span] if _timed(parts) else ""
    clock = f"{parts.hour}:{parts.minute or 0:02d}"
    return f"{clock} {_SPANS[parts.span]}" if _timed(parts) else clock


def _timed(parts: DateParts) -> bool:
    return parts.span in {"am", "pm", "noon", "midnight", "dusk", "evening"}


def _ordinal(number: int) -> str:
    tail = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number % 100 not in {11, 12, 13} else "th"
    return f"{number}{tail}"
