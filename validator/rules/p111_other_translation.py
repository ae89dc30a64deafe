"""P111: an issue has two translations, in its page and in a file of its own."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule


@rule("P111", "other-translation", Severity.INFO)
def check(case: Case) -> Iterator[Hit]:
    """A file with the English of an issue alone has another English than the page of that issue.

    Why: somebody has corrected one of the two, or translated the issue anew. Which of them counts only the curator can
    say; until then both are checked against the original of the page. It is told once, at the first article that
    differs.

    Fires:
        issue: 1936.05.04.html
        date: 1936.05.04
        en: The harvest is good.
        alone: The harvest is very good.
        marks: A Good Harvest

    Silent:
        issue: 1936.05.04.html
        date: 1936.05.04
        en: The harvest is good.
        alone: The harvest is good.
    """
    article = case.article
    if article.issue and any(oddity.code == "other-translation" for oddity in article.oddities):
        title = article.english.header("Title")
        first = title.value if title else next(iter(article.english.paragraphs), None)
        page = article.issue.counterpart
        message = f"from here on another English than that of {page}; both are checked against the original there"
        yield Hit(message, en=Span(first.start, first.end) if first else None)
