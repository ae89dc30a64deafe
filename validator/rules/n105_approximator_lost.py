"""N105: an approximate figure became an exact one."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.hits import hits
from duizhao.validator.rule import Hit, rule


@rule("N105", "approximator-lost", Severity.WARNING)
def check(case: Case) -> Iterator[Hit]:
    """An approximate figure became an exact one.

    Why: 六千余 is more than 6,000, 近六千 is less, 十几 is anything from 11 to 19; the plain number claims to be
    exact.

    Fires:
        zh: 到会的农民有六千余人。
        en: 6,000 farmers attended the meeting.
        marks: 6,000

    Silent:
        zh: 到会的农民有六千余人。
        en: More than 6,000 farmers attended the meeting.
    """
    return hits(case, "approx-lost")
