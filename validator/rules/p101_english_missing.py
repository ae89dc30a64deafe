"""P101: there is no English body."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule
from duizhao.validator.text.sides import sides, without_counterpart
from duizhao.validator.text.weights import opening


@rule("P101", "english-missing", Severity.ERROR, requires=("P103",))
def check(case: Case) -> Iterator[Hit]:
    """There is no English body, or it is Chinese.

    Why: the article is listed as translated and is not.

    Fires:
        en:
        zh: 今年收成很好，农民都很高兴。

    Fires:
        en: 今年收成很好，农民都很高兴。
        zh: 今年收成很好，农民都很高兴。
        marks: 今年收成很好，农民都很高兴。

    Silent:
        en: The harvest is very good this year, and the farmers are glad.
        zh: 今年收成很好，农民都很高兴。
    """
    found, issue = sides(case), case.article.issue
    if issue and issue.en is None:
        chinese = case.article.chinese
        first = chinese.headline or next(iter(chinese.paragraphs), None)
        where = opening(Span(first.start, first.end), case.text) if first else None
        whole = issue.lacks == "english"
        if whole:
            message, told = "there is no English in the whole issue", not issue.counterpart
        else:
            message, told = without_counterpart(issue.unpaired, "original", "translation")
        yield Hit(message, zh=where, of_issue=whole, made_good=not told)
        return
    if issue and not case.article.english.paragraphs and not case.article.chinese.paragraphs:
        return  # a heading and nothing below it, in both languages
    if found.english == "empty":
        headers = case.article.english.headers
        # Behind the last header line the text would begin.
        where = Span(headers[-1].start, max(headers[-1].value.end, headers[-1].label_end)) if headers else Span(0, 0)
        yield Hit("no English text after the header", en=where)
    elif found.english == "chinese":
        paragraph = next(p for p in case.article.english.paragraphs if not p.deck)
        yield Hit("the English half is Chinese", en=Span(paragraph.start, paragraph.end))
