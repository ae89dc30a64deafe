"""Chinese dates and times: one reading for each contiguous expression (一九五八年十月一日下午三时).

An expression is read piece by piece; each piece (a number with 年, 月, 日, 时 …, or a word such as 去年, 下旬, 上午)
has its stage, and the stages must go on from large to small.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from duizhao.validator.quantities.model import DateParts, Form, Number
from duizhao.validator.quantities.zh_calendar import (
    DAY,
    ENDS_OF_MINUTE,
    ENDS_OF_WORD,
    ERAS,
    FIELDS,
    HOUR,
    IDEAS_AFTER,
    LETTERS,
    LIMITS,
    MARKS,
    MINUTE,
    MONTH,
    NAMED_MONTHS,
    NO_LUNAR_DAY,
    PARTS_OF_DAY,
    PARTS_OF_PERIOD,
    SEASONS,
    SPAN,
    STARTS,
    TIME,
    WEEK,
    WEEK_WORDS,
    WEEKDAYS,
    WORDS,
    YEAR,
    Word,
)
from duizhao.validator.quantities.zh_numeral import parse

_NUMBER = re.compile(r"\ ?([0-9０-９]{1,4}|[〇○◯零一二三四五六七八九十廿卅元正腊]{1,5})\ ?")
_CLOCK = re.compile(r"([0-9]{1,2})[:：]([0-5][0-9])(?![0-9])")
_ISO = re.compile(r"([12][0-9]{3})([-/.])([0-9]{1,2})\2([0-9]{1,2})(?![0-9])")
_CENTURY = re.compile(r"([0-9０-９]{1,2}|[一二]?十[一二三四五六七八九]?|[上本])世纪")
_DECADE = re.compile(r"([0-9０-９]{2}|[0-9]{4}|[二三四五六七八九]{1,2}十)年代")


class Reading(NamedTuple):
    """A date as found: where it ends, its parts, the most specific number written, how it is written."""

    end: int
    parts: DateParts
    number: int
    form: Form


def number(word: str) -> int | None:
    """Value of a part as written (十一, 元, 正, 腊, ３０)."""
    if word in NAMED_MONTHS:
        return NAMED_MONTHS[word]
    numeral = parse(word)
    if numeral is None:
        return None
    return int(numeral.others[0][0] if numeral.others else numeral.low)


def year_of(word: str, value: Number, issue: int | None) -> Number | None:
    """Give the full year of 一九五八 or 五八, which is taken in the century of the issue; None where it is no year."""
    if len(word) == 2 and value < 100 and "十" not in word:
        return (issue or 1949) // 100 * 100 + value
    return value if value >= 1000 else None


def on(field: str, value: int) -> DateParts:
    """Make a date of which only the year, the month or the day is given."""
    if field == "year":
        return DateParts(year=value)
    return DateParts(month=value) if field == "month" else DateParts(day=value)


def iso(text: str, at: int) -> Reading | None:
    """Read 1958-10-01, 1948.08.01 or 2022/5/1; None where none stands."""
    found = _ISO.match(text, at)
    if found is None or int(found[3]) > 12 or int(found[4]) > 31:
        return None
    parts = DateParts(int(found[1]), int(found[3]), int(found[4]))
    return Reading(found.end(), parts, int(found[4]), Form.DIGITS)


def read(text: str, at: int, year: int | None) -> Reading | None:
    """Read the date or time that starts at `at`; None where none does, or where its figures are none of a date.

    Args:
        text: the text, with a line end behind it.
        at: where the expression starts.
        year: the year of the issue, for years of two figures.
    """
    dater = _Dater(text, at, year)
    while dater.step():
        pass
    return dater.reading() if dater.at > at else None


class _Dater:
    """The pieces of one date, read one by one."""

    __slots__ = ("at", "era", "fields", "form", "issue", "stage", "text")

    def __init__(self, text: str, at: int, issue: int | None) -> None:
        self.text = text
        self.at = at
        self.issue = issue
        self.stage = 0
        self.era = 0
        self.form = Form.IMPLIED
        self.fields: dict[str, Any] = {}

    def step(self) -> bool:
        """Take in the next piece; False where there is none."""
        text, at = self.text, self.at
        first = text[at]
        if first not in STARTS:
            return False
        if first in LETTERS:
            return self._letter(first) or self._lunar_day()
        found = _NUMBER.match(text, at)
        if found is not None:
            return self._marked(found) or self._clock()
        return self._word() or self._weekday()

    def _set(self, stage: int, field: str, value: Number | str, end: int) -> bool:
        if stage <= self.stage:
            return False
        self.stage = stage
        self.fields[field] = value
        self.at = end
        return True

    def _marked(self, found: re.Match[str]) -> bool:
        """Read a number with 年, 月, 日, 号, 时, 点 or 分."""
        text, end = self.text, found.end() + 1
        stage, traps = MARKS.get(text[found.end()], (0, ""))
        if self.stage == HOUR and stage == 0 and text[found.end(1)] in ENDS_OF_MINUTE and text[self.at - 1] == "点":
            stage, end = MINUTE, found.end(1)
        if stage == MINUTE and self.stage != HOUR:
            return False
        if stage <= self.stage or text[end] in traps or (text[end - 1] == "点" and not self._is_hour(found, end)):
            return False
        value = self._year(found[1]) if stage == YEAR else number(found[1])
        if value is None or value > LIMITS.get(stage, 9999) or (value == 0 and stage in {MONTH, DAY}):
            return False
        if found[1] in {"正", "腊"}:
            self.fields["calendar"] = "lunar"
        if stage == HOUR and (stop := self._part_of_hour(end)):
            end = stop
        elif (stage == MONTH and text[end] == "份") or (stage == YEAR and text[end] == "度"):
            end += 1
        self.form = Form.DIGITS if self.form is Form.DIGITS or found[1].isdecimal() else Form.WORDS
        return self._set(stage, FIELDS[stage], value, end)

    def _is_hour(self, found: re.Match[str], end: int) -> bool:
        """Tell 三点 the hour from three points."""
        after = self.text[end]
        if self.stage >= DAY or after in "钟整半许":
            return True
        minutes = _NUMBER.match(self.text, end)
        if minutes is not None and self.text[minutes.end()] == "分":
            return True
        return found[1].isdecimal() and after not in IDEAS_AFTER

    def _part_of_hour(self, end: int) -> int:
        """Read what may follow an hour: 钟, 半, 一刻, 整; give where it ends, 0 where nothing follows."""
        text = self.text
        if text[end] in "钟整":
            return end + 1
        if text[end] == "半":
            self.fields["minute"] = 30
            return end + 1
        if text[end] in "一三" and text[end + 1] == "刻":
            self.fields["minute"] = 15 if text[end] == "一" else 45
            return end + 2
        return 0

    def _year(self, word: str) -> Number | None:
        value = number(word)
        if self.era:
            return None if value is None else self.era + value
        return None if value is None or word == "元" else year_of(word, value, self.issue)

    def _clock(self) -> bool:
        found = _CLOCK.match(self.text, self.at + (self.text[self.at] == " "))
        if found is None or self.stage >= HOUR or int(found[1]) > 24:
            return False
        self.fields["minute"] = int(found[2])
        self.form = Form.DIGITS
        return self._set(HOUR, "hour", int(found[1]), found.end())

    def _letter(self, char: str) -> bool:
        """Read 冬 of 一九五一年冬, 底 of 九月底, 晨 of 三十日晨, each only behind what it belongs to."""
        end = self.at + 1
        after = self.text[end]
        if char in SEASONS and self.stage <= YEAR and (word := WORDS.get(self.text[self.at : self.at + 2])):
            return self._set(word.stage, word.field, word.value, end + 1)
        if char in SEASONS:
            return self.stage == YEAR and after in ENDS_OF_WORD and self._set(SPAN, "span", SEASONS[char], end)
        if char in PARTS_OF_DAY:
            if (word := WORDS.get(self.text[self.at : self.at + 2])) is not None:
                return self._set(word.stage, word.field, word.value, end + 1)
            return self.stage == DAY and self._set(TIME, "span", PARTS_OF_DAY[char], end)
        value, traps = PARTS_OF_PERIOD[char]
        if self.stage not in {YEAR, MONTH} or after in traps or (char == "初" and after in WEEKDAYS):
            return False
        return self._set(SPAN, "span", value, end)

    def _lunar_day(self) -> bool:
        text, at = self.text, self.at
        if text[at] != "初" or text[at + 1] not in "一二三四五六七八九十" or text[at + 2] in NO_LUNAR_DAY:
            return False
        self.fields["calendar"] = "lunar"
        self.form = Form.WORDS
        return self._set(DAY, "day", number(text[at + 1]) or 0, at + 2)

    def _word(self) -> bool:
        """Read a word of the table, an era, or 今春 and 昨晚, which are two words in one."""
        text, at = self.text, self.at
        for size in (4, 3, 2):
            word = WORDS.get(text[at : at + size])
            if word is not None:
                return self._set(word.stage, word.field, word.value, at + size) and self._goes_on(word)
        pair = text[at : at + 2]
        if pair in ERAS and self.stage == 0 and (found := _NUMBER.match(text, at + 2)) and text[found.end()] == "年":
            self.era, calendar = ERAS[pair]
            self.fields["calendar"] = calendar
            self.at += 2
            return True
        return self._two_in_one(pair)

    def _goes_on(self, word: Word) -> bool:
        """Take in 度 of 本年度 and 四 of 下周四."""
        char = self.text[self.at]
        if word.stage == YEAR and char == "度":
            self.at += 1
        elif word.stage == WEEK and char in WEEKDAYS:
            self.fields["weekday"] = WEEKDAYS[char]
            self.at += 1
        return True

    def _two_in_one(self, pair: str) -> bool:
        first, second = pair[0], pair[1:]
        if first in "今去" and second in SEASONS and self.stage == 0:
            self.fields["span"] = SEASONS[second]
            return self._set(YEAR, "relative", "this-year" if first == "今" else "last-year", self.at + 2)
        if first in "今昨" and second in PARTS_OF_DAY and self.stage < DAY:
            self.fields["span"] = PARTS_OF_DAY[second]
            return self._set(DAY, "relative", "today" if first == "今" else "yesterday", self.at + 2)
        return False

    def _weekday(self) -> bool:
        """Read 星期三, 周日, （星期一） and the 四 of 下周四."""
        text = self.text
        at = self.at + (text[self.at] in "（(")
        if not text.startswith(WEEK_WORDS, at):
            return False
        end = at + (1 if text[at] == "周" else 2)
        if text[end] not in WEEKDAYS or text[end + 1] in "次个回年位路":
            return False
        close = at > self.at and text[end + 1] in "）)"
        return self._set(WEEK, "weekday", WEEKDAYS[text[end]], end + 1 + close)

    def reading(self) -> Reading:
        fields = self.fields
        value = 0
        for field in ("day", "month", "year", "hour"):
            if field in fields:
                value = fields[field]
                break
        return Reading(self.at, DateParts(**fields), value, self.form)


def read_age(text: str, at: int) -> list[Reading]:
    """Read 五十年代, 20世纪80年代, 六七十年代 (two decades), 十九世纪; an empty list where none of them stands."""
    century = _CENTURY.match(text, at)
    found = _DECADE.match(text, century.end() if century else at)
    age = 20
    if century is not None:
        age = 20 if century[1] in {"上", "本"} else number(century[1]) or 0
        if found is None:
            return [Reading(century.end(), DateParts(year=age, span="century"), age, Form.WORDS)]
    numeral = parse(found[1]) if found else None
    if found is None or numeral is None:
        return []
    ends = sorted({int(numeral.low), int(numeral.high)})
    base = 0 if ends[0] >= 100 else (age - 1) * 100
    return [
        Reading(found.end(), DateParts(year=base + decade, span="decade"), base + decade, Form.WORDS) for decade in ends
    ]
