"""A year of our calendar beside the year of a reign that it explains: "the fifth year of Jiaqing (1800)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from duizhao.regex import regex
from duizhao.validator.dates.pairs import Dated, DatePair
from duizhao.validator.dates.show import show
from duizhao.validator.rule import Hit

_REIGNS = frozenset(("era", "roc"))
_BESIDE = regex(r"(?:,? ?\(|, (?:or |that is,? |i\.e\.,? )?)(?:in |the |c\. ?)?", re.IGNORECASE)
"""What stands between the two, whichever comes first."""


def reigns(found: Sequence[DatePair]) -> list[DatePair]:
    """The pairs whose original is a year of a reign or of the Republic.

    Args:
        found: all dates of an article.
    """
    return [pair for pair in found if pair.zh and pair.en and pair.zh.parts.year and pair.zh.parts.calendar in _REIGNS]


def glossed(en: Dated, known: Sequence[DatePair], text: str) -> Hit | None:
    """A year beside the year of a reign that is another one: 光绪三十一年 as "1906, the 31st year of Guangxu".

    Args:
        en: a year of the English without counterpart.
        known: the years of reigns.
        text: of the article.
    """
    # The end of a time stands beside the year in which it begins: 1737 to 1743, the second to the eighth year.
    if any(pair.zh and pair.zh.parts.year == en.parts.year for pair in known):
        return None
    for pair in known:
        zh, reign = pair.zh, pair.en
        if zh is None or reign is None or zh.parts.year == en.parts.year:
            continue
        if zh.parts.month and abs((zh.parts.year or 0) - (en.parts.year or 0)) == 1:
            continue  # the last month of a lunar year is in the next of ours
        first, second = sorted((en.span, reign.span))
        if _BESIDE.fullmatch(text, first.end, second.start):
            shown = text[en.span.start : en.span.end]
            return Hit(f"“{shown}”, but {text[zh.span.start : zh.span.end]} is {show(zh.parts)}", en.span, zh.span)
    return None
