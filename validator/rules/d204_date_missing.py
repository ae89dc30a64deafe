"""D204: a full date without counterpart."""

from __future__ import annotations

from collections.abc import Iterable

from duizhao.validator.case import Case
from duizhao.validator.dates.review import hits
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule


@rule("D204", "date-missing", Severity.WARNING)
def check(case: Case) -> Iterable[Hit]:
    """A day, a year or an hour of the original is nowhere in the English.

    Why: A date that is left out takes with it what it dated. A day without its month is passed over where the English
    may tell it in another way, as "the next day".

    Fires:
        zh: 代表团十月三日到达北京。
        en: The delegation arrived in Beijing.
        marks: 十月三日

    Silent:
        zh: 代表团十月三日到达北京。
        en: The delegation arrived in Beijing on October 3.
    """
    return hits(case, "missing")
