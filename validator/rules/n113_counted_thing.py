"""N113: the figure is right, but what it counts is not."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.hits import hits
from duizhao.validator.rule import Hit, rule


@rule("N113", "counted-thing", Severity.ERROR)
def check(case: Case) -> Iterator[Hit]:
    """The figure is right, but what it counts is not.

    Why: 间 counts rooms, 户 households, 钢铁 is iron and steel together; "200 houses" for 房子二百间 overstates by
    far.

    Fires:
        zh: 群众收回房子二百间。
        en: The masses recovered 200 houses.
        marks: 200

    Silent:
        zh: 群众收回房子二百间。
        en: The masses recovered 200 rooms.
    """
    return hits(case, "counted")
