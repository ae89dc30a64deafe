"""N203: the Chinese headline and the Chinese body give the same figure differently."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.pairing.readings import likeliest
from duizhao.validator.pairing.titles import clashes
from duizhao.validator.rule import Hit, rule


@rule("N203", "headline-against-original", Severity.INFO)
def check(case: Case) -> Iterator[Hit]:
    """The Chinese headline and the Chinese body give the same figure differently.

    Why: the originals were read by machine from print; where headline and body disagree, a digit was misread or
    misprinted, and no translation can be right about both. Which of the two is wrong is not for this rule to say.

    Fires:
        headline: 全国储蓄三亿元
        zh: 全国储蓄已达三十亿元。
        en: The savings of the whole nation have reached 3 billion yuan.
        marks: 三亿元

    Silent:
        headline: 全国储蓄三十多亿元
        zh: 全国储蓄已达三十亿四千万元。
        en: The savings of the whole nation have reached 3.04 billion yuan.
    """
    told = likeliest(case.readings.headline)
    if not told:
        return  # most headlines have no figure, and bodies many
    figures = [quantity for paragraph in case.readings.zh for quantity in likeliest(paragraph)]
    for headline, body, difference in clashes(told, figures):
        place = case.article.source.position(body.start)
        words = case.words(Span(body.start, body.end))
        yield Hit(
            f"the headline's figure is {difference.words}, measured by “{words}” in the original's body "
            f"(line {place.line}); the original may be misprinted",
            zh=Span(headline.start, headline.end),
        )
