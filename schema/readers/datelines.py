"""The days that the dispatches of an issue are of, as far as a month is named with them.

Datelines of the original mostly give the day alone (七日電).  A model that translates a whole issue at once may add the
same month to all of them, which no article tells by itself as well as the issue does: so they are gathered here, once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from duizhao.schema.readers.halves import HalfArticle
from duizhao.schema.tree import Dateline, Datelines

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = re.compile(
    rf"\b(?:(?P<month>{_MONTH}) (?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?"
    rf"|(?P<day_first>[0-9]{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month_second>{_MONTH}))(?![0-9A-Za-z])"
)
_TRADE = re.compile(r"dispatch|telegram|cable|wire|agency|agencies|report|correspond|special|news", re.IGNORECASE)
_OPEN, _CLOSE = "([（〔【〖「", ")]）〕】〗」"
_HEAD = 90  # characters of a paragraph in which a dateline without brackets stands
_BESIDE = 70  # characters from a date to the bracket of its dateline
_CHINESE = re.compile(r"([一二三四五六七八九十]{1,2})月[一二三四五六七八九十廿卅]{1,3}日?[^，。、：\n]{0,10}[電电訊讯]")
_NUMERALS = {numeral: number for number, numeral in enumerate("一二三四五六七八九十", 1)} | {"十一": 11, "十二": 12}


def datelines_of(text: str, chinese: Sequence[HalfArticle], english: Sequence[HalfArticle]) -> Datelines:
    """The datelines of an issue that name a month.

    Args:
        text: of its file.
        chinese: the articles of the original.
        english: those of the translation.
    """
    found = (dateline for article in english for dateline in _in_article(text, article))
    months = (
        _NUMERALS.get(match[1], 0)
        for article in chinese
        for block in article.body
        for match in _CHINESE.finditer(text, block.start, block.end)
    )
    return Datelines(tuple(found), frozenset(months) - {0})


def _in_article(text: str, article: HalfArticle) -> Iterator[Dateline]:
    for block in article.body:
        for match in _DAY.finditer(text, block.start, block.end):
            if _is_of_dispatch(text, block.start, match, block.end):
                month = _MONTHS.index((match["month"] or match["month_second"])[:3].lower()) + 1
                yield Dateline(*match.span(), month, int(match["day"] or match["day_first"]))


def _is_of_dispatch(text: str, start: int, match: re.Match[str], end: int) -> bool:
    """Whether a day is that of a dispatch: in brackets with a word of the trade, or with one at the head of all."""
    before = text[max(start, match.start() - _BESIDE) : match.start()]
    after = text[match.end() : min(end, match.end() + _BESIDE)]
    opened = max(before.rfind(sign) for sign in _OPEN)
    if opened > max(before.rfind(sign) for sign in _CLOSE):
        closed = min((at for sign in _CLOSE if (at := after.find(sign)) >= 0), default=-1)
        return closed >= 0 and _TRADE.search(before[opened:] + " " + after[:closed]) is not None
    return match.end() - start <= _HEAD and _TRADE.search(text, start, min(end, start + _HEAD)) is not None
