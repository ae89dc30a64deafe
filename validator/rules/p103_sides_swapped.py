"""P103: the halves have changed places."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule
from duizhao.validator.text.sides import sides


@rule("P103", "sides-swapped", Severity.ERROR)
def check(case: Case) -> Iterator[Hit]:
    """The halves have changed places.

    Why: everything that reads the file takes the one language for the other.

    Fires:
        en: 今年收成很好，农民都很高兴。
        zh: The harvest is very good this year, and the farmers are glad.
        marks: 今年收成很好，农民都很高兴。

    Silent:
        en: The harvest is very good this year, and the farmers are glad.
        zh: 今年收成很好，农民都很高兴。
    """
    found = sides(case)
    if found.english == "chinese" and found.chinese == "english":
        en = next(p for p in case.article.english.paragraphs if not p.deck)
        zh = next(p for p in case.article.chinese.paragraphs if not p.deck)
        yield Hit("the halves have changed places", en=Span(en.start, en.end), zh=Span(zh.start, zh.end))
