"""D110: the day was left out or added."""

from __future__ import annotations

from collections.abc import Iterable

from duizhao.validator.case import Case
from duizhao.validator.dates.review import hits
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule


@rule("D110", "date-coarser", Severity.WARNING)
def check(case: Case) -> Iterable[Hit]:
    """One language has the day, the other only the month, or one the year and the other the decade.

    Why: The date is not wrong, but says less than the original, or more than it can know; an info. "On November,"
    says no day where English needs one: it was left out.

    Fires:
        zh: 九月二十九日日产突破百万吨。
        en: Daily output broke one million tons in September.
        marks: September

    Fires:
        zh: 会谈十一月二十九日开始。
        en: The talks began on November, and went on for a week.
        marks: November

    Silent:
        zh: 九月二十九日日产突破百万吨。
        en: On September 29 daily output broke one million tons.
    """
    return hits(case, "coarse")
