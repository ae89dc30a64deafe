"""N103: a figure of the original has no counterpart in the English."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.hits import hits
from duizhao.validator.rule import Hit, rule


@rule("N103", "number-missing", Severity.WARNING)
def check(case: Case) -> Iterator[Hit]:
    """A figure of the original has no counterpart in the English.

    Why: what is left out cannot be missed by somebody who reads the translation alone.

    Fires:
        zh: 我军歼灭敌人三百四十人，缴获步枪一百二十支。
        en: Our army wiped out 340 of the enemy and captured rifles.
        marks: 一百二十支

    Silent:
        zh: 我军歼灭敌人三百四十人，缴获步枪一百二十支。
        en: Our army wiped out 340 of the enemy and captured 120 rifles.
    """
    return hits(case, "missing")
