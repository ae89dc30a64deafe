"""What a numeric expression says, the same for both languages.

Values are exact: `int` or `fractions.Fraction`, never `float`, so that 16.4亿 is 1,640,000,000 and 百分之一点五七 is
157/10000.  A stretch of text that can be read in more than one way is a `Cluster` with several `Cover`s: which of
them is meant is for the comparison with the other language to say.
"""

from __future__ import annotations

from enum import IntEnum
from fractions import Fraction
from typing import NamedTuple

Number = int | Fraction


class Kind(IntEnum):
    """What sort of expression it is."""

    CARDINAL = 1
    """A plain count, with or without a classifier: 五百人, 500 people."""
    MEASURE = 2
    """A value with a unit of measure, money and durations included: 六斤, 15,000 tons, 三个月, 9.4 million yuan."""
    PERCENT = 3
    """A share written with 分之, ％, 成, 折 or percent; the value is the ratio (5 % is 1/20)."""
    FRACTION = 4
    """三分之一, 一半, half, two-thirds; the value is the ratio."""
    MULTIPLE = 5
    """倍, 番, times, double, fourfold; the value is the factor that is written (四倍 is 4), see `relation`."""
    ORDINAL = 6
    """第三, 二区, 二十五师, the 3rd, Second District, No. 5."""
    DATE = 7
    """A point in time: year, month, day, weekday, hour; see `date`."""
    LIST_MARKER = 8
    """（一）, １、, (1), II. at the head of a clause."""
    CODE = 9
    """An identifier made of digits: 5299工作面, B-52, 26.65×16.4, telephone numbers."""
    UNKNOWN = 10
    """Digits masked or lost in print (××名, □□); the value means nothing."""


COUNTS = (Kind.CARDINAL, Kind.MEASURE)
"""Kinds that say how many or how much."""
SHARES = (Kind.PERCENT, Kind.FRACTION)
"""Kinds that say how much of a whole."""


class Approx(IntEnum):
    """How the value is qualified."""

    NONE = 0
    ABOUT = 1
    """约, 左右, 上下, about, some, approximately, or so."""
    OVER = 2
    """多, 余, 超过, 逾, 以上 after a count, over, more than."""
    UNDER = 3
    """近, 不到, 不足, 将近, nearly, almost, less than, under."""
    AT_LEAST = 4
    """至少, 以上 as a bound, at least, or more."""
    AT_MOST = 5
    """至多, 以下, 以内, 不超过, at most, up to, or less."""
    SEVERAL = 6
    """An open count: 几十, 数百, 十几, dozens, several hundred; low and high hold its bounds."""


class Form(IntEnum):
    """How the value is written."""

    DIGITS = 1
    """1958, ２５, 15,000."""
    WORDS = 2
    """六万七千, 廿八, seventy-three, a dozen."""
    MIXED = 3
    """5.8万, 2万4801, 1.5 million."""
    IMPLIED = 4
    """No numeral at all: 一半's 半, half, double, both, pair, 去年."""


ROUND = "round"
"""Name of the reading of a scale with no numeral before it, which may be an order of size: 百万册 is a million or millions."""


SPLIT = "split"
"""Name of the reading of the tenths that two parties get: 三七分成."""


class Relation(IntEnum):
    """What a multiple, percent or fraction is said of."""

    NONE = 0
    INCREASE_BY = 1
    """提高四倍, 增加百分之五, rose by 5 percent."""
    INCREASE_TO = 2
    """增加到两倍, doubled, rose to 5 percent."""
    TIMES_OF = 3
    """是去年的四倍, four times as much, four times that of."""
    DECREASE_BY = 4
    """减少三成, fell by 30 percent."""
    DECREASE_TO = 5
    """降到, fell to."""
    EXCEEDS_BY = 6
    """超过战前百分之五十七, exceeded the plan by 57 percent."""
    EXCEEDS = 7
    """exceeded 57 percent of …: the share itself is exceeded."""
    FOLD = 8
    """a fourfold increase: English that may mean either factor."""


class DateParts(NamedTuple):
    """A point in time as written; what is not written is None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None
    weekday: int | None = None
    """1 Monday … 7 Sunday."""
    calendar: str = ""
    """'' Gregorian, 'lunar' (正月, 农历), 'roc' (民国三十七年; `year` is the Gregorian one), 'era' (another era), 'bc' (before our era:
    公元前二二一年 has the year 221)."""
    relative: str = ""
    """'last-year', 'this-year', 'next-year', 'year-before-last', 'year-after-next', 'last-month', 'this-month',
    'next-month', 'yesterday', 'today', 'tomorrow', 'day-before-yesterday', 'day-after-tomorrow', 'last-week',
    'this-week', 'next-week', or ''."""
    span: str = ""
    """A part of the period named: 'decade', 'century', 'early', 'mid', 'late', 'first-half', 'second-half',
    'am', 'pm', 'noon', 'midnight', 'dusk', 'evening', 'spring', 'summer', 'autumn', 'winter', or ''."""


class Quantity(NamedTuple):
    """One numeric expression.

    `start` and `end` are offsets into the text that was read (end exclusive).  The span covers numeral, approximator
    next to it, and unit; not the noun.  `low` and `high` are equal unless the expression is a range.
    """

    start: int
    end: int
    kind: Kind
    low: Number
    high: Number
    approx: Approx = Approx.NONE
    unit: str = ""
    """Code of the unit (`lexicon/units.tsv`), in which low and high are counted; '' for none."""
    counter: str = ""
    """The word counted with: a classifier or noun (间, 名, 座; houses, people), as written, lower case; '' for none."""
    form: Form = Form.DIGITS
    relation: Relation = Relation.NONE
    others: tuple[tuple[Number, Number], ...] = ()
    """Further readings of the same expression, as (low, high), in the same unit."""
    date: DateParts | None = None
    """Set where `kind` is DATE."""
    parts: tuple[tuple[Number, str], ...] = ()
    """A compound measure as written, largest unit first: 六斤十二两 is ((6, 'jin'), (12, 'liang'))."""
    weak: bool = False
    """True where the other language may do without it: idle 一 of 一个, 两 that sums up a list, one, both, a pair."""
    soft: bool = False
    """True where the approximator is one that agrees with a harder one and never accuses alone: 以内, 高达, up to."""
    name: str = ""
    """The construct it was read by, for explanations: 'measure', 'range', 'date', …"""


class Cover(NamedTuple):
    """One way to read a stretch of text: the expressions in it, none overlapping; none at all for 三番五次."""

    cost: float
    quantities: tuple[Quantity, ...]
    name: str = ""


class Cluster(NamedTuple):
    """A stretch of text whose numerals and words hang together, with its readings, the cheapest first."""

    start: int
    end: int
    covers: tuple[Cover, ...]
