"""Chinese dates and times: one reading for each contiguous expression (一九五八年十月一日下午三时).

An expression is read piece by piece; each piece (a number with 年, 月, 日, 时 …, or a word such as 去年, 下旬, 上午)
has its stage, and the stages must go on from large to small.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from duizhao.validator.quantities.model import DateParts, Form, Number
from duizhao.validator.quantities.zh_numeral import parse

YEAR, CALENDAR, MONTH, SPAN, DAY, WEEK, TIME, HOUR, MINUTE = range(1, 10)

_NUMBER = re.compile(r"\ ?([0-9０-９]{1,4}|[〇○◯零一二三四五六七八九十廿卅元正腊]{1,5})\ ?")
_CLOCK = re.compile(r"([0-9]{1,2})[:：]([0-5][0-9])(?![0-9])")
_ISO = re.compile(r"([12][0-9]{3})([-/.])([0-9]{1,2})\2([0-9]{1,2})(?![0-9])")
_CENTURY = re.compile(r"([0-9０-９]{1,2}|[一二]?十[一二三四五六七八九]?|[上本])世纪")
_DECADE = re.compile(r"([0-9０-９]{2}|[0-9]{4}|[二三四五六七八九]{1,2}十)年代")

_MARKS = {
    "年": (YEAR, "级代中"),
    "月": (MONTH, ""),
    "日": (DAY, "元用本报常"),
    "号": (DAY, ""),
    "时": (HOUR, "期间代候机刻段常"),
    "時": (HOUR, "期間代候機刻段常"),
    "点": (HOUR, ""),
    "分": (MINUTE, "之"),
}
"""The mark behind a number: its stage, and the characters that make another word of it."""
_LIMITS = {MONTH: 12, DAY: 31, HOUR: 24, MINUTE: 59}
_FIELDS = {YEAR: "year", MONTH: "month", DAY: "day", HOUR: "hour", MINUTE: "minute"}

_ERAS = {
    "民国": (1911, "roc"),
    "公元": (0, ""),
    "西元": (0, ""),
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
"""Eras: the year before their first, and the name of the calendar."""

_TABLE = """
年 relative last-year 去年 上年
年 relative this-year 今年 本年
年 relative next-year 明年 来年
年 relative year-before-last 前年
月 relative last-month 上月 上个月
月 relative this-month 本月 这个月
月 relative next-month 下月 下个月
日 relative yesterday 昨日 昨天
日 relative today 今日 今天
日 relative tomorrow 明日 明天
日 relative day-before-yesterday 前日 前天
周 relative last-week 上周 上星期
周 relative this-week 本周 本星期
周 relative next-week 下周 下星期
旬 span early 上旬
旬 span mid 中旬
旬 span late 下旬
旬 span first-half 上半年 上半月 前半年 的上半年 的上半月
旬 span second-half 下半年 下半月 后半年 的下半年 的下半月
旬 span spring 春季 春天
旬 span summer 夏季 夏天
旬 span autumn 秋季 秋天
旬 span winter 冬季 冬天
历 calendar lunar 农历 旧历 阴历 夏历 古历
时 span am 凌晨 清晨 早晨 早上 上午
时 span noon 中午 正午
时 span pm 下午 午后
时 span evening 傍晚 晚上 晚间 夜间
时 span midnight 午夜 深夜
"""
_STAGES = {"年": YEAR, "历": CALENDAR, "月": MONTH, "旬": SPAN, "日": DAY, "周": WEEK, "时": TIME}


class Word(NamedTuple):
    """A word of a date: its stage and the field it sets."""

    stage: int
    field: str
    value: str


_WORDS = {
    word: Word(_STAGES[mark], field, value)
    for mark, field, value, *words in (line.split() for line in _TABLE.strip().splitlines())
    for word in words
}
_SEASONS = {"春": "spring", "夏": "summer", "秋": "autumn", "冬": "winter"}
_PARTS_OF_PERIOD = {"初": ("early", "期级步中次"), "底": ("late", ""), "末": ("late", "期")}
_PARTS_OF_DAY = {"晨": "am", "晚": "evening", "夜": "evening"}
_LETTERS = frozenset("春夏秋冬初底末晨晚夜")
_NAMED_MONTHS = {"元": 1, "正": 1, "腊": 12}
_WEEKDAYS = {char: at for at, char in enumerate("一二三四五六", 1)} | {"日": 7, "天": 7}
_WEEK_WORDS = ("星期", "礼拜", "周")
STARTS = frozenset(" （(0123456789０１２３４５６７８９〇○◯零一二三四五六七八九十廿卅元正腊星礼周今昨去").union(
    _LETTERS, *(word[0] for word in (*_WORDS, *_ERAS))
)
"""Characters a piece of a date can start with."""
_IDEAS_AFTER = frozenset("意要建问内想看方经体启原措理共感希")
_ENDS_OF_WORD = frozenset("，。、；：）】至到 的天季初末两三，明今\n")


_ENDS_OF_MINUTE = frozenset("，。、；：）到前后左开 \n")


class Reading(NamedTuple):
    """A date as found: where it ends, its parts, the most specific number written, how it is written."""

    end: int
    parts: DateParts
    number: int
    form: Form


def number(word: str) -> int | None:
    """Value of a part as written (十一, 元, 正, 腊, ３０)."""
    if word in _NAMED_MONTHS:
        return _NAMED_MONTHS[word]
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
        if first in _LETTERS:
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
        stage, traps = _MARKS.get(text[found.end()], (0, ""))
        if self.stage == HOUR and stage == 0 and text[found.end(1)] in _ENDS_OF_MINUTE and text[self.at - 1] == "点":
            stage, end = MINUTE, found.end(1)
        if stage == MINUTE and self.stage != HOUR:
            return False
        if stage <= self.stage or text[end] in traps or (text[end - 1] == "点" and not self._is_hour(found, end)):
            return False
        value = self._year(found[1]) if stage == YEAR else number(found[1])
        if value is None or value > _LIMITS.get(stage, 9999) or (value == 0 and stage in {MONTH, DAY}):
            return False
        if found[1] in {"正", "腊"}:
            self.fields["calendar"] = "lunar"
        if stage == HOUR and (stop := self._part_of_hour(end)):
            end = stop
        elif (stage == MONTH and text[end] == "份") or (stage == YEAR and text[end] == "度"):
            end += 1
        self.form = Form.DIGITS if self.form is Form.DIGITS or found[1].isdecimal() else Form.WORDS
        return self._set(stage, _FIELDS[stage], value, end)

    def _is_hour(self, found: re.Match[str], end: int) -> bool:
        """Tell 三点 the hour from three points."""
        after = self.text[end]
        if self.stage >= DAY or after in "钟整半许":
            return True
        minutes = _NUMBER.match(self.text, end)
        if minutes is not None and self.text[minutes.end()] == "分":
            return True
        return found[1].isdecimal() and after not in _IDEAS_AFTER

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
        if char in _SEASONS and self.stage <= YEAR and (word := _WORDS.get(self.text[self.at : self.at + 2])):
            return self._set(word.stage, word.field, word.value, end + 1)
        if char in _SEASONS:
            return self.stage == YEAR and after in _ENDS_OF_WORD and self._set(SPAN, "span", _SEASONS[char], end)
        if char in _PARTS_OF_DAY:
            if (word := _WORDS.get(self.text[self.at : self.at + 2])) is not None:
                return self._set(word.stage, word.field, word.value, end + 1)
            return self.stage == DAY and self._set(TIME, "span", _PARTS_OF_DAY[char], end)
        value, traps = _PARTS_OF_PERIOD[char]
        if self.stage not in {YEAR, MONTH} or after in traps or (char == "初" and after in _WEEKDAYS):
            return False
        return self._set(SPAN, "span", value, end)

    def _lunar_day(self) -> bool:
        text, at = self.text, self.at
        if text[at] != "初" or text[at + 1] not in "一二三四五六七八九十" or text[at + 2] in "中级步":
            return False
        self.fields["calendar"] = "lunar"
        self.form = Form.WORDS
        return self._set(DAY, "day", number(text[at + 1]) or 0, at + 2)

    def _word(self) -> bool:
        """Read a word of the table, an era, or 今春 and 昨晚, which are two words in one."""
        text, at = self.text, self.at
        for size in (4, 3, 2):
            word = _WORDS.get(text[at : at + size])
            if word is not None:
                return self._set(word.stage, word.field, word.value, at + size) and self._goes_on(word)
        pair = text[at : at + 2]
        if pair in _ERAS and self.stage == 0 and (found := _NUMBER.match(text, at + 2)) and text[found.end()] == "年":
            self.era, calendar = _ERAS[pair]
            self.fields["calendar"] = calendar
            self.at += 2
            return True
        return self._two_in_one(pair)

    def _goes_on(self, word: Word) -> bool:
        """Take in 度 of 本年度 and 四 of 下周四."""
        char = self.text[self.at]
        if word.stage == YEAR and char == "度":
            self.at += 1
        elif word.stage == WEEK and char in _WEEKDAYS:
            self.fields["weekday"] = _WEEKDAYS[char]
            self.at += 1
        return True

    def _two_in_one(self, pair: str) -> bool:
        first, second = pair[0], pair[1:]
        if first in "今去" and second in _SEASONS and self.stage == 0:
            self.fields["span"] = _SEASONS[second]
            return self._set(YEAR, "relative", "this-year" if first == "今" else "last-year", self.at + 2)
        if first in "今昨" and second in _PARTS_OF_DAY and self.stage < DAY:
            self.fields["span"] = _PARTS_OF_DAY[second]
            return self._set(DAY, "relative", "today" if first == "今" else "yesterday", self.at + 2)
        return False

    def _weekday(self) -> bool:
        """Read 星期三, 周日, （星期一） and the 四 of 下周四."""
        text = self.text
        at = self.at + (text[self.at] in "（(")
        if not text.startswith(_WEEK_WORDS, at):
            return False
        end = at + (1 if text[at] == "周" else 2)
        if text[end] not in _WEEKDAYS or text[end + 1] in "次个回年位路":
            return False
        close = at > self.at and text[end + 1] in "）)"
        return self._set(WEEK, "weekday", _WEEKDAYS[text[end]], end + 1 + close)

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
