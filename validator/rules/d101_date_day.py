"""D101: a day became another day."""

from __future__ import annotations

from collections.abc import Iterable

from duizhao.validator.case import Case
from duizhao.validator.dates.review import hits
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule


@rule("D101", "date-day", Severity.ERROR)
def check(case: Case) -> Iterable[Hit]:
    """The English has another day than the original.

    Why: Events are ordered and sources are found by the day; a wrong one cannot be seen without the
    original.

    Fires:
        zh: 会议于十二月八日至十日举行。
        en: The conference was held from December 8 to 12.
        marks: 12

    Fires:
        zh: 代表团十月十三日抵京。
        en: The delegation arrived in Beijing on October 30.
        marks: October 30

    Silent:
        zh: 会议于十二月八日至十日举行。
        en: The conference was held from December 8 to 10.
    """
    return hits(case, "day")
