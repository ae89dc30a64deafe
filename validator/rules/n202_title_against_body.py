"""N202: the English title and the English body give the same figure differently."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.pairing.readings import likeliest
from duizhao.validator.pairing.titles import clashes
from duizhao.validator.rule import Hit, rule


@rule("N202", "title-against-body", Severity.WARNING)
def check(case: Case) -> Iterator[Hit]:
    """The English title and the English body give the same figure differently.

    Why: one of the two is wrong. Where the title says what the Chinese headline says, the fault is not the
    translation's.

    Fires:
        title: National Savings Exceed 300 Million Yuan
        en: The savings of the whole nation have reached 3 billion yuan.
        zh: 全国储蓄已达三十亿元。
        marks: Exceed 300 Million Yuan

    Silent:
        title: National Savings Exceed 3 Billion Yuan
        en: The savings of the whole nation have reached 3.04 billion yuan.
        zh: 全国储蓄已达三十亿四千万元。
    """
    # What the headline has too is not the translation's fault.
    agreed = {link.en for link in case.links.title if link.zh and link.en and not link.verdict}
    doubted = [quantity for quantity in likeliest(case.readings.title) if quantity not in agreed]
    if not doubted:
        return  # most titles have no figure, or the original's, and bodies have many
    figures = [quantity for paragraph in case.readings.en for quantity in likeliest(paragraph)]
    for title, body, difference in clashes(doubted, figures):
        place = case.article.source.position(body.start)
        words = case.words(Span(body.start, body.end))
        yield Hit(
            f"the title's figure is {difference.words}, measured by “{words}” in the body (line {place.line})",
            en=Span(title.start, title.end),
        )
