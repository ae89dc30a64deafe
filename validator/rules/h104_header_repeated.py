"""H104: a header line occurs twice."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule


@rule("H104", "header-repeated", Severity.ERROR)
def check(case: Case) -> Iterator[Hit]:
    """A header line occurs twice.

    Why: of two titles or dates only one can be meant, and which one a program takes is chance. Twice the same value is
    a warning.

    Fires:
        header: Title: A Good Harvest | Author: | Date: 1958-10-13 | Date: 1958-10-14 | Page: 2
        marks: Date: 1958-10-14

    Silent:
        header: Title: A Good Harvest | Author: | Date: 1958-10-13 | Page: 2
    """
    first: dict[str, str] = {}
    label = case.newspaper.label
    for line in case.article.english.headers:
        value = line.value.text
        if line.name in first:
            same = value == first[line.name]
            yield Hit(
                f"a second `{label(line.name)}:` line"
                + (", the same as the first" if same else "; the first says otherwise"),
                en=Span(line.start, max(line.value.end, line.label_end)),
                severity=Severity.WARNING if same else None,
            )
        first.setdefault(line.name, value)
