"""H201: the English title is empty, or still Chinese."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule
from duizhao.validator.text.scripts import survey


@rule("H201", "title-untranslated", Severity.ERROR)
def check(case: Case) -> Iterator[Hit]:
    """The English title is empty, or still Chinese.

    Why: catalogues and search engines of the English edition show the title alone.

    Fires:
        title: 丰收
        marks: 丰收

    Fires:
        title: A Good Harvest in 湖南
        marks: 湖南

    Silent:
        title: A Good Harvest in Hunan
    """
    line = case.article.english.header("Title")
    if line is None:
        return
    if not line.value.text:
        yield Hit("the title is empty", en=Span(line.start, line.label_end))
    for run in survey(case).en.runs("han"):
        # The survey is of the whole English half; what is left in its body P201 tells.
        if line.value.start <= run.start < line.value.end:
            yield Hit("Chinese left in the title", en=run)
