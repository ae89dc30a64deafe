"""C104: one translation stands with two originals."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule


@rule("C104", "mispaired", Severity.ERROR)
def check(case: Case) -> Iterator[Hit]:
    """One translation stands with two originals.

    Why: at least one of them has the English of another article.

    Fires:
        en: The harvest is very good this year all over the county, and the farmers are glad. They are determined to
          grow more grain next year, to build more canals, and to help the neighbouring county, whose fields were
          flooded in the summer, with seed and with oxen.
        zh: 今年全县收成很好，农民都很高兴。
        ---
        en: The harvest is very good this year all over the county, and the farmers are glad. They are determined to
          grow more grain next year, to build more canals, and to help the neighbouring county, whose fields were
          flooded in the summer, with seed and with oxen.
        zh: 工人们在新工厂里日夜奋战，钢铁产量大大增加了。

    Silent:
        en: The harvest is very good this year all over the county, and the farmers are glad.
        zh: 今年全县收成很好，农民都很高兴。
        ---
        en: The workers of the new plant fight day and night.
        zh: 工人们在新工厂里日夜奋战。
    """
    del case  # one article tells nothing: duizhao.validator.across.corpus compares all of them
    yield from ()
