"""H101: a header line is missing."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule


@rule("H101", "header-missing", Severity.ERROR)
def check(case: Case) -> Iterator[Hit]:
    """A header line is missing.

    Why: title, author, date and page are how an article is found and cited; a file without one of them cannot be
    placed in its issue. Old files have `Edition:` in place of `Page:`. `Author:` may be blank, but must be there.

    Fires:
        header: Title: A Good Harvest | Author: | Date: 1958-10-13

    Silent:
        header: Title: A Good Harvest | Author: | Date: 1958-10-13 | Page: 2

    Silent:
        header: Title: A Good Harvest | Author: | Date: 1947-10-13 | Edition: 2
    """
    if case.article.issue is not None:
        return  # there the heading, the page mark and the date of the issue stand for the header
    newspaper = case.newspaper
    wanted = {name for _, name in newspaper.header}.difference(newspaper.header_absent)
    present = {line.name for line in case.article.english.headers}
    for name, accepted in (
        ("Title", {"Title"}),
        ("Author", {"Author"}),
        ("Date", {"Date"}),
        # Old files have the edition in place of the page.
        ("Page", {"Page", "Edition"}),
    ):
        if name in wanted and present.isdisjoint(accepted):
            end = case.text.find("\n")
            yield Hit(
                f"no `{newspaper.label(name)}:` line in the header; add it",
                en=Span(0, end if end >= 0 else len(case.text)),
            )
