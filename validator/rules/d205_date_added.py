"""D205: a full date that the original does not have."""

from __future__ import annotations

from collections.abc import Iterable

from duizhao.validator.case import Case
from duizhao.validator.dates.review import hits
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule


@rule("D205", "date-added", Severity.WARNING)
def check(case: Case) -> Iterable[Hit]:
    """A day of the English is nowhere in the original.

    Why: An invented date looks like a source. Names of days (七七, 九一八, 五一, 国庆) count as dates of the
    original; the day of the paper itself is an info.

    Fires:
        zh: 代表团到达北京。
        en: The delegation arrived in Beijing on October 3.
        marks: October 3

    Silent:
        zh: 纪念“七七”抗战。
        en: Commemorating the War of Resistance of July 7.
    """
    return hits(case, "added")
