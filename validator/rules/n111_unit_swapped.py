"""N111: a unit became another one, and the figure stayed."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.hits import hit, links_with
from duizhao.validator.pairing.model import IS_NAME, Link
from duizhao.validator.rule import Hit, rule


@rule("N111", "unit-swapped", Severity.ERROR)
def check(case: Case) -> Iterator[Hit]:
    """A unit became another one, and the figure stayed.

    Why: a jin is half a kilogram and 1.1 pounds, a li half a kilometre, a cun 3.3 centimetres; the old name with its
    figure is right, and so is a conversion, but not the new name with the old figure. A 垧 of 10 to 15 mu
    as a hectare, and a hill that is named by its height, are warnings at the most.

    Fires:
        zh: 每亩收小麦三百斤。
        en: Each mu yielded 300 kilograms of wheat.
        marks: 300 kilograms

    Silent:
        zh: 每亩收小麦三百斤。
        en: Each mu yielded 300 jin of wheat.

    Silent:
        zh: 每亩收小麦三百斤。
        en: Each mu yielded 150 kilograms of wheat.

    Source: market units (市制) of the Weights and Measures Act of 1929.
    """
    for link in links_with(case, "unit"):
        found = hit(case, link)
        yield found._replace(most=Severity.WARNING) if _misleads_little(link) else found


def _misleads_little(link: Link) -> bool:
    """Whether the figure says about as much: 垧 as hectares, the metres that a hill's name leaves out."""
    if link.zh is None or link.en is None:
        return False
    return (link.zh.unit, link.en.unit) == ("shang", "ha") or link.detail == IS_NAME
