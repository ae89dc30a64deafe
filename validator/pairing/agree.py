"""Whether an English numeric expression says what a Chinese one says, and if not quite, what is wrong.

Values first, in every reading of both sides and across units; then what qualifies them: unit, relation, approximator.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from duizhao.validator.pairing import weights as w
from duizhao.validator.pairing.difference import show_number
from duizhao.validator.pairing.model import DOUBTFUL, FINE, PROBABLE, SURE, Judgement
from duizhao.validator.quantities.lexicon import Unit, unit_name, units
from duizhao.validator.quantities.model import ROUND, SPLIT, Approx, Kind, Number, Quantity, Relation

_TOLERANCE = Fraction(6, 100)  # of a converted measure: translators round
_EXACT = Fraction(1, 200)  # of a measure put into another unit of its own system: 三角五分 is 35 fen, not 33
_WEEKS = Fraction(10, 100)  # 半月 is two weeks, whatever the month
_READ_ALIKE = {
    ("year", "age"),
    ("age", "year"),
    ("shi", "dan"),
    ("gbp", "pound"),
    ("li-length", "li"),
    ("li-money", "li"),
    ("li-area", "li"),
    ("li-weight", "li"),
}  # 石 is also read dan, …


def _unit(code: str) -> Unit | None:
    return units().get(code)


_UNKNOWN, _MULTIPLE, _OPEN = Kind.UNKNOWN, Kind.MULTIPLE, Approx.SEVERAL  # up to Python 3.11 slow to look up


MANY = frozenset({"dozen", "gross"})
"""Units that multiply what they count."""


def judge(zh: Quantity, en: Quantity) -> Judgement | None:
    """Judge a pair.

    Returns:
        None where the values differ; else what is wrong with the rest, `FINE` where nothing is.
    """
    if zh.kind is _UNKNOWN or en.kind is _UNKNOWN:
        return FINE if zh.kind is en.kind else None
    if zh.kind is _MULTIPLE or en.kind is _MULTIPLE:
        return _judge_multiple(zh, en)
    if zh.unit in MANY and not en.unit and zh.low == en.low:
        return Judgement("unit", f"a {zh.unit} is {show_number(units()[zh.unit].factor or 1)} pieces", PROBABLE)
    if not _equal(zh, en):
        return _judge_percent_sign(zh, en) or _judge_surplus(zh, en) or _judge_other_units(zh, en)
    if zh.low == zh.high == 1 and zh.unit and en.unit and not _akin(zh, en):
        return None  # 最多的一天 and "1 meter high" have nothing in common
    return _judge_unit(zh, en) or _judge_relation(zh, en) or _judge_approx(zh, en)


def converted_wrongly(zh: Quantity, en: Quantity) -> Judgement | None:
    """What is wrong with a pair that is a bad conversion; None for all others."""
    if not zh.unit or not en.unit or zh.unit == en.unit:
        return None
    found = judge(zh, en)
    return found if found is not None and found.verdict == "conversion" else None


def readings(quantity: Quantity) -> Iterator[tuple[Number, Number]]:
    """Every (low, high) an expression can mean."""
    yield quantity.low, quantity.high
    yield from quantity.others


# ---------------------------------------------------------------- values


_PETTY = {"yuan": 100, "jiao": 10, "fen-money": 1}
"""Cents of the yuan, as English calls its 分: 二角五分 is "25 cents"."""


def _equal(zh: Quantity, en: Quantity) -> bool:
    if zh.low == en.low and zh.high == en.high:
        return True
    if (
        zh.unit in _PETTY
        and en.unit == "cent"
        and zh.low * _PETTY[zh.unit] == en.low
        and zh.high * _PETTY[zh.unit] == en.high
    ):
        return True
    if (zh.others or en.others) and not set(readings(zh)).isdisjoint(readings(en)):
        return True
    if zh.approx is _OPEN or en.approx is _OPEN:
        return _open_equal(_upright(zh), _upright(en))
    if en.low == w.DOZEN and zh.low == _TEN:
        return zh.approx in _MORE and en.approx in _MORE  # 十多个 is "over a dozen"
    if in_decade(en):
        return zh.low == en.low
    return {zh.kind, en.kind} == _SHARE_OR_PERCENT and (
        _rounded_share(zh.low, en.low) if zh.kind is Kind.FRACTION else _rounded_share(en.low, zh.low)
    )


_SHARE_OR_PERCENT = {Kind.FRACTION, Kind.PERCENT}
_PLACES = 3
"""Digits behind the point that a share in per cent is given with."""


def endless(denominator: int) -> bool:
    """Whether a fraction in lowest terms has no end in decimals: one of thirds, of sevenths."""
    return pow(10, 64, denominator) != 0


def _rounded_share(share: Number, said: Number) -> bool:
    """Whether a share without end and its per cent are one: 三分之二 is "66.7 percent", cut or rounded.

    A share that ends is not rounded: 四分之三 is 75 percent and no other.
    """
    exact, percent = Fraction(share) * 100, Fraction(said) * 100
    if not endless(exact.denominator):
        return False
    step = next((10**places for places in range(_PLACES) if 10**places % percent.denominator == 0), None)
    return step is not None and abs(exact - percent) * step < 1


_TEN = 10
_MORE = frozenset((Approx.OVER, Approx.AT_LEAST))


def in_decade(quantity: Quantity) -> bool:
    """Whether a range is one of ages: "in their seventies" is any from 70 to 79."""
    return quantity.high - quantity.low == 9 and quantity.low >= 20 and quantity.low % 10 == 0


def _upright(quantity: Quantity) -> Quantity:
    """A negative value by its size: 零下十几度 is "more than ten degrees below zero"."""
    if quantity.high >= 0:
        return quantity
    return quantity._replace(low=-quantity.high, high=-quantity.low)


def _open_equal(zh: Quantity, en: Quantity) -> bool:
    """Open counts agree where their bounds meet: 几十 and "dozens", 十几 and "more than ten", 上千 and "thousands"."""
    if zh.name == ROUND and en.approx is not Approx.SEVERAL:
        return False
    if zh.low <= en.high and en.low <= zh.high:
        exact = Approx.SEVERAL in (zh.approx, en.approx) and zh.approx is not en.approx and en.low != en.high
        return not exact or zh.approx is not Approx.SEVERAL or (zh.low - 1 <= en.low and en.high <= zh.high + 1)
    if en.approx is Approx.SEVERAL and zh.low * 2 == en.low:
        return True  # 上千 is a thousand or more, "thousands" two or more
    return en.approx in (Approx.OVER, Approx.AT_LEAST) and zh.low - 1 <= en.low < zh.high


_BARE = (Kind.CARDINAL, Kind.FRACTION)
"""Kinds of a figure of per cent whose sign was said elsewhere: "12 percent, 0.4 points more than planned"."""


def _judge_percent_sign(zh: Quantity, en: Quantity) -> Judgement | None:
    """A number with "percent" on one side only; 二五减租 is "the 25 percent rent reduction"."""
    if en.kind is Kind.PERCENT and zh.kind is not Kind.PERCENT and not zh.unit and zh.low == en.low * 100:
        return Judgement("percent", "the original has no percent", DOUBTFUL)
    if zh.kind is Kind.PERCENT and en.kind in _BARE and not en.unit and en.low == zh.low * 100:
        if zh.name == SPLIT and en.low != en.high:
            return FINE  # 三七分成 is "shared 30-70"
        return Judgement("percent", "“percent” is lost", PROBABLE)
    return None


def _judge_surplus(zh: Quantity, en: Quantity) -> Judgement | None:
    """完成计划百分之一百零八 is "overfulfilled the plan by 8 percent"."""
    over = en.relation in (*_UP, Relation.EXCEEDS) or zh.low > 1
    return FINE if zh.kind is en.kind is Kind.PERCENT and over and zh.low == zh.high == en.low + 1 else None


def _judge_other_units(zh: Quantity, en: Quantity) -> Judgement | None:
    """Values that differ because the translator converted: well, or badly."""
    ours, theirs = _unit(zh.unit), _unit(en.unit)
    if ours is None or theirs is None or ours is theirs or not _comparable(ours, theirs):
        return None
    if not ours.factor or not theirs.factor or not zh.low:
        return None
    if (zh.low == zh.high) is not (en.low == en.high) and Approx.SEVERAL not in (zh.approx, en.approx):
        return None  # 二角五分 is not "25 to 80 fen", though it begins there
    ratio = Fraction(en.low) * _size(theirs) / (Fraction(zh.low) * _size(ours))
    if abs(ratio - 1) <= _tolerance(ours, theirs):
        return FINE
    widest = 2 if zh.unit in _PETTY else 4  # small sums are many, and near each other
    if Fraction(1, widest) < ratio < widest:
        right = show_number(round(Fraction(zh.low) * _size(ours) / _size(theirs), 2))
        return Judgement("conversion", f"{right} {theirs.en[0] if theirs.en else theirs.code} would be right", PROBABLE)
    return None


def _tolerance(ours: Unit, theirs: Unit) -> Fraction:
    """By how much a conversion may be off: from one decimal unit into another nobody rounds."""
    if {ours.code, theirs.code} == {"month", "week"}:
        return _WEEKS
    ratio = (ours.factor or Fraction(1)) / (theirs.factor or Fraction(1))
    decimal = {ratio.numerator, ratio.denominator} <= _POWERS
    return _EXACT if decimal or ours.dimension == theirs.dimension == "time" else _TOLERANCE


_POWERS = frozenset(10**power for power in range(13))


def converted_anew(zh: Quantity, en: Quantity) -> bool:
    """Whether a measure was converted by the size that its unit has since 1959: 一两 as "50 grams"."""
    larger = w.SINCE_1959.get(zh.unit)
    if larger is None or not zh.low:
        return False
    ours, theirs = _unit(zh.unit), _unit(en.unit)
    if ours is None or theirs is None:
        return False
    ratio = Fraction(en.low) * _size(theirs) / (Fraction(zh.low) * _size(ours) * larger)
    return abs(ratio - 1) <= _TOLERANCE


_MONTH = Fraction(2629746)  # seconds


def _akin(zh: Quantity, en: Quantity) -> bool:
    """Whether two measures may be one, were it by mistake: of one dimension, or both money, or read alike."""
    ours, theirs = _unit(zh.unit), _unit(en.unit)
    money = ours is not None and theirs is not None and ours.dimension[:5] == theirs.dimension[:5] == "money"
    return money or (zh.unit, en.unit) in _READ_ALIKE or same_dimension(zh, en)


def same_dimension(one: Quantity, other: Quantity) -> bool:
    """Whether two measures are of one dimension, so that one may be converted into the other."""
    ours, theirs = _unit(one.unit), _unit(other.unit)
    return ours is not None and theirs is not None and _comparable(ours, theirs)


def is_time(quantity: Quantity) -> bool:
    """Whether it is counted in a unit of time."""
    unit = _unit(quantity.unit)
    return unit is not None and unit.dimension.startswith("time")


def _comparable(ours: Unit, theirs: Unit) -> bool:
    return ours.dimension == theirs.dimension or {ours.dimension, theirs.dimension} == {"time", "time-long"}


def _size(unit: Unit) -> Fraction:
    return (unit.factor or Fraction(1)) * (_MONTH if unit.dimension == "time-long" else 1)


# ---------------------------------------------------------------- units


_DOLLARS = frozenset({"hkd", "aud", "cad", "sgd", "nzd", "ntd", "silver-dollar"})
"""Currencies whose sign is $ as well."""


_RATES = frozenset({"speed", "flow"})


def _judge_unit(zh: Quantity, en: Quantity) -> Judgement | None:
    if zh.unit in _PETTY and en.unit == "cent":
        # 角 as "cents" of the same figure is ten times too small
        return None if zh.low * _PETTY[zh.unit] == en.low else Judgement("unit", "a jiao is ten fen", SURE)
    if zh.unit == en.unit or not zh.unit or not en.unit or (zh.unit, en.unit) in _READ_ALIKE:
        return None
    ours, theirs = _unit(zh.unit), _unit(en.unit)
    if ours is None or theirs is None or not zh.low:
        return None
    if ours.dimension == theirs.dimension:
        if ours.factor and theirs.factor and abs(theirs.factor / ours.factor - 1) <= _TOLERANCE / 6:
            return None
        return Judgement("unit", f"{unit_name(ours.code)} is {_per(zh, en)}; the figure was not converted", SURE)
    if ours.dimension.startswith("money") and theirs.dimension.startswith("money"):
        if theirs.code == "usd" and ours.code in _DOLLARS:
            return None
        return Judgement("unit", f"{unit_name(ours.code)} became another currency", PROBABLE)
    if _RATES.intersection((ours.dimension, theirs.dimension)):
        return None  # 每小时一百公里 says its hour elsewhere
    return Judgement("unit", f"{unit_name(ours.code)} became another thing", PROBABLE)


def _per(zh: Quantity, en: Quantity) -> str:
    ours, theirs = units()[zh.unit], units()[en.unit]
    if not ours.factor or not theirs.factor:
        return "another unit"
    ratio = ours.factor / theirs.factor
    places = 2 if ratio >= Fraction(1, 10) else 4
    return f"{show_number(round(ratio, places))} {theirs.en[0] if theirs.en else theirs.code}"


# ---------------------------------------------------------------- multiples and relations

_UP = (Relation.INCREASE_BY, Relation.EXCEEDS_BY)


def _judge_multiple(zh: Quantity, en: Quantity) -> Judgement | None:
    """提高四倍 is five times the base; "a fourfold increase" may be either."""
    if zh.kind is not Kind.MULTIPLE:
        return _judge_english_multiple(zh, en)
    written_same = _equal(zh, en)
    if zh.approx is _OPEN and en.approx is _OPEN and written_same:
        return FINE  # 好几倍: how many is left open, and so is of what
    theirs = _factors(en)
    ours = _factors(zh)
    if not ours.isdisjoint(theirs):
        approximated = _judge_approx(zh, en)
        if approximated is FINE and en.relation is Relation.FOLD and zh.relation in _UP and en.low == zh.low:
            return Judgement(
                "multiple", f"{_grows(zh)}; the English may be read as {show_number(en.low)} times", DOUBTFUL
            )
        return approximated
    if zh.relation in _UP and (written_same or zh.low in theirs):
        return Judgement("multiple", _grows(zh), SURE)
    if zh.relation is Relation.NONE and written_same:
        return _judge_approx(zh, en)
    if written_same:
        return Judgement("multiple", "the original names the factor, the English an increase by it", PROBABLE)
    return None


def _judge_english_multiple(zh: Quantity, en: Quantity) -> Judgement | None:
    """两次 as "twice", 一半以上 as …, 百分之一百 as "doubled"."""
    if zh.kind in (Kind.PERCENT, Kind.FRACTION) and zh.relation in (*_UP, Relation.NONE):
        return FINE if 1 + zh.low in _factors(en) else None
    return FINE if zh.low == en.low and zh.kind in (Kind.CARDINAL, Kind.MEASURE, Kind.ORDINAL) else None


def _grows(zh: Quantity) -> str:
    return f"an increase by {show_number(zh.low)} times makes {show_number(zh.low + 1)} times the base"


def _factors(quantity: Quantity) -> set[Number]:
    """The factors of the base that an expression can mean."""
    value = quantity.low
    if quantity.kind is not Kind.MULTIPLE:
        return {1 + value} if quantity.relation in (*_UP, Relation.NONE) else {value}
    if quantity.relation in _UP:
        return {value + 1}
    if quantity.relation is Relation.FOLD:
        return {value, value + 1}
    return {value}


_UPWARD = (Relation.INCREASE_BY, Relation.INCREASE_TO)
_DOWNWARD = (Relation.DECREASE_BY, Relation.DECREASE_TO)


def _judge_relation(zh: Quantity, en: Quantity) -> Judgement | None:
    ours, theirs = zh.relation, en.relation
    if ours is theirs or ours is Relation.NONE or theirs is Relation.NONE:
        return None
    if (ours in _UPWARD and theirs in _DOWNWARD) or (ours in _DOWNWARD and theirs in _UPWARD):
        return Judgement("percent", "a rise and a fall are exchanged", PROBABLE)
    if (ours in _UPWARD and theirs in _UPWARD) or (ours in _DOWNWARD and theirs in _DOWNWARD):
        return Judgement("percent", "“by” and “to” are exchanged", PROBABLE)
    return None


# ---------------------------------------------------------------- approximators

SIDE = {
    Approx.NONE: "",
    Approx.ABOUT: "~",
    Approx.OVER: "+",
    Approx.AT_LEAST: "+",
    Approx.UNDER: "-",
    Approx.AT_MOST: "-",
    Approx.SEVERAL: "?",
}
_WORDS = {"": "an exact figure", "~": "“about”", "+": "“more than”", "-": "“less than”", "?": "an open count"}
_APPROX = {
    # (Chinese, English): verdict and certainty; pairs that are not here are fine
    ("+", ""): ("approx-lost", PROBABLE),
    ("+", "~"): ("approx-changed", PROBABLE),
    ("+", "-"): ("approx-reversed", SURE),
    ("-", ""): ("approx-lost", PROBABLE),
    ("-", "+"): ("approx-reversed", SURE),
    ("-", "~"): ("approx-changed", DOUBTFUL),
    ("~", ""): ("approx-lost", PROBABLE),
    ("~", "+"): ("approx-changed", PROBABLE),
    ("~", "-"): ("approx-changed", PROBABLE),
    ("", "+"): ("approx-added", PROBABLE),
    ("", "-"): ("approx-added", PROBABLE),
    ("", "~"): ("approx-added", PROBABLE),
    ("+", "?"): ("approx-changed", PROBABLE),
    ("?", ""): ("approx-lost", PROBABLE),
    ("", "?"): ("approx-added", PROBABLE),
}


def _judge_approx(zh: Quantity, en: Quantity) -> Judgement:
    ours, theirs = SIDE[zh.approx], SIDE[en.approx]
    found = _APPROX.get((ours, theirs))
    reversed_ = found is not None and found[0] == "approx-reversed" and not (zh.soft and en.soft)
    if (zh.soft or en.soft or in_decade(en)) and not reversed_:
        return FINE
    if found is None or (ours == "?" and theirs == "" and en.low != en.high):
        return FINE
    if "~" in (ours, theirs) and "" in (ours, theirs) and zh.low != zh.high:
        return FINE  # 大概五六小时: a range is rough by itself
    verdict, certainty = found
    if zh.low == en.low == 1 and zh.kind is Kind.CARDINAL:
        certainty = DOUBTFUL  # 将近每四个中有一个: the word belongs to the other number, or to neither
    return Judgement(verdict, f"{_WORDS[ours]} became {_WORDS[theirs]}", certainty)
