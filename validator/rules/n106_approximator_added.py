"""N106: an exact figure became an approximate one."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.hits import hits
from duizhao.validator.rule import Hit, rule


@rule("N106", "approximator-added", Severity.WARNING)
def check(case: Case) -> Iterator[Hit]:
    """An exact figure became an approximate one.

    Why: "over 6,000" for 六千 says something that the original does not know.

    Fires:
        zh: 到会的农民有六千人。
        en: Over 6,000 farmers attended the meeting.
        marks: Over 6,000

    Silent:
        zh: 到会的农民有六千人。
        en: 6,000 farmers attended the meeting.
    """
    return hits(case, "approx-added")
