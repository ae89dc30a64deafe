"""Whether a Chinese and an English date can be the same, and how far apart they are."""

from __future__ import annotations

from functools import lru_cache

from duizhao.validator.quantities.model import DateParts
from duizhao.validator.times.clock import part, same_time
from duizhao.validator.times.resolve import Day, Point, level, moments, point, signed_year

_WEEKS = {"last-week", "this-week", "next-week"}
AGES = {"decade", "century"}
_LIKE = {"early": {"first-half"}, "late": {"second-half"}, "first-half": {"early"}, "second-half": {"late"}}
_NAMED = {"first-half", "second-half", "early", "mid", "late"}
"""Parts that may not be left out: the figures are of half the time, or end with it. 五月中 may be all of May."""
_COST = {"calendar": 0.27, "coarse": 0.3, "part": 0.3, "time": 0.35, "weekday": 0.4, "relative": 0.5}
"""How far apart dates are that differ in nothing else."""


_NEAR_YEARS = 4
"""Years by which 去年 and a year in figures may differ and still stand for each other."""


def compatible(zh: DateParts, en: DateParts, issue: Day | None) -> bool:
    """Whether both may be the same date, one of them perhaps with its year or month left out.

    Relative words are counted from the day of the issue, or from some days before: 上月三十一日 in the paper of
    5 February 1948 is January 31st.  Whether a month or a year that only the English has is right depends on the
    context, and is not asked here.

    Args:
        zh: as written in the original.
        en: as written in the translation.
        issue: year, month and day of the paper; None where unknown.
    """
    return zh == en or difference(zh, en, issue) == ""


def alike(zh: DateParts, en: DateParts, issue: Day | None) -> bool:
    """Whether dates, one without a figure, name the same sort of time: two years from today, two parts of a day."""
    if zh.relative and en.relative:
        return level(zh) == level(en)
    if zh.relative or en.relative:
        near = (point(zh, issue).year or 0) - (point(en, issue).year or 0)
        return issue is not None and level(zh) == level(en) == 1 and abs(near) <= _NEAR_YEARS
    if part(zh) or part(en):
        return bool(part(zh) and part(en)) and zh.hour is None and en.hour is None
    return bool(zh.span and en.span) and level(zh) == level(en)


_OTHER_SPAN = 0.2
"""Two parts of a time that may be one (its first half, its beginning): the same words further off are rather meant."""


def distance(zh: DateParts, en: DateParts, issue: Day | None) -> float:
    """How far apart they are, from 0 (the same) to 1 (nothing in common).

    Up to 0.25 they are compatible; up to 0.5 they differ in what a translator changes (a calendar, a time); above, in
    figures: 0.65 where one digit of a year, or one month, stands for another, and nothing else differs.
    """
    if zh == en:
        return 0.0
    what = difference(zh, en, issue)
    if what == "" and zh.span != en.span and zh.span and en.span:
        return _OTHER_SPAN
    if what == "":
        # Each part that only one side has is one doubt; all of them stay below what differs.
        return 0.04 * min(5, sum((left is None) != (right is None) for left, right in zip(zh, en, strict=True)) + 1)
    if what in _COST:
        return _COST[what]
    if what == "year" and _unconverted(zh, en):
        return _COST["calendar"]
    return 1.0 if what == "none" else _figures(zh, en)


def difference(zh: DateParts, en: DateParts, issue: Day | None) -> str:
    """What keeps two dates from being the same, '' where nothing does.

    'none' (they share nothing), 'year', 'month', 'day', 'weekday', 'time', 'part' (early against late, spring against
    autumn), 'calendar' (正月 against January), 'relative' (上月 against this month), 'coarse' (a month against a day).
    """
    if zh.relative != en.relative:
        if issue is None and zh.relative and en.relative and level(zh) == level(en):
            return "relative"
        return _moving(zh, en, issue)
    return _written(zh, en, point(zh, None), point(en, None))


@lru_cache(maxsize=1024)  # each date of an article is compared with all of the other side
def _moving(zh: DateParts, en: DateParts, issue: Day | None) -> str:
    """Compare from the same moment of writing, the one that suits best."""
    first = ""
    for written in moments(issue, zh.relative or en.relative):
        what = _written(zh, en, point(zh, written), point(en, written))
        if not what:
            return ""
        first = first or what
    if zh.relative and en.relative and first in {"year", "month", "day"}:
        return "relative"
    return first


def _written(zh: DateParts, en: DateParts, left: Point, right: Point) -> str:
    calendars = {zh.calendar, en.calendar}
    if "lunar" in calendars and len(calendars) == 2 and "era" not in calendars:
        return _calendars(zh, en, left, right)
    unlike = _units(zh, en, left, right)
    if unlike:
        return unlike
    if not same_time(zh, en):
        return "time"
    if not part(zh) and not part(en) and not _same_part(zh.span, en.span):
        return "part"
    if zh.span in _NAMED and not en.span and level(zh) == level(en):
        return "part"
    if (
        left.year is not None
        and left.year == right.year
        and zh.span != en.span
        and AGES.intersection((zh.span, en.span))
    ):
        return "coarse"
    return _common(zh, en, left, right)


def _units(zh: DateParts, en: DateParts, left: Point, right: Point) -> str:
    if left.year != right.year and left.year is not None and right.year is not None:
        if not _one_in_other(zh, en):
            return "year"
        # A year is what an age has first of all.
        if {zh.span, en.span} == AGES and (zh if zh.span == "decade" else en).year % 100 == 0:  # type: ignore[operator]
            return ""  # 十九世纪 and "the 1800s"
        return "" if zh.span == en.span else "coarse"
    if left.month != right.month and left.month is not None and right.month is not None:
        return "month"
    if left.day != right.day and left.day is not None and right.day is not None:
        return "day"
    if zh.weekday != en.weekday and zh.weekday and en.weekday:
        return "weekday"
    if zh.relative != en.relative and zh.relative in _WEEKS and en.relative in _WEEKS:
        return "relative"
    return ""


def _calendars(zh: DateParts, en: DateParts, left: Point, right: Point) -> str:
    """A lunar date against one that is not said to be: right if the translator converted it."""
    from duizhao.validator.times.calendars import meets  # noqa: PLC0415  few articles have lunar dates

    lunar, solar = (left, right) if zh.calendar == "lunar" else (right, left)
    if meets(lunar, solar):
        return ""
    if not any(a and b for a, b in zip(left, right, strict=True)):
        return "none"
    same = left.month == right.month if left.month and right.month else left.day == right.day
    return "calendar" if same else _units(zh, en, left, right) or "calendar"


_ROC_BEGINS = 1911
"""民国一年 is 1912."""


def _unconverted(zh: DateParts, en: DateParts) -> bool:
    """Whether the English has the figure of a year of the Republic as one of the century: 民国三十七年, "1937"."""
    if zh.calendar != "roc" or en.calendar or not zh.year or not en.year:
        return False
    return en.year in {zh.year - _ROC_BEGINS, zh.year - _ROC_BEGINS + 1900}


def _one_in_other(zh: DateParts, en: DateParts) -> bool:
    """Whether a decade or century holds the year on the other side, or both are the same century."""
    if not AGES.intersection((zh.span, en.span)):
        return False
    left, right = _first_year(zh), _first_year(en)
    if "century" in (zh.span, en.span):
        return left // 100 == right // 100
    return zh.span != en.span and left // 10 == right // 10


def _first_year(parts: DateParts) -> int:
    """Of the 18th century, which may be written 18 or 1701: 1700; of the 3rd before our era, which has 221: -300."""
    year = signed_year(parts) or 0
    if parts.span != "century":
        return year
    if year < 0:
        return year * 100
    return (year - 1) * 100 if year < 100 else (year - 1) // 100 * 100


def _same_part(left: str, right: str) -> bool:
    return left == right or not left or not right or right in _LIKE.get(left, ()) or {left, right} == AGES


def _common(zh: DateParts, en: DateParts, left: Point, right: Point) -> str:
    """Nothing where both go down to the same unit; 'coarse' where one stops short of it, 'none' where they share none.

    A time of day is a unit of its own: 五日晨 is the 5th, and 晨 alone is a coarse 五日晨.
    """
    fine, fine_en = level(zh), level(en)
    if fine == fine_en and fine:
        return ""
    if zh.weekday and en.weekday:
        return ""
    shared = min(fine, fine_en)
    if shared:
        return "coarse" if left[shared - 1] is not None and left[shared - 1] == right[shared - 1] else "none"
    timed = bool(zh.hour is not None or zh.span) and bool(en.hour is not None or en.span)
    if fine == fine_en:
        return "" if timed or zh.relative == en.relative != "" else "none"
    return "coarse" if timed else "none"


def _figures(zh: DateParts, en: DateParts) -> float:
    """What it costs that figures differ: more where several do, or where the dates are written with other units."""
    if zh.relative != en.relative:
        return 0.65
    unlike = unshared = 0
    for left, right in zip(zh[:5], en[:5], strict=True):
        unshared += (left is None) != (right is None)
        unlike += left is not None and right is not None and left != right
    far = bool(zh.year and en.year) and _digits_apart(zh.year or 0, en.year or 0) > 1
    # 0.65 for one figure; several, one of another length and a year that is far off add up, and stay below "nothing in
    # common".
    return min(0.95, 0.55 + 0.1 * max(1, unlike) + 0.1 * unshared + 0.15 * far)


def _digits_apart(left: int, right: int) -> int:
    return sum(a != b for a, b in zip(f"{left:04d}", f"{right:04d}", strict=True))
