"""Page marks and the names of files, as a newspaper writes them, to what they say."""

from __future__ import annotations

import re
from functools import lru_cache

from duizhao.schema.dates import iso_date
from duizhao.schema.publication import Publication
from duizhao.schema.readers.figures import DIGITS

_NUMBER = "([0-9]{1,3}|[〇零一二三四五六七八九十廿]{1,3})"
_DATE_PARTS = (("YYYY", "(?P<year>[0-9]{4})"), ("MM", "(?P<month>[0-9]{2})"), ("DD", "(?P<day>[0-9]{2})"))


def page_of(written: str, publication: Publication) -> int | None:
    """The number of a page mark: `Page 2`, 第二版; None where it is none."""
    for pattern in _page_patterns(publication.page_marks):
        if match := pattern.fullmatch(written):
            return _number(match[1])
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


def _number(written: str) -> int | None:
    if written.isascii():
        return int(written) or None
    written = "二十" + written[1:] if written.startswith("廿") else written
    tens, ten, ones = written.rpartition("十")
    value = (DIGITS.get(tens or "一", 0) * 10 if ten else 0) + (DIGITS.get(ones, 0) if ones else 0)
    return value or None


@lru_cache(maxsize=64)  # asked for each heading of a file; few newspapers are in a run
def _page_patterns(marks: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(map(_page_pattern, marks))


def _page_pattern(mark: str) -> re.Pattern[str]:
    # Blanks are put or left out as it happens: `Page 2`, `Page2`, 第 二 版.
    before, _, after = mark.rpartition("N")
    words = [r"\s*".join(map(re.escape, part.split())) for part in (before, after)]
    return re.compile(rf"{words[0]}\s*{_NUMBER}\s*{words[1]}", re.IGNORECASE)


@lru_cache(maxsize=64)
def _name_patterns(names: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(map(_name_pattern, names))


def _name_pattern(written: str) -> re.Pattern[str]:
    pattern = re.escape(written)
    for part, expression in _DATE_PARTS:
        pattern = pattern.replace(part, expression, 1)
    return re.compile(pattern + "(?![0-9])")
