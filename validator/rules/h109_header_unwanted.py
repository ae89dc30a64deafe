"""H109: a header line that the newspaper's files must not have."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule


@rule("H109", "header-unwanted", Severity.WARNING)
def check(case: Case) -> Iterator[Hit]:
    """A header line that the newspaper's files must not have.

    Why: where a newspaper names no authors, an `Author:` line was invented by whoever made the file. Which lines must
    not be there, `header-absent` of the newspaper says; without it the rule says nothing.

    Fires:
        absent: Author
        header: Title: A Good Harvest | Author: Bai Qing | Date: 1958-10-13 | Page: 2
        marks: Author: Bai Qing

    Silent:
        absent: Author
        header: Title: A Good Harvest | Date: 1958-10-13 | Page: 2

    Silent:
        header: Title: A Good Harvest | Author: Bai Qing | Date: 1958-10-13 | Page: 2
    """
    newspaper = case.newspaper
    if case.article.issue is not None:
        return  # there the line is made of what the issue says
    for line in case.article.english.headers:
        if line.name in newspaper.header_absent:
            yield Hit(
                f"a `{newspaper.label(line.name)}:` line, which files of this newspaper do not have",
                en=Span(line.start, max(line.value.end, line.label_end)),
            )
