"""N104: a figure of the English has no counterpart in the original."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.hits import hits
from duizhao.validator.rule import Hit, rule


@rule("N104", "number-added", Severity.WARNING)
def check(case: Case) -> Iterator[Hit]:
    """A figure of the English has no counterpart in the original.

    Why: a figure that the original does not give was invented, or strayed in from elsewhere.

    Fires:
        zh: 我军歼灭敌人三百四十人，缴获步枪多支。
        en: Our army wiped out 340 of the enemy and captured 120 rifles.
        marks: 120

    Silent:
        zh: 我军歼灭敌人三百四十人，缴获步枪一百二十支。
        en: Our army wiped out 340 of the enemy and captured 120 rifles.
    """
    return hits(case, "added")
