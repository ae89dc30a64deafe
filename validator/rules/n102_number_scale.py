"""N102: the English is off by a power of ten, or a zero is in the wrong place."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.hits import hits
from duizhao.validator.rule import Hit, rule


@rule("N102", "number-scale", Severity.ERROR)
def check(case: Case) -> Iterator[Hit]:
    """The English is off by a power of ten, or a zero is in the wrong place.

    Why: 万 is 10,000 and 亿 is 100,000,000, where English counts in thousands and millions; one slip turns a harvest
    into a famine. A 零 that is skipped moves all that follows it: 一亿零七百万 is 107 million, not 100.7 million.

    Fires:
        zh: 这个专区产粮一万五千吨。
        en: The prefecture produced 1,500 tons of grain.
        marks: 1,500 tons

    Fires:
        zh: 四省农民已植树一亿零七百多万株。
        en: Farmers of the four provinces have planted over 100.7 million trees.
        marks: over 100.7 million

    Silent:
        zh: 这个专区产粮一万五千吨。
        en: The prefecture produced fifteen thousand tons of grain.
    """
    return hits(case, "scale")
