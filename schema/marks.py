"""Page marks and the names of files, as a newspaper writes them, to what they say."""

from __future__ import annotations

import re
from functools import lru_cache

from duizhao.schema.dates import iso_date
from duizhao.schema.numerals import small_number
from duizhao.schema.publication import Publication
from duizhao.source import Span

_NUMBER = "([0-9]{1,3}|[〇零一二三四五六七八九十廿]{1,3})"
_DATE_PARTS = (("YYYY", "(?P<year>[0-9]{4})"), ("MM", "(?P<month>[0-9]{2})"), ("DD", "(?P<day>[0-9]{2})"))


def page_of(written: str, publication: Publication) -> int | None:
    """The number of a page mark: `Page 2`, 第二版; None where it is none."""
    for pattern in _page_patterns(publication.page_marks):
        if match := pattern.fullmatch(written):
            return small_number(match[1])
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


@lru_cache(maxsize=64)  # asked for each heading of a file; few newspapers are in a run
def _page_patterns(marks: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(map(_page_pattern, marks))


def _page_pattern(mark: str) -> re.Pattern[str]:
    before, _, after = mark.rpartition("N")
    return re.compile(rf"{_loosely(before)}\s*{_NUMBER}\s*{_loosely(after)}", re.IGNORECASE)


@lru_cache(maxsize=64)
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


@lru_cache(maxsize=64)
def _name_patterns(names: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(map(_name_pattern, names))


def _name_pattern(written: str) -> re.Pattern[str]:
    pattern = re.escape(written)
    for part, expression in _DATE_PARTS:
        pattern = pattern.replace(part, expression, 1)
    return re.compile(pattern + "(?![0-9])")
