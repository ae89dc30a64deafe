"""C102: an original is nearly that of another article."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule


@rule("C102", "near-duplicate", Severity.INFO)
def check(case: Case) -> Iterator[Hit]:
    """The original is nearly that of another article.

    Why: a reprint, a second edition, or the same article read twice from print; whoever counts or trains on the corpus
    must know.

    Fires:
        zh: 今年全县收成一定会很好，农民们个个都非常高兴，大家决心明年多打粮食，争取再来一个大丰收。
        ---
        zh: 今年全县收成一定会很好，农民们个个都非常高兴，大家决心明年多打粮食，争取再来一个丰收。

    Silent:
        zh: 今年全县收成一定会很好，农民们个个都非常高兴，大家决心明年多打粮食，争取再来一个大丰收。
        ---
        zh: 工人们在新工厂里日夜奋战，钢铁产量大大增加了，全厂职工都十分兴奋，决心提前完成计划。
    """
    del case  # one article tells nothing: duizhao.validator.across.corpus compares all of them
    yield from ()
