"""H202: the page is not that of the original."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.schema.marks import as_marked
from duizhao.schema.numerals import page_in_numerals
from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule


@rule("H202", "page-mismatch", Severity.ERROR)
def check(case: Case) -> Iterator[Hit]:
    """The page is not that of the original.

    Why: whoever cites the article by its English header sends readers to the wrong page of the newspaper.

    Fires:
        page: 3
        zh_page: 2
        marks: 3 ¶ 2

    Silent:
        page: 2
        zh_page: 02

    Silent:
        header: Title: A Good Harvest | Author: | Date: 1958-10-13 | Edition: 2
        zh_page: 2
    """
    english, original = case.article.english, case.article.chinese.page
    line = english.header("Page") or english.header("Edition")
    if line is None or original is None or case.article.issue:  # of an issue `P110` tells it, once for each mark
        return
    written, true = _number(line.value.text), _number(original.text)
    if written is not None and true is not None and written != true:
        yield Hit(
            f"page {written} here, {as_marked(true, case.newspaper)} in the original",
            en=Span(line.value.start, line.value.end),
            zh=Span(original.start, original.end),
        )


def _number(text: str) -> int | None:
    # Longer figures are no page; 第二版 is written in numerals in many papers.
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 3 else page_in_numerals(text)
