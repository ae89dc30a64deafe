"""N101: the English has another value than the original."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.hits import hits
from duizhao.validator.rule import Hit, rule


@rule("N101", "number-value", Severity.ERROR)
def check(case: Case) -> Iterator[Hit]:
    """The English has another value than the original.

    Why: a reader who quotes the translation quotes a false figure. The message says what the slip looks like: a digit
    changed, invented, lost, or two exchanged.

    Fires:
        zh: 九月份全国原煤产量达到二千三百八十六万四千吨。
        en: In September the national output of raw coal reached 23,864,400 tons.
        marks: reached 23,864,400 tons

    Fires:
        zh: 全县共收棉花一万二千三百担。
        en: The county harvested 13,200 dan of cotton in all.
        marks: 13,200 dan

    Silent:
        zh: 九月份全国原煤产量达到二千三百八十六万四千吨。
        en: In September the national output of raw coal reached 23.864 million tons.
    """
    return hits(case, "value")
