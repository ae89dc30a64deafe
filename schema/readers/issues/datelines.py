"""The days that the dispatches of an issue are of, as far as a month is named with them.

Datelines of the original mostly give the day alone (七日電).  A model that translates a whole issue at once may add the
same month to all of them, which no article tells by itself as well as the issue does: so they are gathered here, once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from duizhao.regex import regex
from duizhao.schema.datelines import MONTH, datelines
from duizhao.schema.dates import month_number
from duizhao.schema.publication import ANY, Publication
from duizhao.schema.readers.issues.blocks import Block
from duizhao.schema.readers.issues.halves import HalfArticle
from duizhao.schema.tree import Datelines, DispatchDay

_DAY = regex(
    rf"\b(?:(?P<month>{MONTH}) (?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?"
    rf"|(?P<day_first>[0-9]{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month_second>{MONTH}))(?![0-9A-Za-z])"
)
_TRADE = regex(r"dispatch|telegram|cable|wire|agency|agencies|report|correspond|special|news", re.IGNORECASE)
_OPEN, _CLOSE = "([（〔【〖「", ")]）〕】〗」"
_HEAD = 90  # characters of a paragraph in which a dateline without brackets stands
_BESIDE = 70  # characters from a date to the bracket of its dateline
_CHINESE = regex(r"([一二三四五六七八九十]{1,2})月[一二三四五六七八九十廿卅]{1,3}日?[^，。、：\n]{0,10}[電电訊讯]")
_NUMERALS = {numeral: number for number, numeral in enumerate("一二三四五六七八九十", 1)} | {"十一": 11, "十二": 12}


def datelines_of(
    texts: tuple[str, str],
    chinese: Sequence[HalfArticle],
    english: Sequence[HalfArticle],
    publication: Publication = ANY,
) -> Datelines:
    """The datelines of an issue that name a month.

    Args:
        texts: of the files of the original and of the translation, which mostly are one.
        chinese: the articles of the original.
        english: those of the translation.
        publication: the newspaper, which may have datelines of its own.
    """
    own = publication.datelines
    found = (dateline for article in english for dateline in _in_article(texts[1], article, own))
    months = (month for article in chinese for block in article.body for month in _months(texts[0], block, own))
    return Datelines(tuple(found), frozenset(_NUMERALS.get(month, 0) for month in months) - {0})


def _months(text: str, block: Block, own: tuple[str, ...]) -> Iterator[str]:
    """The months that datelines of the original name, as they are written."""
    yield from (match[1] for match in _CHINESE.finditer(text, block.start, block.end))
    yield from (one.month for one in datelines(own, text, block.start, block.end))


def _in_article(text: str, article: HalfArticle, own: tuple[str, ...]) -> Iterator[DispatchDay]:
    for block in article.body:
        dated = [(one.start, one.end) for one in datelines(own, text, block.start, block.end)]
        for match in _DAY.finditer(text, block.start, block.end):
            # In a dateline of the newspaper's own form no word of the trade is needed.
            inside = any(start <= match.start() and match.end() <= end for start, end in dated)
            if inside or _is_of_dispatch(text, block.start, match, block.end):
                month = month_number(match["month"] or match["month_second"])
                yield DispatchDay(*match.span(), month, int(match["day"] or match["day_first"]))


def _is_of_dispatch(text: str, start: int, match: re.Match[str], end: int) -> bool:
    """Whether a day is that of a dispatch: in brackets with a word of the trade, or with one at the head of all."""
    before = text[max(start, match.start() - _BESIDE) : match.start()]
    after = text[match.end() : min(end, match.end() + _BESIDE)]
    # The last bracket before the day must still be open.
    opened = max(before.rfind(sign) for sign in _OPEN)
    if opened > max(before.rfind(sign) for sign in _CLOSE):
        closed = min((at for sign in _CLOSE if (at := after.find(sign)) >= 0), default=-1)
        return closed >= 0 and _TRADE.search(before[opened:] + " " + after[:closed]) is not None
    return match.end() - start <= _HEAD and _TRADE.search(text, start, min(end, start + _HEAD)) is not None
