"""H106: a line without a label stands in the header."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule


@rule("H106", "header-stray-line", Severity.WARNING)
def check(case: Case) -> Iterator[Hit]:
    """A line without a label stands in the header.

    Why: it belongs to no field and is lost; most often a long title was broken into two lines.

    Fires:
        header: Title: A Good Harvest | in Hunan | Author: | Date: 1958-10-13 | Page: 2
        marks: in Hunan

    Silent:
        header: Title: A Good Harvest in Hunan | | Author: | Date: 1958-10-13 | Page: 2
    """
    for oddity in case.article.oddities:
        if oddity.code == "header-stray-line":
            yield Hit("this line of the header has no label", en=Span(oddity.start, oddity.end))
