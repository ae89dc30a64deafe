"""H108: the head of the original is incomplete, says a thing twice, or runs into the text."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.schema.marks import marks_of_original
from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule

_PARTS = {"headline": "`### ` headline", "date": "date line"}
_DATES_TOLD = ("heading-date-impossible", "name-date-impossible")
"""Oddities that other rules tell: the issue has a date, and it is none."""


@rule("H108", "original-head", Severity.WARNING)
def check(case: Case) -> Iterator[Hit]:
    """The head of the original is incomplete, says a thing twice, or runs into the text.

    Why: headline, date and 第N版 of the original are what the English header is checked against, and what the
    identifier of the article is made of.

    Fires:
        original: ### 丰收 | | 第2版() | 专栏：

    Fires:
        original: ### 丰收 | | 1958-10-13 | 1958-10-14 | 第2版() | 专栏：
        marks: 1958-10-14

    Fires:
        original: ### 丰收 | 1958-10-13 | 第2版 产煤三万吨 | 专栏：
        marks: 产煤三万吨

    Silent:
        original: ### 丰收 | 柏青 | 1958-10-13 | 第2版() | 专栏：
    """
    chinese = case.article.chinese
    if chinese.paragraphs:
        in_issue = case.article.issue is not None
        # A line that is not there has no place: the head's first line stands for it.
        first = chinese.headline or chinese.paragraphs[0]
        told = {"date"} if any(one.code in _DATES_TOLD for one in case.article.oddities) else set()
        page = {"page": f"{marks_of_original(case.newspaper)} line"}
        for name, words in (_PARTS | page).items():
            if getattr(chinese, name) is None and name not in told:
                yield Hit(f"no {words} in the head of the original", zh=Span(first.start, first.end), of_issue=in_issue)
    for oddity in case.article.oddities:
        if oddity.code == "chinese-head-text":
            yield Hit("text on a line of the head; it is read as part of the body", zh=Span(oddity.start, oddity.end))
        if oddity.code.endswith("-repeated"):
            yield Hit("the head of the original has this line twice", zh=Span(oddity.start, oddity.end))
