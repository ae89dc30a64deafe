"""N201: a figure of the English title is not that of the Chinese headline."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.hits import hit
from duizhao.validator.quantities.model import Approx, Quantity
from duizhao.validator.rule import Hit, rule


@rule("N201", "title-number", Severity.ERROR)
def check(case: Case) -> Iterator[Hit]:
    """A figure of the English title is not that of the Chinese headline.

    Why: the title is what gets listed, searched and quoted; 卅余万万 (over three billion) as "over 300 million" is
    read by many more people than the right figure in the body. A title may leave figures out.

    Fires:
        headline: 全国储蓄卅余万万元
        title: National Savings Exceed 300 Million Yuan
        marks: Exceed 300 Million Yuan

    Silent:
        headline: 全国储蓄卅余万万元
        title: National Savings Exceed 3 Billion Yuan
    """
    for link in case.links.title:
        # A title may leave figures out, and dates have rules of their own.
        if link.zh and link.en and link.verdict and link.verdict != "date" and not _more_exact(link.zh, link.en):
            yield hit(case, link)


def _more_exact(zh: Quantity, en: Quantity) -> bool:
    """Whether the title has the figure of the body for the round one of the headline: 四千多 is "4,312"."""
    # Only "over" and "about" promise that there is an exact figure.
    if zh.approx not in (Approx.OVER, Approx.ABOUT) or zh.low.denominator != 1 or zh.low <= 0:
        return False
    # The last place that is told: 四千多 is less than five thousand.
    place = 10 ** (len(str(zh.low)) - len(str(zh.low).rstrip("0")))
    return zh.unit == en.unit and zh.low - place * (zh.approx is Approx.ABOUT) < en.low < zh.low + place
