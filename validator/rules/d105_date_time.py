"""D105: a time of day was changed."""

from __future__ import annotations

from collections.abc import Iterable

from duizhao.validator.case import Case
from duizhao.validator.dates.review import hits
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule


@rule("D105", "date-time", Severity.ERROR)
def check(case: Case) -> Iterable[Hit]:
    """The English has another time of day than the original.

    Why: 午后三时 and 3 a.m. are half a day apart; reports of battles and sessions are told by the hour.

    Fires:
        zh: 部队午后三时出发。
        en: The troops set out at 3 a.m.
        marks: 3 a.m.

    Silent:
        zh: 部队午后三时出发。
        en: The troops set out at 3 p.m.

    Silent:
        zh: 部队晚八时出发。
        en: The troops set out at 20:00.
    """
    return hits(case, "time")
