"""N132: an ordinal became a count, or is counted from the other end."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.hits import hits
from duizhao.validator.rule import Hit, rule


@rule("N132", "ordinal-as-count", Severity.ERROR)
def check(case: Case) -> Iterator[Hit]:
    """An ordinal became a count, or is counted from the other end.

    Why: 第三分社 is the third branch; "three branches" says how many there are. 倒数第三 is the third from the bottom.

    Fires:
        zh: 合作社决定在东村设立第三分社。
        en: The cooperative decided to open three branches in East Village.
        marks: three

    Silent:
        zh: 合作社决定在东村设立第三分社。
        en: The cooperative decided to open its third branch in East Village.
    """
    return hits(case, "ordinal")
