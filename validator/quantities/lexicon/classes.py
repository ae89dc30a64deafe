"""The classes of words that the grammar speaks of, each a bit, so that a word may be of several."""

from __future__ import annotations

CLASSES = {
    # numerals, and what they can stand for
    "NUM": "any numeral",
    "INT": "a whole number, no range",
    "LE12": "1 to 12: a month, an hour",
    "LE31": "1 to 31: a day",
    "LE60": "0 to 60: an hour, a minute, a second",
    "DIGIT": "1 to 9, one character or figure",
    "YEAR4": "a year in four figures: 一九五八, 1958",
    "YEAR2": "a year in two figures: 五八, 58",
    "ORD": "an English ordinal: 7th, seventh",
    "FRAC": "between 0 and 1: two-thirds",
    "OPEN": "an open count: 几十, dozens",
    "IDLE": "an article or pronoun rather than a count: 一, one, a",
    "HALF": "半, half",
    # what qualifies a numeral
    "NEG": "makes it negative: 负, minus, 零下",
    "PRE": "an approximator before it: 约, over",
    "MORE": "an approximator right behind it or its unit: 多, 余, odd",
    "POST": "an approximator at the end: 左右, or so",
    "CUR": "a currency before it: $, 美金",
    # what follows a numeral
    "UNIT": "a unit of measure",
    "GE": "个 before a unit: 三个半月",
    "CLS": "a classifier",
    "DESIG": "a thing known by its number: 二区, 五师",
    "PCT": "percent, ％, per mille",
    "POINT": "percentage points",
    "CHENG": "成: a tenth",
    "ZHE": "折: tenths of a price",
    "TIMES": "倍, times, fold",
    "FAN": "番: doublings",
    "FACTOR": "double, twice: a multiple without a numeral",
    # what stands between numerals
    "TO": "to, 至, –",
    "AND": "and, 、",
    "COMMA": "a comma",
    "BETWEEN": "between",
    "OF": "of",
    "THE": "the",
    "ART": "a, an",
    "OR": "or",
    "PCTPRE": "百分之, 千分之",
    "FENZHI": "分之",
    "YOU": "又 of mixed fractions",
    "BI": "比, to, : of ratios and scores",
    "OUTOF": "out of, in: one in five",
    "POINTSEP": "点 as a decimal sign left outside a numeral",
    "DI": "第, No., Chapter: makes it an ordinal",
    # dates
    "YEARU": "年 after a year",
    "MONTHU": "月 after a month",
    "DAYU": "日 or 号 after a day",
    "HOURU": "点, 时, o'clock",
    "MINU": "分 of the clock",
    "SECU": "秒 of the clock",
    "MONTH": "a month by name",
    "WEEKDAY": "a weekday by name",
    "WEEK": "星期, 周 before the number of a weekday",
    "REL": "去年, yesterday: a day, month or year named from the day of writing",
    "SPAN": "a part of a period: 初, 上旬, early, mid",
    "AMPM": "a part of the day: 上午, p.m.",
    "ERA": "an era before a year: 民国, A.D.",
    "REIGN": "the title of a reign before a year: 康熙, Wanli",
    "REIGNED": "a word around it: reign, era, Emperor",
    "BC": "公元前, B.C.",
    "LUNAR": "农历, lunar",
    "DECADE": "年代, 's of decades",
    "CENTURY": "世纪, century",
    "ZERO": "初 before a lunar day",
    "CLOCK": "a time in figures: 13:55",
    # the rest
    "NONE": "a word that holds a numeral and means none",
    "CODE": "an identifier",
    "MASK": "digits masked or lost",
    "MARKER": "a list marker",
    "IMPLIED": "a word that implies a number or a unit: both, single, annual",
    "EACH": "each, per, 每: one of the unit behind it",
    "OTHER": "a neutral word that may stand inside a construct",
    "NOT": "not before a share or an article: less than it",
    "SIDE": "long and, wide and: the side of a thing, behind which a unit is left out",
    "TEN": "ten, which may be ten days of a month",
}
"""Name and meaning of each class."""

BIT = {name: 1 << index for index, name in enumerate(CLASSES)}
"""The bit of each class."""


def mask(names: str) -> int:
    """The bits of classes given by name, separated by `|`."""
    total = 0
    for name in names.split("|"):
        total |= BIT[name]
    return total
