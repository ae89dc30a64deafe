"""Seasons of another year: 去秋 as "this autumn", 今春 as "last spring"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from duizhao.regex import regex
from duizhao.validator.align.places import Places
from duizhao.validator.dates.pairs import DatePair
from duizhao.validator.rule import Hit
from duizhao.validator.times.resolve import Day

_ZH = regex("([去今])年?([春夏秋冬])")
_EN = regex(r"(?:(this|the current|the present)|(last)) (?:[a-z]+ )?(?:spring|summer|autumn|fall|winter)\b")
_OF_YEAR = {"去": "今明来本当上前", "今": "去明来上前往历"}
"""What says of another year that a season is of it."""
_ENDS = {"春": 5, "夏": 8, "秋": 11, "冬": 12}
"""The last month of a season; up to it the last one is that of the year before."""
_WINTER_ENDS, _WINTER_NEAR = 3, 9
"""Months up to which last year's winter is this winter, and from which this year's is to come or there."""


def of_another_year(found: Sequence[DatePair], text: str, issue: Day | None, places: Places) -> Iterator[Hit]:
    """The seasons that the English puts into another year.

    Args:
        found: the pairs.
        text: of the article.
        issue: of the paper.
        places: to ask for the paragraphs of the original, which may name the same season of both years.
    """
    for zh, en, *_ in found:
        said = _ZH.match(text, *zh.span) if zh and en and issue else None
        if not (zh and en and issue and said):
            continue
        told = _EN.match(text[en.span.start : en.span.end].lower())
        if told is None or not _another(said[1], said[2], told[1] is not None, issue[1]):
            continue
        year, season = said.groups()
        # Which of the two it is the counterpart of would not be certain.
        if not regex(f"[{_OF_YEAR[year]}]年?{season}").search(places.texts(zh.span.start)[0]):
            words = " ".join(text[en.span.start : en.span.end].split())
            yield Hit(f"“{words}”, but the original has “{said[0]}”", en.span, zh.span)


def _another(year: str, season: str, this: bool, month: int) -> bool:
    """Whether "this" or "last" is another year than 去 or 今 in a paper of that month."""
    if year == "去":
        return this and not (season == "冬" and (month <= _WINTER_ENDS or month == _ENDS["冬"]))
    # Once it is over, the season of this year is the last one as well.
    return not this and month <= _ENDS[season] and not (season == "冬" and month < _WINTER_NEAR)
