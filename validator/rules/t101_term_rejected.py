"""T101: a term is rendered in a way that the glossary rules out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from duizhao.schema.publication import Term
from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.characters.plain import plain
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
    english = case.article.english
    for term in case.settings.glossary:
        if not term.rejected or not _in_force(term, case.date) or not (places := _places(case, term)):
            continue
        found = list(_pattern(term.rejected).finditer(case.text, 0, english.end))
        if term.apart and len(found) > len(places):
            continue  # a rendering of another word as well, and none can tell which is whose
        accepted = " or ".join(term.accepted)
        for number, match in enumerate(found):
            yield Hit(
                f"{case.words(places[0])} is {accepted}" + (f" ({term.source})" if term.source else ""),
                en=Span(*match.span()),
                zh=places[min(number, len(places) - 1)],
            )


def _places(case: Case, term: Term) -> list[Span]:
    """Where a term stands in the original, in whatever script, and not as a part of another word."""
    chinese = case.article.chinese
    pattern = _term(plain(term.chinese), tuple(map(plain, term.apart)))
    found = pattern.finditer(case.plain, chinese.start, chinese.end)
    return [Span(*match.span(1)) for match in found if match[1]]


@lru_cache(maxsize=1024)
def _term(chinese: str, apart: tuple[str, ...]) -> re.Pattern[str]:
    """The term, or a word that holds it, which is not kept."""
    return re.compile("|".join([*map(re.escape, sorted(apart, key=len, reverse=True)), f"({re.escape(chinese)})"]))


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
