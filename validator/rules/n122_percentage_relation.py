"""N122: a percentage is said of something else than in the original."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.hits import hits
from duizhao.validator.rule import Hit, rule


@rule("N122", "percentage-relation", Severity.ERROR)
def check(case: Case) -> Iterator[Hit]:
    """A percentage is said of something else than in the original.

    Why: 超过战前百分之五十七 is 157 percent of the level before the war, not 57; 打六折 is 40 percent off, not 60;
    and a rise is no fall.

    Fires:
        zh: 铁产量超过战前百分之五十七。
        en: Iron output exceeded 57 percent of the pre-war level.
        marks: exceeded 57 percent

    Silent:
        zh: 铁产量超过战前百分之五十七。
        en: Iron output exceeded the pre-war level by 57 percent.
    """
    return hits(case, "percent")
