"""D201: a day that the calendar does not have."""

from __future__ import annotations

from collections.abc import Iterable

from duizhao.validator.case import Case
from duizhao.validator.dates.review import hits
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule


@rule("D201", "date-impossible", Severity.WARNING)
def check(case: Case) -> Iterable[Hit]:
    """The original has a day that no calendar has.

    Why: 二月三十日 is a misprint or a slip of the scan; the English copies it or hides it. Check the page
    itself.

    Fires:
        zh: 二月三十日完工。
        en: It was completed on February 30.
        marks: February 30

    Silent:
        zh: 二月二十九日完工。
        en: It was completed on February 29.
    """
    return hits(case, "impossible")
