"""P304: a list of named entities stands in the English body."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule
from duizhao.validator.text.residue import residue
from duizhao.validator.text.weights import opening


@rule("P304", "entities-in-body", Severity.WARNING)
def check(case: Case) -> Iterator[Hit]:
    """A list of named entities stands in the English body.

    Why: names in both languages belong under a line `**Named Entities**`; without it they are read, counted and quoted
    as a part of the article.

    Fires:
        en: The harvest is good. ¶ 涟源县 Lianyuan County ¶ 湖南省 Hunan Province ¶ 长沙 Changsha
        marks: 涟源县 Lianyuan County

    Silent:
        en: The harvest is good. ¶ **Named Entities** ¶ 涟源县 Lianyuan County ¶ 湖南省 Hunan Province ¶ 长沙 Changsha
    """
    for span in residue(case).entities:
        yield Hit("a list of names without its heading `**Named Entities**`", en=opening(span, case.text))
