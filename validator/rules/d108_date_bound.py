"""D108: until became after, before became since, or ago became later."""

from __future__ import annotations

from collections.abc import Iterable

from duizhao.validator.case import Case
from duizhao.validator.dates.review import hits
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule


@rule("D108", "date-bound", Severity.WARNING)
def check(case: Case) -> Iterable[Hit]:
    """The word beside a date or a length of time turns it around: until became after, ago became later.

    Why: The date is right and yet the reader learns that a thing began when it ended. Only words right
    beside both are compared, and what happened before or after an event by its name (解放前).

    Fires:
        zh: 至六月十五日，视工程情形再定。
        en: It will be decided after June 15th, depending on the works.
        marks: June 15th

    Fires:
        zh: 六月五日以前开工。
        en: Work begins after June 5th.
        marks: June 5th

    Fires:
        zh: 三年前，这个村还没有学校。
        en: Three years later the village still had no school.
        marks: Three years later

    Fires:
        zh: 解放前，村里没有一所学校。
        en: After liberation the village did not have a single school.
        marks: After liberation

    Silent:
        zh: 六月五日以前开工。
        en: Work begins before June 5th.

    Silent:
        zh: 至六月十五日以后再定。
        en: It will be decided after June 15th.
    """
    return hits(case, "bound")
