"""C101: an article occurs twice."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule


@rule("C101", "duplicate", Severity.WARNING)
def check(case: Case) -> Iterator[Hit]:
    """An article occurs twice, in both languages.

    Why: it is counted twice in every statistic, and a correction of one leaves the other.

    Fires:
        en: The harvest is very good this year.
        zh: 今年收成很好。
        ---
        en: The harvest is very good this year.
        zh: 今年收成很好。

    Silent:
        en: The harvest is very good this year.
        zh: 今年收成很好。
        ---
        en: The harvest was very good last year.
        zh: 去年收成很好。
    """
    del case  # one article tells nothing: duizhao.validator.across.corpus compares all of them
    yield from ()
