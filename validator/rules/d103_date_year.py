"""D103: a year was changed, or one was invented."""

from __future__ import annotations

from collections.abc import Iterable

from duizhao.validator.case import Case
from duizhao.validator.dates.review import hits
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule


@rule("D103", "date-year", Severity.ERROR)
def check(case: Case) -> Iterable[Hit]:
    """The English has another year than the original, or adds one that nothing supports.

    Why: A wrong year puts an event into another chapter of history. 去年, 今年 and years of the Republic are
    counted from the paper; decades and centuries are compared as such.

    Fires:
        zh: 一九五三年棉粮比价已经规定。
        en: The cotton-grain price ratio for 1958 has been set.
        marks: 1958

    Fires:
        date: 1948-02-05
        zh: 去年的预算已经执行。
        en: The budget of 1946 has been carried out.
        marks: 1946

    Fires:
        zh: 五十年代建成的工厂。
        en: A factory built in the 1960s.
        marks: 1960s

    Silent:
        date: 1948-02-05
        zh: 去年的预算已经执行。
        en: The budget of 1947 has been carried out.

    Silent:
        zh: 民国三十七年成立。
        en: It was founded in 1948.
    """
    return hits(case, "year")
