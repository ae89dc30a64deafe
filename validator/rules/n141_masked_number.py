"""N141: a figure that the original masks or has lost is filled in."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.hits import hit
from duizhao.validator.rule import Hit, rule


@rule("N141", "masked-number", Severity.WARNING)
def check(case: Case) -> Iterator[Hit]:
    """A figure that the original masks or has lost is filled in.

    Why: ×× stands for a number that was censored or cannot be read; a figure in its place is invented. So do blanks
    (五千　　元), where the description of the newspaper says that they stand for lost characters.

    Fires:
        zh: 敌军××名被我歼灭，另有三百四十名投降。
        en: We wiped out 250 of the enemy, and another 340 surrendered.
        marks: 250

    Silent:
        zh: 敌军××名被我歼灭，另有三百四十名投降。
        en: We wiped out ×× of the enemy, and another 340 surrendered.
    """
    return (hit(case, link) for link in case.wrong if link.verdict == "masked")
