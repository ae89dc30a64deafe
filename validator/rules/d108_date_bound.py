"""D108: until became after, or before became since."""

from __future__ import annotations

from collections.abc import Iterable

from duizhao.validator.case import Case
from duizhao.validator.dates.review import hits
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule


@rule("D108", "date-bound", Severity.WARNING)
def check(case: Case) -> Iterable[Hit]:
    """The word beside a date turns its bound around: until became after, before became since.

    Why: The date is right and yet the reader learns that a thing began when it ended. Only words right
    beside both dates are compared.

    Fires:
        zh: 至六月十五日，视工程情形再定。
        en: It will be decided after June 15th, depending on the works.
        marks: June 15th

    Fires:
        zh: 六月五日以前开工。
        en: Work begins after June 5th.
        marks: June 5th

    Silent:
        zh: 六月五日以前开工。
        en: Work begins before June 5th.

    Silent:
        zh: 至六月十五日以后再定。
        en: It will be decided after June 15th.
    """
    return hits(case, "bound")
