"""Words around a date that say which part of it is meant, and how exactly: 七月底, 五月中, 七日左右, 去年同期."""

from __future__ import annotations

import re

from duizhao.regex import regex
from duizhao.validator.dates.pairs import Dated
from duizhao.validator.dates.words import NEAR
from duizhao.validator.pairing.nearby import words_before, words_behind

_PART_SAID = regex(
    r"\b(?:(?:first|early|earliest|opening|last|final|latter|latest|closing) "
    r"(?:[a-z-]+ )?(?:days?|weeks?|months?|years?|part|half|third)|"
    r"year-?end|month-?end|outset|onset|turn|dawn|late|close[ds]?|closing|earlier|later|end(?:s|ed|ing)?|drew|eve|half|"
    r"(?:is|was|were) (?:out|over))\b"
)


def says_part(text: str, en: tuple[int, int]) -> bool:
    """Whether words beside an English date tell a part of it in another way: as May drew to a close."""
    near = f"{words_before(text, en[0], NEAR, _CLAUSE)} {words_behind(text, en[1], NEAR, _CLAUSE)}"
    return _PART_SAID.search(near.lower()) is not None


# Behind these begins another clause: in “late; July …” nothing is said of July.
_CLAUSE = regex(r"[.,;:()]")
_MIDDLE = regex("中[旬期叶葉]")
_SAME = regex("同期|同月|同季|同一时期")
_EN_SAME = regex(
    r"\b(?:same|corresponding|equivalent|comparable|similar|like|identical|parallel|that|those|this|then|period|months?|quarter|half)\b"
)


_EN_SAME_PERIOD = regex(r"\b(?:same|corresponding|equivalent|comparable|like) (?:period|time|months?|quarter|half)\b")


def period_lost(text: str, zh: tuple[int, int], en: tuple[int, int]) -> str:
    """去年同期 of an original of which the English has the year alone; '' where all is said."""
    said = _unsaid(text, zh[1], _SAME, (en[0] - 2 * NEAR, en[1] + 2 * NEAR), _EN_SAME)
    return text[zh[0] : zh[1]] + said if said else ""


def periods_told(chinese: str, english: str) -> bool:
    """Whether the English of a place has as many same periods as the original: with another year, it may be."""
    return len(_EN_SAME_PERIOD.findall(english.lower())) >= len(_SAME.findall(chinese))


def ten_days_widened(text: str, zh: tuple[int, int], en_part: str) -> str:
    """上旬 of an original of which the English makes half the month; '' where it does not."""
    words = text[zh[0] : zh[1]]
    return words if "旬" in words and en_part in ("first-half", "second-half") else ""


HALVES = frozenset(("first-half", "second-half"))
_WHOLE = regex("的?(?:全年|整年|一年|年度|全月|整月)")
_ZH_HALF = regex("半|[六6６]个?月|[一1１七7７]月|学期|春|秋")


def half_added(text: str, zh: Dated, chinese: str) -> bool:
    """Whether a date of which the English has half is all of a year in the original: 一九五○年全年.

    Args:
        text: of the article.
        zh: a date of the original, whose counterpart has one of `HALVES`.
        chinese: the paragraphs of the original that belong to it.
    """
    if zh.parts.span:
        return False
    return _WHOLE.match(text, zh.span.end) is not None or _ZH_HALF.search(chinese) is None


_ABOUT = regex("左右|前[后後]|光景|那几天|那幾天")
_EN_ABOUT = regex(r"\b(?:about|around|approximately|circa|or so|thereabouts?|near|roughly|some time)\b")


def names_middle(text: str, zh: tuple[int, int]) -> bool:
    """Whether a Chinese date names the middle as a part; 五月中 may be any time in May."""
    return _MIDDLE.search(text, zh[0], zh[1]) is not None


def about_lost(text: str, zh: tuple[int, int], en: tuple[int, int]) -> str:
    """The approximator behind a Chinese day that the English has nowhere beside its own, '' where it is not lost."""
    # Behind a day only “or so” and the like are still of it; before it there may be a verb between.
    return _unsaid(text, zh[1], _ABOUT, (en[0] - NEAR, en[1] + NEAR // 2), _EN_ABOUT)


def _unsaid(text: str, at: int, zh: re.Pattern[str], near: tuple[int, int], en: re.Pattern[str]) -> str:
    """A word behind a Chinese date that a stretch of the English has in no form, '' where there is none."""
    said = zh.match(text, at)
    if said is None or en.search(text[max(0, near[0]) : near[1]].lower()):
        return ""
    return said[0]


_ZH_AGE = regex("(?:年代|世纪|世紀)的?(?:(初|早|前)|(中)|(末|后|後|晚))")
_EN_AGE = regex(r"\b(?:(early|beginning|start|first half)|(mid|middle)|(late|end|close|second half))\b")


def part_of_age(text: str, zh: tuple[int, int], en: tuple[int, int]) -> tuple[str, str] | None:
    """The words that name another part of a decade or a century: 五十年代初 and "late"; None where they do not."""
    # 的 and the part: in 五十年代建设的初期 it is the beginning of something else.
    ours = _ZH_AGE.search(text, zh[0], zh[1] + 3)
    theirs = None
    for theirs in _EN_AGE.finditer(text[max(0, en[0] - NEAR // 2) : en[1]].lower()):  # noqa: B007  the nearest is wanted
        pass
    if ours is None or theirs is None or ours.lastindex == theirs.lastindex:
        return None
    return ours[0], theirs[0]
