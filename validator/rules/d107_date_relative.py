"""D107: a word such as 上月 or 去年 became another, or one was invented."""

from __future__ import annotations

from collections.abc import Iterable

from duizhao.validator.case import Case
from duizhao.validator.dates.review import hits
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule


@rule("D107", "date-relative", Severity.ERROR)
def check(case: Case) -> Iterable[Hit]:
    """A word such as last month or this year is not the original's, or was added and cannot be right.

    Why: 三十日电 in the paper of 1 November is of 30 October; “on the 30th of this month” puts the report four
    weeks after it was printed.

    Fires:
        date: 1946-11-01
        zh: 【本报威县三十日电】运动历时三月。
        en: [Sent from Weixian on the 30th of this month.] The movement lasted three months.
        marks: 30th of this month

    Fires:
        zh: 上月产煤五千吨。
        en: Coal output was 5,000 tons this month.
        marks: this month

    Silent:
        date: 1946-11-01
        zh: 【本报威县三十日电】运动历时三月。
        en: [Sent from Weixian on the 30th of last month.] The movement lasted three months.

    Silent:
        date: 1948-02-05
        zh: 预算于上月三十一日提出。
        en: The budget was presented on January 31st.
    """
    return hits(case, "relative")
