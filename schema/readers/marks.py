"""Page marks and the names of files, as a newspaper writes them, to what they say."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from duizhao.schema.dates import iso_date
from duizhao.schema.publication import Publication
from duizhao.schema.readers.figures import DIGITS
from duizhao.source import Span

_NUMBER = "([0-9]{1,3}|[〇零一二三四五六七八九十廿]{1,3})"
_DATE = re.compile(r"[0-9]{4}[.-][0-9]{2}[.-][0-9]{2}(?![0-9])")
_BEFORE_THE_REPUBLIC = 1911  # the year before its first
_DATE_PARTS = (("YYYY", "(?P<year>[0-9]{4})"), ("MM", "(?P<month>[0-9]{2})"), ("DD", "(?P<day>[0-9]{2})"))


def page_of(written: str, publication: Publication) -> int | None:
    """The number of a page mark: `Page 2`, 第二版; None where it is none."""
    for pattern in _page_patterns(publication.page_marks):
        if match := pattern.fullmatch(written):
            return _number(match[1])
    return None


def section_in(written: str, publication: Publication) -> Span | None:
    """Where in a line that marks a section its name stands; None where it marks none."""
    for pattern in _section_patterns(publication.section_marks):
        if match := pattern.fullmatch(written):
            return Span(*match.span(1))
    return None


def date_in_name(path: str, publication: Publication) -> str:
    """The date that the name of an issue's file begins with, YYYY-MM-DD; '' where it has none."""
    name = path.rpartition("/")[2]
    return next((iso for pattern in _name_patterns(publication.file_names) if (iso := _iso(pattern.match(name)))), "")


def is_named_as_issue(path: str, publication: Publication) -> bool:
    """Whether the name of a file begins as that of an issue, be its date possible or not."""
    name = path.rpartition("/")[2]
    return any(pattern.match(name) for pattern in _name_patterns(publication.file_names))


def _iso(match: re.Match[str] | None) -> str:
    return (match and iso_date(f"{match['year']}-{match['month']}-{match['day']}")) or ""


class WrittenDate(NamedTuple):
    """A date as a heading gives it."""

    iso: str
    start: int
    """In the text of the file."""
    end: int


def date_in_heading(text: str, start: int, end: int, publication: Publication) -> WrittenDate | None:
    """The date in the heading of a page; numbers that are none are passed over.

    Args:
        text: of the file.
        start: where the heading begins.
        end: where it ends.
        publication: the newspaper; one that dates in years of the Republic may do so here.
    """
    match = _DATE.search(text, start, end)
    iso = iso_date(match[0]) if match else None
    if iso is None and "roc" in publication.calendars and (match := _REPUBLIC().search(text, start, end)):
        year, month, day = (_number(part) or 0 for part in match.groups())
        iso = iso_date(f"{year + _BEFORE_THE_REPUBLIC}-{month}-{day}")
    return WrittenDate(iso, *match.span()) if match and iso else None


def _number(written: str) -> int | None:
    if written.isascii():
        return int(written) or None
    if written == "元":
        return 1
    if len(written) == 2 and written[0] in DIGITS and written[1] in DIGITS:  # 三五年, by place
        return DIGITS[written[0]] * 10 + DIGITS[written[1]] or None
    written = {"廿": "二十", "卅": "三十"}.get(written[0], written[0]) + written[1:]
    tens, ten, ones = written.rpartition("十")
    value = (DIGITS.get(tens or "一", 0) * 10 if ten else 0) + (DIGITS.get(ones, 0) if ones else 0)
    return value or None


@lru_cache(maxsize=1)
def _REPUBLIC() -> re.Pattern[str]:  # noqa: N802  compiled where a newspaper has such dates
    number = "([0-9]{1,2}|元|[〇零一二三四五六七八九十廿卅]{1,4})"
    return re.compile(f"民[國国]{number}年{number}月{number}日")


@lru_cache(maxsize=64)  # asked for each heading of a file; few newspapers are in a run
def _page_patterns(marks: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(map(_page_pattern, marks))


def _page_pattern(mark: str) -> re.Pattern[str]:
    before, _, after = mark.rpartition("N")
    return re.compile(rf"{_loosely(before)}\s*{_NUMBER}\s*{_loosely(after)}", re.IGNORECASE)


@lru_cache(maxsize=64)  # as those of pages
def _section_patterns(marks: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(map(_section_pattern, marks))


def _section_pattern(mark: str) -> re.Pattern[str]:
    before, name, after = mark.partition("NAME")
    if not name:
        return re.compile(f"({_loosely(mark)})", re.IGNORECASE)
    return re.compile(rf"{_loosely(before)}\s*(\S(?:.{{0,38}}\S)?)\s*{_loosely(after)}", re.IGNORECASE)


def _loosely(words: str) -> str:
    # Blanks are put or left out as it happens: `Page 2`, `Page2`, 第 二 版.
    return r"\s*".join(map(re.escape, words.split()))


@lru_cache(maxsize=64)  # asked for each article; few newspapers are in a run
def _name_patterns(names: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(map(_name_pattern, names))


def _name_pattern(written: str) -> re.Pattern[str]:
    pattern = re.escape(written)
    for part, expression in _DATE_PARTS:
        pattern = pattern.replace(part, expression, 1)
    return re.compile(pattern + "(?![0-9])")
