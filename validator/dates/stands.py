"""Whether a verdict on a pair of dates stands after a look at the words beside them."""

from __future__ import annotations

from typing import NamedTuple

from duizhao.validator.dates.judge import Verdict
from duizhao.validator.dates.pairs import Dated
from duizhao.validator.dates.parts import names_middle, says_part
from duizhao.validator.dates.words import counts_back, gives_day, goes_on, lunar_behind, names_year, said_lunar
from duizhao.validator.times.compare import AGES
from duizhao.validator.times.resolve import Day


class Told(NamedTuple):
    """What an article tells about its own time."""

    text: str
    chinese: tuple[int, int]
    """Where the original stands in it."""
    issue: Day | None
    written: Day | None
    """The day of its only dispatch; None where there are several, or none that says its day."""
    years: frozenset[int]
    """Years that the original names, those of relative words included."""


_SEASON_NEAR = 80
"""Characters beside a season of the original in which another may be named that the English one is."""
_SEASONS = {"spring": "春", "summer": "夏", "autumn": "秋", "winter": "冬"}


def stands(verdict: Verdict, zh: Dated, en: Dated, told: Told) -> bool:
    """Whether nothing beside the dates explains what the verdict says of them."""
    if verdict.what == "coarse":
        return _coarse(zh, en, told.text)
    if verdict.what == "part" and not en.parts.span:
        may_be_any = zh.parts.span == "mid" and not names_middle(told.text, zh.span)
        return not may_be_any and not says_part(told.text, en.span)
    if verdict.what == "part" and (season := _SEASONS.get(en.parts.span)) is not None:
        # 去年秋冬, 去年夏天到秋天: the other season follows; "this spring rain" is no date, but 这场春雨.
        near = told.text[max(0, zh.span[0] - _SEASON_NEAR) : zh.span[1] + _SEASON_NEAR]
        return season not in near
    if verdict.what == "calendar":
        numbered = en.parts.month is None or told.text.endswith(" month", en.span.start, en.span.end)
        return not (lunar_behind(told.text, en.span) or (numbered and said_lunar(told.text, en.span)))
    if verdict.what == "year" and en.parts.year:
        return _year(zh, en.parts.year, told)
    return True


def _coarse(zh: Dated, en: Dated, text: str) -> bool:
    """A day on one side only, which no figure beside the other date gives; of months `left_out` knows more."""
    if zh.parts.day is None and en.parts.day is None and not AGES.intersection((zh.parts.span, en.parts.span)):
        return False
    if zh.parts.day is not None and en.parts.day is None:
        return not gives_day(text, en.span, zh.parts.day)
    return not goes_on(text, zh.span.end) and not _is_end(zh.parts.span, en.parts.day)


def _year(zh: Dated, year: int, told: Told) -> bool:
    if counts_back(told.text, zh.span, told.chinese, year):
        return False
    if zh.parts.year is not None:
        return True
    if zh.parts.relative:
        return not _counts_from(zh.parts.relative, year, told)
    return not names_year(told.text, told.chinese, year)


def _counts_from(word: str, year: int, told: Told) -> bool:
    """Whether 去年 and the like may mean a year: it is named, and of a near one what it is counted from as well."""
    later = _COUNTED_FROM.get(word)
    if year not in told.years:
        return False
    if word == "this-year" and told.issue and abs(year - told.issue[0]) <= _NEAR_YEARS:
        return False
    if told.issue and year == told.issue[0] and told.written and told.written[0] != year:
        return False  # the paper's own year, of a dispatch from the last days of the one before
    if later is None or told.issue is None or abs(year - told.issue[0]) > _NEAR_YEARS:
        return True
    return names_year(told.text, told.chinese, year + later)


_NEAR_YEARS = 5
"""Years about that of the paper, in which a word is rather counted from the paper than from a year of the story."""
_COUNTED_FROM = {"year-before-last": 2, "last-year": 1, "next-year": -1}
"""How many years later the year is that a word counts from: 去年 of a story about 1958 is 1957."""


def _is_end(part: str, day: int | None) -> bool:
    """Whether a day is the one that a part of a month ends or begins with: 七月底 and July 31."""
    return day is not None and ((part == "late" and day >= _LAST_DAYS) or (part == "early" and day == 1))


_LAST_DAYS = 28
"""The last day of any month is none before it."""
