"""D104: a weekday was changed, or does not fit the date."""

from __future__ import annotations

from collections.abc import Iterable

from duizhao.validator.case import Case
from duizhao.validator.dates.review import hits
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule


@rule("D104", "date-weekday", Severity.ERROR)
def check(case: Case) -> Iterable[Hit]:
    """The weekday is another than the original's, or not that of the date.

    Why: A weekday is the check sum of a date: where the two disagree, one of them is wrong.

    Fires:
        zh: 大会星期三开幕。
        en: The congress opens on Thursday.
        marks: Thursday

    Fires:
        zh: 大会一九五八年十月十五日开幕。
        en: The congress opens on Thursday, October 15, 1958.
        marks: Thursday, October 15, 1958

    Silent:
        zh: 大会一九五八年十月十五日（星期三）开幕。
        en: The congress opens on Wednesday, October 15, 1958.
    """
    return hits(case, "weekday")
