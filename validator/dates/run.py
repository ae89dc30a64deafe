"""The run of a newspaper: the days on which it can have appeared."""

from __future__ import annotations

from duizhao.schema.dates import parts_of
from duizhao.schema.publication import Publication
from duizhao.validator.dates.show import show_day
from duizhao.validator.times.resolve import Day


def outside(publication: Publication, issue: Day) -> str:
    """Why a newspaper cannot have an issue of that day, in a clause; '' where it can.

    Bounds that are not configured, or are no dates, do not bind.
    """
    first, last = parts_of(publication.first), parts_of(publication.last)
    title = publication.title or publication.name
    if first and issue < first:
        return f"{title} first appeared on {show_day(first)}"
    if last and issue > last:
        return f"{title} last appeared on {show_day(last)}"
    return ""
