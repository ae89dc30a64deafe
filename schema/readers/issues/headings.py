"""The date in the heading of an issue: in figures, in the years of an era, or in English words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from duizhao.regex import regex
from duizhao.schema.datelines import MONTH
from duizhao.schema.dates import iso_date, month_number
from duizhao.schema.eras import ERAS, Era
from duizhao.schema.numerals import small_number
from duizhao.schema.publication import Publication

_FIGURES = regex(r"[0-9]{4}[.-][0-9]{2}[.-][0-9]{2}(?![0-9])")
_NUMERAL = "[〇零一二三四五六七八九十廿卅]{1,4}"


class WrittenDate(NamedTuple):
    """A date as a heading gives it."""

    iso: str
    """YYYY-MM-DD; '' for a day that no calendar has."""
    start: int
    """In the text of the file."""
    end: int


def date_in_heading(text: str, start: int, end: int, publication: Publication) -> WrittenDate | None:
    """The date in the heading of a page; numbers that are none are passed over.

    Args:
        text: of the file.
        start: where the heading begins.
        end: where it ends.
        publication: the newspaper; one that dates in years of an era may do so here.
    """
    found = list(_dates(text, start, end, publication.calendars))
    # A date that is one before a number that only looks like one.
    return next((date for date in found if date.iso), found[0] if found else None)


def _dates(text: str, start: int, end: int, calendars: tuple[str, ...]) -> Iterator[WrittenDate]:
    if match := _FIGURES.search(text, start, end):
        yield WrittenDate(iso_date(match[0]) or "", *match.span())
    for name in calendars:
        if match := _of_era(name).search(text, start, end):
            yield WrittenDate(_in_era(ERAS[name], match), *match.span())
    if match := _in_english().search(text, start, end):
        month = month_number(match["month"] or match["month_second"])
        iso = iso_date(f"{match['year']}-{month}-{match['day'] or match['day_first']}")
        yield WrittenDate(iso or "", *match.span())


def _in_era(era: Era, match: re.Match[str]) -> str:
    year, month, day = (small_number(match[part]) or 0 for part in ("year", "month", "day"))
    if not era.lunar:
        return iso_date(f"{era.before + year}-{month}-{day}") or ""
    from duizhao.schema.lunar import gregorian  # noqa: PLC0415  few newspapers are dated so

    return gregorian(era.before + year, month, day, leap=match["leap"] is not None)


@lru_cache(maxsize=16)  # compiled where a newspaper has such dates
def _of_era(name: str) -> re.Pattern[str]:
    era = ERAS[name]
    of_month, of_day = ("|正|冬|臘|腊", "|初[一二三四五六七八九十]") if era.lunar else ("", "")
    return regex(
        rf"(?:{'|'.join(era.words)})(?P<year>[0-9]{{1,2}}|元|{_NUMERAL})年"
        rf"(?P<leap>[閏闰])?(?P<month>[0-9]{{1,2}}|{_NUMERAL}{of_month})月"
        rf"(?P<day>[0-9]{{1,2}}|{_NUMERAL}{of_day}){'日?' if era.lunar else '日'}"
    )


@lru_cache(maxsize=1)
def _in_english() -> re.Pattern[str]:
    return regex(
        rf"\b(?:(?P<month>{MONTH})\s+(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?"
        rf"|(?P<day_first>[0-9]{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month_second>{MONTH}))"
        r",?\s+(?P<year>[0-9]{4})(?![0-9])",
        re.IGNORECASE,
    )
