"""H203: the date is not that of the original."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.schema.dates import iso_date
from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule


@rule("H203", "date-mismatch", Severity.ERROR)
def check(case: Case) -> Iterator[Hit]:
    """The date is not that of the original.

    Why: whoever cites the article by its English header sends readers to the wrong issue, and every relative date of
    the text (last month, the 7th) is resolved against the wrong day.

    Fires:
        date: 1958-10-13
        zh_date: 1958-10-14
        marks: 1958-10-13 ¶ 1958-10-14

    Silent:
        date: 1958-10-03
        zh_date: 1958年10月3日
    """
    line, original = case.article.english.header("Date"), case.article.chinese.date
    if line is None or original is None:
        return
    written, true = iso_date(line.value.text), iso_date(original.text)
    if written and true and written != true:
        yield Hit(
            f"{written} here, {true} in the original",
            en=Span(line.value.start, line.value.end),
            zh=Span(original.start, original.end),
            of_issue=case.article.issue is not None,
        )
