"""D106: a lunar date became a Gregorian one."""

from __future__ import annotations

from collections.abc import Iterable

from duizhao.validator.case import Case
from duizhao.validator.dates.review import hits
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule


@rule("D106", "date-calendar", Severity.WARNING)
def check(case: Case) -> Iterable[Hit]:
    """A date of the lunar calendar is given as one of the Gregorian, unconverted.

    Why: 正月 is the first month of the lunar year and begins between 21 January and 20 February: “January” is
    mostly wrong, and by weeks. So are days of reigns, and those that are festivals of that calendar. A date that was
    converted is no finding.

    Fires:
        date: 1946-11-04
        zh: 从今年正月到现在一共孵小鸡六百只。
        en: Since January this year he has hatched 600 chicks.
        marks: January this year

    Silent:
        date: 1946-11-04
        zh: 从今年正月到现在一共孵小鸡六百只。
        en: Since the first lunar month of this year he has hatched 600 chicks.

    Silent:
        date: 1946-11-04
        zh: 从今年正月到现在一共孵小鸡六百只。
        en: Since February this year he has hatched 600 chicks.

    Fires:
        zh: 光绪三十年二月十八日，铁路动工。
        en: On February 18, 1904, work on the railway began.
        marks: February 18, 1904

    Source: lunar_years.json: the months of the lunar years 1840 to 2100, computed with sxtwl.
    """
    return hits(case, "calendar")
