"""N152: a comparison with one period became a comparison with another."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.hits import hits
from duizhao.validator.rule import Hit, rule


@rule("N152", "comparison-reversed", Severity.ERROR)
def check(case: Case) -> Iterator[Hit]:
    """A comparison with one period became a comparison with another.

    Why: 去年比今年多二十五亿 is a fall; "2.5 billion more than last year" reports it as a rise.

    Fires:
        zh: 国防经费去年占百分之十八，比今年多二十五亿卢布。
        en: Defence accounted for 18 percent, which is 2.5 billion rubles more than last year.
        marks: 2.5 billion rubles

    Silent:
        zh: 国防经费占百分之十七，比去年少二十五亿卢布。
        en: Defence accounts for 17 percent, 2.5 billion rubles less than last year.
    """
    return hits(case, "comparison")
