"""T101: a term is rendered in a way that the glossary rules out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.configuration.settings import Term
from duizhao.validator.finding import Severity
from duizhao.validator.rule import Hit, rule


@rule("T101", "term-rejected", Severity.WARNING)
def check(case: Case) -> Iterator[Hit]:
    """A term is rendered in a way that the glossary rules out.

    Why: 参政会 was the People's Political Council, not a senate, and 行总 the relief administration CNRRA, not the
    Executive Headquarters: a wrong institution changes who did what. The glossary is data, and empty unless configured.

    Fires:
        glossary: 行总 | CNRRA | Executive Headquarters
        zh: 工粮由行总供给。
        en: Grain will be supplied by the Executive Headquarters.
        marks: Executive Headquarters ¶ 行总

    Silent:
        glossary: 行总 | CNRRA | Executive Headquarters
        zh: 工粮由行总供给。
        en: Grain will be supplied by CNRRA.

    Silent:
        glossary: 行总 | CNRRA | Executive Headquarters
        zh: 军调部今日开会。
        en: The Executive Headquarters met today.
    """
    if not case.settings.glossary:
        return
    chinese, english = case.article.chinese, case.article.english
    for term in case.settings.glossary:
        at = case.text.find(term.chinese, chinese.start)
        if at < 0 or not term.rejected or not _in_force(term, case.date):
            continue
        for match in _pattern(term.rejected).finditer(case.text, 0, english.end):
            accepted = " or ".join(term.accepted)
            yield Hit(
                f"{term.chinese} is {accepted}" + (f" ({term.source})" if term.source else ""),
                en=Span(*match.span()),
                zh=Span(at, at + len(term.chinese)),
            )


@lru_cache(maxsize=1024)
def _pattern(rejected: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the renderings as whole words, whatever the case and the blanks."""
    words = (r"\s+".join(map(re.escape, rendering.split())) for rendering in rejected)
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


def _in_force(term: Term, date: tuple[int, int, int] | None) -> bool:
    """Whether the term holds on the day of the issue; without a date it does."""
    if date is None:
        return True
    day = f"{date[0]:04d}-{date[1]:02d}-{date[2]:02d}"
    return (not term.first or term.first <= day) and (not term.last or day[: len(term.last)] <= term.last)
