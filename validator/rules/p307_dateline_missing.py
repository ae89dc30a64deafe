"""P307: the dateline of the original is not in the English."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule
from duizhao.validator.text.datelines import (
    begins_with_bracket,
    begins_with_dateline,
    chinese_dateline,
    is_dateline,
    own_datelines,
)
from duizhao.validator.text.weights import opening

_HEAD = 3  # Chinese paragraphs at the top, decks not counted, in which the dateline stands


@rule("P307", "dateline-missing", Severity.WARNING, requires=("P101", "P102", "P103"))
def check(case: Case) -> Iterator[Hit]:
    """The dateline of the original is not in the English.

    Why: 新华社…电, 本报讯 and the like tell whose report it is; without it the newspaper seems to speak for itself.

    Fires:
        en: The harvest is very good this year, and the farmers are glad.
        zh: 新华社长沙12日电　今年收成很好，农民都很高兴。
        marks: 新华社长沙12日电

    Silent:
        en: Xinhua News Agency, Changsha, 12th. The harvest is very good this year, and the farmers are glad.
        zh: 新华社长沙12日电　今年收成很好，农民都很高兴。
    """
    english = [p for p in case.article.english.paragraphs if not p.deck]
    chinese, own = [p for p in case.article.chinese.paragraphs if not p.deck], own_datelines(case)
    for paragraph in chinese[:_HEAD]:
        dateline = chinese_dateline(paragraph.text, own)
        if dateline:
            said = (begins_with_dateline(p.text, own) or begins_with_bracket(p.text) for p in english)
            given = any(said) or not english
            # English puts it at the end as well
            if not given and not is_dateline(english[-1].text, own):
                yield Hit(
                    f"{dateline} is not in the English",
                    en=opening(Span(english[0].start, english[0].end), case.text),
                    zh=Span(paragraph.start, paragraph.start + len(dateline)),
                )
            # The first dateline is that of the article; those of other pieces below it are theirs.
            return
