"""Counts, measures, ordinals by position, ranges and lists."""

from __future__ import annotations

import re
from fractions import Fraction

from duizhao.validator.quantities.model import Approx, Form, Kind, Number
from duizhao.validator.quantities.zh_context import before
from duizhao.validator.quantities.zh_measures import Compound, compound
from duizhao.validator.quantities.zh_numeral import Numeral, parse
from duizhao.validator.quantities.zh_scan import SEPARATOR, Found, Scan, find
from duizhao.validator.quantities.zh_shares import cheng, joined, percent_sign, times, with_half
from duizhao.validator.quantities.zh_times import bare_year, first_of_dates, summed_up, year_pair
from duizhao.validator.quantities.zh_words import NOTHING, Follow, Tag, follow

_SUMMED = frozenset("日月年个名省市县区旅师团军国村乡社家位条项种队天次者部")
_COUNT_BEFORE = frozenset("兵车队欠又共有敌灭歼各了余约近用个")
_BARE = {"一", "百", "千", "万", "亿", "十", "零", "两", "兩", "〇", "○", "◯"}
_RANGED = {Tag.NONE, Tag.UNIT, Tag.COUNTER, Tag.TIMES, Tag.CHENG, Tag.PERCENT, Tag.DATE}
"""What may follow a range; a designation makes a list of it."""
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
_MINUTE = Follow("分", Tag.UNIT, "minute")
_YEAR_GROUPS = {"年级", "级", "班", "期", "届"}
_HALF = Fraction(1, 2)
_AFTER_GE = {"月": "month", "小时": "hour", "钟头": "hour", "星期": "week", "季度": "quarter"}
_SCALE = re.compile(r"([一二三四五六七八九0-9０-９])([十百千万亿]+)$")


def count(scan: Scan, found: Found) -> int:
    """Read a number with a classifier, a noun or nothing known behind it."""
    text = scan.text
    run = text[found.start : found.end]
    if (end := year_pair(scan, found)) is not None:
        return end
    if (end := first_of_dates(scan, found)) is not None:
        return end
    reached = _range(scan, found)
    if reached is not None:
        return _put_range(scan, reached)
    if found.word.word in {"个", "個"} and (end := _with_unit_behind(scan, found)) is not None:
        return end
    if not found.numeral.high and found.numeral.form is Form.WORDS:
        return found.end
    if found.word.word == "分" and (seconds := find(text, found.stop)) and seconds.word.code == "second":
        return _put_measure(scan, found._replace(word=_MINUTE))
    if found.word is NOTHING and run in _BARE and not _counts_bare(text, found, run):
        return found.end
    if (money := _MONEY_WORDS.search(text[max(0, found.start - 3) : found.start])) and found.word is NOTHING:
        return scan.put(found._replace(start=found.start - len(money[0])), Kind.MEASURE, unit=_MONEY[money[1]])
    if found.word is NOTHING and not before(text, found.start)[0] and (end := bare_year(scan, found)) is not None:
        return end
    end = scan.put(found, Kind.CARDINAL, counter=found.word.word, weak=_is_weak(found, run))
    _carry_kind(scan)
    return end


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


def _counts_bare(text: str, found: Found, run: str) -> bool:
    """Tell a lone scale or 一 that counts from one that is part of a word."""
    if run in {"两", "兩", "十"} or (run in "百千万亿" and before(text, found.start)[0]):
        return True
    return text[found.start - 1] == "、" or (text[found.end] == "、" and run not in {"零", "〇", "○", "◯", "百", "千"})


def _is_weak(found: Found, run: str) -> bool:
    if run == "一":
        return True
    return found.word is NOTHING and len(run) == 1 and not run.isdecimal()


def measure(scan: Scan, found: Found) -> int:
    """Read a number with a unit, its smaller units and its half; ranges of measures too."""
    text = scan.text
    if found.word.word in {"两", "兩"} and text[found.stop] in _SUMMED:
        return count(scan, found._replace(word=NOTHING, stop=found.end))
    if found.word.word == "块" and (text[found.start : found.end] == "一" or text[found.stop] not in _PRICE_ENDS):
        return count(scan, found._replace(word=Follow("块", Tag.COUNTER)))
    if found.word.word == "公分" and _is_gram(scan, found):
        found = found._replace(word=found.word._replace(code="g"))
    return _put_measure(scan, _range(scan, found) or found)


def _is_gram(scan: Scan, found: Found) -> bool:
    """Tell the gram that 公分 also was until the fifties from the centimetre."""
    near = scan.text[max(0, found.start - 12) : found.start] + scan.text[found.stop : found.stop + 4]
    return (scan.year is None or scan.year < _GRAM_UNTIL) and bool(_WEIGHED.search(near))


def _put_measure(scan: Scan, found: Found) -> int:
    text, unit = scan.text, found.word.code
    run = text[found.start : found.end]
    summed_up(scan, found, ordinal=False)
    start, unit, scale = _currency(text, found, unit)
    if unit == "degree" and _MINUS.search(text[max(0, start - 2) : start]):
        return _put_below_zero(scan, found)
    whole = None
    if found.numeral.low == found.numeral.high:
        whole = compound(text, found.stop, found.numeral.low, unit, scan.year)
    if whole is None:
        found = with_half(text, found._replace(start=start))
        end = scan.put(found, Kind.MEASURE, unit=unit, scale=scale, weak=run == "一")
        _carry_kind(scan)
        return end
    return _put_compound(scan, found._replace(start=start), unit, whole)


def _put_below_zero(scan: Scan, found: Found) -> int:
    """Put down 零下五度 and -5℃; the other language may well write 5 degrees below zero."""
    low, high = found.numeral.low, found.numeral.high
    numeral = found.numeral._replace(low=-high, high=-low, others=())
    return scan.put(found._replace(numeral=numeral), Kind.MEASURE, unit=found.word.code, others=((low, high),))


def _put_compound(scan: Scan, found: Found, unit: str, whole: Compound) -> int:
    """Put down 六斤十二两, and 六斤十二两—八斤 with its upper end."""
    low, high, other, end = whole.value, whole.value, whole.other, whole.end
    gap = SEPARATOR.match(scan.text, end)
    last = find(scan.text, gap.end()) if gap else None
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
    return times(scan, _range(scan, found) or found)


def designation(scan: Scan, found: Found) -> int:
    """Read 二区, 二十五师, 三团 as the number of the thing; 两团 and 欠一团 count."""
    text = scan.text
    run = text[found.start : found.end]
    ahead = text[found.start - 1]
    approx = found.numeral.approx or before(text, found.start)[0]
    if run[0] in "两兩二三":
        summed_up(scan, found, ordinal=True)
    if found.word.word in _YEAR_GROUPS and len(run) > 2 and not run.strip("一二三四五六七八九"):
        return _each(scan, found)
    counts = approx is not Approx.NONE or run[0] in "两兩几数半" or found.numeral.low > 999
    if counts or ahead in _COUNT_BEFORE or run in _BARE - {"一", "十"}:
        return count(scan, found)
    if SEPARATOR.match(text, found.end) or (found.numeral.low != found.numeral.high and not found.numeral.others):
        return count(scan, found)
    exact = found.numeral
    if exact.others:
        exact = exact._replace(low=exact.others[0][0], high=exact.others[0][1], others=((exact.low, exact.high),))
    end = scan.put(
        found._replace(numeral=exact, stop=found.end), Kind.ORDINAL, counter=found.word.word, weak=run == "一"
    )
    _carry_kind(scan)
    return end


def _each(scan: Scan, found: Found) -> int:
    """Read 三四五年级 as three ordinals."""
    for at in range(found.start, found.end):
        one = parse(scan.text[at])
        if one is not None:
            scan.put(Found(at, at + 1, one, NOTHING, at + 1), Kind.ORDINAL, counter=found.word.word)
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


def _range(scan: Scan, found: Found) -> Found | None:
    """Look for the upper end of a range behind `found`; give the whole range, None where no range is."""
    text = scan.text
    gap = SEPARATOR.match(text, found.stop)
    if gap is None:
        return _listed_range(text, found) if text[found.stop] == "、" and found.word is NOTHING else None
    last = find(text, gap.end())
    if last is None or found.numeral.approx is Approx.SEVERAL or last.word.tag not in _RANGED:
        return None
    if found.word is not NOTHING and last.word.word != found.word.word:
        return None
    first = _scaled_up(text, found, last)
    if first.low >= last.numeral.high:
        return None
    return last._replace(start=found.start, numeral=joined(first, last.numeral))


def _scaled_up(text: str, found: Found, last: Found) -> Numeral:
    """Give the first number the scale of the last: 二—四百万 is two to four million, 2-3万 is 20,000 to 30,000."""
    low = found.numeral.low
    tail = _SCALE.search(text[last.start : last.end])
    if tail is None or low >= 10 or found.word is not NOTHING or found.numeral.low != found.numeral.high:
        return found.numeral
    lead, size = parse(tail[1]), parse("1" + tail[2])
    if lead is None or size is None or lead.low <= low or len(text[last.start : last.end]) != len(tail[0]):
        return found.numeral
    return found.numeral._replace(low=low * size.low, high=low * size.low)


def _listed_range(text: str, found: Found) -> Found | None:
    """Read 四、五寸 and 三、四千 as ranges, but 一、四、八区 and 九、十班 as lists."""
    last = find(text, found.stop + 1)
    if last is None or found.end - found.start != 1 or text[found.start - 1] in "、第" or last.numeral.approx:
        return None
    second = parse(text[last.start])
    if second is None or second.low != found.numeral.low + 1 or last.numeral.low != last.numeral.high:
        return None
    rest = text[last.start + 1 : last.end]
    if rest.strip("十百千万亿") or last.word.tag not in _RANGED or (last.word is NOTHING and not rest):
        return None
    if last.word is NOTHING and text[last.stop] == "、":
        return None
    numeral = joined(_scaled_up(text, found, last), last.numeral)
    return last._replace(start=found.start, numeral=numeral)


def _carry_kind(scan: Scan) -> None:
    """Give bare numbers of a list what the last of them is counted with: 十六、十七、十八团, 东、西十二、十三岁."""
    out, text = scan.out, scan.text
    last = out[-1]
    at, end = len(out) - 2, last.start - scan.base
    while at >= 0 and text[end - 1] == "、":
        item = out[at]
        if item.end - scan.base != end - 1 or item.kind is not Kind.CARDINAL or item.unit or item.counter:
            return
        out[at] = item._replace(kind=last.kind, unit=last.unit, counter=last.counter, weak=last.weak)
        end = item.start - scan.base
        at -= 1
