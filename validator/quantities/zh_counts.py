"""Counts, measures, ordinals by position, ranges and lists."""

from __future__ import annotations

import re
from fractions import Fraction

from duizhao.validator.quantities.model import Approx, Form, Kind, Number
from duizhao.validator.quantities.zh_context import before
from duizhao.validator.quantities.zh_measures import GOES_ON, Compound, compound
from duizhao.validator.quantities.zh_numeral import RUN, Numeral, parse
from duizhao.validator.quantities.zh_ranges import carry_kind, reach
from duizhao.validator.quantities.zh_scan import Found, Scan, find, gap
from duizhao.validator.quantities.zh_shares import cheng, percent_sign, times, with_half
from duizhao.validator.quantities.zh_times import first_of_dates, summed_up, year_pair
from duizhao.validator.quantities.zh_words import NOTHING, Follow, Tag, follow

_SUMMED = frozenset("日月年个名省市县区旅师团军国村乡社家位条项种队天次者部")
_COUNT_BEFORE = frozenset("兵车队欠又共有敌灭歼各了余约近用个")
_ALONE = {"一", "百", "千", "万", "亿", "十", "零", "两", "兩", "〇", "○", "◯"}
_SCALES = "百千万亿"
JOINERS = frozenset("至到~～－—-–─ 、")
"""What may join a number to the next one."""
_MONEY_ENDS = frozenset("金元钞币$＄￥¥ ")
_MONEY_WORDS = re.compile(r"(美金|美元|美钞|港币|[$＄]|[￥¥])\ ?$")
_MONEY = {
    "美金": "usd",
    "美元": "usd",
    "美钞": "usd",
    "港币": "hkd",
    "$": "usd",
    "＄": "usd",
    "￥": "yuan",
    "¥": "yuan",
}
_SHARE_OF_MONEY: dict[str, Number] = {"yuan": 1, "jiao": Fraction(1, 10), "fen-money": Fraction(1, 100)}
_GRAM_UNTIL = 1960
_WEIGHED = re.compile("[金银重药含]")
_MINUS = re.compile(r"零下$|(?<![\d至到~～])[-－−]$")
_PRICE_ENDS = frozenset("，。、；！？多左以到至 )）零一二三四五六七八九半\n")
_SUMMING = {"两", "兩", "二", "三"}
_MORE = frozenset("半多余")
_IDLE = {"一", "百", "千", "万"}
"""Numerals that, alone before a classifier, say no more than one, or many: 一个, 千校."""
_VAGUE = {"千万", "万万"}
"""Numerals that with people and things may mean any number of these: 千万农民, tens of millions of peasants."""
_GE = {"个", "個"}
_MINUTE = Follow("分", Tag.UNIT, "minute")
_YEAR_GROUPS = {"年级", "级", "班", "期", "届"}
_HALF = Fraction(1, 2)
_AFTER_GE = {"月": "month", "小时": "hour", "钟头": "hour", "星期": "week", "季度": "quarter", "世纪": "century"}


def count(scan: Scan, found: Found) -> int:
    """Read a number with a classifier, a noun or nothing known behind it."""
    _, _, numeral, word, stop = found
    behind = scan.text[stop]
    if behind in JOINERS and (end := _first_of_two(scan, found)) is not None:
        return end
    if word is NOTHING:
        return _bare(scan, found)
    if not numeral.high and numeral.form is Form.WORDS:
        return found.end
    if behind in _MORE and word.word in _GE and (end := _with_unit_behind(scan, found)) is not None:
        return end
    if word.word == "分" and (seconds := find(scan.text, stop)) and seconds.word.code == "second":
        return _put_measure(scan, found._replace(word=_MINUTE))
    return _put_count(scan, found)


def _put_count(scan: Scan, found: Found) -> int:
    run = scan.text[found.start : found.end]
    if found.word is NOTHING and len(run) > 2 and run in "二三四五六七八九":
        return _each(scan, found, Kind.CARDINAL)
    weak = run in _IDLE or (found.word is NOTHING and len(run) == 1 and not run.isdecimal())
    others: tuple[tuple[Number, Number], ...] = ()
    if run in _VAGUE:
        low = found.numeral.low
        others = ((low, low * 10 - 1),)
    end = scan.put(found, Kind.CARDINAL, counter=found.word.word, weak=weak, others=others)
    if scan.text[found.start - 1] == "、":
        carry_kind(scan)
    return end


def _first_of_two(scan: Scan, found: Found) -> int | None:
    """Read the number before 至, a dash or 、 as one of two years or dates, or as the lower end of a range."""
    if found.word is NOTHING:
        at = gap(scan.text, found.stop)
        if at and (end := year_pair(scan, found, at)) is not None:
            return end
        if (at or scan.text[found.stop] == "、") and (end := first_of_dates(scan, found, at or found.stop + 1)):
            return end
    whole = reach(scan, found)
    return None if whole is None else _put_range(scan, whole)


def _bare(scan: Scan, found: Found) -> int:
    """Read a number with nothing known behind it: money with its sign before it, a count, or part of a word."""
    text, start = scan.text, found.start
    run = text[start : found.end]
    if text[found.end] == "又" and (lower := find(text, found.end + 1)) and lower.word.tag is Tag.PARTS:
        return _put_count(scan, found)
    if (run in _ALONE and not _counts_alone(text, found, run)) or (not found.numeral.high and not run.isdecimal()):
        return found.end
    if text[start - 1] in _MONEY_ENDS and (money := _MONEY_WORDS.search(text[max(0, start - 3) : start])):
        return scan.put(found._replace(start=start - len(money[0])), Kind.MEASURE, unit=_MONEY[money[1]])
    return _put_count(scan, found)


def _put_range(scan: Scan, found: Found) -> int:
    """Put down a range that began with a bare number, as the word behind its end wants it."""
    tag = found.word.tag
    if tag is Tag.UNIT or (tag is Tag.DATE and found.word.code):
        return _put_measure(scan, found)
    if tag is Tag.TIMES:
        return times(scan, found)
    if tag is Tag.PERCENT:
        return percent_sign(scan, found)
    if tag is Tag.CHENG and (end := cheng(scan, found)) is not None:
        return end
    return scan.put(found, Kind.CARDINAL, counter=found.word.word)


def _counts_alone(text: str, found: Found, run: str) -> bool:
    """Tell a lone scale or 一 that counts from one that is part of a word."""
    if run in {"两", "兩", "十"} or (run in _SCALES and before(text, found.start)[0]):
        return True
    if run in {"零", "〇", "○", "◯"}:
        return False
    return text[found.start - 1] == "、" or (text[found.end] == "、" and run in {"一", "万", "亿"})


def measure(scan: Scan, found: Found) -> int:
    """Read a number with a unit, its smaller units and its half; ranges of measures too."""
    text = scan.text
    if found.word.word in {"两", "兩"} and text[found.stop] in _SUMMED:
        return count(scan, found._replace(word=NOTHING, stop=found.end))
    if found.word.word == "块" and (text[found.start : found.end] == "一" or text[found.stop] not in _PRICE_ENDS):
        return count(scan, found._replace(word=Follow("块", Tag.COUNTER)))
    if found.word.word == "公分" and _is_gram(scan, found):
        found = found._replace(word=found.word._replace(code="g"))
    whole = reach(scan, found) if text[found.stop] in JOINERS else None
    return _put_measure(scan, whole or found)


def _is_gram(scan: Scan, found: Found) -> bool:
    """Tell the gram that 公分 also was until the fifties from the centimetre."""
    near = scan.text[max(0, found.start - 12) : found.start] + scan.text[found.stop : found.stop + 4]
    return (scan.year is None or scan.year < _GRAM_UNTIL) and bool(_WEIGHED.search(near))


def _put_measure(scan: Scan, found: Found) -> int:
    text, unit = scan.text, found.word.code
    run = text[found.start : found.end]
    if run in _SUMMING:
        summed_up(scan, found, ordinal=False)
    start, unit, scale = _currency(text, found, unit)
    if start != found.start:
        found = found._replace(start=start)
    if unit == "degree" and _MINUS.search(text[max(0, start - 2) : start]):
        return _put_below_zero(scan, found)
    whole = None
    if text[found.stop] in GOES_ON and found.numeral.low == found.numeral.high:
        whole = compound(text, found.stop, found.numeral.low, unit, scan.year)
    if whole is None:
        found = with_half(text, found)
        weak = run == "一" or (run in _IDLE and run != "百" and unit == "year")
        end = scan.put(found, Kind.MEASURE, unit=unit, scale=scale, weak=weak)
        if text[start - 1] == "、":
            carry_kind(scan)
        return end
    return _put_compound(scan, found, unit, whole)


def _put_below_zero(scan: Scan, found: Found) -> int:
    """Put down 零下五度 and -5℃; the other language may well write 5 degrees below zero."""
    low, high = found.numeral.low, found.numeral.high
    numeral = found.numeral._replace(low=-high, high=-low, others=())
    return scan.put(found._replace(numeral=numeral), Kind.MEASURE, unit=found.word.code, others=((low, high),))


def _put_compound(scan: Scan, found: Found, unit: str, whole: Compound) -> int:
    """Put down 六斤十二两, and 六斤十二两—八斤 with its upper end."""
    low, high, other, end = whole.value, whole.value, whole.other, whole.end
    to = gap(scan.text, end)
    last = find(scan.text, to) if to else None
    if last is not None and last.word.code == unit:
        upper = compound(scan.text, last.stop, last.numeral.low, unit, scan.year)
        last = with_half(scan.text, last)
        top, stop = (upper.value, upper.end) if upper else (last.numeral.high, last.stop)
        if top > low:
            high, end = top, stop
    exact = Numeral(low, high, found.numeral.approx, found.numeral.form)
    others: tuple[tuple[Number, Number], ...] = () if other == low else ((other, high if high > low else other),)
    return scan.put(found._replace(numeral=exact, stop=end), Kind.MEASURE, unit=unit, others=others, parts=whole.parts)


def _currency(text: str, found: Found, unit: str) -> tuple[int, str, Number]:
    """Take in the currency named before the number: 美金四角 is 0.4 dollars."""
    share = _SHARE_OF_MONEY.get(unit)
    named = _MONEY_WORDS.search(text[max(0, found.start - 3) : found.start]) if share else None
    if named is None or share is None:
        return found.start, unit, 1
    return found.start - len(named[0]), _MONEY[named[1]], share


def multiple(scan: Scan, found: Found) -> int:
    """Read 四倍, two to three times included."""
    return times(scan, reach(scan, found) or found)


def designation(scan: Scan, found: Found) -> int:
    """Read 二区, 二十五师, 三团 as the number of the thing; 两团 and 欠一团 count."""
    text = scan.text
    run = text[found.start : found.end]
    ahead = text[found.start - 1]
    approx = found.numeral.approx or before(text, found.start)[0]
    if run in _SUMMING:
        summed_up(scan, found, ordinal=True)
    if found.word.word in _YEAR_GROUPS and len(run) > 2 and not run.strip("一二三四五六七八九"):
        return _each(scan, found, Kind.ORDINAL)
    counts = approx is not Approx.NONE or run[0] in "两兩几数半" or found.numeral.low > 999
    if counts or ahead in _COUNT_BEFORE or run in _ALONE - {"一", "十"}:
        return count(scan, found)
    if gap(text, found.end) or (found.numeral.low != found.numeral.high and not found.numeral.others):
        return count(scan, found)
    exact = found.numeral
    if exact.others:
        exact = exact._replace(low=exact.others[0][0], high=exact.others[0][1], others=((exact.low, exact.high),))
    end = scan.put(
        found._replace(numeral=exact, stop=found.end), Kind.ORDINAL, counter=found.word.word, weak=run == "一"
    )
    if ahead == "、":
        carry_kind(scan)
    return end


def _each(scan: Scan, found: Found, kind: Kind) -> int:
    """Read 三四五年级 as three ordinals, 三四五六 as four numbers."""
    for at in range(found.start, found.end):
        one = parse(scan.text[at])
        if one is not None:
            scan.put(Found(at, at + 1, one, NOTHING, at + 1), kind, counter=found.word.word)
    return found.end


def _with_unit_behind(scan: Scan, found: Found) -> int | None:
    """Read 一个半旅 (1.5), 两个半月 (2.5 months), 三个多月 (over three months); None for a plain 个."""
    text = scan.text
    between = text[found.stop]
    word, stop = follow(text, found.stop + 1)
    code = _AFTER_GE.get(word.word, word.code if word.tag is Tag.UNIT else "")
    numeral = found.numeral
    if between in "多余" and code:
        over = numeral._replace(approx=Approx.OVER)
        return scan.put(found._replace(numeral=over, stop=stop), Kind.MEASURE, unit=code)
    if between != "半":
        return None
    half = numeral._replace(low=numeral.low + _HALF, high=numeral.high + _HALF, others=())
    more = found._replace(numeral=half, stop=stop if code else found.stop + 1)
    if code:
        return scan.put(more, Kind.MEASURE, unit=code)
    return scan.put(more, Kind.CARDINAL, counter=found.word.word)


def ordinal(scan: Scan, at: int) -> int:
    """Read 第三, 第三十四集团军, 第1-3名."""
    text = scan.text
    run = RUN.match(text, at + 1)
    numeral = parse(run[0]) if run else None
    if run is None or numeral is None or numeral.approx:
        return at + 1
    if numeral.others:
        numeral = numeral._replace(low=numeral.others[0][0], high=numeral.others[0][1], others=())
    word, _ = follow(text, run.end())
    found = Found(at, run.end(), numeral, NOTHING, run.end())
    if text[run.end()] in "-－—至到" and (upper := RUN.match(text, run.end() + 1)):
        last = parse(upper[0])
        if last is not None and last.low > numeral.low:
            found = Found(at, upper.end(), numeral._replace(high=last.low), NOTHING, upper.end())
            word, _ = follow(text, upper.end())
    weak = word.word == "天" or (run[0] == "一" and text[run.end()] in "，、")
    return scan.put(found, Kind.ORDINAL, counter=word.word, weak=weak)
