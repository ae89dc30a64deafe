"""Dates looked at by themselves: days that do not exist, dispatches of tomorrow, dates with no counterpart."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from duizhao.regex import regex
from duizhao.schema.dates import MONTH_STEMS, days_in_month, possible
from duizhao.source import Span
from duizhao.validator.dates.dispatches import dispatched
from duizhao.validator.dates.pairs import Dated
from duizhao.validator.dates.show import show, show_day, weekday_name
from duizhao.validator.dates.words import SPELT_DAYS, names_year, told
from duizhao.validator.finding import Severity
from duizhao.validator.quantities.lexicon import words
from duizhao.validator.quantities.model import DateParts
from duizhao.validator.rule import Hit
from duizhao.validator.times.compare import compatible
from duizhao.validator.times.named_days import is_named
from duizhao.validator.times.resolve import Day, level, shift_day
from duizhao.validator.times.weekdays import weekday

_MISPRINT = 10  # days by which a wrong figure makes a dispatch late; one that is later may be of another year
_LUNAR_DAYS = 30  # no lunar month is longer
_LEAP_YEAR = 4  # stands for a year that is not told, which may have a 29 February
_NO_MONTH = regex(
    r"(?:1[3-9]|[2-9][0-9]|１[３-９]|[２-９][０-９]|十[三四五六七八九]|[二三四五六七八九]十[一二三四五六七八九]?)月$"
)
# characters of 二十三月; the pattern says where a month begins, so that a longer stretch would find the same
_MONTH_LENGTH = 4


def impossible(zh: Dated, en: Span | None, text: str) -> Hit | None:
    """A day of the original that the calendar does not have (二月三十日, 13月5日); `en` is its counterpart."""
    parts, (start, end) = zh.parts, zh.span
    if parts.day is None:
        return None
    # No date is read with a thirteenth month: of 13月5日 the day comes alone, and what it is of stands before it.
    month = _NO_MONTH.search(text, max(0, start - _MONTH_LENGTH), start) if parts.month is None else None
    if month is None and 1 <= parts.day <= _days(parts):
        return None
    span = Span(month.start() if month else start, end)
    words = "".join(text[span.start : span.end].split())
    return Hit(f"the original has “{words}”, and there is no such day", en, span)


def late(zh: Dated, en: Span | None, issue: Day) -> Hit | None:
    """The date of a dispatch that is later than the paper."""
    day = dispatched(zh.parts, issue)
    if day <= issue:
        return None
    severity = None if day <= shift_day(issue, _MISPRINT) else Severity.INFO
    return Hit(f"a dispatch of {show_day(day)} in the paper of {show_day(issue)}", en, zh.span, severity)


def weekday_off(one: Dated, issue: Day | None, side: str, en: Span | None, zh: Span | None) -> Hit | None:
    """A weekday that is not that of its date; of a date without year, in the year of the paper, an info."""
    parts = one.parts
    if not (parts.weekday and parts.month and parts.day) or parts.calendar == "lunar":
        return None
    # In the year 0 no day is possible, which ends it below.
    year = parts.year or (issue[0] if issue else 0)
    if not year or not possible(year, parts.month, parts.day):
        return None
    right = weekday(year, parts.month, parts.day)
    if right == parts.weekday:
        return None
    message = f"{side} has {weekday_name(parts.weekday)}, but {show_day((year, parts.month, parts.day))} was a "
    return Hit(message + weekday_name(right), en, zh, Severity.WARNING if parts.year else Severity.INFO)


class Days:
    """The days that one side names, to ask whether one of the other side is among them."""

    def __init__(self, dates: Iterable[DateParts]) -> None:
        days = [parts for parts in dates if level(parts) == 3]
        self._full = {(parts.month, parts.day) for parts in days if parts.month is not None}
        # 五日 may be of any month; 上月五日 is of one, which only the paper's day tells.
        self._bare = {parts.day for parts in days if parts.month is None and not parts.relative}
        self._relative = {parts for parts in days if parts.relative}

    def have(self, parts: DateParts, issue: Day | None) -> bool:
        """Whether that day may be among them."""
        if (parts.month, parts.day) in self._full or parts.day in self._bare:
            return True
        return any(compatible(other, parts, issue) for other in self._relative)


def missing(zh: Dated, english: Days, issue: Day | None) -> Hit | None:
    """A day of the original, month and all, that the English does not have anywhere."""
    if not _full(zh.parts) or english.have(zh.parts, issue):
        return None
    return Hit(f"the English leaves out {show(zh.parts)}", None, zh.span)


def bare_day_lost(zh: Dated, paragraphs: str, text: str, original: str, written: Day | None) -> Hit | None:
    """A day told by its number alone that the English paragraphs neither have nor count: 十二日占宁海.

    Args:
        zh: the day.
        paragraphs: the English that belongs to it.
        text: of the article.
        original: the Chinese of those paragraphs.
        written: the day of the dispatch, where it leaves no doubt: "this morning" is that of no other.
    """
    day = zh.parts.day
    # Where the whole paragraph is lost, P104 says so once, and not each of its days.
    if zh.parts != DateParts(day=day) or day is None or not paragraphs or not _LISTED_DAY.match(text, zh.span.end - 1):
        return None
    if told(rf"(?<![0-9]){day}{_NO_HOUR}|{SPELT_DAYS[day]}", paragraphs):
        return None
    if _days_told(paragraphs, original, this=written is None or written[2] == day):  # more of them: one may be this day
        return None
    return Hit(f"the English leaves out {show(zh.parts)}", None, zh.span)


@lru_cache(maxsize=16)  # the dates of a paragraph come one after another
def _days_told(paragraphs: str, original: str, *, this: bool) -> bool:
    """Whether English paragraphs tell more days without a number than the original; `this` counts "this morning"."""
    told = _DAYS_TOLD.findall(paragraphs.lower())
    return sum(this or not words.startswith("this ") for words in told) > len(_ZH_DAYS_TOLD.findall(original))


_NO_HOUR = r"(?![0-9]|:[0-9]| ?[ap]\.?m\b)"
"""What a figure is not followed by that may be a day: 5:00 and 5 p.m. are none."""


def hour_lost(zh: Dated, paragraphs: str) -> Hit | None:
    """An hour of the original that the English paragraphs tell neither by the clock nor in words."""
    parts = zh.parts
    if parts != DateParts(hour=parts.hour, minute=parts.minute, span=parts.span) or parts.hour is None:
        return None
    # 5:45 may be told as a quarter to six.
    hours = {parts.hour % _NOON, (parts.hour + bool(parts.minute)) % _NOON}
    # 八时 may be told as 20:00, and 二十时 as 8: whether it is the right half of the day is for D105.
    figures = "|".join(str(hour + half) for hour in hours for half in (0, _NOON))
    spelt = "|".join(_HOURS[hour] for hour in hours)
    # No tail of a greater number: in 1.8 tons there is no eight.
    if not paragraphs or told(rf"(?<![0-9.,])(?:{figures})(?![0-9])|\b(?:{spelt})\b", paragraphs):
        return None
    return Hit(f"the English leaves out {show(parts)}", None, zh.span)


_NOON = 12
_HOURS = tuple(words("noon|midnight|midday|zero|twelve one two three four five six seven eight nine ten eleven"))
"""The hours of the clock as English spells them, the twelfth first."""
_DAY = "[、和及至到][0-9０-９一二三四五六七八九十廿卅]{1,3}"
_LISTED_DAY = regex(f"[日号號]|.(?:{_DAY}){{1,6}}[日号號]")
"""The end of a day told by its number: with its sign, or in a list that has the sign at its end, as 25、26、27日."""
_DAYS_TOLD = regex(
    r"\b(?:next|following|same|previous|preceding|that|this|last|second|third|other|every) "
    r"(?:day|morning|evening|night|afternoon)|"
    r"\bdays? (?:later|before|after|earlier|ago)|\b(?:yester|to|mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"\btomorrow|\blast night"
)
"""Ways to tell a day without its number, weekdays among them."""
_ZH_DAYS_TOLD = regex(
    "昨|[今明前后後次翌当當同本即该該每][日天晚晨早夜]|(?:星期|周|週|礼拜|禮拜)[一二三四五六日天末]|第[二三四]天|[两兩几幾数數多]天|天[之以]?[前后後]"
)
"""The same in Chinese, which the English may have put so and not a day that has its number."""


_OURS = frozenset({"", "bc"})
"""Calendars whose years both languages count alike."""


def year_lost(zh: Dated, paragraphs: str) -> Hit | None:
    """A year by itself, in figures, that the English paragraphs do not name, not even as "last year"."""
    year = zh.parts.year
    if zh.parts._replace(calendar="") != DateParts(year=year) or year is None or not paragraphs:
        return None
    if zh.parts.calendar not in _OURS:
        return None
    # In '37 as well; that the 37 of anything else excuses the year is the lesser evil.
    if str(year) in paragraphs or f"{year % 100:02d}" in paragraphs or _YEARS.search(paragraphs):
        return None
    return Hit(f"the English leaves out {show(zh.parts)}", None, zh.span)


_EN_HALF = regex(r"\bhal(?:f|ves)\b|half-|\b(?:six|6)[ -]months?\b|\bmid-?(?:year|1[0-9])|\bsemi|\bH[12]\b|\bsemester")


def half_lost(zh: Dated, paragraphs: str) -> Hit | None:
    """Half of a year that the English paragraphs do not say: 上半年计划 as "the plan for the year".

    Args:
        zh: a date with one of `parts.HALVES`.
        paragraphs: the English that belongs to it.
    """
    if zh.parts.month is not None or not paragraphs:
        return None
    if _EN_HALF.search(paragraphs) or _MONTHS.search(paragraphs):
        return None
    return Hit(f"the English leaves out {show(zh.parts)}", None, zh.span)


def month_lost(zh: Dated, paragraphs: str) -> Hit | None:
    """A month of the original that the English paragraphs tell neither by its name nor in another way.

    Args:
        zh: a date with a month and no day.
        paragraphs: the English that belongs to it.
    """
    month = zh.parts.month
    if month is None or zh.parts.day is not None or zh.parts.calendar == "lunar" or not paragraphs:
        return None
    if told(MONTH_STEMS[month - 1], paragraphs) or told(_MONTHS_TOLD, paragraphs):
        return None
    return Hit(f"the English leaves out {show(zh.parts)}", None, zh.span)


_MONTHS_TOLD = (
    r"\bmonths?\b|\bmonthly\b|\bquarters?\b|\bhal(?:f|ves)\b|\b(?:spring|summer|autumn|fall|winter|season|harvest|moon)|"
    rf"\b(?:{'|'.join(MONTH_STEMS)})[a-z]*\.?(?: \d+)?"
    r"(?: (?:to|through|till|until) | ?[-–—] ?)"
)
"""Words that may tell a month without its name, and a month from which a time goes on: May to August tells July."""
_MONTHS = regex(r"\b(?:January|February|June|July|December)\b")
"""Months by which the half of a year may be told: from January to June."""


def year_added(en: Dated, chinese: str, issue: Day | None) -> Hit | None:
    """A year or a century of the English that the Chinese paragraphs do not have in figures of any kind."""
    parts = en.parts
    year = parts.year
    if year is None or parts.month is not None or not chinese or parts.calendar not in _OURS:
        return None
    # The year of a decade is its first one: the original may tell any other of it.
    if parts.span == "decade":
        return None
    if issue is not None and abs(year - issue[0]) <= 1:
        return None  # 今年 and 去年 said in figures
    if parts.span == "century":
        return (
            None if "世纪" in chinese or "世紀" in chinese else Hit(f"the original has no {show(parts)}", en.span, None)
        )
    if names_year(chinese, (0, len(chinese)), year) or f"{year % 100:02d}" in chinese:
        return None
    if _ZH_YEARS.search(chinese):
        return None
    return Hit(f"the original has no {show(parts)}", en.span, None)


_ZH_YEARS = regex(
    "[今去前明后後同当當翌次那这這该該本每历歷来來第周週整一二两兩三四五六七八九十几幾数數多百千半]年|年(?:前|后|後|间|間|来|來|代|初|底|末|中|度|多|余)|年[，。、；的]|岁|歲"
)
"""Years told without their figures, or counted, which English may turn into a year."""
_YEARS = regex(r"\b(?:this|last|next|previous|same|past|following|that) years?\b|\byears? (?:before|ago|later)")


def day_lost(en: Dated, text: str) -> Hit | None:
    """A day gone after "on", as in "on November,": English says "in November" where it means the month."""
    parts = en.parts
    if parts.month is None or parts.day is not None or parts.span or parts.relative:
        return None
    if text[max(0, en.span.start - 3) : en.span.start].lower() != "on " or not _ENDS.match(text, en.span.end):
        return None
    words = text[en.span.start : en.span.end]
    return Hit(f"“on {words}” names no day; the day was left out", en.span, None, Severity.WARNING)


# What may follow a month that was a day: “a report on November grain” has none, and needs none.
_ENDS = regex(r"\s*[,.;:)]|\s+(?:that|which|and|when|where|while|to|at|by|with|for|from|after|before|in)\b")


def added(en: Dated, original: Days, issue: Day | None, text: str, chinese: tuple[int, int]) -> Hit | None:
    """A day of the English, month and all, that the original has nowhere, by date or by name."""
    parts = en.parts
    if not _full(parts) or original.have(parts, issue) or is_named(text, chinese, parts.month or 0, parts.day or 0):
        return None
    # The paper's own day stands in its header: who adds it to the text invents nothing.
    severity = Severity.INFO if issue and (parts.month, parts.day) == issue[1:] else None
    return Hit(f"the original has no {show(parts)}", en.span, None, severity)


def _full(parts: DateParts) -> bool:
    return parts.day is not None and parts.month is not None and not parts.calendar


def _days(parts: DateParts) -> int:
    if parts.calendar == "lunar":
        return _LUNAR_DAYS
    return 31 if parts.month is None else days_in_month(parts.year or _LEAP_YEAR, parts.month)
