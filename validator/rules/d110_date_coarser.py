"""D110: a part of a date was left out, or a day added."""

from __future__ import annotations

from collections.abc import Iterable

from duizhao.validator.case import Case
from duizhao.validator.dates.review import hits
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule


@rule("D110", "date-coarser", Severity.WARNING)
def check(case: Case) -> Iterable[Hit]:
    """One language has the day, the other only the month; or the English leaves out a year, a month or a season.

    Why: The date says less than the original, or more than it can know. Who reads "in June" in a paper of October
    takes it for the last one, not for 去年六月; of a year or a month that the English tells nearby, nothing is said.
    "On November," says no day where English needs one: it was left out.

    Fires:
        zh: 九月二十九日日产突破百万吨。
        en: Daily output broke one million tons in September.
        marks: September

    Fires:
        zh: 会谈十一月二十九日开始。
        en: The talks began on November, and went on for a week.
        marks: November

    Fires:
        date: 1958-10-12
        zh: 去年六月水库修成。
        en: The reservoir was built in June.
        marks: June

    Silent:
        zh: 九月二十九日日产突破百万吨。
        en: On September 29 daily output broke one million tons.
    """
    return hits(case, "coarse")
