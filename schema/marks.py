"""Page marks and the names of files, as a newspaper writes them, to what they say."""

from __future__ import annotations

import re
from functools import lru_cache

from duizhao.regex import regex
from duizhao.schema.dates import iso_date
from duizhao.schema.numerals import small_number
from duizhao.schema.publication import NUMBER_ALONE, Publication
from duizhao.schema.tree import HAN
from duizhao.source import Span

_NUMBER = "(?:[0-9]{1,3}(?![0-9])|[〇零一二三四五六七八九十廿]{1,3})"
_ALONE = regex(NUMBER_ALONE)
_DATE_PARTS = (("YYYY", "(?P<year>[0-9]{4})"), ("MM", "(?P<month>[0-9]{2})"), ("DD", "(?P<day>[0-9]{2})"))


def page_of(written: str, publication: Publication) -> int | None:
    """The number of a page mark: `Page 2`, 第二版; None where it is none."""
    for pattern in _page_patterns(publication.page_marks):
        if match := pattern.fullmatch(written):
            return small_number(match[1])
    return None


def page_mark_at(written: str, publication: Publication) -> re.Match[str] | None:
    """The page mark that a line begins with, its number as the first group; None where it begins with none."""
    found = (match for pattern in _page_patterns(publication.page_marks) if (match := pattern.match(written)))
    return next(found, None)


def marks_of_original(publication: Publication) -> str:
    """How its originals mark a new page, as a message says it.

    >>> marks_of_original(Publication("lake", page_marks=("Sheet N", "第N張")))
    '第N張'
    """
    return " or ".join([mark for mark in publication.page_marks if HAN.search(mark)] or publication.page_marks)


def as_marked(page: int, publication: Publication) -> str:
    """A page as its originals mark it.

    >>> as_marked(3, Publication("lake", page_marks=("Sheet N", "第N張")))
    '第3張'
    """
    for mark in publication.page_marks:
        if HAN.search(mark) and len(numbers := _numbers(mark)) == 1:
            return f"{mark[: numbers[0]]}{page}{mark[numbers[0] + 1 :]}"
    return f"page {page}"


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
    *others, last = _numbers(mark)
    pieces, at = [], 0
    for number in others:
        pieces += [_loosely(mark[at:number]), _NUMBER]
        at = number + 1
    pieces += [_loosely(mark[at:last]), f"({_NUMBER})", _loosely(mark[last + 1 :])]
    return regex(r"\s*".join(pieces), re.IGNORECASE)


def _numbers(mark: str) -> list[int]:
    """Where numbers stand in a mark: each `N` that is no part of a word, or else the last one."""
    return [match.start() for match in _ALONE.finditer(mark)] or [mark.rindex("N")]


@lru_cache(maxsize=64)  # as those of pages
def _section_patterns(marks: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(map(_section_pattern, marks))


def _section_pattern(mark: str) -> re.Pattern[str]:
    before, name, after = mark.partition("NAME")
    if not name:
        return regex(f"({_loosely(mark)})", re.IGNORECASE)
    return regex(rf"{_loosely(before)}\s*(\S(?:.{{0,38}}\S)?)\s*{_loosely(after)}", re.IGNORECASE)


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
    return regex(pattern + "(?![0-9])")
