"""H103: the header lines are out of order."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule

# either of the last two names the page
_RANK = {"Title": 0, "Author": 1, "Date": 2, "Edition": 3, "Page": 3}


@rule("H103", "header-order", Severity.WARNING)
def check(case: Case) -> Iterator[Hit]:
    """The header lines are out of order.

    Why: the archive's order is title, author, date, page; programs that read line by line rely on it. `duizhao check
    --fix` puts it right.

    Fires:
        header: Title: A Good Harvest | Date: 1958-10-13 | Author: | Page: 2
        marks: Author:

    Silent:
        header: Title: A Good Harvest | Author: | Date: 1958-10-13 | Page: 2
    """
    latest, before = -1, ""
    label = case.newspaper.label
    seen: set[str] = set()
    for line in case.article.english.headers:
        rank = _RANK[line.name]
        # a second one is told by H104
        if line.name not in seen and rank < latest:
            yield Hit(f"`{label(line.name)}:` belongs above `{label(before)}:`", en=Span(line.start, line.label_end))
        elif rank > latest:
            latest, before = rank, line.name
        seen.add(line.name)
