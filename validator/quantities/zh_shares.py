"""Percentages, fractions and multiples: 百分之, ％, 成, 折, 分之, 半, 倍, 番."""

from __future__ import annotations

from fractions import Fraction

from duizhao.validator.quantities.model import Approx, Form, Kind, Relation
from duizhao.validator.quantities.zh_context import relation
from duizhao.validator.quantities.zh_numeral import Numeral
from duizhao.validator.quantities.zh_scan import Found, Scan, find, gap
from duizhao.validator.quantities.zh_words import NOTHING, Tag

_HEADS = ("百分之", "千分之", "万分之", "百份之", "百之分")
"""百之分 is a misprint met in print, as is 百分十九."""
_WHOLE = {"百": 100, "千": 1000, "万": 10000}
_FEW = Numeral(2, 9, Approx.SEVERAL, Form.WORDS)
_NO_SHARE_AFTER = frozenset("为立功果员分就品绩熟都昌套本年婚家长交了群片")
_NO_DISCOUNT_AFTER = frozenset("合成算为射磨叠腾损断米实价")
_HALF = Fraction(1, 2)
_NO_HALF_BEFORE = frozenset("导径数路夜岛空山封殖日天年月自机工成")


def head(text: str, at: int) -> int:
    """Give where 百分之 that starts at `at` ends; 0 where none does."""
    if text.startswith(_HEADS, at):
        return at + 3
    return at + 2 if text.startswith("百分", at) and text[at + 2] in "一二三四五六七八九十" else 0


def with_half(text: str, found: Found) -> Found:
    """Add a half to the number if 半 stands behind its unit: 三倍半, 两吨半."""
    if text[found.stop] != "半" or text[found.stop + 1] in _NO_HALF_BEFORE or found.numeral.low != found.numeral.high:
        return found
    value = found.numeral.low + _HALF
    return found._replace(numeral=found.numeral._replace(low=value, high=value, others=()), stop=found.stop + 1)


def percent(scan: Scan, at: int) -> int | None:
    """Read 百分之六十八, 千分之五, 百分之二十至三十, 百分之几; None where no such share starts at `at`."""
    text = scan.text
    number = head(text, at)
    if not number:
        return None
    found = find(text, number)
    if found is None and text[number] in "几幾":
        found = Found(number, number + 1, _FEW, NOTHING, number + 1)
    if found is None:
        return at + 1
    found = _until(scan, found)._replace(start=at)
    return scan.put(found, Kind.PERCENT, scale=Fraction(1, _WHOLE[text[at]]), relates=_share_relation(scan, at))


def whole(scan: Scan, at: int) -> int:
    """Read 百分百, one hundred percent."""
    hundred = Numeral(1, 1, Approx.NONE, Form.WORDS)
    return scan.put(Found(at, at + 3, hundred, NOTHING, at + 3), Kind.PERCENT, relates=_share_relation(scan, at))


def _share_relation(scan: Scan, at: int) -> Relation:
    """Tell 超过百分之二十, more than 20 percent, from 超过 that carries on 超过计划百分之四."""
    kin = relation(scan.text, at, multiple=False)
    if kin is not Relation.EXCEEDS_BY or scan.text[at - 1] not in "过超出额了":
        return kin
    last = next((item for item in reversed(scan.out) if item.kind is Kind.PERCENT), None)
    return kin if last is not None and last.relation is Relation.EXCEEDS_BY else Relation.NONE


def _until(scan: Scan, found: Found) -> Found:
    """Take in the upper end of a range: 至三十, 到百分之三十, 一、二."""
    text = scan.text
    plain = found._replace(word=NOTHING, stop=found.end)
    to = gap(text, found.end)
    at = to or found.end + 1
    if not to and text[found.end] != "、":
        return plain
    again = head(text, at)
    last = find(text, again or at)
    if last is None or (last.word.tag not in {Tag.NONE, Tag.CHENG} and not again):
        return plain
    low, high = found.numeral.low, last.numeral.high
    if low >= high or (not to and (again or high - low != 1)):
        return plain
    return plain._replace(numeral=joined(found.numeral, last.numeral), stop=last.end)


def joined(first: Numeral, last: Numeral) -> Numeral:
    """Make one range of the numbers at both its ends."""
    approx = last.approx or first.approx
    form = first.form if first.form is last.form else Form.MIXED
    return Numeral(first.low, last.high, approx, form)


def percent_sign(scan: Scan, found: Found) -> int:
    """Read 28.2％, 8%-10%, 3‰."""
    sign = found.word.word
    to = gap(scan.text, found.stop)
    last = find(scan.text, to) if to else None
    if last and last.word.tag is Tag.PERCENT and last.numeral.low > found.numeral.low:
        found = found._replace(numeral=joined(found.numeral, last.numeral), stop=last.stop)
    kin = _share_relation(scan, found.start)
    return scan.put(found, Kind.PERCENT, scale=Fraction(1, 1000 if sign == "‰" else 100), relates=kin)


def points(scan: Scan, found: Found) -> int:
    """Read 2.5个百分点, percentage points."""
    kin = _share_relation(scan, found.start)
    return scan.put(found, Kind.PERCENT, counter=found.word.word, scale=Fraction(1, 100), relates=kin)


def cheng(scan: Scan, found: Found) -> int | None:
    """Read 二成, 三至五成, 一成半: tenths; None where 成 begins another word (二成为)."""
    if found.numeral.high > 10 or scan.text[found.stop] in _NO_SHARE_AFTER or found.numeral.low == 0:
        return None
    kin = _share_relation(scan, found.start)
    return scan.put(with_half(scan.text, found), Kind.PERCENT, scale=Fraction(1, 10), relates=kin)


def discount(scan: Scan, found: Found) -> int | None:
    """Read 六折, 七五折: the part of the price that is still paid; None where 折 begins another word (折合)."""
    value = found.numeral.others[0][0] if found.numeral.others else found.numeral.low
    if value >= 100 or scan.text[found.stop] in _NO_DISCOUNT_AFTER:
        return None
    exact = Numeral(value, value, found.numeral.approx, found.numeral.form)
    return scan.put(found._replace(numeral=exact), Kind.PERCENT, scale=Fraction(1, 10 if value < 10 else 100))


def ratio(scan: Scan, found: Found) -> int | None:
    """Read 二分之一, 三分之二强, 一又二分之一; None where the upper number is missing."""
    upper = find(scan.text, found.stop)
    lower = found.numeral
    if upper is None or not isinstance(lower.low, int) or lower.low < 2:
        return None
    numeral, start = upper.numeral, found.start
    whole = scan.out[-1] if scan.out and scan.text[start - 1] == "又" else None
    if whole is not None and whole.end == scan.base + start - 1 and whole.kind is Kind.CARDINAL:
        scan.out.pop()
        start = whole.start - scan.base
        added = whole.low * lower.low
        numeral = numeral._replace(low=numeral.low + added, high=numeral.high + added, others=())
    fraction = Found(start, upper.end, numeral, NOTHING, upper.end)
    kin = _share_relation(scan, start)
    return scan.put(fraction, Kind.FRACTION, scale=Fraction(1, lower.low), relates=kin)


def times(scan: Scan, found: Found) -> int:
    """Read 四倍, 两倍多, 二倍半, 四倍于."""
    text = scan.text
    kin = relation(text, found.start, multiple=True)
    if text[found.stop] == "于":
        kin = Relation.TIMES_OF
    return scan.put(with_half(text, found), Kind.MULTIPLE, counter="倍", relates=kin)


def doublings(scan: Scan, found: Found) -> int | None:
    """Read 翻一番 (twice), 翻两番 (four times), 翻几番 (several); None where 番 counts something else."""
    text = scan.text
    ahead = text[max(0, found.start - 2) : found.start]
    if "翻" not in ahead or found.numeral.high > 20 or not isinstance(found.numeral.high, int):
        return None
    low, high = 2 ** int(found.numeral.low), 2**found.numeral.high
    factor = found.numeral._replace(low=low, high=high, others=())
    start = found.start - len(ahead) + ahead.index("翻")
    return scan.put(found._replace(start=start, numeral=factor), Kind.MULTIPLE, relates=Relation.INCREASE_TO)
