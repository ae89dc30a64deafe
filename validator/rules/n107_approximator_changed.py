"""N107: an approximate figure is approximate in another direction."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.hits import hits
from duizhao.validator.rule import Hit, rule


@rule("N107", "approximator-changed", Severity.ERROR)
def check(case: Case) -> Iterator[Hit]:
    """An approximate figure is approximate in another direction.

    Why: 四百多万 is more than four million; "approximately" allows less, and "nearly" says less.

    Fires:
        zh: 这里有四百多万亩沙荒地。
        en: There are nearly 4 million mu of sandy wasteland here.
        marks: nearly 4 million mu

    Fires:
        zh: 这里约有四百多万亩沙荒地。
        en: There are approximately 4 million mu of sandy wasteland here.
        marks: approximately 4 million mu

    Silent:
        zh: 这里有四百多万亩沙荒地。
        en: There are more than 4 million mu of sandy wasteland here.
    """
    return hits(case, "approx-changed", "approx-reversed")
