"""H204: the file's name begins with another date than the article has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duizhao.schema.dates import iso_date
from duizhao.schema.publication import ANY
from duizhao.schema.readers.marks import date_in_name
from duizhao.schema.record import issue_date
from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.lazy import lazy
from duizhao.validator.rule import Hit, rule

_NAME = lazy(r"(?:.*[/\\])?([0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9])[^/\\]*", re.DOTALL)


@rule("H204", "file-name-date", Severity.ERROR)
def check(case: Case) -> Iterator[Hit]:
    """The file's name begins with another date than the article has.

    Why: the archive files its articles by the date in their names; one filed under the wrong day is not found. Names
    without a date are not looked at.

    Fires:
        path: 1958-10-14_丰收.md
        date: 1958-10-13
        marks: 1958-10-13

    Silent:
        path: 1958-10-13_丰收.md
        date: 1958-10-13

    Silent:
        path: harvest.md
    """
    if case.article.issue:
        named = date_in_name(case.article.path, case.settings.publication or ANY)
        if named == case.article.english.value("Date"):
            return  # where the original has another one, `H203` tells it
    else:
        match = _NAME().fullmatch(case.article.path)
        named = (match and iso_date(match[1])) or ""
    dated = issue_date(case.article)
    if named and dated and named != dated:
        line, original = case.article.english.header("Date"), case.article.chinese.date
        yield Hit(
            f"the file's name says {named}, the article {dated}",
            en=Span(line.value.start, line.value.end) if line else None,
            zh=Span(original.start, original.end) if original else None,
            of_issue=True,
        )
