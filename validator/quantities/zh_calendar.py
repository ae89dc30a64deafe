"""The words Chinese dates are made of, each with its stage: from year, the largest, to minute."""

from __future__ import annotations

from typing import NamedTuple

YEAR, CALENDAR, MONTH, SPAN, DAY, WEEK, TIME, HOUR, MINUTE = range(1, 10)

MARKS = {
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
LIMITS = {MONTH: 12, DAY: 31, HOUR: 24, MINUTE: 59}
FIELDS = {YEAR: "year", MONTH: "month", DAY: "day", HOUR: "hour", MINUTE: "minute"}

ERAS = {
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


WORDS = {
    word: Word(_STAGES[mark], field, value)
    for mark, field, value, *words in (line.split() for line in _TABLE.strip().splitlines())
    for word in words
}
SEASONS = {"春": "spring", "夏": "summer", "秋": "autumn", "冬": "winter"}
PARTS_OF_PERIOD = {"初": ("early", "期级步中次"), "底": ("late", ""), "末": ("late", "期")}
PARTS_OF_DAY = {"晨": "am", "晚": "evening", "夜": "evening"}
LETTERS = frozenset("春夏秋冬初底末晨晚夜")
NO_LUNAR_DAY = frozenset("中级步届版个百千万十多余几")
NAMED_MONTHS = {"元": 1, "正": 1, "腊": 12}
WEEKDAYS = {char: at for at, char in enumerate("一二三四五六", 1)} | {"日": 7, "天": 7}
WEEK_WORDS = ("星期", "礼拜", "周")
STARTS = frozenset(" （(0123456789０１２３４５６７８９〇○◯零一二三四五六七八九十廿卅元正腊星礼周今昨去").union(
    LETTERS, *(word[0] for word in (*WORDS, *ERAS))
)
"""Characters a piece of a date can start with."""
IDEAS_AFTER = frozenset("意要建问内想看方经体启原措理共感希")
ENDS_OF_WORD = frozenset("，。、；：）】至到 的天季初末两三，明今\n")
ENDS_OF_MINUTE = frozenset("，。、；：）到前后左开 \n")
