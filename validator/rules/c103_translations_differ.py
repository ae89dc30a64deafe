"""C103: one original has two translations."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule


@rule("C103", "translations-differ", Severity.WARNING)
def check(case: Case) -> Iterator[Hit]:
    """One original has two translations.

    Why: the article is in the corpus twice, and readers of the one do not know of the other.

    Fires:
        en: The harvest is very good this year.
        zh: 今年收成很好。
        ---
        en: This year's crops are excellent.
        zh: 今年收成很好。

    Silent:
        en: The harvest is very good this year.
        zh: 今年收成很好。
        ---
        en: This year's crops are bad.
        zh: 今年收成不好。
    """
    del case  # one article tells nothing: duizhao.validator.across.corpus compares all of them
    yield from ()
