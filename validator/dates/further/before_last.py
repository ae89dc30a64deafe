"""The year before last told as the one before: 前年同月 as "in the same month of the previous year"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from duizhao.regex import regex
from duizhao.source import Span
from duizhao.validator.align.places import Places
from duizhao.validator.dates.pairs import DatePair
from duizhao.validator.rule import Hit

_EN_PREVIOUS = regex(r"\b(?:the )?(?:previous|preceding|prior) year\b")
_SENTENCE = regex(r"[.;!?](?:\s|$)")
_EN_LAST = regex(r"\blast (?:year|spring|summer|autumn|fall|winter)\b")
_EN_BEFORE_LAST = regex(r"\bbefore last\b|\btwo years (?:ago|earlier|before|previously)\b|\b(?:18|19)[0-9]{2}\b")
_ZH_BEFORE = regex("[去上头頭昨]年|[前上隔]一年")
"""What "the previous year" may be: 去年, 上年, 前一年."""


def told_as_previous(found: Sequence[DatePair], places: Places) -> Iterator[Hit]:
    """The years before last without counterpart whose paragraphs tell of "the previous year" once more than they may.

    Args:
        found: the pairs of dates.
        places: to ask for the paragraphs that belong to a date.
    """
    for zh, en, _, _ in found:
        if zh is None or en is not None or zh.parts.relative != "year-before-last":
            continue
        original, opposite = places.texts(zh.span.start)
        english = opposite.lower()
        # Of last year the previous one is the year before last: "exports last year were larger than the previous year".
        sentences = [one for one in _SENTENCE.split(english) if not _EN_LAST.search(one)]
        said = [words for one in sentences for words in _EN_PREVIOUS.findall(one)]
        free = len(_ZH_BEFORE.findall(original)) - len(_EN_LAST.findall(english))
        if said and len(said) > free and not _EN_BEFORE_LAST.search(english):
            yield Hit(f"“{said[0]}”, but the original has the year before last", None, Span(*zh.span))
