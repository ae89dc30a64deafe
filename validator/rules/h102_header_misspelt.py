"""H102: the label of a header line is misspelt."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule


@rule("H102", "header-misspelt", Severity.ERROR)
def check(case: Case) -> Iterator[Hit]:
    """The label of a header line is misspelt.

    Why: programs that read the archive look for `Title:`, `Author:`, `Date:`, `Page:` letter by letter, with an ASCII
    colon; a line under another spelling is lost to them. Capitals and the colon alone are a warning.

    Fires:
        header: Titel: A Good Harvest | Author: | Date: 1958-10-13 | Page: 2
        marks: Titel:

    Fires:
        header: Title: A Good Harvest | Author: | Date： 1958-10-13 | Page: 2
        marks: Date：

    Silent:
        header: Title: A Good Harvest | Author: | Date: 1947-10-13 | Edition: 2
    """
    newspaper = case.newspaper
    for line in case.article.english.headers:
        written, label = case.text[line.start : line.label_end], newspaper.label(line.name)
        if written != f"{label}:":
            # a reader of the file still finds the line, whatever colon or capitals it has
            # Blanks before the colon are as slight as capitals.
            slight = written.rstrip(":： \t").lower() == label.lower()
            yield Hit(
                f"the label of this header line is `{label}:`",
                en=Span(line.start, line.label_end),
                severity=Severity.WARNING if slight else None,
            )
