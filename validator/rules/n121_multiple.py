"""N121: an increase by N times became an increase to N times, or the reverse."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.hits import hit, links_with
from duizhao.validator.quantities.model import Quantity, Relation
from duizhao.validator.rule import Hit, rule


@rule("N121", "multiple", Severity.ERROR)
def check(case: Case) -> Iterator[Hit]:
    """An increase by N times became an increase to N times, or the reverse.

    Why: 提高四倍 is an increase by four times, to five times the base; 是…的四倍 is four times the base. English "a
    fourfold increase" and "increased by double" may be meant either way, and are never more than a warning.

    Fires:
        zh: 煤产量比八月份提高两倍多。
        en: Coal output was more than double that of August.
        marks: more than double

    Silent:
        zh: 煤产量比八月份增加一倍多。
        en: Coal output was more than double that of August.
    """
    for link in links_with(case, "multiple"):
        found = hit(case, link)
        yield found._replace(most=Severity.WARNING) if _either_way(link.en) else found


def _either_way(en: Quantity | None) -> bool:
    """Whether the English may be read as it should: "a fourfold increase", "increased by double"."""
    if en is None:
        return False
    return en.relation is Relation.FOLD or (en.name == "factor" and en.relation is Relation.INCREASE_BY)
