"""P111: an issue has two translations, in its page and in a file of its own."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule

_SAYS = {
    "other-translation": "both are checked against the original there",
    "translation-of-a-part": "it has less than half of the articles there, and these are checked against the original",
}


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
    said = next((oddity.code for oddity in article.oddities if oddity.code in _SAYS), "")
    if said and article.issue:
        title = article.english.header("Title")
        first = title.value if title else next(iter(article.english.paragraphs), None)
        message = f"from here on another English than that of {article.issue.counterpart}; {_SAYS[said]}"
        yield Hit(message, en=Span(first.start, first.end) if first else None)
