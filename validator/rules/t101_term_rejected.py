"""T101: a term is rendered in a way that the glossary rules out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from duizhao.regex import regex
from duizhao.schema.publication import Term
from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.characters.whole_word import whole_word
from duizhao.validator.finding import Severity
from duizhao.validator.period_units import Halves, rejected
from duizhao.validator.rule import Hit, rule


@rule("T101", "term-rejected", Severity.WARNING)
def check(case: Case) -> Iterator[Hit]:
    """A term is rendered in a way that the glossary rules out.

    Why: 参政会 was the People's Political Council, not a senate, and 行总 the relief administration CNRRA, not the
    Executive Headquarters: a wrong institution changes who did what. The glossary is data, and empty unless configured;
    to it come the terms of the newspaper, and its units and currencies where they stand with a number.

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
    yield from _terms(case)
    if case.units:
        for one in rejected(case.links, Halves(case.text, case.plain), case.units):
            yield Hit(_says(case.words(one.zh), one.unit), en=one.en, zh=one.zh)


def _terms(case: Case) -> Iterator[Hit]:
    english = case.article.english
    for term in case.settings.glossary:
        if not term.rejected or not term.holds_on(case.date) or not (places := _places(case, term)):
            continue
        found = list(_pattern(term.rejected).finditer(case.text, 0, english.end))
        if term.apart and len(found) > len(places):
            continue  # a rendering of another word as well, and none can tell which is whose
        for number, match in enumerate(found):
            yield Hit(
                _says(case.words(places[0]), term),
                en=Span(*match.span()),
                # The first with the first, and so on; what there are more of in the English go with the last.
                zh=places[min(number, len(places) - 1)],
            )


def _says(words: str, term: Term) -> str:
    return f"{words} is {' or '.join(term.accepted)}" + (f" ({term.source})" if term.source else "")


def _places(case: Case, term: Term) -> list[Span]:
    """Where a term stands in the original, in whatever script, and not as a part of another word."""
    chinese = case.article.chinese
    word = whole_word(term.chinese, term.apart)
    # Finding a string costs less than the pattern that asks what stands around it.
    if case.plain.find(word.simple, chinese.start, chinese.end) < 0:
        return []
    found = word.pattern.finditer(case.plain, chinese.start, chinese.end)
    return [Span(*match.span(1)) for match in found if match[1]]


@lru_cache(maxsize=1024)  # asked for each article; more terms than any profile has
def _pattern(rejected: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the renderings as whole words, whatever the case and the blanks."""
    words = (r"\s+".join(map(re.escape, rendering.split())) for rendering in rejected)
    return regex(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)
