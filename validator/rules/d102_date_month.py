"""D102: a month was changed, or one was invented that the issue does not support."""

from __future__ import annotations

from collections.abc import Iterable

from duizhao.validator.case import Case
from duizhao.validator.configuration.selectors import in_force
from duizhao.validator.dates.review import hits
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule
from duizhao.validator.text.shared_month import in_this_article, shared_month


@rule("D102", "date-month", Severity.ERROR)
def check(case: Case) -> Iterable[Hit]:
    """The English has another month than the original, or adds one that the date of the paper does not support.

    Why: Chinese datelines give the day alone (七日电). A translator who adds a month has to take the one of
    the last such day before the paper; a guess moves the event. A month that fits is no finding.

    Fires:
        date: 1947-05-08
        zh: 【新华社东京七日电】日本物价飞涨。
        en: [Xinhua News Agency, Tokyo, July 7th] Prices are soaring in Japan.
        marks: July 7th

    Fires:
        zh: 工程六月开始。
        en: The project began in July.
        marks: July

    Silent:
        date: 1947-05-08
        zh: 【新华社东京七日电】日本物价飞涨。
        en: [Xinhua News Agency, Tokyo, May 7th] Prices are soaring in Japan.

    Silent:
        date: 1948-08-04
        zh: 【新华社陕北三十一日电】前线大捷。
        en: [Xinhua News Agency, Northern Shaanxi, July 31st] A great victory at the front.
    """
    found = hits(case, "month")
    # The shared month is looked for only where a month is wrong, and left to P308 only where that rule runs.
    shared = shared_month(case) if found and in_force("P308", case.settings) else None
    if shared is None:
        return found
    told = in_this_article(case, shared)
    origin = case.article.source.origin
    return [hit for hit in found if not hit.en or not any(one.start <= origin(hit.en.start) < one.end for one in told)]
