"""D110: the day was left out or added."""

from __future__ import annotations

from collections.abc import Iterable

from duizhao.validator.case import Case
from duizhao.validator.dates.review import hits
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule


@rule("D110", "date-coarser", Severity.INFO)
def check(case: Case) -> Iterable[Hit]:
    """One language has the day, the other only the month, or one the year and the other the decade.

    Why: The date is not wrong, but says less than the original, or more than it can know.

    Fires:
        zh: 九月二十九日日产突破百万吨。
        en: Daily output broke one million tons in September.
        marks: September

    Silent:
        zh: 九月二十九日日产突破百万吨。
        en: On September 29 daily output broke one million tons.
    """
    return hits(case, "coarse")
