"""N151: the total of a list became a number of further items, or a part of its last one."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.hits import hits
from duizhao.validator.rule import Hit, rule


@rule("N151", "list-total", Severity.ERROR)
def check(case: Case) -> Iterator[Hit]:
    """The total of a list became a number of further items, or a part of its last one.

    Why: 甲、乙、丙等五个县 are five counties in all, of which three are named; "and other five counties" makes them
    eight.

    Fires:
        zh: 巴东、建始、咸丰等五个县都发动了群众。
        en: Badong, Jianshi, Xianfeng and other five counties have mobilized the masses.
        marks: five

    Silent:
        zh: 巴东、建始、咸丰等五个县都发动了群众。
        en: Five counties, among them Badong, Jianshi and Xianfeng, have mobilized the masses.

    Silent:
        zh: 巴东、建始、咸丰等五个县都发动了群众。
        en: Badong, Jianshi, Xianfeng and two other counties have mobilized the masses.
    """
    return hits(case, "list-total")
