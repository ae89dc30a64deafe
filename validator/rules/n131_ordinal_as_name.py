"""N131: an ordinal was taken for a name and spelt out in pinyin."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.hits import hits
from duizhao.validator.rule import Hit, rule


@rule("N131", "ordinal-as-name", Severity.ERROR)
def check(case: Case) -> Iterator[Hit]:
    """An ordinal was taken for a name and spelt out in pinyin.

    Why: 榆社二区 is the Second District of Yushe; "Erqu, Yushe" is a place that does not exist.

    Fires:
        zh: 榆社二区的农民都参加了互助组。
        en: The farmers of Erqu, Yushe, have all joined mutual aid teams.
        marks: Erqu

    Silent:
        zh: 榆社二区的农民都参加了互助组。
        en: The farmers of the Second District of Yushe have all joined mutual aid teams.
    """
    return hits(case, "transliterated")
