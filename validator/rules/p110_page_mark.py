"""P110: the page marks of an issue's two halves differ."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule


@rule("P110", "page-mark", Severity.ERROR)
def check(case: Case) -> Iterator[Hit]:
    """The page marks of an issue say another page in the translation than in the original.

    Why: articles of an issue have no header; whoever cites one takes its page from the last mark above it. It is told
    once for each mark, of the first article behind it. Of files of one article `H202` tells the same.

    Fires:
        issue: 1936.05.04.html
        date: 1936.05.04
        page: 3
        zh_page: 2
        marks: 3 ¶ 2

    Silent:
        issue: 1936.05.04.html
        date: 1936.05.04
        page: 2
        zh_page: 2

    Silent:
        issue: 1936.05.04.html
        date: 1936.05.04
        page: none
        zh_page: 2
    """
    article = case.article
    issue, line, original = article.issue, article.english.header("Page"), article.chinese.page
    # Only of an article whose marks are not those of the one before: a wrong mark is told once.
    if not issue or not issue.other_marks or not line or not original:
        return
    if issue.page_en is not None and issue.page_zh is not None and issue.page_en != issue.page_zh:
        yield Hit(
            f"page {issue.page_en} here, page {issue.page_zh} in the original",
            en=Span(line.value.start, line.value.end),
            zh=Span(original.start, original.end),
        )
