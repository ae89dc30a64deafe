"""N154: the opposite is said of a figure."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.exclusive.said import opposites
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule


@rule("N154", "opposite-said", Severity.ERROR)
def check(case: Case) -> Iterator[Hit]:
    """The figure is right, but the English says the opposite of it.

    Why: A loss of 300 yuan that became a profit, or prisoners that became dead, mislead as much as a wrong figure. The
    rule speaks where the original has one word of such a group beside the figure, the English another one, and
    neither stands elsewhere in the paragraph.

    Fires:
        zh: 合作社去年亏损三百元。
        en: Last year the cooperative made a profit of 300 yuan.
        marks: 300 yuan

    Fires:
        zh: 这一仗俘敌三百人。
        en: In this battle 300 enemy soldiers were killed.
        marks: 300

    Silent:
        zh: 合作社去年亏损三百元。
        en: Last year the cooperative lost 300 yuan.

    Silent:
        zh: 毙敌二百人，俘三百人。
        en: They captured 300 of the enemy and killed 200.
    """
    for found in opposites(case.plain, case.links.body):
        en, zh = Span(found.en.start, found.en.end), Span(found.zh.start, found.zh.end)
        ours, theirs = f"“{case.words(zh)}” with “{found.zh_word}”", f"“{case.words(en)}” with “{found.en_word}”"
        yield Hit(case.quoted(f"the English has {theirs}, but the original {ours}", zh), en, zh)
