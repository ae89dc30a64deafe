"""P305: a dateline is given that the original has not, or has once."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule
from duizhao.validator.text.datelines import begins_with_dateline, is_chinese_dateline, is_dateline, own_datelines
from duizhao.validator.text.names import ROLE_LINE

_HEAD = 8  # paragraphs at the top in which datelines stand


@rule("P305", "dateline-added", Severity.WARNING, requires=("P101", "P102", "P103"))
def check(case: Case) -> Iterator[Hit]:
    """A dateline or byline is given that the original has not, or has once.

    Why: a model that is not sure translates 【本报荷泽电】 twice, in different words, and a reader counts two sources.
    Looked for are lines of their own, above the text, that are nothing but a dateline.

    Fires:
        en: [Report from Heze] ¶ [Special Dispatch from Our Newspaper in Heze, 29th] The harvest is very good this year.
        zh: 【本报荷泽二十九日电】今年收成很好。
        marks: [Report from Heze]

    Silent:
        en: [Special Dispatch from Our Newspaper in Heze, 29th] ¶ The harvest is very good this year.
        zh: 【本报荷泽二十九日电】 ¶ 今年收成很好。

    Silent:
        en: [Special Dispatch from Our Newspaper in Heze, 29th] The harvest is very good this year.
        zh: 【本报荷泽二十九日电】今年收成很好。
    """
    english, own = case.article.english.paragraphs[:_HEAD], own_datelines(case)
    lines = [i for i, p in enumerate(english) if not p.deck and is_dateline(p.text, own)]
    if not lines:
        return
    # the original may have some of its own: only those beyond it were added
    spare = len(lines) - sum(1 for p in case.article.chinese.paragraphs[:_HEAD] if is_chinese_dateline(p.text, own))
    column, author = case.article.chinese.column, case.article.chinese.author
    # a reporter as the author, or the name of a column, may be rendered as such a line
    if spare <= 0 or (author and ROLE_LINE.search(author.text)) or (column and column.text):
        return
    for i in lines[:spare]:
        # Alone, the line may be the text's own dateline, set apart: only with a second one behind it was it added.
        following = next((p for p in english[i + 1 :] if not p.deck and not is_dateline(p.text, own)), None)
        if following and begins_with_dateline(following.text, own):
            yield Hit("a dateline of its own, beside that of the text", en=Span(english[i].start, english[i].end))
