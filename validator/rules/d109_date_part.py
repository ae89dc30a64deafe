"""D109: another part of a month or year, another season or festival."""

from __future__ import annotations

from collections.abc import Iterable

from duizhao.validator.case import Case
from duizhao.validator.dates.review import hits
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule


@rule("D109", "date-part", Severity.WARNING)
def check(case: Case) -> Iterable[Hit]:
    """The English names another part of the month or year, another season, harvest or festival.

    Why: 上旬 is the first third of a month, 下旬 the last; 上半年 is the first half of a year.

    Fires:
        zh: 十月下旬物价上涨。
        en: Prices rose in early October.
        marks: early October

    Fires:
        zh: 一九五一年冬季战事激烈。
        en: Fighting was fierce in the summer of 1951.
        marks: the summer of 1951

    Fires:
        zh: 中秋节那天，合作社分了粮。
        en: On the day of the Spring Festival the cooperative distributed grain.
        marks: Spring Festival

    Silent:
        zh: 十月下旬物价上涨。
        en: Prices rose in late October.
    """
    return hits(case, "part")
