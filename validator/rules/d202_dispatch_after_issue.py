"""D202: a dispatch later than the paper."""

from __future__ import annotations

from collections.abc import Iterable

from duizhao.validator.case import Case
from duizhao.validator.dates.review import hits
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule


@rule("D202", "dispatch-after-issue", Severity.WARNING)
def check(case: Case) -> Iterable[Hit]:
    """A dispatch is dated later than the paper that prints it.

    Why: Either the dispatch or the date of the file is wrong, in print or from the scan; an article filed
    under a wrong day is lost. More than ten days later is an info: such a dispatch may be of another year.

    Fires:
        date: 1950-03-02
        zh: 【新华社北京三月五日电】各地春耕开始。
        en: [Xinhua News Agency, Beijing, March 5th] Spring ploughing has begun everywhere.
        marks: March 5th

    Silent:
        date: 1950-03-02
        zh: 【新华社北京二月廿八日电】各地春耕开始。
        en: [Xinhua News Agency, Beijing, February 28th] Spring ploughing has begun everywhere.

    Silent:
        date: 1950-01-02
        zh: 【新华社北京十二月三十日电】各地冬学开始。
        en: [Xinhua News Agency, Beijing, December 30th] Winter schools have begun everywhere.
    """
    return hits(case, "late")
