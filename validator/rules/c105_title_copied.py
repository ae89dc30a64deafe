"""C105: the title is that of another article."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule


@rule("C105", "title-copied", Severity.WARNING)
def check(case: Case) -> Iterator[Hit]:
    """The title is that of another article, whose headline is different.

    Why: one of the two titles was copied by mistake, and the article cannot be found under its own.

    Fires:
        title: Hunan Produces Much Coal
        headline: 湖南产煤很多
        ---
        title: Hunan Produces Much Coal
        headline: 钢铁产量增加
        en: Much more steel is made.
        zh: 钢铁产量大大增加了。

    Silent:
        title: News in Brief of the Day
        headline: 简讯
        ---
        title: News in Brief of the Day
        headline: 简讯
        en: Much more steel is made.
        zh: 钢铁产量大大增加了。
    """
    del case  # one article tells nothing: duizhao.validator.across.corpus compares all of them
    yield from ()
