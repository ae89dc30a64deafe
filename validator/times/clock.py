"""Times of day: 午后三时, 3 p.m., 15:00, 零时, midnight."""

from __future__ import annotations

from duizhao.validator.quantities.model import DateParts

_HOURS = {
    "am": range(12),
    "noon": range(11, 14),
    "pm": range(12, 24),
    "dusk": range(16, 21),
    "evening": (17, 18, 19, 20, 21, 22, 23, 0, 1, 2, 3, 4, 5),
    "midnight": (21, 22, 23, 0, 1, 2, 3, 4),
}
"""Hours that a part of the day may cover in either language; 夜 and night reach past midnight."""


_NEIGHBOURS = ({"evening", "midnight"}, {"midnight", "am"}, {"dusk", "pm"}, {"dusk", "evening"})
"""Parts of the day that one language may call by the name of the other: 傍晚 is afternoon or evening."""


def part(parts: DateParts) -> str:
    """The part of the day named, '' where none is."""
    return parts.span if parts.span in _HOURS else ""


def hours(parts: DateParts) -> frozenset[int]:
    """Hours from 0 to 23 that may be meant; empty where no time is written."""
    covered = _HOURS.get(parts.span)
    if parts.hour is None:
        return frozenset(covered or ())
    hour = parts.hour % 24  # 二十四时 is the midnight that ends the day
    if parts.span == "pm" and parts.hour <= 12:
        return frozenset({hour % 12 + 12})  # p.m. goes on until midnight, the afternoon by itself does not
    # Up to twelve either half of the day may be meant; 零时 is said by the clock of 24 hours only.
    either = {hour, (hour + 12) % 24} if 0 < parts.hour <= 12 else {hour}
    if parts.hour == 12 and parts.span == "am":
        # 上午十二时 is noon, 12 a.m. is midnight, and so is 12:55 a.m.
        return frozenset({0} if parts.minute else either)
    within = either.intersection(covered) if covered else either
    return frozenset(within or {hour})


def same_time(zh: DateParts, en: DateParts) -> bool:
    """Whether the times may be the same; a time on one side only is no disagreement."""
    left, right = hours(zh), hours(en)
    if not left or not right:
        return True
    if zh.hour is None and en.hour is None:
        return zh.span == en.span or {zh.span, en.span} in _NEIGHBOURS
    if left.isdisjoint(right):
        return False
    if zh.hour is None or en.hour is None:
        return True
    return (zh.minute or 0) == (en.minute or 0)
