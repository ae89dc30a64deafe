"""P306: the 电 of a dateline became electricity."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.regex import regex
from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule

_ELECTRIC = regex(
    r"[\[(【（][^\])】）\n]{0,60}\bElectric(?:ity|al)?\b[^\])】）\n]{0,20}[\])】）]|^[^.\n]{0,40}\bElectric:"
)
_DISPATCH = regex("[【［（(〔「][^】］）)〕」\n]{0,30}电[】］）)〕」]|(?:新华社|本报)[^，。\n]{0,20}电")


@rule("P306", "dateline-literal", Severity.WARNING)
def check(case: Case) -> Iterator[Hit]:
    """The 电 of a dateline became electricity.

    Why: 【冀中电】 is a dispatch from Central Hebei, by telegraph; "Ji Zhong Electric" reads as the name of a company.

    Fires:
        en: [Ji Zhong Electric] The harvest is very good this year.
        zh: 【冀中电】今年收成很好。
        marks: [Ji Zhong Electric]

    Silent:
        en: The workers of the plant (Harbin Electric) are glad.
        zh: 工人们（哈尔滨电机厂）都很高兴。
    """
    for paragraph in case.article.english.paragraphs:
        # Electric plants and their names are many: only where the original has a dispatch is the word its 电.
        if "Electric" in paragraph.text and (match := _ELECTRIC.match(paragraph.text)):
            chinese = case.article.chinese
            if _DISPATCH.search(case.plain, chinese.start, chinese.end):
                span = Span(paragraph.start, paragraph.start + match.end())
                yield Hit("电 of a dateline is a dispatch", en=span)
