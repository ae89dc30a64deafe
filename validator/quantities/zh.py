"""Numeric expressions of Chinese text, read in one pass from left to right.

`read` looks for a character that can start an expression and hands over to the reader for it; each reader gives the
place where the search goes on.  What a numeral means depends on the word that follows it (`zh_words.follow`).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from duizhao.validator.quantities.model import Form, Quantity
from duizhao.validator.quantities.zh_counts import count, designation, measure, multiple, ordinal
from duizhao.validator.quantities.zh_marks import MARKER_BEFORE, circled, figures, identifier, known, marker, mask
from duizhao.validator.quantities.zh_numeral import FORMAL_RUN, LIMIT, RUN, parse
from duizhao.validator.quantities.zh_parts import few, half, pair, tenth_and_half
from duizhao.validator.quantities.zh_scan import Found, Scan
from duizhao.validator.quantities.zh_shares import (
    cheng,
    discount,
    doublings,
    percent,
    percent_sign,
    points,
    ratio,
    whole,
)
from duizhao.validator.quantities.zh_times import date_word, dated
from duizhao.validator.quantities.zh_words import DATE_UNITS, NOTHING, Follow, Tag, follow, look_up

_WORDS = Form.WORDS
_ALWAYS = "0-9０-９零〇○◯一二三四五六七八九十百千万亿兆萬億廿卅卌两兩俩倆仨半几幾数數第①-⑳×□Ｘ"
_DATE_STARTS = "去今明前昨本上下中星礼周凌清早正午傍晚夜深农旧阴古民公西昭明光宣康同咸道嘉乾来初元腊"
_FORMAL_STARTS = "壹贰貳叁參肆伍陆陸柒捌玖"
_START = re.compile(
    rf"[{_ALWAYS}{_FORMAL_STARTS}{_DATE_STARTS}夏成翻](?:(?<=[{_ALWAYS}])"
    r"|(?=[年月日天春夏秋冬晨晚夜周星个旬半午上后间期拜历国元和绪统治德丰庆隆光世番倍一二三四五六七八九十拾佰仟萬億万亿]))"
)
"""Characters that can start an expression; a date word or a formal numeral needs the right second character too."""
_OTHER_WORDS = {
    "本": "日基资成根书剧版样课副原标文",
    "上": "以加地身路史会晚早海马船车山",
    "前": "目以当提生从空战事产",
    "来": "以本历从原近将后起出",
    "明": "说表证声文黎昆发光鲜",
    "下": "以天地乡",
    "去": "过",
    "初": "起最当年本原之",
}
"""Characters before a date word that make another word of it: 日本年产, 以上月份, 目前日产, 说明天."""


def read(text: str, start: int = 0, end: int | None = None, *, year: int | None = None) -> list[Quantity]:
    """Read every numeric expression of `text[start:end]`.

    Args:
        text: Chinese text of any kind.
        start: where to begin.
        end: where to stop; None for the end of the text.
        year: year of the issue, for units that changed and years of two figures; None where it is not known.

    Returns:
        The expressions in order, none overlapping, with offsets into `text`.
    """
    stop = len(text) if end is None else max(start, min(end, len(text)))
    scan = Scan(text[start:stop] + "\n\n\n\n", start, year)
    size, at = stop - start, 0
    search, readers = _START.search, _READERS
    while (found := search(scan.text, at, size)) is not None:
        at = readers.get(found[0], _number)(scan, found.start())
    return scan.out


def _number(scan: Scan, at: int) -> int:
    text = scan.text
    entry = look_up(text, at)
    if entry is not None and (end := known(scan, at, entry)):
        return end
    run = RUN.match(text, at) or FORMAL_RUN.match(text, at)
    if run is None:
        return at + 1
    written, stop = run[0], run.end()
    numeral = parse(written)
    if numeral is None:
        return scan.code(at, stop) if len(written) > LIMIT else stop
    if numeral.form is not _WORDS and (end := figures(scan, run, numeral)):
        return end
    if text[at - 1] in MARKER_BEFORE and (end := marker(scan, run, numeral)):
        return end
    if written == "一" and text[stop] == "半":
        return half(scan, stop, start=at)
    word, end = follow(text, stop)
    found = Found(at, stop, numeral, word, end)
    after = _BY_TAG[word.tag](scan, found)
    return _otherwise(scan, found) if after is None else after


def _otherwise(scan: Scan, found: Found) -> int:
    """Read a number whose next word did not make of it what it mostly does: 三年 is no date, 二成为 no share."""
    word = found.word
    if word.code in DATE_UNITS.values():
        return measure(scan, found)
    if word.word == "号":
        return designation(scan, found._replace(word=Follow("号", Tag.DESIGNATION)))
    if word.word == "点":
        return count(scan, found._replace(word=Follow("点", Tag.COUNTER)))
    return count(scan, found._replace(word=NOTHING, stop=found.end))


def _scale(scan: Scan, at: int) -> int:
    """Read 百分之…, or a number that starts with its scale: 百五十, 万吨."""
    if scan.text[at + 1] == "分" or scan.text[at + 1] == "之":
        end = whole(scan, at) if scan.text.startswith("百分百", at) else percent(scan, at)
        if end is not None:
            return end
    return _number(scan, at)


def _date(scan: Scan, at: int) -> int:
    """Read a date word, unless it is part of another word."""
    if scan.text[at - 1] in _OTHER_WORDS.get(scan.text[at], ""):
        return at + 1
    return date_word(scan, at)


def _few(scan: Scan, at: int) -> int:
    return few(scan, at, _number)


_READERS: dict[str, Callable[[Scan, int], int]] = {
    **dict.fromkeys(_DATE_STARTS + "夏", _date),
    **dict.fromkeys("百千万", _scale),
    **dict.fromkeys("成翻", tenth_and_half),
    **dict.fromkeys("几幾数數", _few),
    **dict.fromkeys("俩倆仨", pair),
    **dict.fromkeys("×□Ｘ", mask),
    **dict.fromkeys("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", circled),
    "第": ordinal,
    "半": half,
}
_BY_TAG: list[Callable[[Scan, Found], int | None]] = [count] * len(Tag)
_BY_TAG[Tag.UNIT] = measure
_BY_TAG[Tag.DESIGNATION] = designation
_BY_TAG[Tag.PERCENT] = percent_sign
_BY_TAG[Tag.CHENG] = cheng
_BY_TAG[Tag.ZHE] = discount
_BY_TAG[Tag.TIMES] = multiple
_BY_TAG[Tag.FAN] = doublings
_BY_TAG[Tag.PARTS] = ratio
_BY_TAG[Tag.DATE] = dated
_BY_TAG[Tag.POINTS] = points
_BY_TAG[Tag.CODE] = identifier
