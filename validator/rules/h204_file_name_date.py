"""H204: the file's name begins with another date than the article has."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.schema.marks import date_in_name, is_named_as_issue
from duizhao.schema.publication import FILE_NAMES, Publication
from duizhao.schema.record import issue_date
from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule

_OF_ARTICLES = ("YYYY-MM-DD",)
"""How the archive names its files of one article."""


@rule("H204", "file-name-date", Severity.ERROR)
def check(case: Case) -> Iterator[Hit]:
    """The file's name begins with another date than the article has.

    Why: the archive files its articles by the date in their names; one filed under the wrong day is not found, nor is
    one under a day that no calendar has. Names without a date are not looked at; how a date stands in one, `file-names`
    of the newspaper say.

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
    # A file may have been checked on Windows.
    article, newspaper, path = case.article, _named_as(case), case.article.path.replace("\\", "/")
    named = date_in_name(path, newspaper)
    dated = issue_date(article)
    if not named and is_named_as_issue(path, newspaper):
        yield _hit(case, "the file's name has a date that no calendar has")
    elif article.issue and named == article.english.value("Date"):
        return  # where the original has another one, `H203` tells it
    elif named and dated and named != dated:
        yield _hit(case, f"the file's name says {named}, the article {dated}")


def _named_as(case: Case) -> Publication:
    """The newspaper, with the names of its files."""
    newspaper = case.newspaper
    # A file of one article is named as the archive does it, unless the newspaper says otherwise.
    archive = case.article.issue is None and newspaper.file_names == FILE_NAMES
    return newspaper._replace(file_names=_OF_ARTICLES) if archive else newspaper


def _hit(case: Case, message: str) -> Hit:
    """A hit at the dates of the article, at its headlines where it has none."""
    english, chinese = case.article.english, case.article.chinese
    line, original = english.header("Date"), chinese.date
    if line is None and original is None:
        line, original = english.header("Title"), chinese.headline
    return Hit(
        message,
        en=Span(line.value.start, line.value.end) if line else None,
        zh=Span(original.start, original.end) if original else None,
        of_issue=True,
    )
