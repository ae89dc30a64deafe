"""D203: the newspaper has no issue of that day."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.dates.run import outside
from duizhao.validator.dates.show import show_day
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule


@rule("D203", "issue-outside-run", Severity.ERROR)
def check(case: Case) -> Iterator[Hit]:
    """The newspaper has no issue of that day: it had not begun to appear, or had ceased.

    Why: the date is how an article is found and cited, and all dates in it are counted from it. The run of the
    newspaper is part of the configuration; without it the rule says nothing.

    Fires:
        publication: 1946-05-15..2003-12-31
        date: 1940-10-13
        marks: 1940-10-13

    Silent:
        publication: 1946-05-15..2003-12-31
        date: 1958-10-13
    """
    publication = case.settings.publication
    if publication is None or case.date is None:
        return
    why = outside(publication, case.date)
    if why:
        line, original = case.article.english.header("Date"), case.article.chinese.date
        en = Span(line.value.start, line.value.end) if line else None
        zh = Span(original.start, original.end) if original else None
        # Said of the issue as a whole: its articles have one date.
        yield Hit(f"no issue of {show_day(case.date)}: {why}", en, zh, of_issue=case.article.issue is not None)
