"""Chinese dates and times: one reading for each contiguous expression (一九五八年十月一日下午三时)."""

from __future__ import annotations

import re
from typing import NamedTuple

from duizhao.validator.quantities.model import DateParts, Form
from duizhao.validator.quantities.zh_numeral import parse

_D = "0-9０-９"
_C = "〇○◯零一二三四五六七八九"
_NOT_IDEAS = "[^意要建问内想看方经体启原措理共感希]"
_SMALL = rf"(?:[{_D}]{{1,2}}|[十廿卅三二]?[十廿卅]?[{_C}]|[二三]?十|廿|卅)"

_ERAS = {
    "民国": (1911, "roc"),
    "公元": (0, ""),
    "西元": (0, ""),
    "西历": (0, ""),
    "公历": (0, ""),
    "昭和": (1925, "era"),
    "大正": (1911, "era"),
    "明治": (1867, "era"),
    "康德": (1933, "era"),
    "宣统": (1908, "era"),
    "光绪": (1874, "era"),
    "同治": (1861, "era"),
    "咸丰": (1850, "era"),
    "道光": (1820, "era"),
    "嘉庆": (1795, "era"),
    "乾隆": (1735, "era"),
}
_RELATIVE = {
    "去年": "last-year",
    "上年": "last-year",
    "去": "last-year",
    "今年": "this-year",
    "本年": "this-year",
    "今": "this-year",
    "明年": "next-year",
    "来年": "next-year",
    "前年": "year-before-last",
    "上月": "last-month",
    "上个月": "last-month",
    "本月": "this-month",
    "这个月": "this-month",
    "下月": "next-month",
    "下个月": "next-month",
    "昨日": "yesterday",
    "昨天": "yesterday",
    "昨晚": "yesterday",
    "昨夜": "yesterday",
    "昨": "yesterday",
    "今日": "today",
    "今天": "today",
    "今晨": "today",
    "今晚": "today",
    "明日": "tomorrow",
    "明天": "tomorrow",
    "前日": "day-before-yesterday",
    "前天": "day-before-yesterday",
    "上周": "last-week",
    "上星期": "last-week",
    "本周": "this-week",
    "本星期": "this-week",
    "下周": "next-week",
    "下星期": "next-week",
}
_SPANS = {
    "上旬": "early",
    "月初": "early",
    "年初": "early",
    "初": "early",
    "中旬": "mid",
    "下旬": "late",
    "底": "late",
    "末": "late",
    "上半年": "first-half",
    "上半月": "first-half",
    "前半年": "first-half",
    "下半年": "second-half",
    "下半月": "second-half",
    "后半年": "second-half",
    "春": "spring",
    "夏": "summer",
    "秋": "autumn",
    "冬": "winter",
    "凌晨": "am",
    "清晨": "am",
    "早晨": "am",
    "早上": "am",
    "晨": "am",
    "上午": "am",
    "中午": "noon",
    "正午": "noon",
    "下午": "pm",
    "午后": "pm",
    "傍晚": "evening",
    "晚上": "evening",
    "晚间": "evening",
    "夜间": "evening",
    "晚": "evening",
    "夜": "evening",
    "午夜": "midnight",
    "深夜": "midnight",
}
_WEEKDAYS = {char: at for at, char in enumerate("一二三四五六", 1)} | {"日": 7, "天": 7}

DATE = re.compile(
    rf"(?:(?P<ry>[今去][年春夏秋冬]|[明前]年(?!后)|上年|本年|来年)度?"
    rf"|(?P<era>民国|公元|西元|西历|公历|昭和|大正|明治|康德|宣统|光绪|同治|咸丰|道光|嘉庆|乾隆)?"
    rf"(?P<y>[{_D}]{{4}}|[{_C}]{{4}}|[{_D}]{{2}}|[{_C}]{{2}}|(?<=[国绪和治统])(?:{_SMALL}|元))\ ?年(?![级代中])度?)?"
    r"(?P<cal>农历|旧历|阴历|夏历|古历)?"
    rf"(?:\ ?(?P<m>[{_D}]{{1,2}}|十?[一二]|[一二三四五六七八九十元正腊])\ ?月份?"
    r"|(?P<rm>[上本下]月|[上下这]个月))?"
    r"(?P<span>的?[上下前后]半[年月]|[上中下]旬|月?[底末](?![级下])|月?初(?![期级步中次一二三四五六七八九十])|[春夏秋冬](?=[天季初]|$)[天季]?)?"
    rf"(?:\ ?(?P<d>{_SMALL})\ ?[日号](?![元用本报常])|初(?P<l>[一二三四五六七八九十])"
    r"|(?P<rd>[昨今明前][日天]|[昨今][晨晚夜](?!间)))?"
    r"(?:[（(]?(?P<w>[上本下]?(?:周|星期|礼拜)[一二三四五六日天](?!个))[）)]?)?"
    r"(?P<tod>凌晨|清晨|早晨|早上|[上中下正]午|午后|傍晚|晚上|晚间|夜间|[午深]夜|[晨晚夜](?=[，。、零一二三四五六七八九十0-9]))?"
    rf"(?:\ ?(?P<h>{_SMALL})\ ?(?:[时時](?![期间代候机刻段常])|(?(tod)点钟?|点(?:钟|(?=[整半许多]|\ ?{_SMALL}\ ?分)|(?<=[{_D}]点)(?={_NOT_IDEAS})|(?<=\ 点)(?={_NOT_IDEAS}))))"
    rf"(?:\ ?(?P<min>{_SMALL})(?:\ ?分)?|(?P<half>半)|(?P<q>[一三])刻|整)?"
    rf"|(?P<clock>[{_D}]{{1,2}}[:：][0-5０-５][{_D}](?![{_D}])))?"
)
"""Every part is optional; `read` refuses what has none."""

ISO = re.compile(rf"([12][{_D}]{{3}})([-/.])([{_D}]{{1,2}})\2([{_D}]{{1,2}})(?![{_D}])")
_AGE = re.compile(
    rf"(?P<c>[{_D}]{{1,2}}|[一二]?十[{_C}]?|[上本])世纪(?:(?P<d>[{_D}]{{2}}|[二三四五六七八九]{{1,2}}十)年代)?"
    rf"|(?P<d2>[{_D}]{{4}}|[{_D}]{{2}}|[二三四五六七八九]{{1,2}}十)年代"
)


class Reading(NamedTuple):
    """A date as found: where it ends, its parts, the most specific number written, how it is written."""

    end: int
    parts: DateParts
    number: int
    form: Form


def number(word: str | None) -> int | None:
    """Value of a part as written (十一, 元, 正, 腊, ３０)."""
    if not word:
        return None
    if word in "元正":
        return 1
    if word == "腊":
        return 12
    read = parse(word)
    if read is None:
        return None
    return int(read.others[0][0] if read.others else read.low)


def year_of(word: str, issue: int | None) -> int | None:
    """Full year of 一九五八, ５８ or 五八; two figures are taken in the century of the issue."""
    value = number(word)
    if value is None or len(word) != 2 or value >= 100:
        return value
    return (issue or 1949) // 100 * 100 + value


def read(text: str, at: int, year: int | None) -> Reading | None:
    """Read the date or time that starts at `at`; None where none does, or where its figures are none of a date."""
    iso = ISO.match(text, at)
    if iso:
        parts = DateParts(int(iso[1]), int(iso[3]), int(iso[4]))
        return Reading(iso.end(), parts, int(iso[4]), Form.DIGITS)
    found = DATE.match(text, at)
    parts_found = _parts(found, year) if found and found.end() > at else None
    if found is None or parts_found is None:
        return None
    return Reading(found.end(), parts_found, *_written(found, parts_found))


def _written(found: re.Match[str], parts: DateParts) -> tuple[int, Form]:
    """Give the most specific number written and the form of the whole."""
    values = (parts.day, parts.month, parts.year, parts.hour)
    value = next((value for value in values if value is not None), 0)
    form = Form.WORDS
    if parts.relative and not any(values):
        form = Form.IMPLIED
    elif any(char.isdecimal() for char in found[0]):
        form = Form.DIGITS
    return value, form


def on(field: str, value: int) -> DateParts:
    """Make a date of which only the year, the month or the day is given."""
    if field == "year":
        return DateParts(year=value)
    return DateParts(month=value) if field == "month" else DateParts(day=value)


def _parts(found: re.Match[str], issue: int | None) -> DateParts | None:
    shift, calendar = _ERAS.get(found["era"] or "", (0, ""))
    year = (number(found["y"]) or 0) + shift if shift and found["y"] else year_of(found["y"] or "", issue)
    month, day = number(found["m"]), number(found["d"] or found["l"])
    hour, minute = _clock(found)
    if not _sane(month, 12) or not _sane(day, 31) or not _sane(hour, 24) or not _sane(minute, 59) or month == 0:
        return None
    if found["l"] or found["cal"] or (found["m"] or "") in {"正", "腊"}:
        calendar = "lunar"
    weekday = _WEEKDAYS[found["w"][-1]] if found["w"] else None
    relative, season = _relative(found)
    span = season or _SPANS.get((found["span"] or "").lstrip("的"), "") or _SPANS.get((found["span"] or "x")[0], "")
    return DateParts(year, month, day, hour, minute, weekday, calendar, relative, _SPANS.get(found["tod"] or "", span))


def _sane(value: int | None, limit: int) -> bool:
    return value is None or value <= limit


def _clock(found: re.Match[str]) -> tuple[int | None, int | None]:
    if found["clock"]:
        hour, minute = re.split("[:：]", found["clock"])
        return int(hour), int(minute)
    hours, minutes = number(found["h"]), number(found["min"])
    if found["half"]:
        minutes = 30
    elif found["q"]:
        minutes = 15 * (number(found["q"]) or 1)
    return hours, minutes


def _relative(found: re.Match[str]) -> tuple[str, str]:
    """Give the code of 去年, 上月, 昨日, 上周, and the season or time of day inside it (去冬, 昨晚)."""
    word = found["rd"] or found["rm"] or found["ry"] or ""
    if word:
        return _RELATIVE.get(word) or _RELATIVE.get(word[0], ""), _SPANS.get(word[-1], "")
    week = found["w"] or ""
    return (_RELATIVE.get(week[0] + "周", "") if week[:1] in tuple("上本下") else ""), ""


def read_age(text: str, at: int) -> list[Reading]:
    """Read 五十年代, 20世纪80年代, 六七十年代 (two decades), 十九世纪; an empty list where none of them stands."""
    found = _AGE.match(text, at)
    if found is None:
        return []
    century = 20 if (found["c"] or "") in {"上", "本"} else number(found["c"])
    decades = found["d"] or found["d2"]
    if decades is None:
        return [Reading(found.end(), DateParts(year=century, span="century"), century or 0, Form.WORDS)]
    numeral = parse(decades)
    if numeral is None:
        return []
    ends = sorted({int(numeral.low), int(numeral.high)})
    base = 0 if ends[0] >= 100 else ((century or 20) - 1) * 100
    return [
        Reading(found.end(), DateParts(year=base + decade, span="decade"), base + decade, Form.WORDS) for decade in ends
    ]
