"""Two times told in one breath of which the translation has one: 去冬今春 as "last winter", 今明两年 as "this year"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from duizhao.regex import regex
from duizhao.source import Span
from duizhao.validator.case import Case
from duizhao.validator.exclusive.find import beads

_ZH = regex(
    "(?P<first>[去今上][春夏秋冬])[、和]?(?P<second>[今明来][春夏秋冬])|"
    "(?P<year>[去昨今])[、和]?(?P<year2>[今明])[两二]年|(?P<day>[昨今])[、和]?(?P<day2>[今明])[两二][天日]"
)
_SEASONS = {
    "春": "spring|vernal|february|march|april|(?:in|of|and) may",
    "夏": "summer|june|july|august",
    "秋": "autumn|fall|september|october|november",
    "冬": "winter|november|december|january|february",
}
_YEARS = {
    "去": "last|past|previous|preceding",
    "昨": "last|past|previous|preceding",
    "今": "this|current|present",
    "明": "next|coming|following",
}
_DAYS = {
    "昨": "yesterday|last (?:night|evening)",
    "今": "today|tonight|this (?:morning|afternoon|evening)",
    "明": "tomorrow",
}
_BOTH = regex(
    r"\b(?:two|both|2|these|several|few|recent|coming)[ -](?:years?|days?|seasons?)\b|"
    r"\b(?:since|1[89][0-9]{2}|20[0-9]{2})\b|\b[0-9]{1,2}(?:st|nd|rd|th)\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day"
)
"""Ways to tell two times at once, or by figures."""


class Lost(NamedTuple):
    """A time that the translation leaves out."""

    zh: Span
    words: str
    """Of the original: both times."""
    lost: str
    """The one that is left out, or both."""


def left_out_of_two(case: Case) -> Iterator[Lost]:
    """The times of an article that the translation leaves out of two.

    Args:
        case: the article.
    """
    found = beads(case)
    for number, bead in enumerate(found):
        if not bead.zh or not bead.en:
            continue
        for zh in _ZH.finditer(bead.zh):
            near = "\n".join(one.en for one in found[max(0, number - 1) : number + 2])
            lost = "" if _BOTH.search(bead.en) else "、".join(name for name, told in _told(zh) if not told.search(near))
            if lost:
                yield Lost(Span(bead.zh_start + zh.start(), bead.zh_start + zh.end()), zh[0], lost)


def _told(zh: re.Match[str]) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Either time, and how English tells it."""
    names = [word for word in zh.groups() if word]
    for name in names:
        if zh["first"]:
            yield name, regex(rf"\b(?:{_SEASONS[name[1]]})\b")
        elif zh["year"]:
            yield name + "年", regex(rf"\b(?:{_YEARS[name]})(?: year)?\b")
        else:
            yield name + "日", regex(rf"\b(?:{_DAYS[name]})\b")
