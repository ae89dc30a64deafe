"""N153: a further number became the total."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.hits import hits
from duizhao.validator.rule import Hit, rule


@rule("N153", "further-as-total", Severity.WARNING)
def check(case: Case) -> Iterator[Hit]:
    """A further number became the total.

    Why: 又有三千人 adds 3,000 to those named before; "a total of 3,000" takes those away.

    Fires:
        zh: 昨日又有三千四百人报名。
        en: Yesterday a total of 3,400 people signed up.
        marks: a total of 3,400

    Silent:
        zh: 昨日又有三千四百人报名。
        en: Yesterday another 3,400 people signed up.
    """
    return hits(case, "total")
