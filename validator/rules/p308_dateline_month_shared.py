"""P308: the datelines of an issue were all given the same month, which the date of the newspaper does not support."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.schema.dates import MONTH_NAMES
from duizhao.schema.tree import DispatchDay
from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule
from duizhao.validator.text.shared_month import in_this_article, shared_month


@rule("P308", "dateline-month-shared", Severity.ERROR)
def check(case: Case) -> Iterator[Hit]:
    """The datelines of an issue were given a month that the original has not, all of them the same.

    Why: Chinese datelines give the day alone (七日電). A model that translates a whole issue at once may settle on a
    wrong month, and moves all its news by half a year. It is told once for the issue, at the first of these datelines;
    `D102` leaves them alone then.

    Fires:
        issue: 1937.03.02.html
        date: 1937.03.02
        zh: （南京）大雨、（一日專電） ¶ （上海）天晴、（一日專電） ¶ （漢口）大風、（一日專電）
          ¶ （北平）大雪、（一日專電）
        en: (Nanjing) Heavy rain. (July 1st dispatch) ¶ (Shanghai) Fine weather. (July 1st dispatch) ¶ (Hankow) High
          winds. (July 1st dispatch) ¶ (Beiping) Heavy snow. (July 1st dispatch)
        marks: July 1st

    Silent:
        issue: 1937.03.02.html
        date: 1937.03.02
        zh: （南京）大雨、（一日專電） ¶ （上海）天晴、（一日專電） ¶ （漢口）大風、（一日專電）
          ¶ （北平）大雪、（一日專電）
        en: (Nanjing) Heavy rain. (March 1st dispatch) ¶ (Shanghai) Fine weather. (March 1st dispatch) ¶ (Hankow) High
          winds. (March 1st dispatch) ¶ (Beiping) Heavy snow. (March 1st dispatch)
    """
    shared = shared_month(case)
    own = in_this_article(case, shared) if shared else ()
    if not shared or not own or own[0] != shared.wrong[0]:
        return  # told once, at the first of the issue
    count = "all" if len(shared.wrong) == shared.dated else f"{len(shared.wrong)} of {shared.dated}"
    message = f"{count} datelines of the issue that name a month have {MONTH_NAMES[shared.month - 1]}"
    yield Hit(f"{message}, which the date of the newspaper does not support", en=_span(case, own[0]))


def _span(case: Case, dateline: DispatchDay) -> Span | None:
    """The day with its month in the text of the article."""
    inside = case.article.source.inside
    # By its last character, as the place behind it may be outside.
    start, last = inside(dateline.start), inside(dateline.end - 1)
    return None if start is None or last is None else Span(start, last + 1)
