"""P102: there is no Chinese body."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule
from duizhao.validator.text.sides import sides, without_counterpart
from duizhao.validator.text.weights import opening


@rule("P102", "chinese-missing", Severity.ERROR, requires=("P103",))
def check(case: Case) -> Iterator[Hit]:
    """There is no Chinese body, or it is English.

    Why: without the original nobody can check the translation, and no rule can compare anything.

    Fires:
        zh:

    Fires:
        zh: The harvest is very good this year, and the farmers are glad.
        marks: The harvest is very good this year, and the farmers are glad.

    Silent:
        zh: 今年收成很好。
    """
    found, article, issue = sides(case), case.article, case.article.issue
    if issue and issue.zh is None:
        title = article.english.header("Title")
        first = title.value if title else next(iter(article.english.paragraphs), None)
        where = opening(Span(first.start, first.end), case.text) if first else None
        whole = issue.lacks == "chinese" and not issue.counterpart
        if whole:
            message, told = "there is no Chinese in the whole issue", True
        else:
            message, told = without_counterpart(issue.unpaired, "translation", "original")
        yield Hit(message, en=where, of_issue=whole, made_good=not told)
        return
    if issue and not article.english.paragraphs and not article.chinese.paragraphs:
        return  # a heading and nothing below it, in both languages
    if found.chinese == "empty":
        mark = article.original or article.separator
        yield Hit("no Chinese text", zh=Span(mark.start, mark.end) if mark else None)
    elif found.chinese == "english":
        paragraph = next(p for p in article.chinese.paragraphs if not p.deck)
        yield Hit("the Chinese half is English", zh=Span(paragraph.start, paragraph.end))
