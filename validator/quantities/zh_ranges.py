"""Ranges of Chinese numbers (七至八斤, 四、五寸, 二—四百万), and lists whose last number tells what all are."""

from __future__ import annotations

from duizhao.validator.quantities.model import Approx, Kind
from duizhao.validator.quantities.zh_numeral import Numeral, parse
from duizhao.validator.quantities.zh_scan import Found, Scan, find, gap
from duizhao.validator.quantities.zh_shares import joined
from duizhao.validator.quantities.zh_words import NOTHING, Tag

_RANGED = {Tag.NONE, Tag.UNIT, Tag.COUNTER, Tag.TIMES, Tag.CHENG, Tag.PERCENT, Tag.DATE}
"""What may follow a range; a designation makes a list of it."""
_SCALES = "十百千万亿"


def reach(scan: Scan, found: Found) -> Found | None:
    """Look for the upper end of a range behind `found`; give the whole range, None where no range is."""
    text = scan.text
    to = gap(text, found.stop)
    if not to:
        return _listed_range(text, found) if text[found.stop] == "、" and found.word is NOTHING else None
    last = find(text, to)
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
    first = found.numeral
    run = text[last.start : last.end]
    scale = run[1:]
    if found.word is not NOTHING or first.low != first.high or first.low >= 10 or not scale or scale.strip(_SCALES):
        return first
    lead, size = parse(run[0]), parse("1" + scale)
    if lead is None or size is None or lead.low <= first.low:
        return first
    return first._replace(low=first.low * size.low, high=first.low * size.low)


def _listed_range(text: str, found: Found) -> Found | None:
    """Read 四、五寸 and 三、四千 as ranges, but 一、四、八区 and 九、十班 as lists."""
    last = find(text, found.stop + 1)
    if last is None or found.end - found.start != 1 or text[found.start - 1] in "、第" or last.numeral.approx:
        return None
    second = parse(text[last.start])
    if second is None or second.low != found.numeral.low + 1 or last.numeral.low != last.numeral.high:
        return None
    rest = text[last.start + 1 : last.end]
    if rest.strip(_SCALES) or last.word.tag not in _RANGED or (last.word is NOTHING and not rest):
        return None
    if last.word is NOTHING and text[last.stop] == "、":
        return None
    numeral = joined(_scaled_up(text, found, last), last.numeral)
    return last._replace(start=found.start, numeral=numeral)


def carry_kind(scan: Scan) -> None:
    """Give bare numbers of a list what the last of them is counted with: 十六、十七、十八团, 东、西十二、十三岁."""
    out, text = scan.out, scan.text
    last = out[-1]
    if last.kind is Kind.CARDINAL and not last.counter:
        return
    at, end = len(out) - 2, last.start - scan.base
    while at >= 0 and text[end - 1] == "、":
        item = out[at]
        if item.end - scan.base != end - 1 or item.kind is not Kind.CARDINAL or item.unit or item.counter:
            return
        out[at] = item._replace(kind=last.kind, unit=last.unit, counter=last.counter, weak=last.weak)
        end = item.start - scan.base
        at -= 1
